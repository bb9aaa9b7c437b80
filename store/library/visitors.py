"""Documents that are read without being taken into the library: files that the user named, for one run."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from store.document import Document
from store.library.entry import Entry, make_entry, summarize
from store.library.revisions import Revisions


class Visitors:
    """Documents by key, each with the line that the library would have for it."""

    def __init__(self, revisions: Revisions) -> None:
        """`revisions` tells with which corrections a document is to be read now."""
        self._revisions = revisions
        self._held: dict[str, tuple[Entry, Document, str]] = {}

    def entry(self, key: str) -> Entry | None:
        """The visitor of this key."""
        return self._held[key][0] if key in self._held else None

    def document(self, key: str) -> Document | None:
        """What the visitor of this key says."""
        return self._held[key][1] if key in self._held else None

    def outdated(self, key: str) -> Path | None:
        """The file of the visitor of this key, when it was read with other corrections than there are now."""
        if key not in self._held:
            return None
        entry, _, revision = self._held[key]
        return entry.path if self._revisions.now(entry.digest) != revision else None

    def holding(self, digest: str) -> Entry | None:
        """The visitor whose file has this digest, unless it is to be read again."""
        found = (entry for entry, *_ in self._held.values() if entry.digest == digest)
        return next((entry for entry in found if not self.outdated(entry.key)), None)

    def welcome(self, document: Document, path: Path, taken: Iterable[str]) -> Entry:
        """Hold a document, under a key that is not taken."""
        self.leave(document.digest)
        keys = {*taken, *self._held}
        entry = make_entry(summarize(document), path, bundled=False, given=None, taken=keys)
        self._held[entry.key] = entry, document, self._revisions.now(entry.digest)
        return entry

    def leave(self, digest: str) -> None:
        """Hold the document of this digest no longer."""
        self._held = {key: held for key, held in self._held.items() if held[0].digest != digest}
