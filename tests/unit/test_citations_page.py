"""docs/citations.md tells what is: every rule, and the figures that are measured now."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import get_args

import pytest

from store.citations.grounds import Rule

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "citations.md").read_text(encoding="utf-8")


def test_every_rule_has_its_line() -> None:
    numbers, _, _ = PAGE.partition("References of other forms")
    lines = [line.split("|")[1].strip() for line in numbers.splitlines() if line.startswith("| `")]
    assert sorted(lines) == sorted(f"`{rule}`" for rule in get_args(Rule))


def test_the_figures_are_those_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    """After a change of rules or tables: python bench/recall.py --write."""
    monkeypatch.setattr(sys, "path", [str(ROOT / "bench"), *sys.path])
    import recall

    assert recall.tables() in PAGE
