"""What a reader does with a part of the text: select it by words as a dictionary has them, and copy it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on, work
from textual.message import Message

from store.document import Document
from tui.language import n_
from tui.screens.together import TogetherScreen
from tui.widgets.page.units import Cutter
from tui.widgets.reading_pane import ReadingPane

if TYPE_CHECKING:
    from tui.widgets.popover import Popover


class SelectingScreen(TogetherScreen):
    """Adds words and copying to the selection of the text."""

    class WordsKnown(Message):
        """The dictionary is loaded."""

        def __init__(self, pane: ReadingPane, cut: Cutter) -> None:
            super().__init__()
            self.pane = pane
            self.cut = cut

    @on(ReadingPane.WordsWanted)
    def load_words_for(self, message: ReadingPane.WordsWanted) -> None:
        """Give the text its words as soon as they are known."""
        if isinstance(message.pane, ReadingPane):
            self.load_words(message.pane)

    @work(thread=True, exclusive=True, group="words")
    def load_words(self, pane: ReadingPane) -> None:
        """Load the dictionary, which takes a second or more when it is done for the first time."""
        from store.search.words import warm, word_spans

        if pane.cut is not word_spans:
            warm()
            self.post_message(self.WordsKnown(pane, word_spans))

    @on(WordsKnown)
    def give_words(self, message: WordsKnown) -> None:
        """The text knows its words now, and so does what amendments change in it."""
        message.pane.cut = message.cut
        if self.popover:
            self.popover.cut = message.cut
        self.see_changes()

    def on_footnote_view_words_wanted(self) -> None:
        """Footnotes have the words of the text."""
        self.load_words(self.pane)

    def on_popover_selection_changed(self) -> None:
        """Say how much is selected in a footnote."""
        self.show_status()

    @on(ReadingPane.SelectionChanged)
    def show_selection(self) -> None:
        """Say how much is selected."""
        self.show_status()

    def status_parts(self, document: Document, place: str) -> list[str]:
        """While one selects, what and how much is selected."""
        parts = self.selection
        if not parts:
            return super().status_parts(document, place)
        if not self.noted and self.pane.chosen is None:
            picked = n_("{count} paragraph picked", "{count} paragraphs picked", len(parts)).format(count=len(parts))
            return [*super().status_parts(document, place), picked]
        from store.library.citing import range_address
        from tui.addresses import spoken_address

        count = sum(part.end - part.start for part in parts)
        selected = n_("{count} character selected", "{count} characters selected", count).format(count=count)
        return [spoken_address(range_address(document, parts[0].block, parts[-1].block)), selected]

    @on(ReadingPane.CopyRequested)
    def copy_selection(self, message: ReadingPane.CopyRequested) -> None:
        """Copy what is selected, and read on."""
        self.copy_selected(message.cited)

    def on_popover_copy_requested(self, message: Popover.CopyRequested) -> None:
        """The same in a footnote."""
        self.copy_selected(message.cited)

    def copy_selected(self, with_citation: bool) -> None:
        """Copy what is selected, with where it stands or without."""
        parts, form = self.selection, self.workspace.config.cite
        if self.document is None or not parts:
            return
        from tui.copying import copy_text
        from tui.quoting import cited, range_quotation, range_text

        key, document = self.document
        text = range_quotation(document, key, parts, form) if with_citation else range_text(document, parts)
        copy_text(self, text, cited(document, key, parts[0].block, parts[-1].block, form))
        if self.noted:
            self.noted.chosen = None
        else:
            self.pane.chosen = None
