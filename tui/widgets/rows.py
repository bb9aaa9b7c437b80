"""A list of one-line rows with a cursor. Only the visible rows are drawn, so there may be very many.

It knows nothing of what the rows mean; each draws itself for a width.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, Protocol, TypeVar

from textual.binding import BindingType
from textual.content import Content
from textual.events import Click, Resize
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.style import Style
from textual.visual import Visual

from tui.commands import bindings
from tui.typeset import widths_for
from tui.widgets.letters import LetteredView

BAR = "▌"


class Row(Protocol):
    """One line of the list."""

    @property
    def selectable(self) -> bool:
        """Whether the cursor may stand on it; a heading's answer is False."""

    def line(self, width: int) -> Content:
        """What it shows in a width of cells."""


RowType = TypeVar("RowType", bound=Row)


@dataclass(frozen=True)
class Heading:
    """A row that only groups those below it."""

    content: Content
    selectable: ClassVar[bool] = False

    def line(self, width: int) -> Content:
        """The heading, cut to the width."""
        return self.content.truncate(width, ellipsis=True)


class Rows(LetteredView, Generic[RowType], can_focus=True):
    """The list. The cursor stands on a selectable row, or nowhere when there is none."""

    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("list")]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"rows--cursor", "rows--bar"}
    DEFAULT_CSS = """
    Rows {
        background: transparent;
        overflow-x: hidden;
        scrollbar-size-vertical: 1;
        & > .rows--bar { color: $accent; }
        & > .rows--cursor { background: $foreground 8%; }
    }
    """

    cursor: reactive[int | None] = reactive(None, init=False)
    """Index of the row at the cursor."""

    class Highlighted(Message):
        """The cursor came to another row."""

        def __init__(self, rows: Rows[Any], index: int | None) -> None:
            super().__init__()
            self.rows = rows
            self.index = index

        @property
        def control(self) -> Rows[Any]:
            """The list."""
            return self.rows

    class Chosen(Message):
        """A row was chosen, by Enter or a click."""

        def __init__(self, rows: Rows[Any], index: int) -> None:
            super().__init__()
            self.rows = rows
            self.index = index

        @property
        def control(self) -> Rows[Any]:
            """The list."""
            return self.rows

    def __init__(self, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._rows: Sequence[RowType | Heading] = ()
        self._strips: dict[int, Strip] = {}

    @property
    def rows(self) -> Sequence[RowType | Heading]:
        """All rows in order."""
        return self._rows

    @property
    def current(self) -> RowType | None:
        """The row at the cursor."""
        if self.cursor is None or self.cursor >= len(self._rows):
            return None
        row = self._rows[self.cursor]
        return None if isinstance(row, Heading) else row

    def show(self, rows: Sequence[RowType | Heading], cursor: int | None = 0) -> None:
        """Show other rows, the cursor on the first from an index on that can have it; None for no cursor yet."""
        self._rows = rows
        self._strips.clear()
        self.virtual_size = Size(self._width, len(rows))
        wanted = None if cursor is None else self._selectable_from(min(cursor, len(rows) - 1), 1)
        self.set_reactive(Rows.cursor, wanted)
        self.post_message(self.Highlighted(self, wanted))
        self.call_after_refresh(self._keep_cursor_in_view)
        self.refresh(layout=True)

    def redraw(self) -> None:
        """Draw the rows anew: what they show has changed."""
        self._strips.clear()
        self.refresh()

    def watch_cursor(self, index: int | None) -> None:
        """Keep the cursor in view and tell."""
        self._keep_cursor_in_view()
        self.refresh()
        self.post_message(self.Highlighted(self, index))

    def render_line(self, y: int) -> Strip:
        """One line of the window."""
        return self.with_letters(self._row(y), y, widths_for())

    def row_offset(self, index: int) -> Offset | None:
        """Where a row begins in the window; None where it is out of view."""
        row = index - self.scroll_offset.y
        return Offset(0, row) if 0 <= row < self.scrollable_content_region.height else None

    def _row(self, y: int) -> Strip:
        index = self.scroll_offset.y + y
        base = self.visual_style
        if index >= len(self._rows):
            return Strip.blank(self.size.width, base.rich_style)
        if index == self.cursor:
            # Textual (8.2) loses the ground of a partial style where it is opaque.
            return self._drawn(index, self.get_visual_style("rows--cursor"), BAR)
        strip = self._strips.get(index)
        if strip is None:
            strip = self._strips[index] = self._drawn(index, base, " ")
        return strip

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as rows, where the height is left to the content."""
        return len(self._rows)

    def notify_style_update(self) -> None:
        """Draw anew in the colours of another theme."""
        self._strips.clear()
        super().notify_style_update()

    def on_resize(self, event: Resize) -> None:
        """Rows are drawn for a width."""
        self._strips.clear()
        self.virtual_size = Size(self._width, len(self._rows))
        self._keep_cursor_in_view()

    def on_click(self, event: Click) -> None:
        """A click on a row chooses it."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        index = self.scroll_offset.y + offset.y
        if index < len(self._rows) and self._rows[index].selectable:
            self.cursor = index
            self.action_choose()

    def action_cursor_down(self) -> None:
        """To the next row."""
        self._move(1)

    def action_cursor_up(self) -> None:
        """To the row before."""
        self._move(-1)

    def action_page_down(self) -> None:
        """One window down."""
        self._move(max(1, self.size.height - 1))

    def action_page_up(self) -> None:
        """One window up."""
        self._move(-max(1, self.size.height - 1))

    def action_half_page_down(self) -> None:
        """Half a window down."""
        self._move(max(1, self.size.height // 2))

    def action_half_page_up(self) -> None:
        """Half a window up."""
        self._move(-max(1, self.size.height // 2))

    def action_first(self) -> None:
        """To the first row."""
        self._move(-len(self._rows))

    def action_last(self) -> None:
        """To the last row."""
        self._move(len(self._rows))

    def action_choose(self) -> None:
        """Choose the row at the cursor."""
        if self.cursor is not None and self.current is not None:
            self.post_message(self.Chosen(self, self.cursor))

    @property
    def _width(self) -> int:
        return self.scrollable_content_region.width

    def _move(self, step: int) -> None:
        direction = 1 if step > 0 else -1
        start = self.cursor if self.cursor is not None else -1
        aim = max(0, min(len(self._rows) - 1, start + step))
        found = self._selectable_from(aim, direction)
        self.cursor = self.cursor if found is None else found
        if direction < 0 and self.cursor == self._selectable_from(0, 1):
            self.scroll_to(y=0, animate=False)

    def _selectable_from(self, start: int, direction: int) -> int | None:
        """The nearest selectable row from an index on, in this direction and else in the other."""
        ahead = range(start, len(self._rows) if direction > 0 else -1, direction)
        behind = range(start, -1 if direction > 0 else len(self._rows), -direction)
        order = (index for way in (ahead, behind) for index in way if 0 <= index < len(self._rows))
        return next((index for index in order if self._rows[index].selectable), None)

    def _keep_cursor_in_view(self) -> None:
        if self.cursor is not None and self.is_attached:
            self.scroll_to_region(Region(0, self.cursor, 1, 1), animate=False, force=True)

    def _drawn(self, index: int, style: Style, bar: str) -> Strip:
        width = max(1, self._width)
        content = Content.assemble((bar, self.get_visual_style("rows--bar", partial=True)), " ") + self._rows[
            index
        ].line(width - 2)
        strips = Visual.to_strips(self, content.truncate(width), width, 1, style)
        strip = strips[0] if strips else Strip.blank(width, style.rich_style)
        return strip.adjust_cell_length(self.size.width, style.rich_style)
