"""What leads from one place of a document to another: its outline, its footnotes, its citations.

Outline and footnotes are put on the screen after the first text is there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from store.document import Citation, Document
from tui.history import Position
from tui.language import _
from tui.messages import OpenTarget, TargetFound
from tui.notices import tell
from tui.screens.adjusted import AdjustedScreen
from tui.screens.columns import Column
from tui.screens.text import Text
from tui.widgets.reading_pane import ReadingPane

if TYPE_CHECKING:
    from tui.widgets.floating import Floating
    from tui.widgets.outline import Outline
    from tui.widgets.popover import Popover


class LinkedScreen(AdjustedScreen):
    """Adds outline and links to the document."""

    _outline: Outline | None = None
    _popover: Popover | None = None
    _calling: Column | None = None
    """The pane whose footnotes are seen."""

    @property
    def outline(self) -> Outline | None:
        """The outline; None before the first text."""
        return self._outline

    @property
    def popover(self) -> Popover | None:
        """The footnotes that float over the text; None before the first text."""
        return self._popover

    def open(self, position: Position) -> None:
        """Show another place; footnotes of the one before are closed."""
        if self._popover:
            self._popover.close()
        super().open(position)

    def show(self, wanted: Position, document: Document) -> None:
        """Show a document that was read; footnotes opened while it was being read are of the one before."""
        if self._popover:
            self._popover.close()
        super().show(wanted, document)

    async def furnish(self) -> None:
        """Add the outline, which takes its time, and make footnotes possible."""
        await super().furnish()
        if self._outline is None:
            await self._add()

    def shown(self, wanted: Position) -> None:
        """Show the document in the outline."""
        self.show_outline()
        super().shown(wanted)

    def show_outline(self) -> None:
        """Show in the outline what is read in the pane one is in."""
        if self.document and self._outline and self.column is self.active:
            self._outline.show(self.document[1], self.marks)
            if self.pane.cursor:
                self._outline.reveal(self.pane.cursor)

    def see_changes(self) -> None:
        """Show the tags and notes as they are on disk now."""
        super().see_changes()
        if self._outline and self.document:
            self._outline.set_marks(self.marks)

    @on(ReadingPane.CursorMoved)
    def follow_in_outline(self, message: ReadingPane.CursorMoved) -> None:
        """Show in the outline where one is; a footnote that was only shown does not stay behind."""
        if self._outline and message.pane is self.active.pane:
            self._outline.reveal(message.block_id)
        popover = self._popover
        if popover and popover.cause and not popover.has_focus and popover.cause.block != message.block_id:
            popover.close()

    @on(ReadingPane.FootnoteRequested)
    def show_footnotes(self, message: ReadingPane.FootnoteRequested) -> None:
        """Open the footnotes beside their marker, unless that is on the screen no more."""
        document, pane = message.pane.document, message.pane
        if not (document and self._popover and self.stands):
            return
        if all(link in pane.links(link.block) for link in message.links):
            self._calling = self.column_of(pane)
            self.give_marks(self._popover)
            self._popover.show(document, message.links, message.region)

    def show_note_of(self, note: str | None) -> None:
        """Show a footnote beside what calls it, while the keys go on in the text; None puts that away again.

        A note that nothing calls is told.
        """
        popover = self._popover
        if popover is None or self.document is None:
            return
        if popover.display and not popover.has_focus:
            popover.close()
        if note is None:
            return
        document = self.document[1]
        block = next((each.id for each in document.blocks if any(m.footnote == note for m in each.markers)), None)
        if block is None:
            self.stand_at_note(document, note)
            return
        self.jump(block)
        links = self.pane.links(block)
        self.pane.selected_link = next(n for n, link in enumerate(links) if link.target == note)
        link = links[self.pane.selected_link]
        self.give_marks(popover)
        popover.show(document, (link,), self.pane.link_region(link), take_focus=False)

    def give_marks(self, popover: Popover) -> None:
        """Let footnotes show what is on them, and know words."""
        popover.marks, popover.tag_colours = self.marks, self.pane.tag_colours
        if self.pane.word_cutter:
            popover.cut = self.pane.word_cutter

    @on(ReadingPane.Scrolled)
    def keep_footnotes_beside(self, message: ReadingPane.Scrolled) -> None:
        """Footnotes go with their marker when the text moves under them."""
        pane = message.pane
        if self._popover and self._popover.cause and pane is self.calling_pane:
            self._popover.follow(pane.link_region(self._popover.cause), pane.content_region)

    @property
    def calling_pane(self) -> Text:
        """The text that calls the footnotes one sees, or saw last."""
        return self._calling.pane if self._calling in self.columns else self.pane

    async def on_floating_text_wanted(self, message: Floating.TextWanted) -> None:
        """Go on in the text."""
        await self.calling_pane.run_action(message.action)

    def on_popover_next_requested(self) -> None:
        """Go on to the next footnote of the document."""
        before = self.position
        if not self.calling_pane.request_next_footnote():
            tell(self, _("This is the last footnote of the document."))
        elif before and before.place != self.pane.cursor:
            self.workspace.history.leave(before)

    def leave_for(self, place: str) -> None:
        """Keep where one stands before one leaps to another place of the document, so that one can go back."""
        here = self.position
        if here and here.place != place:
            self.column.history.leave(here)

    @on(ReadingPane.CitationFollowed)
    def follow_citation(self, message: ReadingPane.CitationFollowed) -> None:
        """Go to what is cited; where the organ stays open, to the choice of what it may be."""
        self.follow_reference(message.citation)

    def on_popover_link_followed(self, message: Popover.LinkFollowed) -> None:
        """Go to what a footnote cites, or where a note on it leads."""
        message.popover.close()
        if message.link.citation is not None:
            self.follow_reference(message.link.citation)
        else:
            self.post_message(OpenTarget(message.link.target or "", self.document))

    def follow_reference(self, citation: Citation) -> None:
        """Go where a citation or another reference leads; say so when that is not known."""
        if citation.target:
            self._go_to_own(citation.target)
        elif citation.symbol or citation.is_numbered:
            self.post_message(OpenTarget(target_of(citation)))
        elif citation.candidates:
            from store.library.find import among

            self.post_message(TargetFound(among(self.workspace.library, citation.candidates)))
        else:
            tell(self, _("The text does not say what “{words}” refers to.").format(words=citation.surface))

    def _go_to_own(self, place: str) -> None:
        """Go to a block of this document; a footnote is shown beside what calls it."""
        self.column.history.leave(self.position)
        if self.document and place in self.document[1].notes_by_id:
            self.show_note_of(place)
        else:
            self.jump(place)

    def on_outline_place_chosen(self, message: Outline.PlaceChosen) -> None:
        """Go there, and read on."""
        self.leave_for(message.block_id)
        self.jump(message.block_id)
        self.leave_outline()

    def action_outline(self) -> None:
        """Go into the outline; from there, put it away."""
        if self._outline is None:
            return
        narrow = self.has_class("-narrow")
        if self._outline.has_focus:
            self.set_class(False, "-with-outline")
            self.set_class(not narrow, "-without-outline")
            self.pane.focus()
        else:
            self.set_class(False, "-without-outline")
            self.set_class(narrow, "-with-outline")
            self._outline.focus()

    def leave_outline(self) -> None:
        """Back to the text; laid over it, the outline vanishes."""
        self.set_class(False, "-with-outline")
        self.pane.focus()

    async def _add(self) -> None:
        from tui.widgets.outline import Outline
        from tui.widgets.popover import Popover

        outline, popover = Outline(), Popover()
        for widget in (outline, popover):
            widget.ambiguous_width = self.workspace.config.ambiguous_width
        await self.query_one("#side").mount(outline)
        if self.stands:
            await self.mount(popover)
            self._outline, self._popover = outline, popover


def target_of(citation: Citation) -> str:
    """What to look up for a citation: a symbol, or the number as printed where its organ stays open, with the part."""
    target = citation.symbol or citation.surface
    return f"{target}#{citation.pinpoint}" if citation.pinpoint else target
