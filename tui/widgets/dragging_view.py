"""A view in which the mouse selects."""

from __future__ import annotations

from textual.geometry import Offset

from store.document import Span
from tui.widgets.dragging import Dragging
from tui.widgets.page.block import Kind
from tui.widgets.page.selection import Point
from tui.widgets.page.units import Unit
from tui.widgets.selection_view import SelectionView


class DraggingView(SelectionView, Dragging):
    """Adds the mouse to selecting. Whoever handles clicks asks `take_click` first."""

    def reach(self, mouse: Offset) -> tuple[int, Span] | None:
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
