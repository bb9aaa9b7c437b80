"""Tables: what stands between strokes is a cell, and cells side by side are the row of a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import reduce
from typing import NamedTuple

from store.reading.pdf.glyphs import Box, is_wide
from store.reading.pdf.typeset import Piece

_TOUCH = 3.0
"""Points by which strokes may miss each other that meet."""
_SPAN = 0.6
"""How much of the table's width a stroke crosses that parts two rows."""
_CLOSE = 1.9
"""Sizes of type by which the lines of one cell stand apart, at most."""
BETWEEN_CELLS = " | "


class _Table(NamedTuple):
    box: Box
    downs: list[Box]
    bands: list[float]
    """Where its rows begin and end."""


def gather_tables(rows: Sequence[list[Piece]], strokes: Sequence[Box]) -> list[list[Piece]]:
    """The rows of a page; what stands in a table between strokes comes as one piece for each row of the table."""
    found = list(rows)
    for table in _tables(strokes):
        inside = [row for row in found if all(_is_inside(piece, table.box) for piece in row)]
        if inside:
            at = found.index(inside[0])
            own = {id(row) for row in inside}
            before, after = found[:at], [row for row in found[at:] if id(row) not in own]
            found = [*before, *([piece] for piece in _table_rows(table, inside)), *after]
    return found


def _tables(strokes: Sequence[Box]) -> list[_Table]:
    tables = []
    for group in _connected(strokes):
        downs = [box for box in group if box.bottom - box.top > box.right - box.left]
        acrosses = [box for box in group if box.bottom - box.top <= box.right - box.left]
        box = _around(group)
        bands = _distinct(_crossing(acrosses, box))
        if len(bands) > 1 and len(_distinct([down.left for down in downs])) > 1:
            tables.append(_Table(box, downs, bands))
    return tables


def _connected(strokes: Sequence[Box]) -> list[list[Box]]:
    """Strokes that touch each other."""
    groups: list[tuple[Box, list[Box]]] = []
    for stroke in strokes:
        touching = [group for group in groups if any(_touch(stroke, other) for other in group[1])]
        merged = [stroke, *(box for _, boxes in touching for box in boxes)]
        groups = [group for group in groups if group not in touching]
        groups.append((_around(merged), merged))
    return [boxes for _, boxes in groups if len(boxes) > 3]


def _touch(one: Box, other: Box) -> bool:
    return (
        one.left <= other.right + _TOUCH
        and other.left <= one.right + _TOUCH
        and one.top <= other.bottom + _TOUCH
        and other.top <= one.bottom + _TOUCH
    )


def _around(boxes: Sequence[Box]) -> Box:
    return Box(
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )


def _crossing(acrosses: Sequence[Box], around: Box) -> list[float]:
    """The heights at which strokes cross most of the table."""
    heights: dict[int, float] = {}
    for box in acrosses:
        heights[round(box.top / _TOUCH)] = heights.get(round(box.top / _TOUCH), 0.0) + box.right - box.left
    wide = around.right - around.left
    return [place * _TOUCH for place, length in heights.items() if length >= _SPAN * wide]


def _distinct(places: Sequence[float]) -> list[float]:
    kept: list[float] = []
    for place in sorted(places):
        if not kept or place - kept[-1] > 2 * _TOUCH:
            kept.append(place)
    return kept


def _is_inside(piece: Piece, box: Box) -> bool:
    middle = piece.base - 0.3 * piece.size
    return box.left - 1 <= (piece.left + piece.right) / 2 <= box.right + 1 and box.top <= middle <= box.bottom


def _table_rows(table: _Table, inside: Sequence[Sequence[Piece]]) -> list[Piece]:
    cells: dict[tuple[int, int], list[Piece]] = {}
    for row in inside:
        for piece in row:
            band = sum(piece.base - 0.3 * piece.size > edge for edge in table.bands)
            cells.setdefault((band, _column(table, piece)), []).append(piece)
    rows = []
    for band in sorted({band for band, _ in cells}):
        own = [reduce(below, cells[place]) for place in sorted(cells) if place[0] == band]
        whole = reduce(lambda one, other: one.followed_by(other, BETWEEN_CELLS), own)
        rows.append(replace(whole, row=True, base=min(cell.base for cell in own)))
    return rows


def _column(table: _Table, piece: Piece) -> int:
    middle = piece.base - 0.3 * piece.size
    walls = _distinct([down.left for down in table.downs if down.top <= middle <= down.bottom])
    return sum(piece.left > wall - 1 for wall in walls)


def below(piece: Piece, other: Piece) -> Piece:
    """Two lines of one cell as one."""
    wide = is_wide(piece.text[-1]) or is_wide(other.text[0])
    return piece.followed_by(other, "" if wide or piece.text[-1] == "-" else " ")


def with_whole_cells(rows: Sequence[list[Piece]]) -> list[list[Piece]]:
    """The rows; a line that only goes on with cells of the row above it, none in its first column, is part of that."""
    found: list[list[Piece]] = []
    bottom = 0.0
    for row in rows:
        above = found[-1] if found else []
        close = bool(above) and 0 < row[0].base - bottom <= _CLOSE * row[0].size
        homes = (
            [_home(piece, above) for piece in row] if close and len(above) > 1 and not _is_label(above[0].text) else []
        )
        if homes and all(homes):
            for piece, home in zip(row, homes, strict=True):
                above[home] = below(above[home], piece)
        else:
            found.append(list(row))
        bottom = row[0].base
    return found


def _home(piece: Piece, above: Sequence[Piece]) -> int:
    """Which cell of a row a piece stands under, the first not counted; 0 for none."""
    return next((i for i, cell in enumerate(above) if i and abs(cell.left - piece.left) <= _TOUCH), 0)


def mark_open_rows(lines: Sequence[Sequence[Piece]]) -> list[bool]:
    """Which rows of pieces stand one above the other in columns, as a table without strokes."""
    starts = [[round(piece.left) for piece in row[1:]] for row in lines]
    return [
        len(row) > 1
        and not _is_label(row[0].text)
        and any(
            _aligned(starts[index], starts[other])
            for other in (index - 1, index + 1)
            if 0 <= other < len(lines) and not _is_label(lines[other][0].text)
        )
        for index, row in enumerate(lines)
    ]


def _aligned(own: Sequence[int], other: Sequence[int]) -> bool:
    return any(abs(one - two) <= _TOUCH for one in own for two in other)


def _is_label(text: str) -> bool:
    """Whether the gap after a text may only set off a label."""
    return len(text) <= 6 and not text.isalpha() and not text.isdecimal()
