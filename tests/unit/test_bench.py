"""The benchmarks can be run: what they measure by name is there, and it is what reading does."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from store.paths import seeds_folder
from store.reading.source import load

_BENCH = Path(__file__).parents[2] / "bench"


@pytest.fixture
def reading(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.setattr(sys, "path", [*sys.path])
    spec = importlib.util.spec_from_file_location("bench_reading", _BENCH / "reading.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_stage_that_is_measured_is_one_of_reading(reading: ModuleType) -> None:
    named = {name for _module, names in reading._STAGES for name in names}
    with reading.measured() as spent:
        reading.whole_way(load(next(seeds_folder().glob("000*.txt"))))
    assert set(spent) == named


def test_a_text_is_made_as_long_as_it_is_wanted(reading: ModuleType) -> None:
    assert [len(reading.text_of(size).encode()) // 10 for size in (30_000, 300_000)] == [3_000, 30_000]
