"""Characters of a text replaced, each by one other, so that every position stays true."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property


class Replacing:
    """A table of characters as a function of texts.

    Most characters of a text are in no table: an expression passes over those ten times as fast as `str.translate`.
    """

    def __init__(self, table: Mapping[str, str]) -> None:
        """`table`: characters that are not ASCII, each with the one that takes its place."""
        self._table = {before: after for before, after in table.items() if before != after}

    def __call__(self, text: str) -> str:
        """The text with the characters of the table replaced."""
        return text if text.isascii() else self._replaced.sub(self._other, text)

    @cached_property
    def _replaced(self) -> re.Pattern[str]:
        return re.compile(f"[{re.escape(''.join(self._table))}]")

    def _other(self, found: re.Match[str]) -> str:
        return self._table[found[0]]
