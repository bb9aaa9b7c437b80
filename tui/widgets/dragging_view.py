"""A view in which the mouse selects: by dragging, by several clicks on one spot."""

from __future__ import annotations

from textual import events
from textual.geometry import Offset
from textual.timer import Timer

from store.document import Span
from tui.widgets.page.block import Kind
from tui.widgets.page.selection import Point, Selection
from tui.widgets.page.units import Unit
from tui.widgets.selection_view import SelectionView

_CLICKED = {2: Unit.WORD, 3: Unit.SENTENCE}
"""What several clicks on one spot take; more of them the paragraph."""
_TURN = 0.05
"""Seconds between two steps while text is scrolled under the mouse."""


class DraggingView(SelectionView):
    """Adds the mouse to selecting. Whoever handles clicks asks `take_click` first."""

    def __init__(self, *, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._pressed: tuple[int, Span] | None = None
        """Where the mouse was pressed: the block, and the character there."""
        self._mouse = Offset()
        self._dragged = False
        self._scrolling: Timer | None = None

    def take_click(self, event: events.Click) -> bool:
        """Take a word, sentence or paragraph; whether the click meant to select and nothing else."""
        if self._dragged:
            self._dragged = False
            return True
        if event.chain < min(_CLICKED):
            self.chosen = None
            return False
        reach = self._reach(event.screen_offset)
        if reach is not None and reach[1].start < reach[1].end:
            self.take(Point(reach[0], reach[1].start), _CLICKED.get(event.chain, Unit.PARAGRAPH))
        return True

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """A selection may begin here."""
        self._dragged = False
        if event.button == 1 and self.page is not None and self.page.blocks:
            self._pressed = self._reach(event.screen_offset)
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
        now = self._reach(self._mouse)
        if now is None or self._pressed is None:
            return
        (index, pressed), (other, reached) = self._pressed, now
        if (index, pressed.start) <= (other, reached.start):
            moved = Selection(Point(index, pressed.start), Point(other, reached.end))
        else:
            moved = Selection(Point(index, pressed.end), Point(other, reached.start))
        self.chosen = moved if self.holds_any(moved) else None

    def _reach(self, mouse: Offset) -> tuple[int, Span] | None:
        """The block and the character under the mouse, or those next to it; beside text the range is empty."""
        page = self.page
        if page is None or not page.blocks:
            return None
        x, y = mouse - self.content_region.offset
        row = self.scroll_offset.y + max(0, min(y, self.size.height - 1))
        index, own = page.heights.find(max(0, min(row, page.heights.total - 1)))
        layout = page.layout(index)
        kind, line = layout.rows[min(own, len(layout.rows) - 1)]
        if kind is not Kind.TEXT:
            edge = 0 if kind is Kind.AIR else len(layout.block.text)
            return index, Span(edge, edge)
        cell = x - page.geometry.origin - layout.indent
        at = layout.setting.offset_at(line, max(0, cell))
        inside = 0 <= cell < layout.setting.lines[line].cells and layout.setting.sign_at(line, cell) is None
        return index, self.units.around(Point(index, at), Unit.CHARACTER) if inside else Span(at, at)

    def _stop_scrolling(self) -> None:
        if self._scrolling is not None:
            self._scrolling.stop()
            self._scrolling = None
