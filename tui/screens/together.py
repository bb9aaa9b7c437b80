"""Two panes that scroll together: where one moves in one of them, the other shows the corresponding paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on, work
from textual.message import Message
from textual.worker import get_current_worker

from store.document import Document
from tui.history import Position
from tui.language import _
from tui.notices import tell
from tui.screens.hinted import HintedScreen
from tui.widgets.page_view import Anchor
from tui.widgets.reading_pane import ReadingPane

if TYPE_CHECKING:
    from store.compare.alignment import Alignment
    from tui.screens.columns import Column


class TogetherScreen(HintedScreen):
    """Adds scrolling together. It begins by itself where the two documents are versions of one text."""

    class Aligned(Message):
        """It is known what corresponds to what."""

        def __init__(self, documents: tuple[Document, ...], alignment: Alignment) -> None:
            super().__init__()
            self.documents = documents
            self.alignment = alignment

    _together = False
    _chosen = False
    """Whether the user said whether these two documents scroll together."""
    _compared: tuple[Document, ...] = ()
    """The documents that are aligned, or being aligned, from left to right."""
    _alignment: Alignment | None = None

    _newest: Column | None = None
    """The pane that was the last to show another document."""
    _follows = True
    """Whether it was asked for no place, and can begin at what corresponds to the other pane's."""

    @property
    def together(self) -> bool:
        """Whether both panes scroll together."""
        return self._together and self.other is not None

    def shown(self, wanted: Position) -> None:
        """Compare what the panes show now."""
        super().shown(wanted)
        self._newest, self._follows = self.column, wanted.place is None
        self._compare()

    def status_parts(self, document: Document, place: str) -> list[str]:
        """Adds that the panes scroll together, and what stands in one of them only."""
        where, *parts = super().status_parts(document, place)
        if not self.together:
            return [where, *parts]
        is_alone = self._alignment is not None and self._stands_alone(self._alignment, place)
        return [where, _("scrolls together"), *([_("only here")] if is_alone else []), *parts]

    def action_scroll_together(self) -> None:
        """Let both panes scroll together, or each by itself."""
        if self.other is None:
            self._tell_alone()
            return
        self._chosen, self._together = True, not self._together
        if self._together:
            tell(self, _("Both panes scroll together by their corresponding paragraphs. s ends that."))
            self._bring_along(self.active)
        else:
            tell(self, _("Each pane scrolls by itself. s lets them scroll together."))
        self._show_lines()

    def action_pin(self) -> None:
        """A pinned pane shows what is followed, and no longer what corresponds."""
        super().action_pin()
        if self.pinned and self._together:
            self._chosen, self._together = True, False
            self._show_lines()

    @on(ReadingPane.CursorMoved)
    @on(ReadingPane.Scrolled)
    def lead_other(self, message: ReadingPane.CursorMoved | ReadingPane.Scrolled) -> None:
        """Take the other pane along."""
        if self.together and message.pane is self.active.pane:
            self._bring_along(self.active)

    @work(thread=True, exclusive=True, group="align")
    def align(self, documents: tuple[Document, Document]) -> None:
        """Find out what corresponds to what."""
        from store.compare.align import align

        alignment = align(*documents)
        if not get_current_worker().is_cancelled:
            self.post_message(self.Aligned(documents, alignment))

    @on(Aligned)
    def take_alignment(self, message: Aligned) -> None:
        """Scroll together from now on, where both are versions and the user did not say otherwise."""
        if message.documents is not self._compared:
            return
        self._alignment = message.alignment
        are_two = message.documents[0] is not message.documents[1]
        keeps_place = any(column.keeps_place for column in self.columns)
        if not self._chosen and not self.pinned and not keeps_place and are_two and message.alignment.are_versions:
            self._together = True
            tell(self, _("Both are versions of one text and scroll together. s ends that."))
        if self.together:
            self._show_lines()
            leader = next((column for column in self.columns if column is not self._newest), None)
            if leader and self._follows:
                self._bring_along(leader)

    async def _close(self, column: Column) -> None:
        await super()._close(column)
        self._compared = ()

    def _compare(self) -> None:
        """Align the documents of both panes, unless that was done."""
        documents = tuple(column.pane.document for column in self.columns)
        if len(documents) < 2 or None in documents:
            return
        left, right = documents
        assert left and right
        if [id(each) for each in self._compared] != [id(left), id(right)]:
            self._compared = left, right
            self._alignment, self._chosen, self._together = None, False, False
            self.align(self._compared)

    def _bring_along(self, leader: Column) -> None:
        """Show in the other pane what corresponds to the paragraph at which a pane stands, in the same row."""
        other = next((column for column in self.columns if column is not leader), None)
        anchor = leader.pane.anchor_line()
        if other is None or anchor is None or self._alignment is None:
            return
        is_left = self.columns[0] is leader
        place = self._alignment.to_right(anchor.block) if is_left else self._alignment.to_left(anchor.block)
        page = other.pane.page
        if place is None or page is None or place not in page.index_of:
            return
        index = page.index_of[place]
        if not page.is_shown(index):
            index = next(page.index_of[each] for each in page.ancestors(index) if page.is_shown(page.index_of[each]))
        other.pane.lead_to(page, index)
        at = _same_part(leader.pane.document, anchor, len(page.blocks[index].text))
        other.pane.hold(Anchor(page.blocks[index].id, at, min(anchor.row, max(0, other.pane.size.height - 1))))

    def _stands_alone(self, alignment: Alignment, place: str) -> bool:
        is_left = self.columns[0] is self.column
        return place in (alignment.left_alone if is_left else alignment.right_alone)


def _same_part(document: Document | None, anchor: Anchor, length: int) -> int:
    """The offset in a text of a length that is as far on as the anchor is in its own."""
    whole = len(document.by_id[anchor.block].text) if document else 0
    return anchor.at * length // whole if whole else 0
