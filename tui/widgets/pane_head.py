"""The head line of one pane of two: what is read in it, whether one is in it, whether it is pinned."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from tui.typeset import visible, widths_for
from tui.widgets.page.geometry import BAR
from tui.widgets.painting import fill

_GAP = "   "
_LEAST = 12
"""Cells of the title below which what is said of it gives way."""


class PaneHead(Widget):
    """Shows symbol and title, with a bar and in bold where one is."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"pane-head--bar", "pane-head--quiet", "pane-head--sign"}
    DEFAULT_CSS = """
    PaneHead {
        height: 1;
        padding: 0 1;
        .pane-head--bar { color: $accent; }
        .pane-head--quiet { color: $text-muted; }
        .pane-head--sign { color: $foreground; text-style: bold; }
    }
    """

    names: reactive[tuple[str, str]] = reactive(("", ""))
    """Symbol and title."""
    particulars: reactive[str] = reactive("")
    """What else is said of the document, where there is room."""
    sign: reactive[str] = reactive("")
    """What the pane is for, in place of the particulars."""
    is_active: reactive[bool] = reactive(False)
    """Whether one is in the pane."""
    ambiguous_width: reactive[int] = reactive(1)
    """Cells of “ ” — … in this terminal: 1 or 2."""

    def render_line(self, y: int) -> Strip:
        """Bar, symbol and title at the left end, what is said of them at the right one."""
        widths, base, width = widths_for(self.ambiguous_width), self.rich_style, self.size.width
        quiet = self._ink("quiet")
        title = base + (Style(bold=True) if self.is_active else quiet)
        symbol, name = (visible(each) for each in self.names)
        bar = BAR if self.is_active else " " * widths[BAR]
        room = width - widths.measure(bar) - 1
        said = visible(self.sign or self.particulars)
        left = _GAP.join(filter(None, (symbol, name)))
        space = room - widths.measure(said) - len(_GAP)
        if not said or space < (_LEAST if self.sign else widths.measure(left)):
            said, space = "", room
        left = widths.clip(left, space)
        between = " " * (room - widths.measure(left) - widths.measure(said))
        segments = [
            Segment(f"{bar} ", base + self._ink("bar")),
            Segment(left, title),
            Segment(between, base),
            Segment(said, base + (self._ink("sign") if self.sign else quiet)),
        ]
        return fill(segments, width, base, widths)

    def _ink(self, name: str) -> Style:
        return self.get_component_rich_style(f"pane-head--{name}", partial=True)
