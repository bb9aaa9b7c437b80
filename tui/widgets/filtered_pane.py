"""A reading pane that can show a part of its document, and that knows what the gutter and the links tell of it."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Mapping
from dataclasses import replace

from store.document import Document
from tui.widgets.link_view import PaneMessage
from tui.widgets.marks import Mark
from tui.widgets.page.gutter import Beside, short_address
from tui.widgets.page.painter import Look
from tui.widgets.page.view import View
from tui.widgets.reading_pane import ReadingPane

_NO_COUNTS: Mapping[str, int] = {}
_NO_MARK = Mark()


class FilteredPane(ReadingPane):
    """Shows all paragraphs, or only some with those they stand under."""

    class FilterLifted(PaneMessage):
        """One went to a paragraph that was not shown, and all are shown again."""

    class LinkSelected(PaneMessage):
        """Another link is selected, or none."""

    def __init__(self, *, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._matching: frozenset[str] | None = None
        self._folded_before: frozenset[str] = frozenset()
        self._held: Container[str] | None = None
        self._counts = _NO_COUNTS

    def show(self, document: Document, marks: Mapping[str, Mark], place: str | None = None) -> None:
        """Show another document, all of it."""
        self._matching = None
        self._held, self._counts = None, _NO_COUNTS
        super().show(document, marks, place)

    def know(self, held: Container[str], counts: Mapping[str, int]) -> None:
        """Take what the library knows.

        Args:
            held: Symbols of the documents that it holds.
            counts: By block id, in how many places a paragraph of this document is cited.
        """
        had_counts = bool(self._counts)
        self._held, self._counts = held, counts
        if bool(counts) != had_counts:
            self._turn_page()
        self.refresh()

    @property
    def beside(self) -> View:
        """Counts take room where there are any."""
        return self.view._replace(counts=self.view.counts and bool(self._counts))

    @property
    def matching(self) -> frozenset[str] | None:
        """Ids of the paragraphs that are wanted; None when all are shown."""
        return self._matching

    def set_filter(self, places: Iterable[str] | None) -> None:
        """Show only these paragraphs and what they stand under; all for None. At least one must be there."""
        page, document = self.page, self.document
        if page is None or document is None or self.cursor is None:
            return
        if self._matching is None:
            self._folded_before = page.folded
        self._matching = None if places is None else frozenset(places)
        folded = self._folded_before if places is None else ()
        anchor, target = self.anchor_line(), self.cursor
        shown = document
        if self._matching is not None:
            shown = reduced(document, self._matching)
            target = nearest(document, self._matching, target)
        moved = target != self.cursor
        self.set_reactive(ReadingPane.cursor, target)
        self.turn_to(shown, page.marks, folded)
        self.hold(anchor)
        if moved:
            self.watch_cursor()
        self.show_cursor(leap=True)

    def uncover(self, place: str) -> None:
        """Show all paragraphs when this one is not among those shown."""
        page, document = self.page, self.document
        if page is not None and document is not None and place not in page.index_of and place in document.by_id:
            self.set_filter(None)
            self.post_message(self.FilterLifted(self))

    def go_to(self, block_id: str, at: int = 0) -> bool:
        """Go to a paragraph, also to one that the filter hides."""
        self.uncover(block_id)
        return super().go_to(block_id, at)

    def watch_selected_link(self, index: int | None) -> None:
        """Say that another link is selected."""
        super().watch_selected_link(index)
        self.post_message(self.LinkSelected(self))

    @property
    def footnote(self) -> str | None:
        """The id of the footnote that is selected below its paragraph, by its marker or by a link in it."""
        if self.document is None or self.selected_link is None or not self.view.footnotes:
            return None
        link = self.links(self.cursor or "")[self.selected_link]
        note = link.target if link.kind == "marker" else link.block
        return note if note in self.document.notes_by_id else None

    def look(self, index: int) -> Look:
        """Adds what stands beside a block, and whether it is wanted itself."""
        look = super().look(index)
        page = self.page
        if page is None:
            return look
        place = page.blocks[index].id
        beside = Beside(short_address(place), self._counts.get(place, 0), page.marks.get(place, _NO_MARK))
        context = self._matching is not None and place not in self._matching
        return look._replace(beside=beside, noted=page.marks, held=self._held, context=context)


def reduced(document: Document, places: Collection[str]) -> Document:
    """The document with only these blocks and those above them."""
    kept: set[str] = set()
    for place in places:
        block = document.by_id.get(place)
        while block is not None and block.id not in kept:
            kept.add(block.id)
            block = document.by_id.get(block.parent) if block.parent else None
    return replace(document, blocks=tuple(block for block in document.blocks if block.id in kept))


def nearest(document: Document, places: Container[str], start: str) -> str:
    """The place itself or the next of these after it in the order of reading, else the last before it."""
    found, passed = start, False
    for block in document.blocks:
        passed = passed or block.id == start
        if block.id in places:
            found = block.id
            if passed:
                break
    return found
