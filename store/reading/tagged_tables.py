"""Tables that text recognition leaves in a text as HTML: each row on a line, each cell of a masthead on its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from store.document import Span

_TABLE = re.compile(r"<t(?:able|r|d|h)\b", re.IGNORECASE)
_ROW = re.compile(r"</?tr\b[^<>]*>", re.IGNORECASE)
_CELL = re.compile(r"</?(?:td|th|table|tbody|thead|tfoot|caption)\b[^<>]*>", re.IGNORECASE)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_MASTHEAD = re.compile(r"联合国|聯合國|United Nations|Distr|A/|S/|E/")
SEPARATOR = " | "
"""Put between the cells of a row."""


def rows_of(raw: str, *, at_head: bool) -> list[list[Span]] | None:
    """The cells of each row in a line that holds a table; None for other lines.

    Args:
        raw: one line of the source.
        at_head: the line stands where mastheads do: the cells of a masthead, and their lines, are rows of their own.
    """
    if "<" not in raw or not _TABLE.search(raw):
        return None
    rows = [list(_parts(_CELL, raw, row)) for row in _parts(_ROW, raw, Span(0, len(raw)))]
    rows = [row for row in rows if row]
    if at_head and _MASTHEAD.search(raw):
        return [[part] for row in rows for cell in row for part in _parts(_BREAK, raw, cell)]
    return rows or None


def _parts(between: re.Pattern[str], raw: str, whole: Span) -> Iterator[Span]:
    """The stretches of a stretch that hold anything, between signs of a kind."""
    start = whole.start
    for match in between.finditer(raw, whole.start, whole.end):
        if raw[start : match.start()].strip():
            yield Span(start, match.start())
        start = match.end()
    if raw[start : whole.end].strip():
        yield Span(start, whole.end)
