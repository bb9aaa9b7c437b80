"""Screens that are painted whole when something that lies over the text moves.

Textual sends the terminal only the part that a notice or a panel covers now. Where that part ends in the middle of
a character two cells wide, the terminal blanks the other half in a colour of its own, and the blot would stay.
"""

from __future__ import annotations

from typing import Any

from textual.geometry import Region, Size
from textual.screen import Screen

from tui.screens.closing import ClosedOnce

_OVERLAYS = "Toast, Floating, .panel, #side"


class Repainted(ClosedOnce):
    """Paints itself whole when an overlay has come, gone, moved or changed its size."""

    _covered: frozenset[Region] = frozenset()
    _painted: Size = Size(0, 0)
    """The size for which all was painted: a terminal of another size is painted whole anyway."""

    def on_mount(self) -> None:
        """Look after each change of the layout."""
        self.screen_layout_refresh_signal.subscribe(self, self._repaint)

    def _repaint(self, _screen: Screen[Any]) -> None:
        covered = frozenset(widget.region for widget in self.query(_OVERLAYS) if widget.display)
        moved, sized = covered != self._covered, self.size != self._painted
        self._covered, self._painted = covered, self.size
        if moved and not sized:
            self.refresh()
