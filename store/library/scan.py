"""The library's files and the index brought together: a file is recognized unread, or read.

Owns which files are documents, and when one must be read again.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from store.errors import StoreUnavailable, UnreadableSource
from store.files import read_regular
from store.library.catalogue import NAME, Catalogue
from store.library.entry import Entry, Summary
from store.library.index import Index, Stamp
from store.library.listing import make_entries
from store.library.reader import Reader


def library_files(seeds: Path, folder: Path) -> Iterator[tuple[Path, bool]]:
    """Every file of the library, the bundled ones first, and whether it is bundled.

    Raises:
        StoreUnavailable: the folder of added files can't be listed.
    """
    for path in sorted(seeds.glob("*.txt")):
        yield path, True
    try:
        added = sorted(folder.iterdir())
    except (FileNotFoundError, NotADirectoryError):
        return
    except OSError as error:
        raise unavailable("无法读取", folder, error) from error
    for path in added:
        if path.is_file() and not path.name.startswith(".") and path.name != NAME:
            yield path, False


def free_path(folder: Path, path: Path, digest: str) -> Path:
    """Where to put a copy of a file of another text than any in the folder of added files."""
    name = path.name.lstrip(".") or digest[:8]
    if name == NAME or (folder / name).exists():
        name = f"{Path(name).stem}-{digest[:8]}{path.suffix}"
    return folder / name


def scan(
    index: Index,
    reader: Reader,
    files: Iterable[tuple[Path, bool]],
    catalogue: Catalogue,
    corrected: Mapping[str, str],
) -> tuple[dict[str, Entry], dict[str, str]]:
    """All entries by key, of the files as they are now; reads those that the index does not know.

    Beside them the digests of files that were changed where they lie, by the digests that they had: what is recorded of
    such a file goes along.

    Args:
        index: What was read before; what is read now is put there.
        reader: Reads a file; what another version of it read is not used.
        files: Each with whether it is bundled. Of two with the same bytes the first counts.
        catalogue: What is recorded of files.
        corrected: What changes whenever the user corrects how a document is read, by digest.

    Raises:
        sqlite3.Error: the index is damaged or can't be written.
    """
    known = _Known(index, reader, corrected)
    found = [(known.summary(path), path, bundled) for path, bundled in files]
    known.forget_the_rest()
    held = {summary.digest for summary, _path, _bundled in found}
    changed = {before: now for before, now in known.changed.items() if before not in held}
    return make_entries(found, catalogue.followed(changed)), changed


def scan_read(
    index: Index,
    reader: Reader,
    files: Iterable[tuple[Path, bool]],
    catalogue: Catalogue,
    corrected: Mapping[str, str],
) -> tuple[dict[str, Entry], list[int]]:
    """The entries of the files that the index knows as they are now, and the sizes of those that it does not.

    Raises:
        sqlite3.Error: the index is damaged.
    """
    stamps, summaries = index.stamps(), index.summaries(reader.version, corrected)
    found: list[tuple[Summary, Path, bool]] = []
    sizes: list[int] = []
    for path, bundled in files:
        status, stamp = path.stat(), stamps.get(name_of(path))
        if not stamp or stamp[:2] != (status.st_size, status.st_mtime_ns) or stamp.digest not in summaries:
            sizes.append(status.st_size)
        else:
            found.append((summaries[stamp.digest], path, bundled))
    return make_entries(found, catalogue), sizes


def digest_of(path: Path) -> str:
    """SHA-256 of a file's bytes; raises OSError."""
    import hashlib

    return hashlib.sha256(read_regular(path)).hexdigest()


def unavailable(what_failed: str, path: Path, error: OSError) -> StoreUnavailable:
    """A failure of the system in words for the reader."""
    from store.files import unavailable

    return unavailable(what_failed, path, error)


class _Known:
    """What the index knew of the files when the scan began."""

    def __init__(self, index: Index, reader: Reader, corrected: Mapping[str, str]) -> None:
        self._index = index
        self._reader = reader
        self._corrected = corrected
        self._stamps = index.stamps()
        self._summaries = index.summaries(reader.version, corrected)
        self._seen: set[str] = set()
        self._outdated = False
        self.changed: dict[str, str] = {}
        """The digests of files that were changed, by those that they had."""

    def summary(self, path: Path) -> Summary:
        """What the index knows of a file, or what reading it anew says."""
        name = name_of(path)
        stamp = self._stamps.get(name)
        self._seen.add(name)
        try:
            status = path.stat()
            if stamp and stamp[:2] == (status.st_size, status.st_mtime_ns) and stamp.digest in self._summaries:
                return self._summaries[stamp.digest]
            digest = digest_of(path)
        except OSError as error:
            return Summary(digest=name, problem=str(unavailable("无法读取", path, error)))
        summary = self._summaries.get(digest) or self._read(path, digest)
        self._index.stamp(name, Stamp(status.st_size, status.st_mtime_ns, digest))
        if stamp is not None and stamp.digest != digest:
            self._outdated = True
            self.changed[stamp.digest] = digest
        return summary

    def forget_the_rest(self) -> None:
        """Drop files that are gone, and texts that no file holds any more."""
        gone = [name for name in self._stamps if name not in self._seen and not os.path.exists(name)]
        if gone or self._outdated:
            self._index.forget(gone)

    def _read(self, path: Path, digest: str) -> Summary:
        version = self._reader.version + self._corrected.get(digest, "")
        try:
            document = self._reader.read(path)
        except UnreadableSource as error:
            return self._index.put_problem(digest, str(error), version)
        return self._index.put(replace(document, digest=digest), version)


def name_of(path: Path) -> str:
    """A file's path as the index can hold it, also when its bytes are no text."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")
