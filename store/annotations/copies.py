"""Copies of annotation files that programs for synchronizing leave when two machines wrote at once.

`A_C.3_80_L.4 (conflicted copy).json`, `A_C.3_80_L.4.sync-conflict-20261129-….json`: files of annotations whose name is
not that of their document. They are merged record by record into the right file and then set aside.
"""

from __future__ import annotations

from pathlib import Path

from store.annotations.conflicts import TABLE as CONFLICTS
from store.annotations.conflicts import merged, with_conflicts
from store.annotations.names import SUFFIX, file_name
from store.annotations.records import Annotation
from store.annotations.recovery import copy_aside
from store.annotations.tables import TABLE, Tables, annotations_in, decode, encode, faults_in, refuse_newer
from store.errors import StoreUnavailable
from store.files import read_if_there, unavailable, write_atomically


def copies_in(folder: Path) -> list[Path]:
    """The files of a folder that hold the annotations of a document under another name than its own."""
    return [path for path in sorted(folder.glob(f"[!.]*{SUFFIX}")) if _document_of(path) not in (None, path.name)]


def merge_copy(copy: Path) -> str:
    """Merge a copy into the file of its document, and set it aside; the sentence tells what was done.

    To be called by who keeps other writers out.

    Raises:
        StoreUnavailable: a file can't be read or written, or is of a newer version; both files are as they were.
    """
    data = read_if_there(copy) or b"{}"
    tables = decode(copy, data)
    refuse_newer(copy, tables)
    if faults := faults_in(copy, tables):
        raise StoreUnavailable(faults[0])
    theirs = annotations_in(tables)
    path = copy.with_name(file_name(theirs[0].document))
    present = read_if_there(path)
    held: Tables = {} if present is None else decode(path, present)
    refuse_newer(path, held)
    kept, lost = merged(annotations_in(held), theirs)
    records = {**held.get(TABLE, {}), **{each.id: each.to_record() for each in kept}}
    fresh = len(kept) - len(annotations_in(held))
    conflicts = {**tables.get(CONFLICTS, {}), **held.get(CONFLICTS, {})}
    joined: Tables = {**tables, **held, TABLE: records, **({CONFLICTS: conflicts} if conflicts else {})}
    write_atomically(path, encode(with_conflicts(joined, lost)))
    aside = copy_aside(copy, data)
    try:
        copy.unlink()
    except OSError as error:
        raise unavailable("无法移走", copy, error) from error
    return (
        f"同步留下的副本 {copy.name} 已并入 {path.name}：新增 {fresh} 条，{len(lost)} 条两处不同"
        f"（较早的写法留作冲突供查看）；副本留在 {aside}。"
    )


def _document_of(path: Path) -> str | None:
    """The name of the file to which a file's annotations belong; None where it holds none, or of several documents."""
    try:
        found: tuple[Annotation, ...] = annotations_in(decode(path, read_if_there(path) or b"{}"))
    except StoreUnavailable:
        return None  # broken: recovery's business
    names = {file_name(each.document) for each in found}
    return names.pop() if len(names) == 1 else None
