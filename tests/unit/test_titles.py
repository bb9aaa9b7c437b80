"""Documents named by the initials of their titles."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_library import toy_library

from store.search.titles import titled


@pytest.mark.parametrize(
    ("typed", "keys"),
    [
        ("gjgzxt", ["A/1"]),
        ("GJGZXT", ["A/1"]),
        ("xtdj", ["A/1"]),  # over the comma
        ("gjgztd", ["A/1"]),  # a character left out
        ("gjtd", []),  # two of them
        ("fyrk", ["A/1", "A/2"]),
        ("gj", ["A/1", "A/2"]),
        ("gt", []),  # too short for anything to be left out
        ("g", []),
        ("改进", []),
    ],
)
def test_initials_find_titles(tmp_path: Path, typed: str, keys: list[str]) -> None:
    library = toy_library(tmp_path, a="A/1|改进工作协调，打击贩运人口", b="A/2|改进打击贩运人口的工作", c="A/3")
    assert [entry.key for entry in titled(library.known(), typed)] == keys
