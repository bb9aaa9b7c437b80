"""What all panels over a screen have in common: help for their own keys, and room for their hints however small."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual.binding import BindingType
from textual.screen import ModalScreen

from tui.commands import bindings
from tui.screens.repainted import Repainted

Result = TypeVar("Result")

_TALL, _ROOMY = 14, 20
"""Rows from which on a panel shows its title, and from which on it has air around it."""


class Panel(ModalScreen[Result], Repainted):
    """A screen that lies over another one until it is closed."""

    CSS_PATH = "panels.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("panel")]

    def __init__(self) -> None:
        super().__init__()
        self.VERTICAL_BREAKPOINTS = [(0, "-low"), (_TALL, "-middle"), (_ROOMY, "-tall")]

    async def action_help(self) -> None:
        """Show the keys of this panel."""
        await self.app.run_action("help")

    def action_close(self) -> None:
        """Close with nothing chosen."""
        self.dismiss(None)
