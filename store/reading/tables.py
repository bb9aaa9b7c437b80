"""Rows of tables that were set with tabs or wide spaces, kept readable: one row a block, its cells apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from store.document import Span
from store.reading.lines import Line
from store.reading.passage import joined
from store.reading.tagged_tables import SEPARATOR

_GAP = re.compile(r"\t+ *| *\t+|[ \u3000]{2,}")
_WIDE = re.compile(r"\t|[ \u3000]{3,}")
"""What parts the cells of one row of a table at least."""
_SPACES = re.compile(r"[\t\u3000]|  ")
"""What each of these gaps holds."""
_FIGURE = re.compile(r"[-–—]|[(（]?[-–+]?[\d][\d\s.,%％()（）*–-]*")


def part_tables(lines: Sequence[Line]) -> list[Line]:
    """The lines with each row of a table as a row: two rows or more that stand together, with as many cells."""
    parted = list(lines)
    for start, end in _tables(lines):
        parted[start:end] = map(_row, lines[start:end])
    return [_row(line) if line.row and _GAP.search(line.text) else line for line in parted]


def _tables(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    index, cells = 0, [_cells(line) for line in lines]
    while index < len(lines):
        end = index
        while end < len(lines) and cells[end] == cells[index] > 1:
            end += 1
        wide = end - index > 1 and any(_WIDE.search(line.text) for line in lines[index:end])
        if wide and (cells[index] > 2 or _figures(lines[index:end])):
            yield index, end
        index = max(end, index + 1)


def _figures(lines: Sequence[Line]) -> bool:
    """Whether the last cells of rows are figures, but for the one that heads them."""
    found = sum(_FIGURE.fullmatch(_GAP.split(line.text)[-1]) is not None for line in lines)
    return found >= 2 and found + 1 >= len(lines)


def _cells(line: Line) -> int:
    if line.row or line.label is not None or line.marked or not _SPACES.search(line.text):
        return 0
    return len(_GAP.split(line.text))


def _row(line: Line) -> Line:
    places = [0, *(place for match in _GAP.finditer(line.text) for place in match.span()), len(line.text)]
    spans = [Span(start, end) for start, end in zip(places[::2], places[1::2], strict=True)]
    cells = [line.passage.slice(*span) for span in spans]
    return replace(line, passage=joined(cells, [SEPARATOR] * (len(cells) - 1)), row=True)
