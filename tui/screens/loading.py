"""Reading documents for the panes of a screen, one request a pane; an answer that nobody waits for is dropped."""

from __future__ import annotations

from functools import partial

from textual import on, work
from textual.message import Message
from textual.worker import get_current_worker

from store.document import Document
from store.errors import JueyiError
from store.progress import Cancelled
from tui.history import Position
from tui.notices import refuse
from tui.screens.columns import Column, ColumnScreen, OfPane
from tui.waiting import Waiting
from tui.waiting_app import WaitingApp
from tui.workspace import Workspace


class LoadingScreen(ColumnScreen):
    """Has a document read and shows it where it is wanted. How that is shown a subclass says."""

    wanted: OfPane[Position] = OfPane()
    """What is shown, or will be when it is read."""

    class Loaded(Message):
        """The document was read."""

        def __init__(self, wanted: Position, document: Document) -> None:
            super().__init__()
            self.wanted = wanted
            self.document = document

    class Refused(Message):
        """The document can't be shown."""

        def __init__(self, wanted: Position, reason: str) -> None:
            super().__init__()
            self.wanted = wanted
            self.reason = reason

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace

    def show(self, wanted: Position, document: Document) -> None:
        """Show a document that was read."""
        raise NotImplementedError

    def stay(self) -> None:
        """Go on with what is shown, as what was wanted can't be."""
        raise NotImplementedError

    def load(self, wanted: Position) -> None:
        """Have the document read; who gives up waiting for it stays with what is shown."""
        app = self.app
        assert isinstance(app, WaitingApp)
        self.read(wanted, app.wait_for(wanted.key, partial(self.give_up, wanted)))

    @work(thread=True, group="document")
    def read(self, wanted: Position, waiting: Waiting) -> None:
        """Read the document."""
        try:
            with waiting:
                document = self.workspace.read(wanted.key, progress=waiting)
        except Cancelled:
            return
        except JueyiError as error:
            self.post_message(self.Refused(wanted, str(error)))
            return
        if not get_current_worker().is_cancelled:
            self.post_message(self.Loaded(wanted, document))

    @on(Loaded)
    def show_loaded(self, message: Loaded) -> None:
        """Show it where it is still wanted."""
        for column in self._waiting(message.wanted):
            with self.at(column):
                self.show(message.wanted, message.document)

    @on(Refused)
    def tell_refused(self, message: Refused) -> None:
        """Say why it can't be shown where it is still wanted."""
        for column in self._waiting(message.wanted):
            refuse(self.app, message.reason)
            with self.at(column):
                self.stay()

    def give_up(self, wanted: Position) -> None:
        """Stay with what is shown where it was still wanted."""
        for column in self._waiting(wanted):
            with self.at(column):
                self.stay()

    def _waiting(self, wanted: Position) -> list[Column]:
        """The panes that wait for a document; none once the screen was closed, as its widgets go with it."""
        if self not in self.app.screen_stack:
            return []
        return [column for column in self.columns if column.kept.get("wanted") is wanted]
