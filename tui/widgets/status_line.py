"""The line below the text: where one is, and how far one has read."""

from __future__ import annotations

from rich.segment import Segment
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from tui.typeset import visible, widths_for
from tui.widgets.painting import fill

_GAP = 2
"""Cells between the address and the per cent, at least."""


class StatusLine(Widget):
    """Shows an address, as one would cite it, and a percentage."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    StatusLine {
        height: 1;
        padding: 0 1;
        color: $text-muted;
    }
    """

    address: reactive[str] = reactive("")
    """Where one is, with what else is to be said of it; cut when there is no room."""
    percent: reactive[int | None] = reactive(None)
    """How far one has read; None shows nothing."""
    ambiguous_width: reactive[int] = reactive(1)
    """Cells of “ ” — … in this terminal: 1 or 2."""

    def render_line(self, y: int) -> Strip:
        """Address and per cent at the two ends of the line."""
        widths = widths_for(self.ambiguous_width)
        width, style = self.size.width, self.rich_style
        percent = "" if self.percent is None else f"{self.percent} %"
        room = max(0, width - len(percent) - _GAP)
        address = widths.clip(visible(self.address), room)
        between = " " * (width - widths.measure(address) - len(percent))
        return fill([Segment(address + between + percent, style)], width, style, widths)
