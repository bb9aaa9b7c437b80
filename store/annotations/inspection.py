"""Whether the files of annotations are sound, file by file and record by record, and what can be mended.

Looking changes nothing. Mending sets aside and merges; it never drops what somebody wrote.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from store.annotations.backups import Backups
from store.annotations.copies import copies_in, merge_copy
from store.annotations.lock import FolderLock
from store.annotations.names import SUFFIX
from store.annotations.recovery import recover
from store.annotations.tables import Unsound, annotations_in, decode, faults_in, refuse_newer
from store.errors import StoreUnavailable
from store.files import LEFTOVERS, read_if_there, remove_leftovers

Mend = Callable[[], str]
"""Mends a fault and tells what was done; raises StoreUnavailable where that fails."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that is not as it should be."""

    kind: str
    """"broken", "newer", "record", "copy", "twice", "leftover", "backup"."""
    path: Path
    sentence: str
    mend: Mend | None = None
    """None where only a person can say what is right, or nothing is known that could take its place."""


@dataclass(frozen=True, slots=True)
class Inspection:
    """What was looked at, and what was found."""

    files: int
    annotations: int
    backups: int
    faults: tuple[Fault, ...] = field(default=())

    def to_record(self) -> dict[str, Any]:
        """As `check --store --json` prints it."""
        return {
            "files": self.files,
            "annotations": self.annotations,
            "backups": self.backups,
            "faults": [
                {
                    "kind": each.kind,
                    "path": str(each.path),
                    "sentence": each.sentence,
                    "mendable": each.mend is not None,
                }
                for each in self.faults
            ],
        }


def inspect(folder: Path) -> Inspection:
    """Look at every file of a folder of annotations.

    Raises:
        StoreUnavailable: the folder can't be read.
    """
    paths = sorted(path for path in folder.glob(f"[!.]*{SUFFIX}") if path.is_file()) if folder.is_dir() else []
    owners: dict[str, list[Path]] = defaultdict(list)
    faults = list(_leftovers(folder))
    for path in paths:
        faults += _faults_of(path, owners)
    copies = copies_in(folder)
    faults += [Fault("copy", path, f"{path} 是同步时留下的副本，尚未并入。", _merging(path)) for path in copies]
    faults += _twice({identity: those for identity, those in owners.items() if not set(those) & set(copies)})
    backups = [backup for name in Backups(folder).names() for backup in Backups(folder).of(name)]
    faults += [
        Fault("backup", backup.path, f"备份 {backup.path} 已损坏，恢复时会跳过它。", _removing(backup.path))
        for backup in backups
        if backup.data() is None
    ]
    return Inspection(len(paths), len(owners), len(backups), tuple(faults))


def mend(folder: Path, fault: Fault) -> str:
    """Mend a fault, other writers being kept out; tells what was done.

    Raises:
        StoreUnavailable: it can't be mended; nothing has changed.
        ValueError: it is one that only a person can mend.
    """
    if fault.mend is None:
        raise ValueError(fault.kind)
    with FolderLock(folder).held():
        return fault.mend()


def _faults_of(path: Path, owners: dict[str, list[Path]]) -> Iterator[Fault]:
    try:
        tables = decode(path, read_if_there(path) or b"")
    except Unsound as error:
        yield Fault("broken", path, str(error), _recovering(path))
        return
    except StoreUnavailable as error:
        yield Fault("broken", path, str(error))
        return
    try:
        refuse_newer(path, tables)
    except StoreUnavailable as error:
        yield Fault("newer", path, str(error))
    for sentence in faults_in(path, tables):
        yield Fault("record", path, sentence)
    for each in annotations_in(tables):
        owners[each.id].append(path)


def _twice(owners: dict[str, list[Path]]) -> Iterator[Fault]:
    """Annotations of one id in two files: one of them was copied by hand."""
    for identity, paths in sorted(owners.items()):
        if len(paths) > 1:
            named = "、".join(map(str, paths))
            yield Fault("twice", paths[1], f"标注 {identity} 同时在 {named} 中：请删去多余的一条。")


def _leftovers(folder: Path) -> Iterator[Fault]:
    for path in sorted(folder.rglob(LEFTOVERS)) if folder.is_dir() else ():
        yield Fault(
            "leftover", path, f"{path} 是写到一半被中断时留下的，其中的改动没有得到确认。", _sweeping(path.parent)
        )


def _recovering(path: Path) -> Mend:
    def recovering() -> str:
        recovered = recover(path)
        if recovered is None:
            raise StoreUnavailable(f"{path} 没有可用的备份，其中也没有完整的记录：文件保持原样。")
        return recovered.sentence

    return recovering


def _merging(path: Path) -> Mend:
    return lambda: merge_copy(path)


def _removing(path: Path) -> Mend:
    def removing() -> str:
        path.unlink(missing_ok=True)
        return f"已移除损坏的备份 {path}。"

    return removing


def _sweeping(folder: Path) -> Mend:
    def sweeping() -> str:
        remove_leftovers(folder)
        return f"已清理 {folder}。"

    return sweeping
