"""A page with a cursor that goes from paragraph to paragraph, and with folds. Knows nothing of links or keys."""

from __future__ import annotations

from collections.abc import Iterable

from textual.reactive import reactive

from tui.widgets.page.folding import foldable_level
from tui.widgets.page.page import Page
from tui.widgets.page_view import Anchor, PageView

_MARGIN = 3
"""Rows kept between the cursor's paragraph and the edge of the view, where there is room for them."""
_OVERLAP = 2
"""Rows of one view that are still seen in the next."""
_ABOVE = 4
"""After a leap, one part in so many of the view is what stands above."""


class ParagraphView(PageView):
    """Moves through a document by paragraphs and by views."""

    cursor: reactive[str | None] = reactive(None, init=False)
    """The id of the paragraph one is at; None while no document is shown. Unknown ids are refused."""

    def __init__(self, *, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._led = False

    def validate_cursor(self, cursor: str | None) -> str | None:
        """Keep the cursor on the page."""
        return cursor if self.page is None or cursor in self.page.index_of else self.cursor

    def watch_cursor(self) -> None:
        """Unfold what hides the paragraph and bring it into view."""
        page, index = self.page, self.index
        if page is None or index is None:
            return
        if not page.is_shown(index):
            page.refold(page.folded.difference(page.ancestors(index)))
        if not self._led:
            self.show_cursor(leap=True)
        self.refresh()

    @property
    def index(self) -> int | None:
        """The index of the cursor's paragraph on the page."""
        return None if self.page is None or self.cursor is None else self.page.index_of[self.cursor]

    def go_to(self, block_id: str, at: int = 0) -> bool:
        """Put the cursor on a paragraph and show the line of an offset; False for an id that is not here."""
        page = self.page
        if page is None or block_id not in page.index_of:
            return False
        self.cursor = block_id
        self.show_cursor(leap=True)
        if at:
            self.show_line(at)
        return True

    def move(self, step: int) -> None:
        """Go to the next paragraph, 1, or the previous one, -1; scroll through a long one before leaving it."""
        page, index = self.page, self.index
        if page is None or index is None:
            return
        top, bottom = page.content(index)
        first = self.scroll_offset.y
        beyond = bottom - first - self.size.height if step > 0 else first - top
        neighbour = page.neighbour(index, step)
        if beyond > 0:
            self.scroll_rows(step * min(beyond, max(1, self.size.height // 2)))
        elif neighbour is not None:
            self.lead_to(page, neighbour)
            self.show_cursor(end=step < 0)
        else:
            self.scroll_rows(step)

    def turn(self, direction: int, share: int = 1) -> None:
        """Go one view on, 1, or back, -1, the cursor to its first paragraph; at the end, to the last.

        Args:
            direction: On or back.
            share: Into how many parts a view is taken of which one goes by: 2 for half a view.
        """
        page = self.page
        if page is None or not page.blocks:
            return
        before = self.scroll_offset.y
        self.scroll_rows(direction * max(1, (self.size.height - _OVERLAP) // share))
        if self.scroll_offset.y == before:
            self.lead_to(page, self._outermost(page, direction))
        else:
            self.lead_to(page, self._first_in_view(page))

    def go_to_end(self, direction: int) -> None:
        """Go to the first paragraph, -1, or the last, 1."""
        page = self.page
        if page is not None and page.blocks:
            index = self._outermost(page, direction)
            self.measure_near(index)
            self.go_to_row(page.height if direction > 0 else 0)
            self.lead_to(page, index)

    def scroll_rows(self, rows: int) -> None:
        """Scroll by rows; the cursor goes along when its paragraph would leave the view."""
        super().scroll_rows(rows)
        page, index = self.page, self.index
        if page is None or index is None:
            return
        top, bottom = page.content(index)
        first = self.scroll_offset.y
        if bottom <= first:
            self.lead_to(page, self._first_in_view(page))
        elif top >= first + self.size.height:
            self.lead_to(page, self._last_in_view(page))

    def toggle_fold(self) -> bool:
        """Fold what is under the paragraph, or what it stands under, or show it again; False if there is nothing."""
        page, index = self.page, self.index
        if page is None or index is None:
            return False
        if page.end_of(index) == index + 1:
            above = page.ancestors(index)
            if not above:
                return False
            index = page.index_of[above[0]]
            self.lead_to(page, index)
        page.refold(page.folded ^ {page.blocks[index].id})
        self.show_cursor()
        self.refresh()
        return True

    def toggle_all_folds(self) -> bool:
        """Fold all paragraphs of the cursor's level, or show everything again; False if there is nothing to fold."""
        page, index = self.page, self.index
        if page is None or index is None:
            return False
        level = foldable_level(page.document, page.blocks[index])
        if not level:
            return False
        page.refold(() if level <= page.folded else page.folded | level)
        while not page.is_shown(index):
            index = page.index_of[page.ancestors(index)[0]]
        self.lead_to(page, index)
        self.show_cursor()
        self.refresh()
        return True

    def fold(self, folded: Iterable[str], place: str | None = None) -> None:
        """Fold away what is under these blocks and nothing else, but never what hides a place."""
        page = self.page
        if page is None:
            return
        shown = page.ancestors(page.index_of[place]) if place and place in page.index_of else []
        page.refold(each for each in folded if each in page.index_of and each not in shown)
        self._extend()
        self.refresh()

    def anchor_line(self) -> Anchor | None:
        """The beginning of the cursor's paragraph if one sees it, else what one sees first."""
        page, index = self.page, self.index
        if page is not None and index is not None:
            row = page.content(index)[0] - self.scroll_offset.y
            if 0 <= row < self.size.height:
                return Anchor(page.blocks[index].id, 0, row)
        return super().anchor_line()

    def keep_in_view(self) -> None:
        """Bring the cursor's paragraph back where nothing of it is seen any more."""
        page, index = self.page, self.index
        if page is not None and index is not None:
            top, bottom = page.content(index)
            first = self.scroll_offset.y
            if bottom <= first or top >= first + self.size.height:
                self.show_cursor()

    def show_cursor(self, *, leap: bool = False, end: bool = False) -> None:
        """Scroll to the cursor's paragraph, unless it is seen; to the beginning of a long one.

        Args:
            leap: One comes from elsewhere: put it where much of what follows is seen, not just into view.
            end: See the end of a long one instead.
        """
        page, index = self.page, self.index
        if page is None or index is None:
            return
        self.measure_near(index)
        start, stop = page.content(index)
        room = max(1, self.size.height - 2 * self._margin)
        if stop - start > room:
            start, stop = (stop - room, stop) if end else (start, start + room)
        if self._sees(start, stop):
            return
        if leap:
            self.go_to_row(start - self.size.height // _ABOVE)
        self._show_rows(start, stop)

    def show_line(self, at: int) -> None:
        """Scroll to the line of an offset in the cursor's paragraph, unless it is seen."""
        page, index = self.page, self.index
        if page is not None and index is not None:
            layout = page.layout(index)
            self.show_row(layout.row_of_line(layout.setting.row_of(at)))

    def show_row(self, row: int) -> None:
        """Scroll to a row of the cursor's paragraph, unless it is seen."""
        page, index = self.page, self.index
        if page is None or index is None:
            return
        self.measure_near(index)
        row += page.heights.top(index)
        if not self._sees(row, row + 1):
            self._show_rows(row, row + 1)

    def lead_to(self, page: Page, index: int) -> None:
        """Put the cursor on a paragraph that is in view, without scrolling."""
        self._led = True
        self.cursor = page.blocks[index].id
        self._led = False

    @property
    def _margin(self) -> int:
        return min(_MARGIN, self.size.height // 8)

    def _sees(self, start: int, end: int) -> bool:
        return self.scroll_offset.y <= start and end <= self.scroll_offset.y + self.size.height

    def _show_rows(self, start: int, end: int) -> None:
        """Scroll no further than is needed to see some rows of the page."""
        first, height, margin = self.scroll_offset.y, self.size.height, self._margin
        if end + margin > first + height:
            first = end + margin - height
        self.go_to_row(min(first, start - margin))

    def _outermost(self, page: Page, direction: int) -> int:
        return 0 if direction < 0 else page.neighbour(len(page.blocks), -1) or 0

    def _first_in_view(self, page: Page) -> int:
        """The first paragraph whose beginning is in view, or the one that fills the view."""
        index = self.top_index(page)
        following = page.neighbour(index, 1)
        if page.content(index)[0] >= self.scroll_offset.y or following is None:
            return index
        in_view = page.content(following)[0] < self.scroll_offset.y + self.size.height
        return following if in_view else index

    def _last_in_view(self, page: Page) -> int:
        """The last paragraph of which something is in view."""
        last = self.scroll_offset.y + self.size.height - 1
        index, row = page.heights.find(min(last, page.heights.total - 1))
        above = page.neighbour(index, -1)
        return above if row < page.layout(index).air and above is not None else index
