"""A scrolling view of a page: draws the rows one sees and keeps them still while heights become known.

Owns scrolling and measuring. What is particular about a block, such as the cursor, a subclass says.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from time import perf_counter
from typing import NamedTuple

from textual import events
from textual.geometry import Size, clamp
from textual.reactive import var
from textual.strip import Strip
from textual.timer import Timer

from store.document import Document
from tui.typeset import HANG, Manner, widths_for
from tui.widgets.letters import LetteredView
from tui.widgets.marks import Mark
from tui.widgets.page.block import Kind
from tui.widgets.page.galley import Galley
from tui.widgets.page.geometry import plan
from tui.widgets.page.inks import COMPONENT_CLASSES, inks_of
from tui.widgets.page.page import Page
from tui.widgets.page.painter import Look, Painter
from tui.widgets.page.survey import Survey
from tui.widgets.page.view import View

_AT_ONCE = 60_000
"""Characters of a document that is measured as a whole, in some 20 ms."""
_SLICE, _PAUSE = 0.008, 0.02
"""Seconds for which a longer one is measured in one go, and between two goes."""
_WHEEL = 3
"""Rows of one notch of the mouse wheel."""


class Anchor(NamedTuple):
    """A line of text and the row of the view in which it stands."""

    block: str
    at: int
    """An offset in the line."""
    row: int


class PageView(LetteredView, can_focus=True, inherit_bindings=False):
    """Shows a document as a page."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES = COMPONENT_CLASSES

    DEFAULT_CSS = """
    PageView {
        overflow: hidden hidden;
        background: $background;
        color: $foreground;
    }
    """

    measure: var[int] = var(40, init=False)
    """Chinese characters of the longest line."""
    ambiguous_width: var[int] = var(1, init=False)
    """Cells of “ ” — … in this terminal: 1 or 2."""
    line_spacing: var[int] = var(1, init=False)
    """Rows from one line of a text to the next."""
    hanging_marks: var[bool] = var(False, init=False)
    """Whether a stop may stand beyond the end of a line."""
    justified: var[bool] = var(False, init=False)
    """Whether lines are made as wide as the measure where they have spaces for it."""

    def __init__(self, *, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self.view = View()
        """What is shown beside and among the text; see `set_view`."""
        self.tag_colours: Mapping[str, str] = {}
        """The names of the colours that the user chose for tags; see `set_tag_colours`."""
        self.page: Page | None = None
        """What is shown; None before there is a document and a size."""
        self._painter: Painter | None = None
        self.correcting = False
        """Whether scrolling just follows a corrected height, and what one sees does not move."""
        self._measuring: Timer | None = None
        self._next = 0

    def look(self, index: int) -> Look:
        """How a block looks at this moment, by its index."""
        return Look()

    def set_tag_colours(self, colours: Mapping[str, str]) -> None:
        """Show tags in the colours of these names; others in the ones that their names give them."""
        if colours != self.tag_colours:
            self.tag_colours = colours
            self._painter = None
            self.refresh()

    def set_view(self, view: View) -> None:
        """Show more or less beside and among the text; the place stays."""
        if view != self.view:
            self.view = view
            self._turn_page()

    @property
    def beside(self) -> View:
        """The view, less what there is nothing to show of."""
        return self.view

    def anchor_line(self) -> Anchor | None:
        """What should stay where it is when the page changes: the first line of text in the view."""
        page = self.page
        first = self.scroll_offset.y
        for row in range(first, first + self.size.height):
            if page is None or row >= page.heights.total:
                break
            index, own = page.heights.find(row)
            layout = page.layout(index)
            if own < len(layout.rows) and layout.rows[own].kind is Kind.TEXT:
                line = layout.setting.lines[layout.rows[own].number]
                return Anchor(layout.block.id, line.start, row - first)
        return None

    def keep_in_view(self) -> None:
        """See to it that what one was at is still seen after the view changed its size."""

    def all_measured(self) -> None:
        """Do what has to be done when the height of the whole page is known."""

    def turn_to(self, document: Document, marks: Mapping[str, Mark], folded: Iterable[str] = ()) -> None:
        """Make a new page for the present size, and stay at its beginning."""
        before = self.page if self.page is not None and self.page.document is document else None
        survey = before.survey if before is not None else Survey(document)
        widths = widths_for(self.ambiguous_width)
        geometry = plan(document.blocks, self.size.width, self.measure, widths, survey.labels, self.beside)
        manner = Manner(survey.language, self.hanging_marks and geometry.air >= HANG, self.justified)
        galley = before.galley if before is not None else None
        if galley is None or not galley.sets(widths, manner):
            galley = Galley(document, widths, manner)
        self.page = Page(
            document,
            geometry,
            widths,
            marks,
            folded,
            survey=survey,
            galley=galley,
            spacing=self.line_spacing,
            view=self.view,
        )
        self._painter = None
        self.scroll_to(y=0, animate=False, force=True)
        self._measure_all()
        self.refresh()

    def hold(self, anchor: Anchor | None) -> None:
        """Bring a line back to the row in which it stood; nothing happens for a block that is not here."""
        if self.page is None or anchor is None or anchor.block not in self.page.index_of:
            return
        index = self.page.index_of[anchor.block]
        self.measure_near(index)
        layout = self.page.layout(index)
        line = layout.row_of_line(layout.setting.row_of(anchor.at))
        self.go_to_row(self.page.heights.top(index) + line - anchor.row)
        self.refresh()

    def go_to_row(self, row: int) -> None:
        """Scroll so that a row of the page is the first in the view, as far as the page goes."""
        page = self.page
        if page is None:
            return
        while True:
            top = clamp(row, 0, max(0, page.height - self.size.height))
            if not self._measure_rows(page, top):
                break
        self._extend()
        self.scroll_to(y=top, animate=False, force=True)

    def scroll_rows(self, rows: int) -> None:
        """Scroll by rows, up or down."""
        if self.page is None:
            return
        if rows < 0:
            self._measure(self._stretch(self.page, self.top_index(self.page), -1, -rows))
        self.go_to_row(self.scroll_offset.y + rows)

    def measure_near(self, index: int) -> None:
        """Measure a block and a view's height of blocks on both sides, so that the rows between are right."""
        if self.page is not None:
            self._measure([index])
            for step in (-1, 1):
                self._measure(self._stretch(self.page, index, step, self.size.height))

    def render_line(self, y: int) -> Strip:
        """One row of the view."""
        return self.with_letters(self._row(y), y, widths_for(self.ambiguous_width))

    def _row(self, y: int) -> Strip:
        page = self.page
        if page is None:
            return Strip.blank(self.size.width, self.rich_style)
        if self._painter is None:
            self._painter = Painter(inks_of(self), page.geometry, page.widths, self.tag_colours)
        row = self.scroll_offset.y + y
        if row >= page.heights.total:
            return self._painter.blank()
        index, own = page.heights.find(row)
        layout = page.layout(index)
        if own >= len(layout.rows):
            return self._painter.blank()
        return self._painter.paint(layout, layout.rows[own], self.look(index))

    def notify_style_update(self) -> None:
        """Take the inks anew from the theme."""
        super().notify_style_update()
        self._painter = None

    def watch_measure(self) -> None:
        self._turn_page()

    def watch_ambiguous_width(self) -> None:
        self._turn_page()

    def watch_line_spacing(self) -> None:
        self._turn_page()

    def watch_hanging_marks(self) -> None:
        self._turn_page()

    def watch_justified(self) -> None:
        self._turn_page()

    def on_resize(self) -> None:
        if self.page is not None and self.page.geometry.width != self.size.width:
            self._turn_page()
        self.go_to_row(self.scroll_offset.y)
        self.keep_in_view()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        event.prevent_default()
        self.scroll_rows(_WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        event.prevent_default()
        self.scroll_rows(-_WHEEL)

    def _turn_page(self) -> None:
        page = self.page
        if page is not None:
            anchor = self.anchor_line()
            self.turn_to(page.document, page.marks, page.folded)
            self.hold(anchor)

    def _measure_all(self) -> None:
        """Measure the page once its first rows are drawn: a long one bit by bit, so that keys are not kept waiting."""
        page = self.page
        if self._measuring is not None:
            self._measuring.stop()
            self._measuring = None
        if page is None:
            return
        self._next = 0
        self._extend()
        if page.survey.characters <= _AT_ONCE:
            self.call_after_refresh(self._measure_page, page)
        else:
            self._measuring = self.set_interval(_PAUSE, self._measure_some)

    def _measure_page(self, page: Page) -> None:
        if page is self.page:
            self._measure(range(len(page.blocks)))
            self.all_measured()

    def _measure_some(self) -> None:
        page = self.page
        if page is not None:
            self._measure(self._for_a_while(page, perf_counter() + _SLICE))
        if self._measuring is not None and (page is None or self._next >= len(page.blocks)):
            self._measuring.stop()
            self._measuring = None
            self.all_measured()

    def _for_a_while(self, page: Page, limit: float) -> Iterator[int]:
        while self._next < len(page.blocks) and perf_counter() < limit:
            yield self._next
            self._next += 1

    def _measure(self, indices: Iterable[int]) -> None:
        """Measure blocks. Rows that one sees stay where they are."""
        page = self.page
        if page is None:
            return
        top = self.top_index(page)
        shift = 0
        for index in indices:
            growth = page.measure(index)
            shift += growth if index < top else 0
        self._extend()
        if shift:
            self.correcting = True
            self.scroll_to(y=self.scroll_offset.y + shift, animate=False, force=True)
            self.correcting = False

    def _measure_rows(self, page: Page, top: int) -> bool:
        """Measure what a view from a row on would show; returns whether any height was wrong."""
        if top >= page.heights.total:
            return False
        index: int | None = page.heights.find(top)[0]
        wrong = False
        while index is not None and page.heights.top(index) < top + self.size.height:
            wrong |= page.measure(index) != 0
            index = page.neighbour(index, 1)
        return wrong

    def _stretch(self, page: Page, index: int, step: int, rows: int) -> Iterator[int]:
        """The blocks next to a block, one way, until they fill some rows."""
        found = page.neighbour(index, step)
        while found is not None and rows > 0:
            yield found
            rows -= page.heights[found]
            found = page.neighbour(found, step)

    def top_index(self, page: Page) -> int:
        """The index of the block seen first."""
        row = min(self.scroll_offset.y, page.heights.total - 1)
        return page.heights.find(row)[0] if row >= 0 else 0

    def _extend(self) -> None:
        """Tell Textual how far one can scroll. No layout is needed for it, as there are no scrollbars."""
        if self.page is not None:
            self.set_reactive(PageView.virtual_size, Size(self.size.width, self.page.height))
