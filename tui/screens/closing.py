"""Screens that bear being closed at any moment: twice by a key that is repeated, or before they are furnished."""

from __future__ import annotations

from typing import Any

from textual.await_complete import AwaitComplete
from textual.events import Event, Mount
from textual.screen import Screen


class ClosedOnce(Screen[Any]):
    """Closes itself once, and never what lies over or under it."""

    def dismiss(self, result: Any = None) -> AwaitComplete:
        """Close with a result, when nothing has closed or covered the screen yet."""
        on_top = self.app.screen_stack[-1:] == [self]
        return super().dismiss(result) if on_top else AwaitComplete()

    async def on_event(self, event: Event) -> None:
        """A screen that was closed before it was there is not furnished any more: its widgets have gone."""
        if not isinstance(event, Mount) or self in self.app.screen_stack:
            await super().on_event(event)
