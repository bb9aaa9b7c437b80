"""From a file to a document with citations: the stages that stand before the library, behind one door."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property, reduce
from pathlib import Path
from typing import TYPE_CHECKING, Protocol
from zlib import crc32

import store
from store.collection import without_collection
from store.document import Document
from store.errors import StoreUnavailable
from store.progress import Progress, silent

if TYPE_CHECKING:
    from store.reading.source import Source

READING = (
    "document.py",
    "characters.py",
    "numbers.py",
    "bodies/*.py",
    "symbol*.py",
    "source_lines.py",
    "reading/**/*.py",
    "corrections/*.py",
    "places.py",
    "instruments/*.py",
    "citations/**/*.py",
    "library/*.py",
)
"""The code on which it depends what the index holds of a file."""


class Reader(Protocol):
    """What the library needs to know of reading."""

    @property
    def version(self) -> str:
        """Changes whenever the same file would be read differently."""

    def read(self, path: Path, progress: Progress = silent) -> Document:
        """The document in a file, with citations and digest.

        Raises:
            UnreadableSource: the file is missing, can't be opened, or is not text.
            Cancelled: `progress` said so.
        """


class StandardReader:
    """The project's own reading and citations, imported when they are first needed."""

    def __init__(self, corrections: Path | None = None) -> None:
        """Name the folder of the user's corrections; without one nothing is corrected."""
        self._corrections = corrections

    @cached_property
    def version(self) -> str:
        """A checksum of the code that reads, which is there at once where importing it would take a while."""
        folder = Path(store.__file__).parent
        sources = [path for part in READING for path in sorted(folder.glob(part))]
        return f"{reduce(_checksum, sources, 0):08x}"

    def read(self, path: Path, progress: Progress = silent) -> Document:
        """The document in a file, with citations and digest.

        Raises:
            UnreadableSource: the file is missing, can't be opened, or is not text.
            Cancelled: `progress` said so.
        """
        from store.citations.cite import cite
        from store.reading.pipeline import read
        from store.reading.source import load

        progress("file", 0, 1)
        with without_collection():
            source = self._corrected(path, load(path, progress))
            return cite(read(source, progress), progress, source.corrections)

    def _corrected(self, path: Path, source: Source) -> Source:
        if self._corrections is None or not self._corrections.is_dir():
            return source
        from store.corrections.changed_file import corrections_of_file
        from store.corrections.record import marks_of

        try:
            corrections = corrections_of_file(self._corrections, path, source.digest, source.text)
        except StoreUnavailable:  # `check` says so; a broken file keeps no document shut
            return source
        return replace(source, corrections=marks_of(corrections, source.text))


def _checksum(so_far: int, path: Path) -> int:
    return crc32(path.read_bytes(), so_far)
