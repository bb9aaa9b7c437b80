"""Files taken into the library, one or thousands: which are new, which are new versions, which can't be read.

Files are read in several processes, but only this one writes: first the record of a key that was taken already, then
the copy of the file, whole or not at all, then what was read of it. Whenever it ends, what is there is sound: a copy
of which the index knows nothing is read when the library is next looked at.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal, NamedTuple

from store.errors import UnknownTarget, UnreadableSource
from store.library import catalogue
from store.library.crew import Delivered, deliveries
from store.library.entry import Entry, free_key, own_key
from store.library.library import Library
from store.library.listing import versions
from store.library.prepared import Prepared
from store.library.scan import free_path
from store.progress import Progress, silent

Kind = Literal["added", "unchanged", "revised", "unreadable"]


class Outcome(NamedTuple):
    """What became of one file."""

    path: Path
    kind: Kind
    """"unchanged": the library holds this very text. "revised": it is another version of a document that it holds."""
    entry: Entry | None = None
    revises: str | None = None
    """The key of the version before it, which stays."""
    reason: str | None = None
    """Why it can't be read."""


def add_file(library: Library, path: Path, symbol: str | None, progress: Progress) -> Entry:
    """See `Library.add`."""
    adding = Adding(library, symbol)
    adding.run([path], progress)
    (outcome,) = adding.outcomes()
    if outcome.entry is None:
        raise UnreadableSource(outcome.reason or "")
    return outcome.entry


class Adding:
    """Takes files into a library. What it took in is there also when it was interrupted."""

    def __init__(self, library: Library, symbol: str | None = None) -> None:
        """`symbol` is what a document goes by that does not state it; raises UnknownTarget when it is none."""
        self._library = library
        self._symbol = _canonical(symbol) if symbol is not None else None
        self._done: list[tuple[Path, str, Kind, str | None]] = []
        """Each file with its digest, what became of it, and why it can't be read."""

    def run(self, paths: Sequence[Path], progress: Progress = silent) -> None:
        """Take files in, in their order.

        Args:
            paths: The files.
            progress: Is told of "files"; where there is but one, also of the reading.

        Raises:
            StoreUnavailable: the library can't be written.
            Cancelled: `progress` said so.
        """
        held = {entry.digest: entry.key for entry in self._library.entries() if not entry.problem}
        recorded = catalogue.read_catalogue(self._library.folder).keys if self._library.folder.is_dir() else {}
        taken = {*(entry.key for entry in self._library.known()), *recorded.values()}
        for found in deliveries(paths, held, self._library, progress):
            self._take(found, held, taken)

    def outcomes(self) -> list[Outcome]:
        """What became of the files until now."""
        entries = self._library.entries()
        by_digest = {entry.digest: entry for entry in entries}
        return [_outcome(path, by_digest.get(digest), kind, why, entries) for path, digest, kind, why in self._done]

    def _take(self, found: Delivered, held: dict[str, str], taken: set[str]) -> None:
        kind: Kind = "unchanged"
        if found.reason is not None:
            kind = "unreadable"
        elif found.digest not in held and found.prepared is not None:
            kind = "added"
            key = self._reserve(found.prepared, found.path, taken)
            self._library.take_in(found.prepared, found.path, found.data)
            held[found.digest] = key
            taken.add(key)
        elif self._symbol:
            catalogue.give_symbol(self._library.folder, found.digest, self._symbol)
        self._done.append((found.path, found.digest, kind, found.reason))

    def _reserve(self, prepared: Prepared, path: Path, taken: set[str]) -> str:
        """The key of a document that comes in, recorded where it is not the one it would have by itself."""
        folder, digest = self._library.folder, prepared.summary.digest
        if self._symbol:
            catalogue.give_symbol(folder, digest, self._symbol)
        given = catalogue.read_catalogue(folder)
        own = given.symbols.get(digest) or own_key(prepared.summary, free_path(folder, path, digest))
        if digest in given.keys:
            return given.keys[digest]
        key = free_key(own, taken)
        if key != own:
            catalogue.keep_key(folder, digest, key)
        return key


def _outcome(path: Path, entry: Entry | None, kind: Kind, reason: str | None, entries: Sequence[Entry]) -> Outcome:
    if entry is None or kind != "added":
        return Outcome(path, kind, entry, reason=reason)
    group = versions(entries, entry.symbol)
    older = group[group.index(entry) + 1 :] if entry in group else []
    return Outcome(path, "revised", entry, older[0].key) if older else Outcome(path, "added", entry)


def _canonical(text: str) -> str:
    from store.symbols import Symbol

    symbol = Symbol.parse(text)
    if symbol is None:
        raise UnknownTarget(f"“{text}”不是联合国文号：请写成 A/RES/64/293 或 A/C.3/76/L.4/Rev.1 的样子。")
    return str(symbol)
