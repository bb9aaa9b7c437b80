"""Peeking in the reader: at what the text and the footnotes over it cite."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import on

from tui.history import Position
from tui.screens.linked import LinkedScreen, target_of
from tui.screens.peeking import Origin, PeekingScreen
from tui.screens.text import Text
from tui.widgets.links import Link
from tui.widgets.reading_pane import ReadingPane

if TYPE_CHECKING:
    from textual.widget import Widget

    from tui.glimpses import Wanted
    from tui.widgets.floating import Floating
    from tui.widgets.popover import Popover


class PeekedScreen(LinkedScreen, PeekingScreen):
    """Adds peeking to the links of the document."""

    @on(ReadingPane.PeekWanted)
    def peek_at_citation(self, message: ReadingPane.PeekWanted) -> None:
        """Show what a citation of the text leads to."""
        column = self.column_of(message.pane)
        if column:
            self.peek_at(self._origin_in_text(column.pane, message.link))

    def on_popover_peek_wanted(self, message: Popover.PeekWanted) -> None:
        """Show what a citation of an open footnote leads to."""
        self.peek_at(self._origin_in_note(message.popover, message.index))

    @on(ReadingPane.Scrolled)
    def keep_glimpse_beside(self, message: ReadingPane.Scrolled) -> None:
        """A glimpse goes with its link when the text moves under it."""
        peek, origin = self.peek, self.origin
        if peek and origin and peek.display and self.column_of(message.pane):
            peek.follow(origin.cause(), origin.area())

    def on_floating_closed(self, message: Floating.Closed) -> None:
        """Footnotes under a glimpse close with it, where the keys did not go back to them."""
        popover = self.popover
        covers = popover is not None and popover.display and popover.is_keyed and self.focused is not popover
        if covers and popover and message.floating is self.peek:
            popover.close()

    @property
    def floats_in(self) -> Widget:
        """What holds the panes."""
        return self.query_one("#body")

    def open(self, position: Position) -> None:
        """Show another place; a glimpse of what the one before cites is closed, unless it is kept."""
        if self.peek:
            self.peek.close()
        super().open(position)

    def _origin_in_text(self, pane: Text, link: Link) -> Origin:
        return Origin(
            self._wanted(link),
            cause=partial(pane.link_region, link),
            area=lambda: pane.content_region,
            go=partial(pane.follow, link),
            next=partial(self._next_in_text, pane),
        )

    def _wanted(self, link: Link) -> Wanted:
        """What a link leads to: a place of the document itself, or what is to be looked up."""
        citation = link.citation
        if citation is None:
            return link.target or ""
        if citation.target and self.document:
            return Position("document", self.document[0], citation.target)
        if not citation.symbol and not citation.is_numbered and citation.candidates:
            return citation.candidates
        return target_of(citation)

    def _next_in_text(self, pane: Text) -> Origin | None:
        """Go on to the next citation of the text."""
        before = self.position
        link = pane.next_citation()
        if link is None:
            return None
        if before and before.place != pane.cursor:
            self.column.history.leave(before)
        return self._origin_in_text(pane, link)

    def _origin_in_note(self, popover: Popover, index: int) -> Origin:
        return Origin(
            self._wanted(popover.links[index]),
            cause=lambda: popover.link_region(index),
            area=lambda: self.calling_pane.content_region,
            go=partial(popover.follow_link, index),
            next=partial(self._next_in_note, popover, index + 1),
        )

    def _next_in_note(self, popover: Popover, index: int) -> Origin | None:
        if index >= len(popover.links):
            return None
        popover.selected_link = index
        return self._origin_in_note(popover, index)
