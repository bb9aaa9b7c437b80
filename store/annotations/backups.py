"""Earlier states of annotation files: before the first change of a day a file is kept, ten days of each.

`.backups/NAME/NUMBER.DATE.gz` beside the files, compressed: a folder for each file, so that a save looks at ten names,
however many documents are annotated. The number counts the kept states of a file, so that their order does not hang on
a clock that may be set back.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from store.files import remove_leftovers, write_atomically

FOLDER = ".backups"
KEPT = 10
"""States of each file; the oldest give way."""

_NAME = re.compile(r"(?P<number>\d{6,})\.(?P<date>\d{4}-\d\d-\d\d)\.gz")


class Backup(NamedTuple):
    """One kept state."""

    number: int
    date: str
    """ISO date of the day on which it was kept."""
    path: Path

    def data(self) -> bytes | None:
        """The content of the file then; None when the backup itself is damaged."""
        try:
            return gzip.decompress(self.path.read_bytes())
        except (OSError, EOFError, ValueError):
            return None


class Backups:
    """The kept states of all files of a folder."""

    def __init__(self, folder: Path) -> None:
        """Name the folder of annotations; nothing is created before something is kept."""
        self.folder = folder / FOLDER

    def keep(self, name: str, data: bytes, today: date | None = None) -> None:
        """Keep a file's content, unless the newest state kept of it is of today.

        Raises:
            StoreUnavailable: it can't be written; the file itself is untouched.
        """
        day = (today or date.today()).isoformat()
        kept = self.of(name)
        if kept and kept[0].date == day:
            return
        number = kept[0].number + 1 if kept else 1
        # A fixed time in the header: the same content gives the same bytes.
        write_atomically(self.folder / name / f"{number:06}.{day}.gz", gzip.compress(data, 6, mtime=0))
        remove_leftovers(self.folder / name)
        for old in kept[KEPT - 1 :]:
            old.path.unlink(missing_ok=True)

    def of(self, name: str) -> list[Backup]:
        """The states kept of a file, the newest first."""
        return sorted(self._of(name), reverse=True)

    def names(self) -> list[str]:
        """The files of which states are kept, sorted."""
        return sorted(path.name for path in _within(self.folder) if path.is_dir())

    def _of(self, name: str) -> Iterator[Backup]:
        for path in _within(self.folder / name):
            if found := _NAME.fullmatch(path.name):
                yield Backup(int(found["number"]), found["date"], path)


def _within(folder: Path) -> Iterator[Path]:
    try:
        yield from folder.iterdir()
    except OSError:
        # Not there, or not to be read: then nothing is kept, which whoever asks says.
        return
