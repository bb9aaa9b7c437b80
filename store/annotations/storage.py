"""TinyDB as the shelf uses it: a file is replaced as a whole and changed by one writer at a time.

Whatever comes from tinydb is imported here and nowhere else, so that reading annotations needn't wait for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import cast

from tinydb import Storage
from tinydb.table import Document, Table

from store.annotations.backups import Backups
from store.annotations.conflicts import with_conflicts, without_conflict
from store.annotations.lock import FolderLock
from store.annotations.records import Annotation
from store.annotations.tables import TABLE, Tables, decode, encode, refuse_newer
from store.files import read_if_there, write_atomically


class SafeStorage(Storage):
    """One file of annotations.

    TinyDB changes a file by reading it, changing what it read and writing all of it. So the three stand
    inside `change()`, where no other window can write between them, and what TinyDB writes in several steps
    reaches the disk in one, when the change is complete. Reading alone needs no lock, since a file is always whole.
    """

    def __init__(self, path: Path, lock: FolderLock | None = None) -> None:
        """Name the file; nothing is created before something is written."""
        self._path = path
        self._lock = lock or FolderLock(path.parent)
        self._pending: Tables | None = None
        """What was written in the change under way."""

    @contextmanager
    def change(self) -> Iterator[None]:
        """Keep other writers out from reading to writing. An exception inside leaves the file as it was.

        Raises:
            StoreUnavailable: The folder can't be written, another window writes for too long, or a newer
                version wrote the file, or the disk refuses; the file is as it was.
        """
        with self._lock.held():
            before = read_if_there(self._path)
            refuse_newer(self._path, {} if before is None else decode(self._path, before))
            try:
                yield
                if self._pending is not None:
                    if before is not None:
                        Backups(self._path.parent).keep(self._path.name, before)
                    write_atomically(self._path, encode(self._pending))
            finally:
                self._pending = None

    def read(self) -> Tables | None:
        """What the file holds now, or will hold when the change under way is complete; None when it is not there.

        Raises:
            StoreUnavailable: It can't be read or does not parse.
        """
        if self._pending is not None:
            return self._pending
        data = read_if_there(self._path)
        return None if data is None else decode(self._path, data)

    def write(self, data: Tables) -> None:
        """Replace the file when the change under way is complete.

        Raises:
            RuntimeError: Called outside `change()`, when what was read may be out of date.
        """
        if not self._lock.is_held:
            raise RuntimeError("write() outside change()")
        self._pending = data


class RecordTable(Table):
    """The table of annotations in one file, to be used inside its storage's `change()`."""

    document_id_class = cast("type[int]", str)
    """Ids are ours, so that two windows never give out the same; TinyDB allows it but its types don't."""

    def __init__(self, storage: SafeStorage) -> None:
        """Open it without TinyDB's memory of queries, which would not see what another window writes."""
        super().__init__(storage, TABLE, cache_size=0)

    def put(self, *annotations: Annotation) -> None:
        """Write annotations, each in the stead of the one of its id."""
        self.drop(*(each.id for each in annotations))
        self.insert_multiple(map(_keyed, annotations))

    def concede(self, *lost: Annotation) -> None:
        """Keep states that gave way to later ones, for the user to look at."""
        if lost:
            self._storage.write(with_conflicts(self._storage.read() or {}, lost))

    def settle(self, conflict: str) -> None:
        """Drop a state that gave way; of one that is gone already nothing is said."""
        self._storage.write(without_conflict(self._storage.read() or {}, conflict))

    def drop(self, *identities: str) -> None:
        """Remove annotations by their ids; those that are gone already are left alone."""
        known = {record.doc_id for record in self}
        self.remove(doc_ids=[each for each in cast("tuple[int, ...]", identities) if each in known])


def _keyed(annotation: Annotation) -> Document:
    return Document(annotation.to_record(), doc_id=cast("int", annotation.id))
