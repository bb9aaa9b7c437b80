"""What a reader does with a part of the text: select it by words as a dictionary has them, and copy it."""

from __future__ import annotations

from textual import on, work
from textual.message import Message

from store.document import Document
from store.library.citing import range_address
from tui.addresses import spoken_address
from tui.copying import copy_text
from tui.language import n_
from tui.quoting import cited, range_quotation, range_text
from tui.screens.together import TogetherScreen
from tui.widgets.page.units import Cutter
from tui.widgets.reading_pane import ReadingPane


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
        self.see_changes()

    @on(ReadingPane.SelectionChanged)
    def show_selection(self) -> None:
        """Say how much is selected."""
        self.show_status()

    def status_parts(self, document: Document, place: str) -> list[str]:
        """While one selects, what and how much is selected."""
        parts = self.pane.selection
        if not parts:
            return super().status_parts(document, place)
        if self.pane.chosen is None:
            picked = n_("{count} paragraph picked", "{count} paragraphs picked", len(parts)).format(count=len(parts))
            return [*super().status_parts(document, place), picked]
        count = sum(part.end - part.start for part in parts)
        selected = n_("{count} character selected", "{count} characters selected", count).format(count=count)
        return [spoken_address(range_address(document, parts[0].block, parts[-1].block)), selected]

    @on(ReadingPane.CopyRequested)
    def copy_selection(self, message: ReadingPane.CopyRequested) -> None:
        """Copy what is selected, and read on."""
        if self.document is None or not self.pane.selection:
            return
        key, document = self.document
        parts = self.pane.selection
        form = self.workspace.config.cite
        text = range_quotation(document, key, parts, form) if message.cited else range_text(document, parts)
        copy_text(self, text, cited(document, key, parts[0].block, parts[-1].block, form))
        self.pane.chosen = None
