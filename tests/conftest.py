"""What all tests share: a home of their own, and no file written into the checkout."""

from __future__ import annotations

import gc
import os
from pathlib import Path

import pytest
from hypothesis import settings

gc.set_threshold(100_000, 50, 50)
settings.register_profile("jueyi", database=None, deadline=None)
settings.load_profile("jueyi")


def pytest_xdist_auto_num_workers() -> int:
    """One worker more than there are processors: a test of the app waits a third of its time."""
    return (os.cpu_count() or 1) + 1


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home that does not exist yet, never the user's own."""
    folder = tmp_path / "home"
    monkeypatch.setenv("JUEYI_HOME", str(folder))
    return folder
