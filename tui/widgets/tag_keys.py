"""The line of the tags that have keys, so that one need not remember which key gives which."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from tui.typeset import visible, widths_for
from tui.widgets.page.tag_inks import ink_number, named_inks, tag_inks
from tui.widgets.painting import fill

_GAP = "  "
_ROOM = 18
"""Rows of a window from which on there is room for the line."""


class TagKeys(Widget):
    """Shows keys and tags; a click gives the tag."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"tag-keys--tag", "tag-keys--link"}
    DEFAULT_CSS = """
    TagKeys {
        height: 1; padding: 0 1; color: $text-muted; display: none;
        & > .tag-keys--tag { color: $secondary; }
        & > .tag-keys--link { color: $accent; }
    }
    """

    ambiguous_width: reactive[int] = reactive(1)
    """Cells of “ ” — … in this terminal: 1 or 2."""

    class Pressed(Message):
        """A tag of the line was clicked."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    def __init__(self) -> None:
        super().__init__()
        self._tags: Sequence[tuple[str, str, str]] = ()

    def show(self, tags: Sequence[tuple[str, str, str]]) -> None:
        """Show these keys, each with its tag and the name of the tag's colour, if it has one."""
        if tags != self._tags:
            self._tags = tags
            self.refresh()
        self.fit()

    def fit(self) -> None:
        """Be there only where there are tags with keys, and rows enough."""
        self.display = bool(self._tags) and self.screen.size.height >= _ROOM

    def render_line(self, y: int) -> Strip:
        """Key and tag, one after the other, as many as there is room for."""
        widths, style = widths_for(self.ambiguous_width), self.rich_style
        segments = [part for key, tag, colour in self._shown() for part in self._segments(key, tag, colour, style)]
        return fill(segments, self.size.width, style, widths)

    def on_click(self, event: events.Click) -> None:
        """Give the tag under the mouse."""
        at, measure = event.x - self.styles.padding.left, widths_for(self.ambiguous_width).measure
        for key, tag, _colour in self._shown():
            cells = measure(f"{key} {visible(tag)}{_GAP}")
            if 0 <= at < cells:
                self.post_message(self.Pressed(key))
                return
            at -= cells

    def _shown(self) -> list[tuple[str, str, str]]:
        """Those that fit: a name that is cut would be taken for another."""
        measure, room = widths_for(self.ambiguous_width).measure, self.size.width
        shown = []
        for each in self._tags:
            room -= measure(f"{each[0]} {visible(each[1])}")
            if room < 0:
                break
            shown.append(each)
            room -= len(_GAP)
        return shown

    def _segments(self, key: str, tag: str, colour: str, style: Style) -> list[Segment]:
        ink, link = (self.get_component_rich_style(f"tag-keys--{name}") for name in ("tag", "link"))
        shades = named_inks(ink.without_color + Style(color=ink.color), style)
        named = shades.get(colour) or tag_inks(Style(color=ink.color), link, style)[ink_number(tag)]
        return [Segment(f"{key} ", style), Segment(visible(tag), style + named), Segment(_GAP, style)]
