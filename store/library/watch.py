"""Files that arrive in a folder, each told once it is wholly there.

The folder is looked at again and again, which works wherever files are, also on the disks of a network, where no
system tells of what others write. A file is whole when two looks find it of one size and one time of change.
"""

from __future__ import annotations

from pathlib import Path
from typing import TypeAlias

from store.library.gather import files_in, may_hold_text

_Look: TypeAlias = tuple[int, int]
"""Size, and time of the last change in nanoseconds."""


class Arrivals:
    """What arrives in a folder and those below it; what lies there already arrives first."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._before: dict[Path, _Look] = {}
        self._told: dict[Path, _Look] = {}

    def look(self) -> list[Path]:
        """The files that are whole since the last look, by name; one that was told is told again when it changed."""
        now = {path: look for path in files_in(self._folder) if (look := _look_of(path))}
        whole = [
            path
            for path, look in now.items()
            if look[0] and self._before.get(path) == look and self._told.get(path) != look
        ]
        self._before = now
        self._told = {path: look for path, look in self._told.items() if path in now} | {
            path: now[path] for path in whole
        }
        return [path for path in whole if may_hold_text(path)]


def _look_of(path: Path) -> _Look | None:
    try:
        status = path.stat()
    except OSError:
        # Renamed or removed since the folder was listed.
        return None
    return status.st_size, status.st_mtime_ns
