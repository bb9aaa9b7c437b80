"""What is seen beside and among the text: the switches, and what the library knows of paragraphs and links."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import partialmethod

from textual import on, work
from textual.message import Message
from textual.worker import get_current_worker

from store.citations.note_links import symbol_of
from store.document import Document
from store.errors import StoreUnavailable
from tui.history import Position
from tui.language import _
from tui.naming import display_name
from tui.notices import tell, warn
from tui.screens.columns import Column, OfPane
from tui.screens.selecting import SelectingScreen
from tui.view_switches import NAMES, chosen_view
from tui.widgets.filtered_pane import FilteredPane
from tui.widgets.links import Link
from tui.widgets.page.view import View


class ViewedScreen(SelectingScreen):
    """Adds the view and the knowledge of the library."""

    class Known(Message):
        """The library was asked."""

        def __init__(self, document: Document, held: frozenset[str], ways: Mapping[str, Counter[str]]) -> None:
            super().__init__()
            self.document = document
            self.held = held
            self.ways = ways

    _held: OfPane[frozenset[str] | None] = OfPane(None)
    _ways: OfPane[Mapping[str, Counter[str]]] = OfPane({})
    """By which treatments each paragraph is cited, and how often."""

    def prepare(self, column: Column) -> None:
        """Show as much as was chosen, from the first text on."""
        super().prepare(column)
        column.pane.set_view(chosen_view(self.workspace.state, self.workspace.config))

    def shown(self, wanted: Position) -> None:
        """Ask the library once the text is there."""
        super().shown(wanted)
        if self.document:
            self.ask_library(*self.document)

    @work(thread=True, group="known")
    def ask_library(self, key: str, document: Document) -> None:
        """Ask what the library holds, and who cites the document's paragraphs."""
        from store.library.backlinks import cited_ways

        library = self.workspace.library
        held = frozenset(name for entry in library.known() for name in (entry.symbol, entry.key) if name)
        symbol = document.front.symbol
        ways = cited_ways(document, library.citing(symbol)) if symbol else {}
        if not get_current_worker().is_cancelled:
            self.post_message(self.Known(document, held, ways))

    @on(Known)
    def show_known(self, message: Known) -> None:
        """Show it, unless another document is there by now."""
        for column in self.columns:
            with self.at(column):
                if self.document and self.document[1] is message.document:
                    self._held, self._ways = message.held, message.ways
                    self.pane.know(message.held, {place: ways.total() for place, ways in message.ways.items()})
        self.show_status()

    @on(FilteredPane.LinkSelected)
    def tell_link(self) -> None:
        """Say where the selected link leads."""
        self.show_status()

    def status_parts(self, document: Document, place: str) -> list[str]:
        """Adds where the selected link leads, and how often the paragraph is cited."""
        ways = self._ways.get(place)
        selected = self.pane.selected_link
        links = self.pane.links(place) if selected is not None else ()
        return [
            *super().status_parts(document, place),
            *([_cited(ways)] if ways else []),
            *([self.lead(links[selected])] if selected is not None and selected < len(links) else []),
        ]

    def action_view(self) -> None:
        """Offer the switches."""
        from tui.screens.view import ViewScreen

        self.app.push_screen(ViewScreen(self.pane.view, self._turn))

    def switch(self, name: str) -> None:
        """Turn one switch, and say how to turn it back."""
        on = getattr(self._turn(name), name)
        said = _("Shown: {name}. F4 lists all switches.") if on else _("Hidden: {name}. F4 lists all switches.")
        tell(self, said.format(name=_(NAMES[name])))

    action_switch_addresses = partialmethod(switch, "addresses")
    action_switch_counts = partialmethod(switch, "counts")
    action_switch_signs = partialmethod(switch, "signs")
    action_switch_tags = partialmethod(switch, "tags")
    action_switch_notes = partialmethod(switch, "notes")
    action_switch_footnotes = partialmethod(switch, "footnotes")
    action_switch_bar = partialmethod(switch, "bar")

    def _turn(self, name: str) -> View:
        view = self.pane.view.switched(name)
        for column in self.columns:
            column.pane.set_view(view)
        try:
            self.workspace.state.set_view(view.names)
        except StoreUnavailable as error:
            warn(self.app, str(error))
        return view

    def lead(self, link: Link) -> str:
        """Where a link leads."""
        if link.kind == "marker":
            return _("footnote {label}").format(label=link.label)
        if link.target is None:
            return _("{surface}: its body stays open").format(surface=link.label)
        symbol = symbol_of(link.target)[0] if link.kind == "note" else link.target
        name = display_name(symbol)
        if self._held is None or symbol in self._held:
            return name
        return _("{name}, not in the library").format(name=name)


def _cited(ways: Counter[str]) -> str:
    """How often a paragraph is cited, and how."""
    from tui.relation_words import treatment_name

    how = _(", ").join(f"{treatment_name(name)} {count}" for name, count in ways.most_common())
    return _("cited by {count}: {how}").format(count=ways.total(), how=how)
