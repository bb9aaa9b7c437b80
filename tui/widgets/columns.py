"""Columns of a table on a grid of cells: aligned by width and not by length, giving way when there is no room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content

from tui.typeset import Widths

GAP = 2
"""Cells between two columns."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column."""

    heading: str
    most: int
    """The widest it may be in cells, however long its texts are."""
    keeps: int
    """How long it stays when there is no room: the column with the smallest number goes first."""
    right: bool = False
    """Set flush right: for numbers."""
    least: int | None = None
    """Of the one column that takes what the others leave: how narrow it may become."""


def plan(columns: Sequence[Column], rows: Sequence[Sequence[str]], width: int, widths: Widths) -> dict[int, int]:
    """The columns that have room, by index in their order, each with its cells."""
    needs = [_need(column, [row[index] for row in rows], widths) for index, column in enumerate(columns)]
    cells = {
        index: need if column.least is None else min(need, column.least)
        for index, (column, need) in enumerate(zip(columns, needs, strict=True))
    }
    while len(cells) > 1 and _total(cells) > width:
        del cells[min(cells, key=lambda index: columns[index].keeps)]
    for index in cells:
        room = width - _total(cells)
        cells[index] = max(1, min(needs[index], cells[index] + room))
    return cells


def cell(text: str, cells: int, widths: Widths, *, right: bool = False) -> str:
    """A text cut or filled to a number of cells."""
    clipped = widths.clip(text, cells)
    blank = " " * (cells - widths.measure(clipped))
    return blank + clipped if right else clipped + blank


def line(
    texts: Sequence[str],
    styles: Sequence[str],
    columns: Sequence[Column],
    cells: dict[int, int],
    widths: Widths,
) -> Content:
    """One row of the table."""
    parts = [
        Content.styled(cell(texts[index], width, widths, right=columns[index].right), styles[index])
        for index, width in cells.items()
    ]
    return Content(" " * GAP).join(parts)


def _need(column: Column, texts: Sequence[str], widths: Widths) -> int:
    longest = max((widths.measure(text) for text in (column.heading, *texts)), default=0)
    return min(column.most, longest)


def _total(cells: dict[int, int]) -> int:
    return sum(cells.values()) + GAP * (len(cells) - 1)
