"""What is being written and not kept yet: a note in the editor, saved beside while one types.

A draft outlives a killed program and a disk that refuses the annotations. It is gone once the note is kept.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from store.errors import StoreUnavailable
from store.files import unavailable, write_atomically


@dataclass(frozen=True, slots=True)
class Draft:
    """A text that was being written."""

    document: str
    """Key of the document."""
    place: str
    """Id of the block or footnote, or whatever else the text is about."""
    text: str
    written: str
    """ISO 8601, UTC, to the second."""


class Drafts:
    """The drafts of a user: one file for each document and place."""

    def __init__(self, folder: Path) -> None:
        """Name the folder; nothing is created before something is kept."""
        self._folder = folder

    def keep(self, document: str, place: str, text: str) -> Path:
        """Keep what was written until now; returns where.

        Where the user's folder can't be written, a rescue file in the system's folder for temporary files is.

        Raises:
            StoreUnavailable: neither can be written.
        """
        draft = Draft(document, place, text, datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"))
        data = f"{json.dumps(asdict(draft), ensure_ascii=False, indent=1)}\n".encode("utf-8", "backslashreplace")
        path = self._path(document, place)
        try:
            write_atomically(path, data)
        except StoreUnavailable:
            import tempfile

            path = Path(tempfile.gettempdir()) / f"jueyi-rescue-{path.name}"
            write_atomically(path, data)
        return path

    def of(self, document: str, place: str) -> Draft | None:
        """What was being written there; None when nothing was, or it can't be read any more."""
        return _read(self._path(document, place))

    def drop(self, document: str, place: str) -> None:
        """The text is kept as a note, or given up.

        Raises:
            StoreUnavailable: the file can't be removed.
        """
        path = self._path(document, place)
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise unavailable("无法移除", path, error) from error

    def all(self) -> Iterator[Draft]:
        """Every draft, for who wants to know what was left unfinished."""
        for path in sorted(self._folder.glob("*.json")):
            draft = _read(path)
            if draft:
                yield draft

    def _path(self, document: str, place: str) -> Path:
        name = hashlib.sha256(f"{document}#{place}".encode("utf-8", "surrogatepass")).hexdigest()[:16]
        return self._folder / f"{name}.json"


def _read(path: Path) -> Draft | None:
    try:
        record = json.loads(path.read_bytes())
        return Draft(**{name: str(record[name]) for name in Draft.__slots__})
    except (OSError, ValueError, KeyError, TypeError):
        return None
