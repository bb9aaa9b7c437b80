"""Asking for what a correction needs: one of several things, or a text of a certain form."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from store.library.folding import fold
from tui.commands import bindings
from tui.screens.picker import Picker, nothing_found
from tui.typeset import visible

Check = Callable[[str], str]
"""Why a text won't do, in a sentence; empty when it will."""


@dataclass(frozen=True, slots=True)
class ValueRow:
    """One of the things to choose from."""

    value: str
    words: str
    aside: str = ""
    selectable: ClassVar[bool] = True

    def line(self, width: int) -> Content:
        """Its row."""
        aside = (f"{visible(self.aside)}  ", "$text-muted") if self.aside else ""
        return Content.assemble(aside, visible(self.words))


class ValueScreen(Picker[ValueRow, str]):
    """Returns the value: of the row chosen where there are rows, else what was typed."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("value")]

    def __init__(
        self,
        title: Content,
        placeholder: str,
        *,
        rows: Sequence[ValueRow] = (),
        start: int = 0,
        value: str = "",
        check: Check = lambda text: "",
    ) -> None:
        super().__init__(title, placeholder, value=value)
        self._rows = rows
        self._first = start
        self._check = check

    def typed(self, text: str) -> None:
        """Show what holds the text, or say why it won't do."""
        if not self._rows:
            self.show_rows([], self._check(text.strip()))
            return
        found = [row for row in self._rows if fold(text) in fold(row.words + row.aside)]
        self.show_rows(found, "" if found else nothing_found(text), 0 if text else self._first)

    def chosen(self, row: ValueRow | None, text: str) -> None:
        """Return it, if it will do."""
        if row:
            self.dismiss(row.value)
        elif not self._rows and not self._check(text.strip()):
            self.dismiss(text.strip())
