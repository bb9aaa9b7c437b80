"""Bringing the text of a cited document into the library: where to get it, and taking in the file that was got."""

from __future__ import annotations

import os
import shlex
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from textual import on, work
from textual.events import Paste
from textual.message import Message

from store.errors import JueyiError
from store.library.entry import Entry
from store.progress import Cancelled
from tui.language import _
from tui.messages import OpenDocument
from tui.notices import refuse, tell, warn
from tui.screens.repainted import Repainted
from tui.waiting import Waiting
from tui.waiting_app import WaitingApp
from tui.workspace import Workspace


class Fetched(NamedTuple):
    """A file that was taken in for a symbol."""

    symbol: str
    """That was asked for."""
    entry: Entry


class FetchedScreen(Repainted):
    """A screen about a document that the library may not hold yet. A file that is dropped on it is its text."""

    workspace: Workspace

    class Arrived(Message):
        """A file was taken in."""

        def __init__(self, fetched: Fetched) -> None:
            super().__init__()
            self.fetched = fetched

    @property
    def lacking(self) -> str | None:
        """The symbol of which the library does not hold the text."""
        raise NotImplementedError

    def ask_for_text(self, symbol: str, links: Mapping[str, str]) -> None:
        """Say where the text is, and ask for the file."""
        from tui.screens.add import AddScreen

        self.app.push_screen(AddScreen(symbol, links), partial(self.take_for, symbol))

    def on_paste(self, event: Paste) -> None:
        """A file that is dropped on a terminal arrives as its path."""
        path, symbol = dropped_path(event.text), self.lacking
        if symbol and path:
            event.stop()
            self.take_for(symbol, path)
        elif symbol:
            event.stop()
            refuse(self, _("What was pasted is no file: save the text, and drop the file here."))

    def become_document(self, key: str) -> None:
        """Show the document in place of its card; what was noted on the card is under the same name."""
        entry = next((each for each in self.workspace.library.known() if key in (each.symbol, each.key)), None)
        if entry:
            self.post_message(OpenDocument(entry.key))

    def take_for(self, symbol: str, path: str | None) -> None:
        """Take a file in as the text of a document."""
        app = self.app
        assert isinstance(app, WaitingApp)
        if path:
            self.fetch(symbol, path, app.wait_for(path))

    @work(thread=True, group="adding")
    def fetch(self, symbol: str, path: str, waiting: Waiting) -> None:
        """Take the file in; one that does not say its symbol gets the one that was asked for."""
        from tui.adding import carry_annotations

        library = self.workspace.library
        try:
            with waiting:
                entry = library.add(Path(path), progress=waiting)
                if entry.symbol is None:
                    before, entry = entry.key, library.add(Path(path), symbol, waiting)
                    carry_annotations(library, entry, before)
        except Cancelled:
            return
        except JueyiError as error:
            self.app.call_from_thread(refuse, self, error)
            return
        self.post_message(self.Arrived(Fetched(symbol, entry)))

    @on(Arrived)
    def show_fetched(self, message: Arrived) -> None:
        """Show the document; one that says it is another is kept as that, and told."""
        symbol, entry = message.fetched
        if entry.symbol != symbol:
            said = _("The file says it is {other}, not {symbol}: it was added as that.")
            warn(self, said.format(other=entry.symbol, symbol=symbol))
            return
        tell(self, _("{key} is in the library now.").format(key=entry.key))
        self.become_document(entry.key)


def dropped_path(text: str) -> str | None:
    """The path of the one file that a terminal pastes when it is dropped: bare, quoted, escaped or as a link."""
    said = text.strip()
    if not said or "\n" in said or len(said) > 4096:
        return None
    if said.startswith("file://"):
        said = unquote(urlsplit(said).path)
    readings = [said]
    try:
        readings += shlex.split(said)[:1] if len(shlex.split(said)) == 1 else []
    except ValueError:  # a quotation mark of the name itself
        readings += []
    for reading in readings:
        path = os.path.expanduser(reading)
        try:
            if Path(path).is_file():
                return path
        except (OSError, ValueError):  # too long, or with a zero byte
            continue
    return None
