"""Taking annotations in: one's own that left, or those of a colleague, beside one's own or merged with them."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message
from textual.widgets import Static
from textual.worker import get_current_worker

from store.errors import JueyiError
from store.export.intake import Report
from store.export.merging import Intake
from store.progress import Cancelled
from tui.commands import bindings
from tui.importing import remarks, report_words, take_file
from tui.language import N_, _
from tui.notices import refuse, tell, warn
from tui.screens.path import PathScreen
from tui.waiting import Waiting
from tui.waiting_app import WaitingApp
from tui.workspace import Workspace


class ImportScreen(PathScreen[None]):
    """Takes a file or folder in and says what became of what is in it."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("import")]
    heading = N_("Import annotations")
    placeholder = N_("an export (JSON, JSON-LD), or the folder of a colleague's annotations")

    class Taken(Message):
        """It was taken in."""

        def __init__(self, report: Report) -> None:
            super().__init__()
            self.report = report

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._merge = False

    def choices(self) -> ComposeResult:
        """Whether what others wrote is kept apart."""
        yield Static(self._merge_words, id="choices", markup=False)

    def action_merge(self) -> None:
        """Keep apart, or merge."""
        self._merge = not self._merge
        self.query_one("#choices", Static).update(self._merge_words)

    def took(self, path: str) -> None:
        """Take it in."""
        app = self.app
        assert isinstance(app, WaitingApp)
        self.take(Path(path), self._merge, app.wait_for(path))

    @work(thread=True, exclusive=True, group="import")
    def take(self, path: Path, merge: bool, waiting: Waiting) -> None:
        """Do the work."""
        library, shelf, author = self._workspace.library, self._workspace.shelf, self._workspace.config.author
        try:
            with waiting:
                report = take_file(library, shelf, path, Intake(author or "", merge=merge), waiting)
        except Cancelled:
            return
        except JueyiError as error:
            self.app.call_from_thread(partial(refuse, self, error))
            return
        if not get_current_worker().is_cancelled:
            self.post_message(self.Taken(report))

    @on(Taken)
    def end(self, message: Taken) -> None:
        """Say what became of it."""
        tell(self.app, report_words(message.report))
        for words in remarks(message.report):
            warn(self.app, words)
        self.dismiss(None)

    @property
    def _merge_words(self) -> str:
        apart = _("What others wrote stands beside your own, under their names.")
        return _("What others wrote becomes one with your own.") if self._merge else apart
