"""How many annotations and which tags each file holds, read once and again only when it has changed."""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import TypeAlias

from store.annotations.names import SUFFIX, file_name
from store.annotations.records import Brief
from store.annotations.tables import Unsound, briefs_in, decode, faults_in
from store.errors import StoreUnavailable
from store.files import read_if_there, unavailable

Signature: TypeAlias = tuple[int, int, int]
"""Inode, time of change and size: a replaced file differs in the first, one edited in place in the others."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What is known of one file without its texts."""

    document: str = ""
    count: int = 0
    """Annotated places, and annotations that are at none."""
    tags: Counter[str] = field(default_factory=Counter)
    problems: tuple[str, ...] = ()
    """Why something in this file is not counted or shown, in sentences for the reader."""
    broken: bool = False
    """It does not parse."""
    misplaced: bool = False
    """It holds annotations of a document whose file has another name: a copy."""


class Summaries:
    """The summaries of a folder, kept in memory beside what the files looked like when they were read."""

    def misplaced(self) -> list[Path]:
        """The copies among the files, as they were when they were last looked at."""
        return [self._folder / name for name, (_, summary) in self._known.items() if summary.misplaced]

    def broken(self) -> list[Path]:
        """The files that did not parse when they were last looked at."""
        return [self._folder / name for name, (_, summary) in self._known.items() if summary.broken]

    def __init__(self, folder: Path) -> None:
        """Name the folder; it need not exist."""
        self._folder = folder
        self._known: dict[str, tuple[Signature, Summary]] = {}

    def current(self) -> tuple[Summary, ...]:
        """One for each file, as it is now.

        Raises:
            StoreUnavailable: The folder can't be listed.
        """
        self._known = {name: self._look(name, signature) for name, signature in signed_files(self._folder)}
        return tuple(summary for _, summary in self._known.values())

    def _look(self, name: str, signature: Signature) -> tuple[Signature, Summary]:
        known = self._known.get(name)
        if known and known[0] == signature:
            return known
        return signature, _summary(self._folder / name)


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
    places = [*{brief.place for brief in briefs if brief.place}, *(brief for brief in briefs if not brief.place)]
    tags = Counter(chain.from_iterable(brief.tags for brief in briefs))
    return Summary(next(iter(documents), ""), len(places), tags, faults)


def misplaced(path: Path, document: str) -> str:
    """That a file holds what belongs to a document whose file has another name, in a sentence for the reader."""
    return (
        f"{path} 里有属于 {document} 的标注，文件名却不相符，可能是同步时留下的副本，其中的标注没有显示。"
        "请把需要的记录并入正确的文件，然后移走它。"
    )
