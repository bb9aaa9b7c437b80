"""What the reader says of how the document is joined to others: who cites it, its card, drafts of what it cites."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import on, work
from textual.message import Message
from textual.worker import get_current_worker

from store.document import Document
from store.errors import JueyiError
from tui.history import Position
from tui.language import _
from tui.messages import OpenCard, OpenDocument
from tui.naming import place_name
from tui.notices import refuse, tell
from tui.screens.viewed import ViewedScreen
from tui.shown_keys import keys
from tui.typeset import widths_for
from tui.widgets.filtered_pane import FilteredPane
from tui.widgets.links import Link
from tui.workspace import Workspace

if TYPE_CHECKING:
    from store.library.families.kin import Family
    from store.library.mention import Mention


class RelatedScreen(ViewedScreen):
    """Adds who cites the paragraph, and what of a cited document's family the library holds."""

    class CitingKnown(Message):
        """Who cites the document is known, and which of them cite the paragraph."""

        def __init__(self, document: Document, place: str, all_: Sequence[Mention], here: Sequence[Mention]) -> None:
            super().__init__()
            self.document = document
            self.place = place
            self.all = all_
            self.here = here

    class FamilyKnown(Message):
        """The family of a cited document is known."""

        def __init__(self, symbol: str, family: Family) -> None:
            super().__init__()
            self.symbol = symbol
            self.family = family

    def __init__(self, workspace: Workspace, position: Position) -> None:
        super().__init__(workspace, position)
        self._families: dict[str, Family | None] = {}
        """Of the cited documents that were asked for; None while that is under way."""

    def shown(self, wanted: Position) -> None:
        """What belongs together may be other documents by now."""
        super().shown(wanted)
        self._families = {}

    def action_list_citing(self) -> None:
        """List who cites the paragraph, or the document."""
        if self.document is None or self.pane.cursor is None:
            return
        symbol = self.document[1].front.symbol
        if symbol is None:
            said = _("The document has no symbol by which texts could cite it: {key} shows its card.")
            tell(self, said.format(**keys(self, key="reader.show-card")))
            return
        self.ask_who_cites(symbol, self.document[1], self.pane.cursor)

    def action_show_card(self) -> None:
        """Show the card of the document."""
        if self.document:
            self.post_message(OpenCard(self.document[1].front.symbol or self.document[0]))

    @work(thread=True, exclusive=True, group="citing")
    def ask_who_cites(self, symbol: str, document: Document, place: str) -> None:
        """Ask the library."""
        from store.library.backlinks import citing_place

        try:
            mentions = self.workspace.library.citing(symbol)
        except JueyiError as error:
            self.app.call_from_thread(refuse, self, error)
            return
        here = citing_place(document, mentions, place)
        if not get_current_worker().is_cancelled:
            self.post_message(self.CitingKnown(document, place, mentions, here))

    @on(CitingKnown)
    def show_citing(self, message: CitingKnown) -> None:
        """List them, unless another document is there by now."""
        if not self.document or self.document[1] is not message.document or not self.is_current:
            return
        if not message.all:
            tell(self, _("No document of the library cites it."))
            return
        from tui.screens.citing import CitingScreen

        widths = widths_for(self.workspace.config.ambiguous_width)
        place = place_name(message.document, message.place), message.here
        name = message.document.front.symbol or self.document[0]
        self.app.push_screen(CitingScreen(name, message.all, widths, place), self._go_to_citing)

    def _go_to_citing(self, request: OpenDocument | None) -> None:
        if request:
            self.post_message(request)

    @on(FilteredPane.LinkSelected)
    def ask_for_family(self) -> None:
        """Find out what of the family of a document that is not held the library holds."""
        link = self._selected
        target = link.target if link and link.kind == "citation" else None
        if target and self._lacks(target) and target not in self._families:
            self._families[target] = None
            self.ask_family(target)

    @work(thread=True, group="family")
    def ask_family(self, symbol: str) -> None:
        """Ask the library."""
        from store.library.families.family import family_of_symbol

        try:
            family = family_of_symbol(self.workspace.library, symbol)
        except JueyiError as error:
            self.app.call_from_thread(refuse, self, error)
            return
        if not get_current_worker().is_cancelled:
            self.post_message(self.FamilyKnown(symbol, family))

    @on(FamilyKnown)
    def show_family(self, message: FamilyKnown) -> None:
        """Say so beside where the link leads."""
        self._families[message.symbol] = message.family
        self.show_status()

    def lead(self, link: Link) -> str:
        """Adds that a draft or the like of what is not held is in the library."""
        family = self._families.get(link.target or "")
        near = [each for each in family.kin if each.key and each.relation != "series"] if family else []
        said = super().lead(link)
        if not near:
            return said
        from tui.relation_words import relation_name

        return _("{name}; {what} is in your library").format(name=said, what=relation_name(near[0]))

    def _lacks(self, symbol: str) -> bool:
        return self._held is not None and symbol not in self._held

    @property
    def _selected(self) -> Link | None:
        selected, place = self.pane.selected_link, self.pane.cursor
        links = self.pane.links(place) if selected is not None and place else ()
        return links[selected] if selected is not None and selected < len(links) else None
