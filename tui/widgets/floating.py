"""What floats beside its cause: laid over the screen, set in lines, with the keys while it is open.

It is a widget and no screen of its own: the text below stays alive, so that another marker can be clicked and what
was followed stays lit. It takes the focus while it is open, and with it the keys; a click elsewhere takes the focus
away and closes it. What it shows a subclass says.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.content import Content
from textual.errors import NoWidget
from textual.geometry import Offset, Region, Size, clamp
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip
from textual.widget import Widget

from tui.typeset import Line, Widths, widths_for
from tui.widgets.letters import LetteredView, TakesKeys
from tui.widgets.painting import fill

_NARROWEST = 2
"""Cells in which any character fits; what is wider than the screen is cut."""
_FRAME = 2
"""Cells and rows that the border takes."""
_PADDING = 2
_BAR = 1
"""Cells of the scroll bar."""


@dataclass
class FloatingMessage(Message):
    """Something that what floats says."""

    floating: Floating

    @property
    def control(self) -> Floating:
        """What says it."""
        return self.floating


class Floating(LetteredView, can_focus=True, inherit_bindings=False):
    """Stands beside its cause, never over its line."""

    ALLOW_SELECT = False
    widest: ClassVar[int] = 46
    """Cells of the longest line: a footnote is narrower than the text that calls it."""
    share: ClassVar[int] = 3
    """It takes one part in so many of the screen's height at most."""

    DEFAULT_CSS = """
    Floating {
        display: none;
        overlay: screen;
        padding: 0 1;
        overflow: hidden auto;
        scrollbar-size-vertical: 1;
        background: $panel;
        color: $foreground;
        border: round $foreground-muted;
        border-title-color: $foreground;
        border-subtitle-color: $text-muted;
    }
    """

    ambiguous_width: var[int] = var(1)
    """Cells of “ ” — … in this terminal: 1 or 2."""

    @dataclass
    class TextWanted(FloatingMessage):
        """One wants to go on in the text, by an action of it; what floated is closed by then."""

        action: str

    @dataclass
    class Closed(FloatingMessage):
        """It is no longer seen."""

    def __init__(self, *, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self.hung = 0
        """Cells before the lines."""
        self._focused_before: Widget | None = None
        self._area = Region()
        self.is_keyed = True
        """Whether it took the focus, and with it the keys."""
        self.is_kept = False
        """Whether it stays where it is while something else is used."""

    def set_lines(self, room: int, widths: Widths) -> None:
        """Set in lines what is shown, and how far they hang in.

        Args:
            room: Cells for what stands before the lines and the longest of them together.
            widths: Cells of characters.
        """
        raise NotImplementedError

    @property
    def lines(self) -> list[Line]:
        """The lines that were set."""
        raise NotImplementedError

    @property
    def longest(self) -> int:
        """Cells of the longest line with what stands before it."""
        return self.hung + max((line.cells for line in self.lines), default=0)

    def paint_row(self, row: int, base: Style) -> Iterable[Segment]:
        """A line and what stands before it, by its index."""
        raise NotImplementedError

    @property
    def title(self) -> str:
        """What stands in the border above."""
        raise NotImplementedError

    @property
    def hint(self) -> str:
        """Which keys do what, in the border below; empty while the keys are elsewhere."""
        raise NotImplementedError

    def float_beside(self, cause: Region, *, take_focus: bool = True, area: Region | None = None) -> None:
        """Show what is to be shown from its beginning on.

        Args:
            cause: What it is about, by its place on the screen; that line is left uncovered.
            take_focus: The keys are for it; else they stay where they are.
            area: The part of the screen to stand in; else the widget in which the cause is.
        """
        self.is_keyed = take_focus
        self.stand(cause, area or self._area_around(cause))
        self.scroll_to(y=0, animate=False, force=True)
        if take_focus:
            self._take_focus()
        else:
            self.display = True
            self.screen.refresh(layout=True)

    def stand(self, cause: Region, area: Region) -> None:
        """Set all in lines for the room there is, and stand beside the cause."""
        self._area = area
        widths = widths_for(self.ambiguous_width)
        around = _FRAME + _PADDING
        self.set_lines(max(_NARROWEST, min(self.widest, area.width - around)), widths)
        if self.longest + around >= area.width and self._height(cause, area) < len(self.lines) + _FRAME:
            self.set_lines(max(_NARROWEST, area.width - around - _BAR), widths)
        self.border_title = Content(self.title)
        self.border_subtitle = Content(self.hint)
        self._take_place(cause, area, widths)

    def follow(self, cause: Region, view: Region) -> None:
        """Stay beside a cause that is elsewhere now; vanish with its line when that is out of view.

        Args:
            cause: Where it stands on the screen now.
            view: The part of the screen in which the text is seen.
        """
        if not self.display:
            return
        if view.contains_point(cause.offset):
            self.stand(cause, view)
            self.screen.refresh(layout=True)
        else:
            self.close()

    def close(self) -> None:
        """Vanish and give the focus back."""
        if not self.display:
            return
        if self.screen.focused is self and self._focused_before is not None:
            self.screen.set_focus(self._focused_before)
        self.display = False
        self.screen.refresh(layout=True)
        self.post_message(self.Closed(self))

    def on_blur(self) -> None:
        """Vanish when something else in the app is used, but not when the terminal loses the focus."""
        focused = self.screen.focused
        if self.app.app_focus and not self.is_kept and focused is not self and not isinstance(focused, TakesKeys):
            self.close()

    def action_close(self) -> None:
        """Close."""
        self.close()

    def action_scroll_down(self) -> None:
        """Scroll a long text; go on in the text below when all of it is seen."""
        self._scroll(1, "next_paragraph")

    def action_scroll_up(self) -> None:
        """Scroll back; go back in the text below when all of it is seen."""
        self._scroll(-1, "previous_paragraph")

    def action_leave_for(self, action: str) -> None:
        """Close, and do something with the text."""
        self.close()
        self.post_message(self.TextWanted(self, action))

    def render_line(self, y: int) -> Strip:
        """One line, with what stands before it."""
        widths, base = widths_for(self.ambiguous_width), self.rich_style
        row = self.scroll_offset.y + y
        if row >= len(self.lines):
            return Strip.blank(self.size.width, base)
        return self.with_letters(fill(self.paint_row(row, base), self.size.width, base, widths), y, widths)

    def _scroll(self, rows: int, beyond: str) -> None:
        if self.max_scroll_y:
            self.scroll_to(y=self.scroll_offset.y + rows, animate=False, force=True)
        else:
            self.action_leave_for(beyond)

    def _area_around(self, cause: Region) -> Region:
        """The widget in which the cause stands: what is around that, such as a status line, is left alone."""
        try:
            widget, region = self.screen.get_widget_at(*cause.offset)
        except NoWidget:
            return self.screen.region
        return self._area if widget is self else region

    def _take_place(self, cause: Region, area: Region, widths: Widths) -> None:
        """Stand below the line of the cause, or above it where there is more room."""
        lines = self.lines
        frame_text = max(widths.measure(self.hint), widths.measure(self.title))
        inside = max(frame_text + 2, self.longest)
        height = self._height(cause, area)
        bar = _BAR if height < len(lines) + _FRAME else 0
        width = min(area.width, inside + _FRAME + _PADDING + bar)
        self.styles.width, self.styles.height = width, height
        x = clamp(cause.x - _FRAME, area.x, area.right - width)
        y = cause.bottom if height <= area.bottom - cause.bottom else cause.y - height
        self.absolute_offset = Offset(x, y)
        self.virtual_size = Size(inside, len(lines))

    def _height(self, cause: Region, area: Region) -> int:
        """Rows that it takes with its border; fewer than all its lines when one has to scroll."""
        wanted = min(len(self.lines) + _FRAME, max(_FRAME + 1, self.screen.size.height // self.share))
        return min(wanted, max(area.bottom - cause.bottom, cause.y - area.y))

    def _take_focus(self) -> None:
        focused = self.screen.focused
        if focused is not self:
            self._focused_before = focused
        self.display = True
        self.screen.set_focus(self, scroll_visible=False)
        self.screen.refresh(layout=True)
