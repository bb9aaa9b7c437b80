"""A question before something that one may not want."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tui.commands import bindings
from tui.screens.panel import Panel
from tui.typeset import visible
from tui.widgets.key_hints import KeyHints


class ConfirmScreen(Panel[bool]):
    """Returns True when the user agrees."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("confirm")]

    def __init__(self, question: str) -> None:
        super().__init__()
        self._question = question

    def compose(self) -> ComposeResult:
        """Question, hint."""
        with Vertical(classes="panel short"):
            yield Static(Content(visible(self._question)), markup=False)
            yield KeyHints()

    def action_agree(self) -> None:
        """Do it."""
        self.dismiss(True)
