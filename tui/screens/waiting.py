"""What one waits for and how far it is, in a panel that Escape leaves."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import ProgressBar, Static

from tui.commands import bindings
from tui.screens.panel import Panel
from tui.typeset import visible
from tui.waiting import Waiting
from tui.widgets.key_hints import KeyHints

_LOOK = 0.1
"""Seconds between two looks at how far it is."""


class WaitingScreen(Panel[None]):
    """Closes by itself when the work is over."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("waiting")]

    def __init__(self, waiting: Waiting) -> None:
        super().__init__()
        self.waiting = waiting

    def compose(self) -> ComposeResult:
        """What, how far, hint."""
        with Vertical(classes="panel short"):
            yield Static(Content(visible(self.waiting.what)), classes="panel-title", markup=False)
            yield ProgressBar(100, show_percentage=False, show_eta=False)
            yield Static(id="words", markup=False)
            yield KeyHints()

    def on_mount(self) -> None:
        """Look again and again."""
        self._look()
        self.set_interval(_LOOK, self._look)

    def action_close(self) -> None:
        """Wait no longer."""
        self.waiting.give_up()
        self.dismiss(None)

    def _look(self) -> None:
        if self.waiting.is_over and self.is_current:
            self.dismiss(None)
            return
        self.query_one(ProgressBar).update(progress=100 * self.waiting.share)
        self.query_one("#words", Static).update(Content(self.waiting.words))
