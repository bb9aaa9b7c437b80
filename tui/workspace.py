"""What all screens work with: the library, the shelf of annotations, what the app remembers, and the way back."""

from __future__ import annotations

from collections.abc import Container, Mapping
from functools import cached_property, partial
from typing import TYPE_CHECKING

from store import paths
from store.annotations.identity import new_identity
from store.config import Config, read_config
from store.document import Document
from store.library.find import Found, Held
from store.library.library import Library
from store.progress import Progress, silent
from store.state import State
from tui.history import History
from tui.placed import Placed
from tui.widgets.marks import Mark

if TYPE_CHECKING:
    from store.annotations.kinds import Kind
    from store.annotations.shelf import Shelf
    from store.annotations.tag_book import Tag
    from store.bookmarks import Bookmarks
    from store.compare.redline import Cutter, Piece
    from store.drafts import Drafts
    from store.library.entry import Entry
    from store.listing.citing import Citations
    from store.listing.notebook import Notebook
    from store.session import Session, SessionFile
    from tui.marking import Marking

_AT_HAND = 4
"""Documents kept in memory, so that going back to one is immediate."""


class Workspace:
    """The store as the screens know it, and where the user has been in it.

    What the first text of a document does not need is made when it is first asked for.
    """

    def __init__(self, library: Library, state: State, config: Config) -> None:
        self.library = library
        self.state = state
        self.config = config
        self.history = History()
        self.session: Session | None = None
        """What was open last in this window; None before anything was."""
        self.window = new_identity()
        """Which window this is; sorts by the time at which it was opened."""
        self._read: dict[tuple[str, str], Document] = {}

    @classmethod
    def of_user(cls) -> Workspace:
        """The user's own; nothing is read or created but the settings."""
        return cls(Library(apart=True), State(), read_config())

    @cached_property
    def shelf(self) -> Shelf:
        """The annotations."""
        from store.annotations.shelf import Shelf

        return Shelf.of_user()

    @cached_property
    def bookmarks(self) -> Bookmarks:
        """The bookmarks."""
        from store.bookmarks import Bookmarks

        return Bookmarks()

    @cached_property
    def drafts(self) -> Drafts:
        """Notes that were not finished."""
        from store.drafts import Drafts

        return Drafts(paths.drafts_folder())

    @cached_property
    def session_file(self) -> SessionFile:
        """Where it is kept what is open."""
        from store.session import SessionFile

        return SessionFile()

    @cached_property
    def marking(self) -> Marking:
        """What changes annotations and tags and takes that back."""
        from tui.marking import Marking

        return Marking(self.shelf, self.config.author or "", window=self.window)

    @cached_property
    def kinds(self) -> Mapping[str, Kind]:
        """The kinds of annotations, by name."""
        from store.annotations.kinds import kinds_of

        return kinds_of(self.config.kinds)

    @cached_property
    def notebook(self) -> Notebook:
        """The annotations of all documents, as lists show them."""
        from store.listing.notebook import Notebook

        return Notebook(self.shelf)

    @cached_property
    def citations(self) -> Citations:
        """What annotated places cite."""
        from store.listing.citing import Citations

        return Citations(self.library)

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

    @cached_property
    def placed(self) -> Placed:
        """Where the annotations of the documents that are read stand."""
        return Placed(lambda: self.shelf)

    def marks(self, key: str, document: Document, cut: Cutter | None = None) -> Mapping[str, Mark]:
        """What is on each place of a document, as it is on disk now.

        Args:
            key: The document's key.
            document: The document.
            cut: Tells words apart, for what amendments change; None as long as the dictionary is not loaded.
        """
        annotations = self.placed.standing(key, document)
        if all(each.is_plain for each in annotations):
            return {each.place: Mark(each.tags, each.note) for each in annotations}
        from tui.marks_of import marks_of

        return marks_of(annotations, document, lambda: self.kinds, partial(_redline, cut=cut))

    def keyed_tags(self) -> dict[str, Tag]:
        """The tags that have keys, by key, as they are on disk now."""
        return self.marking.book.by_key() if paths.tags_file().exists() else {}

    def tag_colours(self) -> Mapping[str, str]:
        """The names of the colours that the user chose for tags, as they are on disk now."""
        if not paths.tags_file().exists():
            return {}
        return {name: tag.colour for name, tag in self.marking.book.all().items() if tag.colour}


def _redline(before: str, after: str, cut: Cutter | None) -> tuple[Piece, ...]:
    from store.compare.redline import redline

    return redline(before, after, cut)
