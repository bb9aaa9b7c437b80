"""The scroll bar in the last column of the reading pane: where one is, and where notes and hits are."""

from __future__ import annotations

from collections.abc import Collection
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.strip import Strip

from tui.widgets.bar_marks import SIGNS, CellKind, Marked, cell_of, cells_of, row_at, thumb_of
from tui.widgets.filtered_pane import FilteredPane


class BarPane(FilteredPane):
    """Adds the bar. It takes no room from the text: the last column of a page is always empty."""

    DEFAULT_CSS = """
    BarPane {
        .reading-pane--thumb { color: $foreground 20%; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"reading-pane--thumb"}

    _dragging = False
    _known: tuple[object, ...] = ()
    _kinds: tuple[CellKind, ...] = ()
    _marked_for: tuple[object, ...] = ()
    _marked = Marked()

    def render_line(self, y: int) -> Strip:
        """A row of the text, and the bar's cell in it."""
        strip = super().render_line(y)
        kind = self._kind(y) if self.view.bar else "track"
        if kind == "track":
            return strip
        cell = Segment(SIGNS[kind], self._bar_ink(kind, y))
        return Strip([*strip.crop(0, self.size.width - 1), cell], self.size.width)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """The thumb moves with the text."""
        super().watch_scroll_y(old_value, new_value)
        if self.view.bar:
            self.refresh(Region(self.size.width - 1, 0, 1, self.size.height))

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold of the bar."""
        if self._on_bar(event):
            event.stop()
            event.prevent_default()
            self._dragging = True
            self.capture_mouse()
            place, anchor = self.cursor, self.anchor_line()
            self._drag_to(event.y)
            self.say_left(place, anchor)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Go where the bar is dragged."""
        if self._dragging:
            event.stop()
            event.prevent_default()
            self._drag_to(event.y)

    def on_mouse_up(self, event: events.MouseUp | None = None) -> None:
        """Let the bar go."""
        if self._dragging and event is not None:
            event.stop()
            event.prevent_default()
            self._dragging = False
            self.release_mouse()

    def on_click(self, event: events.Click) -> None:
        """A click on the bar is no click on a paragraph."""
        if self._on_bar(event):
            event.stop()
            event.prevent_default()

    def _on_bar(self, event: events.MouseEvent) -> bool:
        return self.view.bar and self.page is not None and event.x == self.size.width - 1

    def _drag_to(self, y: int) -> None:
        if self.page is not None:
            rows = self.size.height
            target = row_at(max(0, min(y, rows - 1)), rows, self.page.height, rows)
            self.scroll_rows(target - self.scroll_offset.y)

    def _kind(self, y: int) -> CellKind:
        """What the bar shows in a row of the view; the cursor before hits, hits before notes, all before the thumb."""
        page, index = self.page, self.index
        if page is None or page.height <= self.size.height:
            return "track"
        rows = self.size.height
        if index is not None and cell_of(page.heights.top(index), page.height, rows) == y:
            return "cursor"
        kinds = self._marked_cells()
        if kinds[y] != "track":
            return kinds[y]
        return "thumb" if self._in_thumb(y) else "track"

    def _in_thumb(self, y: int) -> bool:
        rows, height = self.size.height, self.page.height if self.page is not None else 0
        return y in thumb_of(self.scroll_offset.y, rows, height, rows)

    def _marked_cells(self) -> tuple[CellKind, ...]:
        """The cells with what is marked in them, gathered anew when marks, hits or heights have changed."""
        page = self.page
        assert page is not None
        marked_for = (page, page.marks, self._hits)
        if not _same(marked_for, self._marked_for):
            self._marked_for = marked_for
            self._marked = Marked(self._indices(self._annotated()), self._indices(self._hits.keys()))
            self._known = ()
        known = (page.heights, page.heights.total, self.size.height)
        if known != self._known:
            self._known = known
            self._kinds = tuple(cells_of(page.heights, self.size.height, self._marked))
        return self._kinds

    def _annotated(self) -> set[str]:
        """The blocks that bear tags or notes, or call a footnote that does."""
        page = self.page
        assert page is not None
        notes = {place for place in page.marks if place not in page.index_of}
        if not notes:
            return set(page.marks)
        calling = {b.id for b in page.blocks if any(marker.footnote in notes for marker in b.markers)}
        return calling | set(page.marks)

    def _indices(self, places: Collection[str]) -> list[int]:
        index_of = self.page.index_of if self.page is not None else {}
        return sorted(index_of[place] for place in places if place in index_of)

    def _bar_ink(self, kind: CellKind, y: int) -> Style:
        """What is marked within the thumb stands on it; a bare thumb is a line."""
        assert self._painter is not None
        inks = self._painter.inks
        thumb = self.get_component_rich_style("reading-pane--thumb").color
        if kind == "thumb":
            return inks.paper + Style(color=thumb)
        ground = inks.paper + Style(bgcolor=thumb) if self._in_thumb(y) else inks.paper
        return ground + {"cursor": inks.bar, "hit": inks.label, "annotated": inks.sign}[kind]


def _same(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    """Whether these are the very same things: comparing what is in them would take long."""
    return len(one) == len(other) and all(a is b for a, b in zip(one, other, strict=True))
