"""Where the annotations of the documents that are read stand: found again once for each document."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import TYPE_CHECKING

from store import paths
from store.annotations.names import file_name
from store.document import Document

if TYPE_CHECKING:
    from store.annotations.finding_again import Finder, Found, FoundAgain
    from store.annotations.records import Annotation
    from store.annotations.shelf import Shelf

_AT_HAND = 4
"""Documents of which it is remembered."""


class Placed:
    """Finds annotations again. Its methods may raise StoreUnavailable where annotations can't be read."""

    def __init__(self, shelf: Callable[[], Shelf]) -> None:
        """Work on the user's shelf, which is not asked for before a document has annotations."""
        self._shelf = shelf
        self._finders: dict[str, Finder] = {}
        self._open: dict[str, tuple[Found, ...]] = {}
        self._lock = Lock()
        self.offered: set[tuple[str, str]] = set()
        """Pairs of documents between which the user was told that notes can be carried over."""

    def settle(self, key: str, document: Document) -> FoundAgain | None:
        """Find all annotations of a document again and keep where they are; None where that was done before.

        Slow in a long document: for workers, and before something is annotated.
        """
        from store.annotations.finding_again import Finder, renew

        with self._lock:
            if self.is_settled(key, document):
                return None
            finder = Finder(document)
            found = renew(self._shelf(), key, finder)
            self._finders.pop(key, None)
            self._finders[key] = finder
            for old in list(self._finders)[:-_AT_HAND]:
                self._finders.pop(old, None)
            self._open[key] = found.open
            return found

    def is_settled(self, key: str, document: Document) -> bool:
        """Whether the annotations of just this text were found again."""
        finder = self._finders.get(key)
        return finder is not None and finder.document is document

    def wait(self, seconds: float) -> bool:
        """Wait until no annotations are being found again, so long at most; False when they still are."""
        free = self._lock.acquire(timeout=seconds)
        if free:
            self._lock.release()
        return free

    def standing(self, key: str, document: Document) -> tuple[Annotation, ...]:
        """The annotations that stand in a text, at their places of now, as they are on disk.

        Before `settle` those whose very words are where they were.
        """
        finder = self._finders.get(key)
        if finder is None and not (paths.annotations_folder() / file_name(key)).exists():
            return ()
        annotations = self._shelf().of(key)
        if finder is not None and finder.document is document:
            found = finder.find(annotations)
            self._open[key] = found.open
            return found.standing
        if not annotations:
            return ()
        from store.annotations.placing import stands

        return tuple(each for each in annotations if stands(each, document))

    def open(self, key: str) -> tuple[Found, ...]:
        """The annotations that were not placed when a document was last looked at."""
        return self._open.get(key, ())

    def find(self, key: str, document: Document) -> FoundAgain:
        """All annotations of a document as they are on disk now, found again."""
        self.settle(key, document)
        return self._finders[key].find(self._shelf().of(key))

    def finder(self, key: str, document: Document) -> Finder:
        """What finds annotations in a text."""
        self.settle(key, document)
        return self._finders[key]
