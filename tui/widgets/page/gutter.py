"""The gutter left of the text: narrow columns that say what is to be known of a paragraph. A column is a line here."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from store.document import Block
from tui.typeset import Widths
from tui.widgets.marks import NOTED, TAGGED, Mark
from tui.widgets.page.view import View

CITED = "↩"
"""Before the number of places that cite a paragraph."""
_GAP = 1
_LONGEST_ADDRESS = 9
_PARTS = {"op": "OP", "pp": "PP", "p": "§"}
_ID = re.compile(r"(op|pp|p)(\d+)((?:\.[^.~]+)*)((?:~\d+)?)")


class Beside(NamedTuple):
    """What is known of one paragraph."""

    address: str = ""
    cited: int = 0
    mark: Mark = Mark()


class Column(NamedTuple):
    """One column of the gutter."""

    switch: str
    """Its switch in the view."""
    ink: str
    """The ink in which it is written."""
    cells: int
    """How wide it must be to be of use."""
    says: Callable[[Beside], str]


COLUMNS = (
    Column("signs", "sign", 2, lambda beside: _signs(beside.mark)),
    Column("counts", "beside", 3, lambda beside: f"{CITED}{min(beside.cited, 99)}" if beside.cited else ""),
    Column("addresses", "beside", 4, lambda beside: beside.address),
)
"""From left to right; where there is little room the last ones are kept."""


class Gutter(NamedTuple):
    """The columns there is room for, each with its width in cells, from left to right."""

    columns: tuple[tuple[Column, int], ...] = ()

    @property
    def cells(self) -> int:
        """How wide all of it is, with a gap after each column."""
        return sum(width + _GAP for _, width in self.columns)

    def written(self, beside: Beside, widths: Widths) -> list[tuple[str, str]]:
        """What stands in it beside a paragraph: texts of an exact width, each with its ink. What is too long is not."""
        written = []
        for column, width in self.columns:
            text = column.says(beside)
            cells = widths.measure(text)
            shown = " " * (width - cells) + text if cells <= width else " " * width
            written.append((shown + " " * _GAP, column.ink))
        return written


NO_GUTTER = Gutter()
NOTHING = Beside()


def plan_gutter(blocks: Sequence[Block], view: View, room: int, widths: Widths) -> Gutter:
    """The columns that are switched on, as far as there is room."""
    longest = _longest_address(blocks, widths) if view.addresses else 0
    wanted = {"addresses": longest, "signs": widths.measure(TAGGED + NOTED)}
    columns: list[tuple[Column, int]] = []
    for column in reversed(COLUMNS):
        if getattr(view, column.switch) and column.cells + _GAP <= room:
            room -= column.cells + _GAP
            columns.insert(0, (column, column.cells))
    for index, (column, cells) in enumerate(columns):
        more = min(room, max(0, wanted.get(column.switch, cells) - cells))
        columns[index] = column, cells + more
        room -= more
    return Gutter(tuple(columns))


def short_address(place: str) -> str:
    """A paragraph's id as one notes it down: PP3, OP5(a), §98; nothing for what has no such name."""
    found = _ID.fullmatch(place)
    if not found:
        return ""
    kind, number, items, again = found.groups()
    return f"{_PARTS[kind]}{number}{''.join(f'({item})' for item in items.split('.')[1:])}{again}"


def _longest_address(blocks: Sequence[Block], widths: Widths) -> int:
    longest = max((block.id for block in blocks if block.id[0] in "op"), key=len, default="")
    return min(_LONGEST_ADDRESS, widths.measure(short_address(longest)))


def _signs(mark: Mark) -> str:
    return mark.signs
