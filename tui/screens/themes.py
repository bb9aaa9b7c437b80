"""The choice of a theme: each is seen as one goes through the list, and kept with Enter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.content import Content
from textual.theme import Theme

from store.library.folding import fold
from tui.commands import bindings
from tui.language import _
from tui.screens.picker import Picker, nothing_found
from tui.themes import theme_name
from tui.typeset import Widths, widths_for
from tui.widgets.columns import cell
from tui.widgets.rows import Rows

_NAME = 22
"""Cells of a name."""


@dataclass(frozen=True, slots=True)
class ThemeRow:
    """One theme."""

    theme: Theme
    widths: Widths
    selectable: ClassVar[bool] = True

    def line(self, width: int) -> Content:
        """Its row."""
        kind = _("dark ground") if self.theme.dark else _("light ground")
        ours = self.theme.name if theme_name(self.theme.name) != self.theme.name else ""
        names = cell(theme_name(self.theme.name), _NAME, self.widths), cell(ours, _NAME, self.widths)
        return Content.assemble(names[0], (f"{names[1]}{kind}", "$text-muted"))


class ThemeScreen(Picker[ThemeRow, str]):
    """Returns the name of the theme to keep; closed with Escape it leaves the one there was."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("themes")]

    def __init__(self, themes: list[Theme], show: Callable[[str], None]) -> None:
        """Offer themes, the first being the one there is.

        Args:
            themes: All of them.
            show: Paints the app in the theme of a name.
        """
        super().__init__(Content(_("Theme")), _("part of a name"))
        self._themes = themes
        self._show = show
        self._widths = widths_for()

    def typed(self, text: str) -> None:
        """Show those whose name holds what is typed."""
        wanted = fold(text)
        found = [each for each in self._themes if wanted in fold(f"{theme_name(each.name)} {each.name}")]
        self.show_rows([ThemeRow(each, self._widths) for each in found], "" if found else nothing_found(text))

    @on(Rows.Highlighted)
    def preview(self) -> None:
        """Paint the app in the theme at the cursor."""
        row = self.list.current
        if row:
            self._show(row.theme.name)

    def chosen(self, row: ThemeRow | None, text: str) -> None:
        """Keep it."""
        if row:
            self.dismiss(row.theme.name)

    def action_close(self) -> None:
        """Go back to the theme there was."""
        self._show(self._themes[0].name)
        self.dismiss(None)
