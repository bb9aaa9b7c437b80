"""What all screens work with: the library, the shelf of annotations, what the app remembers, and the way back."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass, field

from store import paths
from store.annotations.shelf import Shelf
from store.bookmarks import Bookmarks
from store.config import Config, read_config
from store.document import Document
from store.drafts import Drafts
from store.library.entry import Entry
from store.library.find import Found, Held
from store.library.library import Library
from store.progress import Progress, silent
from store.session import Session, SessionFile
from store.state import State
from tui.history import History
from tui.marking import Marking
from tui.widgets.marks import Mark

_AT_HAND = 4
"""Documents kept in memory, so that going back to one is immediate."""


@dataclass
class Workspace:
    """The store as the screens know it, and where the user has been in it."""

    library: Library
    shelf: Shelf
    state: State
    config: Config
    marking: Marking
    history: History = field(default_factory=History)
    drafts: Drafts = field(default_factory=lambda: Drafts(paths.drafts_folder()))
    bookmarks: Bookmarks = field(default_factory=Bookmarks)
    session_file: SessionFile = field(default_factory=SessionFile)
    session: Session | None = None
    """What was open last in this window; None before anything was."""
    _read: dict[tuple[str, str], Document] = field(default_factory=dict)

    @classmethod
    def of_user(cls) -> Workspace:
        """The user's own; nothing is read or created but the settings."""
        shelf = Shelf(paths.annotations_folder())
        return cls(Library(apart=True), shelf, State(), read_config(), Marking(shelf))

    def chosen_theme(self, known: Container[str]) -> str | None:
        """The theme chosen last, in the app or in the settings; None where none is known.

        What was chosen in the app holds until another one is written into the settings.
        """
        in_app, instead_of = self.state.theme, self.state.theme_instead_of
        chosen = (in_app, self.config.theme) if instead_of == self.config.theme else (self.config.theme, in_app)
        return next((name for name in chosen if name in known), None)

    def find(
        self,
        target: str,
        reading: tuple[str, Document] | None = None,
        *,
        prepared: bool = True,
        progress: Progress = silent,
    ) -> Found:
        """What a target means, first in the document that is read.

        A document it means is at hand then, see `read`. For workers.

        Raises:
            UnreadableSource: it is a file that can't be read.
            Cancelled: `progress` said so.
        """
        from tui.meaning import meaning

        found = meaning(self.library, target, reading, progress)
        if not isinstance(found, Held) and self.library.unread:
            self.library.wait()
            found = meaning(self.library, target, reading, progress)
        if isinstance(found, Held) and not found.entry.problem:
            self.read(found.entry.key, prepared=prepared, progress=progress)
        return found

    def read(self, key: str, *, prepared: bool = True, progress: Progress = silent) -> Document:
        """A document of the library, kept at hand; for workers.

        Args:
            key: Its key in the library.
            prepared: Whether all of it is wanted, or its first text as soon as possible.
            progress: Is told how far it is.

        Raises:
            UnknownTarget: there is none of this key.
            UnreadableSource: its file can't be read.
            Cancelled: `progress` said so.
        """
        document = self.read_already(key) or self.library.document(key, progress)
        if prepared:
            document.prepare()
        entry = self.library.entry(key)
        if entry:
            version = self._version(entry)
            self._read.pop((key, version), None)
            self._read[key, version] = document
            for old in list(self._read)[:-_AT_HAND]:
                self._read.pop(old, None)
        return document

    def read_already(self, key: str) -> Document | None:
        """A document that is at hand, unless its file has changed since, or how it is to be read."""
        known = any(held == key for held, _version in self._read)
        entry = self.library.entry(key) if known else None
        return self._read.get((key, self._version(entry))) if entry else None

    def _version(self, entry: Entry) -> str:
        return entry.digest + self.library.revisions.now(entry.digest)

    def marks(self, key: str) -> Mapping[str, Mark]:
        """The tags and notes of a document by place, as they are on disk now."""
        return {each.place: Mark(each.tags, each.note) for each in self.shelf.of(key) if each.is_plain}
