"""The order in which a page is read: across it, or down one column and then the next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from store.reading.pdf.pages import Page
from store.reading.pdf.tables import BETWEEN_CELLS, gather_tables, mark_open_rows, with_whole_cells
from store.reading.pdf.typeset import Piece, as_line

_LEAST = 4
"""Lines that each of two columns has, at least."""
_FILLED = 0.7
"""How much of a column's width its lines take: those of a table take less."""
_STEP = 3.0
_APART = 3.0
"""A gap in a masthead, in sizes of type, that parts what stands left and right."""
_CLOSE = 1.8
"""How far the lines of one paragraph stand from each other, in sizes of type, at most."""

Rows = Sequence[list[Piece]]


@dataclass(slots=True)
class Column:
    """Lines that are read from top to bottom."""

    left: float
    right: float
    lines: list[Piece]
    masthead: bool = False
    """It stands above the text of the first page."""


class _Stretch(NamedTuple):
    """Rows that stand in two columns."""

    start: int
    end: int
    middle: float
    weight: int


def columns_of(page: Page) -> list[Column]:
    """The columns of a page's text, in order of reading."""
    rows = gather_tables(page.rows, page.strokes)
    head = _masthead_end(rows) if page.number == 1 and rows else 0
    lines = _masthead(rows[:head], page.width / 2)
    columns = [replace(_column(lines), masthead=True)] if lines else []
    columns.extend(_arranged(rows[head:]))
    return columns


def _column(lines: list[Piece]) -> Column:
    prose = [line for line in lines if not line.row] or lines
    edges = Counter(round(line.left / _STEP) for line in prose)
    common = {edge for edge, times in edges.items() if times * 10 >= len(prose)}
    left = min(line.left for line in prose if round(line.left / _STEP) in common or len(common) == len(edges))
    return Column(left, max(line.right for line in prose), lines)


def _masthead_end(rows: Rows) -> int:
    """Where on the first page the text begins: at two columns, or the first line that runs over most of its width."""
    stretch = _two_columns(rows)
    end = stretch.start if stretch else len(rows)
    left, right = min(row[0].left for row in rows), max(piece.right for row in rows for piece in row)
    for index, row in enumerate(rows[:end]):
        wide = row[-1].right - row[0].left > 0.6 * (right - left)
        if row[0].row or (wide and not any(_gaps(row))):
            return index
    return end if stretch else 0


def _gaps(row: Sequence[Piece]) -> Iterator[bool]:
    for before, piece in pairwise(row):
        yield piece.left - before.right > _APART * min(before.size, piece.size)


def _masthead(rows: Rows, middle: float) -> list[Piece]:
    """The lines of a masthead: in each of its bands those on the left before those on the right of them."""
    lines: list[Piece] = []
    band: list[Piece] = []
    for row in rows:
        if band and row[0].base - band[-1].base > _CLOSE * row[0].size:
            lines += _in_band(band, middle)
            band = []
        parts = [[row[0]]]
        for piece, apart in zip(row[1:], _gaps(row), strict=True):
            if apart:
                parts.append([])
            parts[-1].append(piece)
        band += [as_line(part) for part in parts]
    return lines + _in_band(band, middle)


def _in_band(band: Sequence[Piece], middle: float) -> list[Piece]:
    right = [piece for piece in band if piece.left >= middle - 2]
    last = max((piece.base for piece in right), default=0.0)
    left = [piece for piece in band if piece.left < middle - 2]
    beside = [piece for piece in left if piece.base <= last + 1]
    return [*beside, *right, *(piece for piece in left if piece.base > last + 1)]


def _arranged(rows: Rows) -> list[Column]:
    """Rows as columns; those beside each other are read one after the other."""
    if not rows:
        return []
    stretch = _two_columns(rows)
    if stretch is None:
        return [_column(_lines(rows))]
    start, end, middle, _ = stretch
    left = [own for row in rows[start:end] if (own := [piece for piece in row if piece.right <= middle])]
    right = [own for row in rows[start:end] if (own := [piece for piece in row if piece.left >= middle])]
    return [
        *_arranged(rows[:start]),
        _column([as_line(row) for row in left]),
        _column([as_line(row) for row in right]),
        *_arranged(rows[end:]),
    ]


def _lines(rows: Rows) -> list[Piece]:
    """Rows that run across the page as lines; those of a table without strokes are marked."""
    rows = with_whole_cells(rows)
    open_rows = mark_open_rows(rows)
    lines = []
    for row, is_open in zip(rows, open_rows, strict=True):
        line = as_line(row)
        if is_open:
            whole = row[0]
            for piece in row[1:]:
                whole = whole.followed_by(piece, BETWEEN_CELLS)
            line = replace(whole, row=True)
        lines.append(line)
    return lines


def _two_columns(rows: Rows) -> _Stretch | None:
    """The longest run of rows with a gutter down the middle and lines of prose on both sides of it."""
    left, right = min(row[0].left for row in rows), max(piece.right for row in rows for piece in row)
    places = range(int((right - left) * 0.24 / _STEP))
    found = [
        stretch
        for place in places
        for stretch in _runs(rows, left + (right - left) * 0.38 + place * _STEP)
        if stretch.weight >= _LEAST and _is_prose(rows, stretch, left, right)
    ]
    return max(found, key=lambda stretch: stretch.weight, default=None)


def _runs(rows: Rows, middle: float) -> Iterator[_Stretch]:
    """The runs of rows that nothing crosses at a place, from where both sides begin to where both end."""
    start = 0
    for end in range(len(rows) + 1):
        if end < len(rows) and not _is_crossed(rows[end], middle):
            continue
        if end - start >= _LEAST:
            yield _trimmed(rows, start, end, middle)
        start = end + 1


def _is_crossed(row: Sequence[Piece], middle: float) -> bool:
    """Whether a row runs over the gutter, or is one of a table."""
    if len(row) > 2 and all(2 * (piece.right - piece.left) < row[-1].right - row[0].left for piece in row):
        return True
    return any(piece.row or piece.left < middle < piece.right for piece in row)


def _trimmed(rows: Rows, start: int, end: int, middle: float) -> _Stretch:
    on_left = [index for index in range(start, end) if rows[index][0].left < middle]
    on_right = [index for index in range(start, end) if rows[index][-1].left > middle]
    if not on_left or not on_right:
        return _Stretch(start, end, middle, 0)
    first = max(on_left[0], on_right[0])
    top = rows[first][0].base - _CLOSE / 2 * rows[first][0].size
    while start < end and rows[start][0].base < top:
        start += 1
    last = min(on_left[-1], on_right[-1]) + 1
    wide = max(rows[index][0].right - rows[index][0].left for index in on_left)
    filled = (index for index in on_left if rows[index][0].right - rows[index][0].left >= _FILLED * wide)
    last = max(last, *(index + 1 for index in filled))
    while last < end and (
        last in on_right or rows[last][0].base - rows[last - 1][0].base <= _CLOSE * rows[last][0].size
    ):
        last += 1
    sides = [sum(start <= index < last for index in side) for side in (on_left, on_right)]
    return _Stretch(start, last, middle, min(sides))


def _is_prose(rows: Rows, stretch: _Stretch, left: float, right: float) -> bool:
    start, end, middle, _ = stretch
    for side, low, high in ((0, left, middle), (-1, middle, right)):
        own = [row for row in rows[start:end] if low - 1 <= row[side].left < high]
        widths = [max(p.right for p in row if p.left < high) - min(p.left for p in row if p.left >= low) for row in own]
        if not widths or median(widths) < _FILLED * (max(widths)) or max(widths) < _FILLED * (high - low):
            return False
    return True
