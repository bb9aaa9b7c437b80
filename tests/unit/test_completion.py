"""Names are completed by their beginning, by what they hold, and by the initials of their pinyin."""

from __future__ import annotations

import pytest

from store.search.completion import completed

TAGS = ("我方立场", "议题/受害人保护", "议题", "受害人", "AI治理")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", list(TAGS)),
        ("议", ["议题/受害人保护", "议题"]),
        ("受害", ["受害人", "议题/受害人保护"]),
        ("保护", ["议题/受害人保护"]),
        ("shr", ["受害人", "议题/受害人保护"]),
        ("WF", ["我方立场"]),
        ("ai", ["AI治理"]),
        ("xyz", []),
        ("w", []),
    ],
)
def test_completion(typed: str, expected: list[str]) -> None:
    assert completed(TAGS, typed) == expected
