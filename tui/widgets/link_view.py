"""A view of paragraphs whose links can be selected and followed. What following means it says in messages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from textual.geometry import Offset, Region
from textual.message import Message
from textual.reactive import reactive

from store.document import Citation, Document
from tui.typeset import Place
from tui.widgets.links import Link, links_in_notes, links_of
from tui.widgets.page.called import links_below
from tui.widgets.page.page import Page
from tui.widgets.paragraph_view import ParagraphView


class PaneMessage(Message):
    """Something the pane says."""

    def __init__(self, pane: LinkView) -> None:
        super().__init__()
        self.pane = pane

    @property
    def control(self) -> LinkView:
        """The pane that says it."""
        return self.pane


class LinkView(ParagraphView):
    """Adds links: selecting one, following it, finding where it stands."""

    selected_link: reactive[int | None] = reactive(None, init=False)
    """The link of that paragraph that Enter follows, by its index in `links`."""

    class FootnoteRequested(PaneMessage):
        """Footnotes should be shown beside what calls them."""

        def __init__(self, pane: LinkView, links: tuple[Link, ...], region: Region) -> None:
            super().__init__(pane)
            self.links = links
            """The markers, one for each note; the target of one whose note is missing is None."""
            self.region = region
            """Where the first of them stands on the screen."""

    class CitationFollowed(PaneMessage):
        """One wants to go where a citation leads."""

        def __init__(self, pane: LinkView, citation: Citation) -> None:
            super().__init__(pane)
            self.citation = citation

    class NoteLinkFollowed(PaneMessage):
        """One wants to go where a link in a note leads."""

        def __init__(self, pane: LinkView, target: str) -> None:
            super().__init__(pane)
            self.target = target
            """As one would type it to go there."""

    class PeekWanted(PaneMessage):
        """One wants to see what a citation leads to, without going there."""

        def __init__(self, pane: LinkView, link: Link) -> None:
            super().__init__(pane)
            self.link = link

    def __init__(self, *, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self.document: Document | None = None
        """What is read."""

    def links(self, block_id: str) -> tuple[Link, ...]:
        """What can be followed from a paragraph, in the order of reading."""
        if self.document is None:
            return ()
        marks = self.page.marks_shown if self.page is not None else {}
        mark = marks.get(block_id)
        noted = links_in_notes(block_id, mark.notes) if mark else ()
        block = self.document.by_id.get(block_id) if self.view.footnotes else None
        below = links_below(self.document, block, marks) if block is not None else ()
        return links_of(self.document, block_id) + noted + below

    @property
    def link(self) -> Link | None:
        """The link that is selected."""
        links = self.links(self.cursor or "") if self.selected_link is not None else ()
        return links[self.selected_link] if self.selected_link is not None and self.selected_link < len(links) else None

    def next_link(self) -> None:
        """Select the next link of the paragraph, after its last one the first."""
        self._select_link(1)

    def previous_link(self) -> None:
        """Select the previous link of the paragraph, before its first one the last."""
        self._select_link(-1)

    def activate(self) -> None:
        """Follow the selected link, or the only one; where there are several and none is selected, select the first.

        Names and other quiet links count only where there are no others.
        """
        link = self._chosen_link()
        if link is not None:
            self.follow(link)

    def peek(self) -> bool:
        """See what the selected link, or the first, leads to; False in a paragraph without links."""
        links = self.links(self.cursor or "")
        if not links:
            return False
        if self.selected_link is None:
            self.selected_link = _prominent(links)[0]
        self.peek_at(links[self.selected_link])
        return True

    def peek_at(self, link: Link) -> None:
        """Ask to see what a link leads to; a footnote is seen beside its marker anyway."""
        if link.kind == "marker":
            self.follow(link)
        else:
            self.post_message(self.PeekWanted(self, link))

    def request_footnotes(self) -> bool:
        """Ask for all footnotes of the paragraph, beginning with the selected one; False when it has none."""
        links = self.links(self.cursor or "")
        markers = [index for index, link in enumerate(links) if link.kind == "marker"]
        if not markers:
            return False
        if self.selected_link not in markers:
            self.selected_link = markers[0]
        first = self.link_region(links[markers[0]])
        self.post_message(self.FootnoteRequested(self, tuple(links[index] for index in markers), first))
        return True

    def request_next_footnote(self) -> bool:
        """Go to the next marker of the document and ask for its footnote; False after the last one."""
        link = self._next_of("marker")
        if link is not None:
            self.follow(link)
        return link is not None

    def next_citation(self) -> Link | None:
        """Go to the next citation of the document and select it; None after the last one."""
        return self._next_of("citation")

    def region_of(self, block_id: str, at: int) -> Region:
        """Where the character at an offset of a paragraph stands on the screen, one line high."""
        page = self.page
        if page is None:
            return Region()
        index = page.index_of[block_id]
        layout = page.layout(index)
        place = layout.setting.locate(at)
        return self._region(page, index, place._replace(row=layout.row_of_line(place.row)))

    def links_in_view(self) -> Iterator[tuple[str, int]]:
        """The links of which one sees the beginning: the id of the paragraph, and the index among its links."""
        page = self.page
        index: int | None = self.top_index(page) if page is not None and page.blocks else None
        while page is not None and index is not None:
            if page.heights.top(index) >= self.scroll_offset.y + self.size.height:
                return
            place = page.blocks[index].id
            for number in range(len(self.links(place))):
                if self.link_offset(place, number) is not None:
                    yield place, number
            index = page.neighbour(index, 1)

    def link_offset(self, block_id: str, number: int) -> Offset | None:
        """Where a link begins, by row and cell of the view; None where one does not see that."""
        page = self.page
        if page is None or block_id not in page.index_of or not page.is_shown(page.index_of[block_id]):
            return None
        index = page.index_of[block_id]
        region = self._region(page, index, page.layout(index).stand_of(number))
        offset = region.offset - self.content_region.offset
        return offset if 0 <= offset.y < self.size.height else None

    def link_region(self, link: Link) -> Region:
        """Where a link begins on the screen, one line high."""
        page = self.page
        index = page.index_of.get(link.block, self.index) if page is not None else None
        if page is None or index is None:
            return Region()
        layout = page.layout(index)
        return self._region(page, index, layout.stand_of(self.links(layout.block.id).index(link)))

    def watch_cursor(self) -> None:
        """A link is selected in the paragraph one is at, and in no other."""
        self.selected_link = None
        super().watch_cursor()

    def watch_selected_link(self, index: int | None) -> None:
        """Show the link, which may be far down in a long paragraph."""
        if index is not None and self.index is not None and self.page is not None:
            self.show_row(self.page.layout(self.index).stand_of(index).row)
        self.refresh()

    def action_next_link(self) -> None:
        """Select the next link of the paragraph."""
        self.next_link()

    def action_previous_link(self) -> None:
        """Select the previous one."""
        self.previous_link()

    def action_follow(self) -> None:
        """Follow the selected link."""
        self.activate()

    def action_footnotes(self) -> None:
        """Ask for all footnotes of the paragraph."""
        self.request_footnotes()

    def action_next_footnote(self) -> None:
        """Ask for the next footnote of the document."""
        self.request_next_footnote()

    def follow(self, link: Link) -> None:
        """Say that one follows a link."""
        if link.citation is not None:
            self.post_message(self.CitationFollowed(self, link.citation))
        elif link.kind == "note":
            self.post_message(self.NoteLinkFollowed(self, link.target or ""))
        else:
            self.post_message(self.FootnoteRequested(self, (link,), self.link_region(link)))

    def _chosen_link(self) -> Link | None:
        links = self.links(self.cursor or "")
        if self.selected_link is None and links:
            first, *others = _prominent(links)
            self.selected_link = first
            if others:
                return None
        return None if self.selected_link is None else links[self.selected_link]

    def _next_of(self, kind: Literal["marker", "citation"]) -> Link | None:
        """Go to the next link of a kind after the selected one, and select it; names and the like are passed over."""
        page, index = self.page, self.index
        after = -1 if self.selected_link is None else self.selected_link
        while page is not None and index is not None:
            place = page.blocks[index].id
            links = self.links(place)
            is_next = (n > after and link.kind == kind and not link.is_quiet for n, link in enumerate(links))
            found = next((n for n, it_is in enumerate(is_next) if it_is), None)
            if found is not None:
                self.cursor = place
                self.selected_link = found
                return links[found]
            index, after = page.neighbour(index, 1), -1
        return None

    def _select_link(self, step: int) -> None:
        count = len(self.links(self.cursor or ""))
        if count:
            before = self.selected_link if self.selected_link is not None else min(-step, 0)
            self.selected_link = (before + step) % count

    def _region(self, page: Page, index: int, place: Place) -> Region:
        """The part of the screen that a place among the rows of a block takes."""
        x = page.geometry.origin + page.layout(index).indent + place.cell
        y = page.heights.top(index) + place.row - self.scroll_offset.y
        return Region(x, y, max(1, place.cells), 1).translate(self.content_region.offset)


def _prominent(links: Sequence[Link]) -> list[int]:
    """Those that count where none is selected: numbers and markers, where there are none all."""
    return [n for n, link in enumerate(links) if not link.is_quiet] or list(range(len(links)))
