"""Selecting with the mouse: by dragging, by several clicks on one spot. A part of widgets."""

from __future__ import annotations

from textual import events
from textual.geometry import Offset
from textual.timer import Timer

from store.document import Span
from tui.widgets.growing import Growing
from tui.widgets.page.selection import Point, Selection
from tui.widgets.page.units import Unit

_CLICKED = {2: Unit.WORD, 3: Unit.SENTENCE}
"""What several clicks on one spot take; more of them the paragraph."""
_TURN = 0.05
"""Seconds between two steps while text is scrolled under the mouse."""


class Dragging(Growing):
    """Adds the mouse to selecting. Whoever handles clicks asks `take_click` first."""

    _pressed: tuple[int, Span] | None = None
    """Where the mouse was pressed: the text, and the character there."""
    _mouse = Offset()
    _dragged = False
    _scrolling: Timer | None = None

    def reach(self, mouse: Offset) -> tuple[int, Span] | None:
        """The text and the character under the mouse, or those next to it; beside text the range is empty."""
        raise NotImplementedError

    def scroll_rows(self, rows: int) -> None:
        """Scroll by rows."""
        raise NotImplementedError

    def take_click(self, event: events.Click) -> bool:
        """Take a word, sentence or paragraph; whether the click meant to select and nothing else."""
        if self._dragged:
            self._dragged = False
            return True
        if event.chain < min(_CLICKED):
            self.chosen = None
            return False
        reach = self.reach(event.screen_offset)
        if reach is not None and reach[1].start < reach[1].end:
            self.take(Point(reach[0], reach[1].start), _CLICKED.get(event.chain, Unit.PARAGRAPH))
        return True

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """A selection may begin here."""
        self._dragged = False
        if event.button == 1 and self.texts is not None and self.texts.blocks:
            self._pressed = self.reach(event.screen_offset)
            self._mouse = event.screen_offset
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Select from where the mouse was pressed; scroll on when it is beyond an edge."""
        if self._pressed is None or (event.screen_offset == self._mouse and not self._dragged):
            return
        self._dragged = True
        self._mouse = event.screen_offset
        self._drag()
        if self._beyond and self._scrolling is None:
            self._scrolling = self.set_interval(_TURN, self.scroll_selecting)

    def on_mouse_up(self) -> None:
        """The selection is made."""
        self._pressed = None
        self.release_mouse()
        self._stop_scrolling()

    def scroll_selecting(self) -> None:
        """While the mouse is held beyond an edge: scroll, the faster the further, and select what comes into view."""
        if self._pressed is None or not self._beyond:
            self._stop_scrolling()
            return
        self.scroll_rows(self._beyond)
        self._drag()

    @property
    def _beyond(self) -> int:
        """By how many rows the mouse is above the view, less than 0, or below it."""
        row = self._mouse.y - self.content_region.y
        return min(0, row) or max(0, row - self.size.height + 1)

    def _drag(self) -> None:
        now = self.reach(self._mouse)
        if now is None or self._pressed is None:
            return
        (index, pressed), (other, reached) = self._pressed, now
        if (index, pressed.start) <= (other, reached.start):
            moved = Selection(Point(index, pressed.start), Point(other, reached.end))
        else:
            moved = Selection(Point(index, pressed.end), Point(other, reached.start))
        self.chosen = moved if self.holds_any(moved) else None

    def _stop_scrolling(self) -> None:
        if self._scrolling is not None:
            self._scrolling.stop()
            self._scrolling = None
