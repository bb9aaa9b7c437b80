"""The pane in which a document is read, paragraph by paragraph.

Owns the cursor, the selected link, folds and the hits of a search. Knows the document and the reader's marks
as they are given to it; what should happen with a link it says in messages.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual import events

from store.document import Document, Span
from tui.widgets.dragging_view import DraggingView
from tui.widgets.link_view import LinkView, PaneMessage
from tui.widgets.links import Link
from tui.widgets.marks import Mark
from tui.widgets.page.block import Kind
from tui.widgets.page.page import Page
from tui.widgets.page.painter import Look
from tui.widgets.page_view import Anchor


class ReadingPane(DraggingView):
    """Shows a document and moves through it. Keys are the screen's: it calls the actions here."""

    DEFAULT_CSS = """
    ReadingPane {
        .reading-pane--cursor { background: $foreground 5%; }
        .reading-pane--bar { color: $accent; }
        .reading-pane--label { color: $text-muted; }
        .reading-pane--heading { text-style: bold; }
        .reading-pane--subheading { text-style: bold; }
        .reading-pane--chapeau { text-style: bold; }
        .reading-pane--citation { color: $accent; text-style: underline; }
        .reading-pane--absent { color: $accent; text-style: italic; }
        .reading-pane--reference { color: $text-accent; }
        .reading-pane--unresolved { color: $text-muted; text-style: italic underline; }
        .reading-pane--marker { color: $accent; }
        .reading-pane--annotated { color: $accent; text-style: underline; }
        .reading-pane--selected { text-style: reverse; }
        .reading-pane--hit { background: $warning 30%; }
        .reading-pane--current { background: $warning; color: $background; text-style: bold; }
        .reading-pane--chosen { text-style: reverse; }
        .reading-pane--tag { color: $secondary; }
        .reading-pane--rail { color: $secondary; }
        .reading-pane--note { color: $text-muted; }
        .reading-pane--fold { color: $text-muted; }
        .reading-pane--beside { color: $text-disabled; }
        .reading-pane--sign { color: $secondary; }
        .reading-pane--context { color: $text-muted; }
        .reading-pane--deleted { color: $text-muted; text-style: strike; }
        .reading-pane--inserted { color: $accent; text-style: underline; }
    }
    """

    class CursorMoved(PaneMessage):
        """One is at another paragraph."""

        def __init__(self, pane: LinkView, block_id: str) -> None:
            super().__init__(pane)
            self.block_id = block_id

    class ParagraphClicked(PaneMessage):
        """A paragraph was clicked beside its links; the cursor is there already."""

        def __init__(self, pane: LinkView, block_id: str) -> None:
            super().__init__(pane)
            self.block_id = block_id

    class JumpMade(PaneMessage):
        """One leapt within the document, and may want to go back to where one stood."""

        def __init__(self, pane: LinkView, block_id: str, anchor: Anchor | None) -> None:
            super().__init__(pane)
            self.block_id = block_id
            """The paragraph one was at."""
            self.anchor = anchor
            """How that was scrolled."""

    class Scrolled(PaneMessage):
        """The view shows another part of the document."""

        def __init__(self, pane: LinkView, percent: int) -> None:
            super().__init__(pane)
            self.percent = percent

    def __init__(self, *, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._marks: Mapping[str, Mark] = {}
        self._wanted: str | None = None
        self._hits: Mapping[str, Sequence[Span]] = {}
        self._current: tuple[str, Span] | None = None

    def show(self, document: Document, marks: Mapping[str, Mark], place: str | None = None) -> None:
        """Show a document at a place.

        Args:
            document: What to read.
            marks: The reader's tags and notes by block id.
            place: The id of a block, or of a footnote to stand where it is called; else the beginning.
        """
        self.document = document
        self.leave_chosen()
        self._marks = marks
        self._wanted = place
        self._hits, self._current = {}, None
        if self.size.width:
            self._begin(document)

    def set_marks(self, marks: Mapping[str, Mark]) -> None:
        """Show other tags and notes; the place stays."""
        self._marks = marks
        if self.page is not None:
            anchor = self.anchor_line()
            self.page.set_marks(marks)
            self.hold(anchor)
            if anchor is not None and anchor.block == self.cursor:
                self.show_cursor()

    def highlight(self, hits: Mapping[str, Sequence[Span]], current: tuple[str, Span] | None = None) -> None:
        """Paint the hits of a search, by block id, and go to the current one."""
        self._hits, self._current = hits, current
        if current is not None:
            self.go_to(current[0], current[1].start)
        self.refresh()

    @property
    def percent(self) -> int:
        """How far one has read, by what is in view; 100 when all of it is."""
        return round(100 * self.scroll_offset.y / self.max_scroll_y) if self.max_scroll_y else 100

    def on_resize(self) -> None:
        """Begin with a document that came before there was room for it; say that things are elsewhere now."""
        if self.page is None and self.document is not None:
            self._begin(self.document)
        else:
            self.post_message(self.Scrolled(self, self.percent))

    def all_measured(self) -> None:
        """Say how far one is, now that it is known how far one can go."""
        self.post_message(self.Scrolled(self, self.percent))

    def watch_cursor(self) -> None:
        """Say where one is now."""
        super().watch_cursor()
        if self.cursor is not None:
            self.post_message(self.CursorMoved(self, self.cursor))

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Say how far one is now."""
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value) and not self.correcting:
            self.post_message(self.Scrolled(self, self.percent))

    def on_click(self, event: events.Click) -> None:
        """Go to the paragraph under the mouse, and follow its link if there is one, unless the click selects."""
        if self.take_click(event):
            return
        page, at = self.page, event.get_content_offset(self)
        if page is None or at is None or at.y + self.scroll_offset.y >= page.heights.total:
            return
        index, own = page.heights.find(at.y + self.scroll_offset.y)
        kind, line = page.layout(index).rows[own]
        if kind is Kind.AIR:
            return
        lit = self.link
        self.lead_to(page, index)
        if kind is Kind.FOLD:
            self.toggle_fold()
        elif kind is Kind.FOOTNOTE:
            self._click_footnote(page, index, own, line, at.x)
        elif kind in (Kind.NOTE, Kind.ASIDE) and (link := self._note_link(page, index, own, at.x)) is not None:
            self._follow_at(page, index, link)
        elif kind is not Kind.TEXT or not self._click_text(page, index, line, at.x, lit):
            self.post_message(self.ParagraphClicked(self, page.blocks[index].id))

    def look(self, index: int) -> Look:
        """The cursor, the selected link, the hits and the selection in a block."""
        block = self.page.blocks[index].id if self.page is not None else ""
        current = self._current[1] if self._current is not None and self._current[0] == block else None
        hits = self._hits.get(block, ())
        return Look(
            block == self.cursor, self.selected_link, hits, current, self.chosen_in(index), picked=block in self.picked
        )

    def action_next_paragraph(self) -> None:
        """Go to the next paragraph."""
        self.move(1)

    def action_previous_paragraph(self) -> None:
        """Go to the previous paragraph."""
        self.move(-1)

    def action_page_down(self) -> None:
        """Go one view on."""
        self.turn(1)

    def action_page_up(self) -> None:
        """Go one view back."""
        self.turn(-1)

    def action_half_page_down(self) -> None:
        """Go half a view on."""
        self.turn(1, 2)

    def action_half_page_up(self) -> None:
        """Go half a view back."""
        self.turn(-1, 2)

    def action_row_down(self) -> None:
        """Scroll one row on."""
        self.scroll_rows(1)

    def action_row_up(self) -> None:
        """Scroll one row back."""
        self.scroll_rows(-1)

    def action_first(self) -> None:
        """Go to the beginning of the document."""
        self._leap_to_end(-1)

    def action_last(self) -> None:
        """Go to its end."""
        self._leap_to_end(1)

    def action_fold(self) -> None:
        """Fold or unfold what is under the paragraph."""
        self.toggle_fold()

    def say_left(self, place: str | None, anchor: Anchor | None) -> None:
        """Say from where one leapt, unless one is there still."""
        if place is not None and place != self.cursor:
            self.post_message(self.JumpMade(self, place, anchor))

    def _leap_to_end(self, direction: int) -> None:
        place, anchor = self.cursor, self.anchor_line()
        self.go_to_end(direction)
        self.say_left(place, anchor)

    def _begin(self, document: Document) -> None:
        self.set_reactive(ReadingPane.cursor, None)
        self.turn_to(document, self._marks)
        self.cursor = self._start_of(document, self._wanted)
        self.post_message(self.Scrolled(self, self.percent))

    def _start_of(self, document: Document, place: str | None) -> str | None:
        """The block to begin with: the one wanted, the one that calls the note wanted, the first."""
        if place in document.by_id:
            return place
        for block in document.blocks:
            if any(marker.footnote == place for marker in block.markers if place is not None):
                return block.id
        return document.blocks[0].id if document.blocks else None

    def _follow_at(self, page: Page, index: int, link: int) -> None:
        self.selected_link = link
        self.follow(self.links(page.blocks[index].id)[link])

    def _note_link(self, page: Page, index: int, own: int, x: int) -> int | None:
        """The index of the link in a note under the mouse."""
        layout = page.layout(index)
        return layout.note_link_at(layout.rows[own], x - page.geometry.origin - layout.indent)

    def _click_text(self, page: Page, index: int, line: int, x: int, lit: Link | None) -> bool:
        """Follow the link under the mouse; False when there is none.

        A quiet one is lit first, and followed by another click: in places half of a text is names, whose words one
        wants to select with clicks as well.
        """
        layout = page.layout(index)
        link = layout.link_at(line, x - page.geometry.origin - layout.indent)
        if link is None:
            return False
        self.selected_link = link
        if not layout.links[link].is_quiet or layout.links[link] == lit:
            self.follow(layout.links[link])
        return True

    def _click_footnote(self, page: Page, index: int, own: int, row: int, x: int) -> None:
        """Follow the link under the mouse; beside its links, select the marker of the footnote."""
        layout = page.layout(index)
        note, part, line = layout.called[row]
        cell = x - page.geometry.origin - layout.indent - note.room
        link = note.link_at(line, cell) if part == "text" else self._note_link(page, index, own, x)
        if link is None:
            self.selected_link = next(n for n, each in enumerate(layout.links) if each.target == note.id)
        else:
            self._follow_at(page, index, link)
