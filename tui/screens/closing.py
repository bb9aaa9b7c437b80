"""Screens that bear being closed at any moment: twice by a key that is repeated, or before they are furnished."""

from __future__ import annotations

from typing import Any

from textual.await_complete import AwaitComplete
from textual.events import Event, Mount
from textual.geometry import Offset
from textual.screen import Screen
from textual.widget import Widget


class ClosedOnce(Screen[Any]):
    """Closes itself once, and never what lies over or under it."""

    def dismiss(self, result: Any = None) -> AwaitComplete:
        """Close with a result, when nothing has closed or covered the screen yet."""
        on_top = self.app.screen_stack[-1:] == [self]
        return super().dismiss(result) if on_top else AwaitComplete()

    def get_widget_and_offset_at(self, x: int, y: int) -> tuple[Widget | None, Offset | None]:
        """What stands at a cell, and where in it; nothing where it was removed and is only painted still.

        Textual begins a selection there and would ask the container of a widget that has none any more.
        """
        widget, offset = super().get_widget_and_offset_at(x, y)
        return (widget, offset) if widget is None or widget.parent is not None else (None, None)

    async def on_event(self, event: Event) -> None:
        """A screen that was closed before it was there is not furnished any more: its widgets have gone."""
        if not isinstance(event, Mount) or self in self.app.screen_stack:
            await super().on_event(event)
