"""Which files somebody means who names files, folders and patterns.

What is named is meant, whatever it is. Of what lies in a folder or fits a pattern, hidden files are left out and so
are kinds that hold no text to read: pictures, programs, archives.
"""

from __future__ import annotations

import glob
import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from store.reading.source import is_readable

_HEAD = 4096
"""Bytes that tell a kind."""
_OTHER_KINDS = frozenset(
    ".7z .bz2 .gz .rar .tar .tgz .xz .zip .xls .xlsx .ods .ppt .pptx .odp .bmp .gif .jpeg .jpg .png .svg .tif .tiff"
    " .webp .avi .mkv .mov .mp3 .mp4 .wav .exe .dll .so .dylib .pyc .db .sqlite".split()
)
_PATTERN = frozenset("*?[")


@dataclass(slots=True)
class Gathered:
    """What was found."""

    files: list[Path] = field(default_factory=list)
    """Each once, in the order in which they were named, those of a folder by name."""
    skipped: int = 0
    """Files of folders that are hidden or of a kind that can't be read."""
    missing: list[str] = field(default_factory=list)
    """Patterns that nothing fits."""


def gather(named: Iterable[str]) -> Gathered:
    """The files that are meant. A name that is neither file nor folder is taken for a pattern when it may be one."""
    found = Gathered()
    for name in named:
        path = Path(name)
        if os.path.isdir(name):
            _take_folder(path, found)
        elif _PATTERN.isdisjoint(name) or os.path.exists(name):
            found.files.append(path)
        else:
            _take_fitting(name, found)
    found.files = _once(found.files)
    return found


def _once(paths: Iterable[Path]) -> list[Path]:
    """Each file once, by its first name, also where links lead to it or round in a ring."""
    first: dict[str, Path] = {}
    for path in paths:
        first.setdefault(os.path.realpath(path), path)
    return list(first.values())


def files_in(folder: Path) -> Iterator[Path]:
    """Every file in a folder and in those below, hidden ones left out; by name. Last the folders that can't be read."""
    closed: list[Path] = []
    for parent, folders, files in os.walk(folder, onerror=lambda error: closed.append(Path(error.filename))):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(parent, name) for name in sorted(files) if not name.startswith("."))
    yield from closed


def may_hold_text(path: Path) -> bool:
    """Whether a file is of a kind that can be read; one that can't be opened is no matter of kind."""
    if path.suffix.lower() in _OTHER_KINDS:
        return False
    try:
        mode = path.stat().st_mode
        if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
            return False
        with path.open("rb") as file:
            return is_readable(file.read(_HEAD))
    except OSError:
        return True


def _take_folder(folder: Path, found: Gathered) -> None:
    everything = sum(len(files) for _parent, _folders, files in os.walk(folder))
    files = [path for path in files_in(folder) if may_hold_text(path)]
    found.files += files
    found.skipped += everything - sum(not os.path.isdir(path) for path in files)


def _take_fitting(pattern: str, found: Gathered) -> None:
    names = glob.glob(os.path.expanduser(pattern), recursive=True)
    fitting = _once(Path(name) for name in sorted(names, key=lambda name: (name.count(os.sep), name)))
    for path in sorted(fitting):
        if os.path.isdir(path):
            _take_folder(path, found)
        elif may_hold_text(path):
            found.files.append(path)
        else:
            found.skipped += 1
    if not fitting:
        found.missing.append(pattern)
