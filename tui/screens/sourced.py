"""The lines of the source as they came, beside the paragraph that was made of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import on, work
from textual.containers import VerticalScroll
from textual.message import Message
from textual.widgets import Static

from store.document import Document
from store.errors import JueyiError
from tui.screens.columns import OfPane
from tui.screens.footnoted import FootnotedScreen
from tui.widgets.reading_pane import ReadingPane

if TYPE_CHECKING:
    from tui.correcting import Correcting, Inquiry


class SourcedScreen(FootnotedScreen):
    """Adds the source, and what the store knows of doubts and corrections."""

    class Inquired(Message):
        """What there is to know of a document's doubts and corrections is known."""

        def __init__(self, document: Document, inquiry: Inquiry, then: Callable[[Inquiry], None] | None) -> None:
            super().__init__()
            self.document = document
            self.inquiry = inquiry
            self.then = then

    class Failed(Message):
        """It could not be."""

        def __init__(self, error: JueyiError) -> None:
            super().__init__()
            self.error = error

    _known: OfPane[tuple[Document, Inquiry] | None] = OfPane(None)

    async def action_source(self) -> None:
        """Show the lines of the paragraph as they came, or hide them."""
        shown = self._source_pane
        if shown and shown.display:
            shown.display = False
            return
        if shown is None:
            pane = VerticalScroll(Static(markup=False), id="source", can_focus=False)
            await self.mount(pane, after="#body")
        self._ask(lambda _: self._show_source(display=True))

    @on(Inquired)
    def take_inquiry(self, message: Inquired) -> None:
        """Know it, unless the document is read otherwise by now."""
        for column in self.columns:
            with self.at(column):
                if self.document and self.document[1] is message.document:
                    self._known = message.document, message.inquiry
        if self.document and self.document[1] is message.document and message.then:
            message.then(message.inquiry)

    @on(ReadingPane.CursorMoved)
    def follow_in_source(self, message: ReadingPane.CursorMoved) -> None:
        """The lines of the source are those of the paragraph one is at."""
        shown = self._source_pane
        if shown and shown.display and message.pane is self.active.pane:
            if self._known and self.document and self._known[0] is self.document[1]:
                self._show_source()
            else:
                self._ask(lambda _: self._show_source())

    def _ask(self, then: Callable[[Inquiry], None] | None) -> None:
        if self.document:
            self.inquire(*self.document, then)

    @work(thread=True, group="inquiring")
    def inquire(self, key: str, document: Document, then: Callable[[Inquiry], None] | None) -> None:
        """Find out what was corrected, and get the source."""
        try:
            inquiry = self._desk.inquire(key, document)
        except JueyiError as error:
            self.post_message(self.Failed(error))
            return
        self.post_message(self.Inquired(document, inquiry, then))

    def _show_source(self, *, display: bool = False) -> None:
        from tui.source_content import source_content

        pane, place = self._source_pane, self.pane.footnote or self.pane.cursor
        if pane is None or self.document is None or place is None or not self._known:
            return
        document, inquiry = self._known
        if document is self.document[1]:
            lines = inquiry.source.around(place)
            pane.query_one(Static).update(source_content(lines, document, place))
            pane.display = pane.display or display
            pane.scroll_home(animate=False)

    @property
    def _source_pane(self) -> VerticalScroll | None:
        return next(iter(self.query("#source").results(VerticalScroll)), None)

    @property
    def _desk(self) -> Correcting:
        from tui.correcting import Correcting

        return Correcting(self.workspace.library, self.workspace.shelf, self.workspace.bookmarks)
