"""The command palette in the language of the interface."""

from __future__ import annotations

from typing import Any

from textual.await_complete import AwaitComplete
from textual.command import CommandList, CommandPalette
from textual.content import Content
from textual.widgets.option_list import Option
from textual.worker import Worker

from tui.language import _
from tui.screens.closing import ClosedOnce
from tui.screens.command_list import mend_lists


class Palette(CommandPalette, ClosedOnce):
    """Offers all commands, documents and tags by name."""

    def __init__(self) -> None:
        mend_lists()
        super().__init__(placeholder=_("a command, a document, a tag"))

    def dismiss(self, result: Any = None) -> AwaitComplete:
        """Close, and look for nothing more."""
        self.workers.cancel_node(self)
        return super().dismiss(result)

    def _gather_commands(self, search_value: str) -> Worker[None] | None:  # type: ignore[override]
        """Look for what was typed, unless that comes when the palette and its list have gone."""
        return super()._gather_commands(search_value) if self in self.app.screen_stack else None

    def _start_no_matches_countdown(self, search_value: str) -> None:
        """Say in a while that nothing was found; Textual's own sentence is English and can't be had otherwise."""
        self._stop_no_matches_countdown()
        self._no_matches_timer = self.set_timer(self._NO_MATCHES_COUNTDOWN, lambda: self._say_nothing(search_value))

    def _say_nothing(self, searched: str) -> None:
        if searched:
            words = Content(_("Nothing known matches “{text}”.").format(text=searched))
            self.query_one(CommandList).add_option(Option(words, disabled=True, id=self._NO_MATCHES))
        self._list_visible = bool(searched)
