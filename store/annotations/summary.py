"""How many annotations and which tags each file holds, read once and again only when it has changed."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import TypeAlias

from store.annotations.names import SUFFIX, file_name
from store.annotations.records import Brief
from store.annotations.tables import Unsound, briefs_in, decode, faults_in
from store.errors import StoreUnavailable
from store.files import read_if_there, unavailable, write_atomically

_MANY = 50
"""Files read anew from which on it is worth keeping what was counted."""
_FORM = 2
"""Of what is kept; another one is counted anew."""

Signature: TypeAlias = tuple[int, int, int]
"""Inode, time of change and size: a replaced file differs in the first, one edited in place in the others."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What is known of one file without its texts."""

    document: str = ""
    count: int = 0
    """Annotations; two plain ones at one place count as one, as which they are read."""
    tags: Counter[str] = field(default_factory=Counter)
    problems: tuple[str, ...] = ()
    """Why something in this file is not counted or shown, in sentences for the reader."""
    broken: bool = False
    """It does not parse."""
    misplaced: bool = False
    """It holds annotations of a document whose file has another name: a copy."""


class Summaries:
    """The summaries of a folder, kept beside what the files looked like when they were read."""

    def __init__(self, folder: Path, kept: Path | None = None) -> None:
        """Name the folder, which need not exist, and the file in which summaries are kept for the next time."""
        self._folder = folder
        self._kept = kept
        self._known: dict[str, tuple[Signature, Summary]] = {}
        self._is_taken_up = kept is None
        """Whether what was kept was looked for."""

    def misplaced(self) -> list[Path]:
        """The copies among the files, as they were when they were last looked at."""
        return [self._folder / name for name, (_, summary) in self._known.items() if summary.misplaced]

    def broken(self) -> list[Path]:
        """The files that did not parse when they were last looked at."""
        return [self._folder / name for name, (_, summary) in self._known.items() if summary.broken]

    def current(self) -> tuple[Summary, ...]:
        """One for each file, as it is now.

        Raises:
            StoreUnavailable: The folder can't be listed.
        """
        if not self._is_taken_up and self._kept:
            self._is_taken_up = True
            self._known = _taken_up(self._kept)
        before = self._known
        self._known = {name: self._look(name, signature) for name, signature in signed_files(self._folder)}
        if self._kept and sum(before.get(name) != each for name, each in self._known.items()) >= _MANY:
            _keep(self._kept, self._known)
        return tuple(summary for _, summary in self._known.values())

    def _look(self, name: str, signature: Signature) -> tuple[Signature, Summary]:
        known = self._known.get(name)
        if known and known[0] == signature:
            return known
        return signature, _summary(self._folder / name)


def _taken_up(path: Path) -> dict[str, tuple[Signature, Summary]]:
    """What was kept of files in which all was sound; nothing of what is not as it was written."""
    try:
        kept = json.loads(read_if_there(path) or b"{}")
        return {
            name: ((inode, changed, size), Summary(document, count, Counter(tags)))
            for name, (inode, changed, size, document, count, tags) in kept["files"].items()
            if kept["form"] == _FORM
        }
    except (StoreUnavailable, ValueError, LookupError, TypeError, AttributeError):
        return {}


def _keep(path: Path, known: Mapping[str, tuple[Signature, Summary]]) -> None:
    files = {
        name: (*signature, each.document, each.count, each.tags)
        for name, (signature, each) in known.items()
        if not each.problems
    }
    with suppress(StoreUnavailable):  # then it is counted anew the next time
        write_atomically(path, json.dumps({"form": _FORM, "files": files}, ensure_ascii=False).encode())


def signed_files(folder: Path) -> list[tuple[str, Signature]]:
    """The names of the files of annotations in a folder, and what each looks like.

    Raises:
        StoreUnavailable: the folder can't be listed.
    """
    try:
        with os.scandir(folder) as entries:
            return sorted(_signed(entry) for entry in entries if _is_annotation_file(entry))
    except FileNotFoundError:
        return []
    except OSError as error:
        raise unavailable("无法读取", folder, error) from error


def _is_annotation_file(entry: os.DirEntry[str]) -> bool:
    return entry.name.endswith(SUFFIX) and not entry.name.startswith(".") and entry.is_file()


def _signed(entry: os.DirEntry[str]) -> tuple[str, Signature]:
    stat = entry.stat()
    return entry.name, (stat.st_ino, stat.st_mtime_ns, stat.st_size)


def _summary(path: Path) -> Summary:
    try:
        tables = decode(path, read_if_there(path) or b"{}")
    except StoreUnavailable as problem:
        return Summary(problems=(str(problem),), broken=isinstance(problem, Unsound))
    return _counted(path, briefs_in(tables), faults_in(path, tables))


def _counted(path: Path, briefs: list[Brief], faults: tuple[str, ...]) -> Summary:
    documents = {brief.document for brief in briefs}
    strangers = [document for document in documents if file_name(document) != path.name]
    if strangers:
        return Summary(problems=(misplaced(path, min(strangers)),), misplaced=True)
    plain = {brief.plain_at for brief in briefs if brief.plain_at}
    others = sum(not brief.plain_at for brief in briefs)
    tags = Counter(chain.from_iterable(brief.tags for brief in briefs))
    return Summary(next(iter(documents), ""), len(plain) + others, tags, faults)


def misplaced(path: Path, document: str) -> str:
    """That a file holds what belongs to a document whose file has another name, in a sentence for the reader."""
    return (
        f"{path} 里有属于 {document} 的标注，文件名却不相符，可能是同步时留下的副本，其中的标注没有显示。"
        "请把需要的记录并入正确的文件，然后移走它。"
    )
