"""What is seen beside and among the text: a list of switches, each turned at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Input

from store.library.folding import fold
from tui.commands import bindings
from tui.language import _
from tui.screens.picker import Picker, nothing_found
from tui.view_switches import NAMES
from tui.widgets.page.view import View

Turn = Callable[[str], View]
"""Turns a switch and returns how things are seen then."""


@dataclass(frozen=True, slots=True)
class SwitchRow:
    """One switch."""

    name: str
    on: bool
    selectable: ClassVar[bool] = True

    def line(self, width: int) -> Content:
        """Its row."""
        sign = "✓" if self.on else " "
        state = "" if self.on else _("off")
        return Content.assemble((f"{sign} ", "$secondary"), _(NAMES[self.name]), "  ", (state, "$text-muted"))


class ViewScreen(Picker[SwitchRow, None]):
    """Turns switches until one closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("view")]

    def __init__(self, view: View, turn: Turn) -> None:
        super().__init__(Content.styled(_("View"), "bold"), _("part of a name"))
        self._view = view
        self._turn = turn

    def typed(self, text: str) -> None:
        """Show the switches that hold what is typed."""
        self._fill(0)

    def chosen(self, row: SwitchRow | None, text: str) -> None:
        """Turn it."""
        if row:
            self._view = self._turn(row.name)
            self._fill(self.list.cursor)

    def _fill(self, cursor: int | None) -> None:
        wanted = fold(self.query_one(Input).value)
        rows = [SwitchRow(name, getattr(self._view, name)) for name in NAMES if wanted in fold(_(NAMES[name]))]
        self.show_rows(rows, "" if rows else nothing_found(self.text), cursor)
