"""Letters on the links of the reader: those of all panes and of the footnotes over them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from textual import on

from tui.screens.columns import Column
from tui.screens.hinting import Hinted, HintingScreen
from tui.screens.paired import PairedScreen
from tui.widgets.reading_pane import ReadingPane

if TYPE_CHECKING:
    from tui.widgets.popover import Popover


class HintedScreen(PairedScreen, HintingScreen):
    """Adds the letters."""

    def all_hinted(self) -> Iterable[Hinted]:
        """The links of the text in all panes, and those of open footnotes."""
        for column in self.columns:
            for block, link in column.pane.links_in_view():
                yield Hinted(
                    column.pane,
                    partial(column.pane.link_offset, block, link),
                    partial(self._follow_hinted, column, block, link),
                    partial(self._follow_hinted, column, block, link, peeks=True),
                )
        popover = self.popover
        if popover and popover.display:
            yield from self._hinted_in(popover)

    @on(ReadingPane.Scrolled)
    def move_letters(self) -> None:
        """The letters stay on their links."""
        if self.hint_line:
            self.lay_letters()

    def _hinted_in(self, popover: Popover) -> Iterator[Hinted]:
        for index in range(len(popover.links)):
            yield Hinted(
                popover,
                partial(popover.link_offset, index),
                partial(popover.follow_link, index),
                partial(popover.peek_at, index),
            )

    def _follow_hinted(self, column: Column, block: str, link: int, *, peeks: bool = False) -> None:
        """Go to the paragraph of a link, which is in view, and follow the link as Enter does, or peek at it."""
        pane = column.pane
        page = pane.page
        if column not in self.columns or page is None or block not in page.index_of:
            return
        self.turn_to(column)
        pane.focus()
        self.leave_for(block)
        pane.lead_to(page, page.index_of[block])
        pane.selected_link = link
        followed = pane.links(block)[link]
        if peeks:
            pane.peek_at(followed)
        else:
            pane.follow(followed)
