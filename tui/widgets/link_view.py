"""A view of paragraphs whose links can be selected and followed. What following means it says in messages."""

from __future__ import annotations

from dataclasses import dataclass

from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive

from store.document import Citation, Document
from tui.typeset import Place
from tui.widgets.links import Link, links_of
from tui.widgets.page.called import links_in_notes
from tui.widgets.page.page import Page
from tui.widgets.paragraph_view import ParagraphView


@dataclass
class PaneMessage(Message):
    """Something the pane says."""

    pane: LinkView

    @property
    def control(self) -> LinkView:
        """The pane that says it."""
        return self.pane


class LinkView(ParagraphView):
    """Adds links: selecting one, following it, finding where it stands."""

    selected_link: reactive[int | None] = reactive(None, init=False)
    """The link of that paragraph that Enter follows, by its index in `links`."""

    @dataclass
    class FootnoteRequested(PaneMessage):
        """Footnotes should be shown beside what calls them."""

        links: tuple[Link, ...]
        """The markers, one for each note; the target of one whose note is missing is None."""
        region: Region
        """Where the first of them stands on the screen."""

    @dataclass
    class CitationFollowed(PaneMessage):
        """One wants to go where a citation leads."""

        citation: Citation

    def __init__(self, *, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self.document: Document | None = None
        """What is read."""

    def links(self, block_id: str) -> tuple[Link, ...]:
        """What can be followed from a paragraph, in the order of reading."""
        if self.document is None:
            return ()
        block = self.document.by_id.get(block_id) if self.view.footnotes else None
        below = links_in_notes(self.document, block) if block is not None else ()
        return links_of(self.document, block_id) + below

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
        links = self.links(self.cursor or "")
        if self.selected_link is None and links:
            first = [n for n, link in enumerate(links) if not link.is_quiet] or list(range(len(links)))
            self.selected_link = first[0]
            if len(first) > 1:
                return
        if self.selected_link is not None:
            self._follow(links[self.selected_link])

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
        page, index = self.page, self.index
        after = -1 if self.selected_link is None else self.selected_link
        while page is not None and index is not None:
            links = self.links(page.blocks[index].id)
            following = (n for n, link in enumerate(links) if n > after and link.kind == "marker")
            found = next(following, None)
            if found is not None:
                self.cursor = links[found].block
                self.selected_link = found
                self._follow(links[found])
                return True
            index, after = page.neighbour(index, 1), -1
        return False

    def region_of(self, block_id: str, at: int) -> Region:
        """Where the character at an offset of a paragraph stands on the screen, one line high."""
        page = self.page
        if page is None:
            return Region()
        index = page.index_of[block_id]
        layout = page.layout(index)
        place = layout.setting.locate(at)
        return self._region(page, index, place._replace(row=layout.row_of_line(place.row)))

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

    def _select_link(self, step: int) -> None:
        count = len(self.links(self.cursor or ""))
        if count:
            before = self.selected_link if self.selected_link is not None else min(-step, 0)
            self.selected_link = (before + step) % count

    def _follow(self, link: Link) -> None:
        if link.citation is not None:
            self.post_message(self.CitationFollowed(self, link.citation))
        else:
            self.post_message(self.FootnoteRequested(self, (link,), self.link_region(link)))

    def _region(self, page: Page, index: int, place: Place) -> Region:
        """The part of the screen that a place among the rows of a block takes."""
        x = page.geometry.origin + page.layout(index).indent + place.cell
        y = page.heights.top(index) + place.row - self.scroll_offset.y
        return Region(x, y, max(1, place.cells), 1).translate(self.content_region.offset)
