"""Why a citation is read as it is, by key, and settling it."""

from __future__ import annotations

from store.document import Citation, Span
from tui.language import _
from tui.naming import place_name
from tui.notices import tell
from tui.screens.corrected import CorrectedScreen
from tui.shown_keys import keys


class ExplainedScreen(CorrectedScreen):
    """Adds the reasons of citations."""

    def action_why(self) -> None:
        """Say why the citation is read so, and let it be settled; selected words may become one."""
        if self.document is None:
            return
        selected = self.selection
        if len(selected) == 1:
            part = selected[0]
            self._ask_what_is_cited(part.block, part.start, part.end)
        elif citation := self._lit_citation():
            self._explain(citation)
        else:
            said = _("Select a citation with {key}, or words that are one; here none is selected.")
            tell(self, said.format(**keys(self, key="text.next-link")))

    def _lit_citation(self) -> Citation | None:
        """The citation selected, in the text or in the footnotes that float; else the first of the paragraph."""
        if self.popover and self.popover.has_focus:
            return self.popover.citation
        links = self.pane.links(self.pane.cursor or "")
        if self.pane.selected_link is not None:
            return links[self.pane.selected_link].citation
        first = next((turn for turn, link in enumerate(links) if link.citation), None)
        if first is None:
            return None
        self.pane.selected_link = first
        return links[first].citation

    def _ask_what_is_cited(self, place: str, start: int, end: int) -> None:
        """Of selected words: the citation in them is explained; where there is none, they may be one."""
        assert self.document
        document = self.document[1]
        within = [each for each in document.references_by_place.get(place, ()) if start < each.end and each.at < end]
        if within:
            self._explain(within[0])
        else:
            surface = document.text_of(place)[start:end]
            self._settle(Citation(place, start, surface, None), None)

    def _explain(self, citation: Citation) -> None:
        self._settle(citation, citation)

    def _settle(self, at: Citation, citation: Citation | None) -> None:
        """Ask what words cite, with the reason of their reading if they have one, and keep the answer."""
        assert self.document
        from store.corrections.doubts import source_span
        from tui.correcting import Wish
        from tui.screens.why import WhyScreen

        key, document = self.document

        def settle(symbol: str | None) -> None:
            if symbol is not None and self.document and self.document[0] == key and self.document[1] is document:
                self._correct(Wish("cites", None, symbol, source_span(document, at)))

        where, text = place_name(document, at.block), document.text_of(at.block)
        self.app.push_screen(WhyScreen(where, text, Span(at.at, at.end), citation), settle)
