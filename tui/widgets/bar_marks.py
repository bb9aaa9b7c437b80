"""What each cell of a scroll bar shows. Pure: knows a page's heights and where marks are, no widget."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from tui.widgets.page.heights import Heights

CellKind = Literal["cursor", "hit", "annotated", "thumb", "track"]

SIGNS: dict[CellKind, str] = {"cursor": "◂", "hit": "▪", "annotated": "✎", "thumb": "▐", "track": " "}
"""One cell each in every terminal."""


class Marked(NamedTuple):
    """Where things are in a document: indices of blocks, sorted."""

    annotated: Sequence[int] = ()
    hits: Sequence[int] = ()


def cells_of(heights: Heights, rows: int, marked: Marked) -> list[CellKind]:
    """What is marked in each of the rows of a bar, thumb and cursor left out; "track" where nothing is."""
    if not heights.total or not rows:
        return ["track"] * rows
    edges = [heights.find(min(heights.total - 1, row * heights.total // rows))[0] for row in range(rows)]
    edges.append(len(heights))
    kinds: list[CellKind] = []
    for start, stop in pairwise(edges):
        stop = max(stop, start + 1)
        if _any(marked.hits, start, stop):
            kinds.append("hit")
        else:
            kinds.append("annotated" if _any(marked.annotated, start, stop) else "track")
    return kinds


def cell_of(row: int, total: int, rows: int) -> int:
    """The cell of a bar in which a row of the page is marked."""
    return min(rows - 1, row * rows // max(1, total))


def thumb_of(first: int, seen: int, total: int, rows: int) -> range:
    """The cells for the part of the page that is in view; none when all of it is."""
    if total <= seen:
        return range(0)
    start = cell_of(first, total, rows)
    length = max(1, round(rows * seen / total))
    if first + seen >= total:
        start = rows - length
    return range(min(start, rows - length), min(start, rows - length) + length)


def row_at(cell: int, seen: int, total: int, rows: int) -> int:
    """The first row in view when a cell of the bar is to be its middle."""
    return max(0, min(total - seen, cell * total // max(1, rows) - seen // 2))


def _any(indices: Sequence[int], start: int, stop: int) -> bool:
    at = bisect_left(indices, start)
    return at < len(indices) and indices[at] < stop
