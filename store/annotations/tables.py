"""The text of an annotation file: TinyDB's tables of records as JSON that a person can read and merge.

It refuses what doesn't parse and what a newer version wrote, so that neither is ever overwritten.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias, TypeGuard, TypeVar

from store.annotations.records import SCHEMA, Annotation, Brief
from store.errors import StoreUnavailable


class Unsound(StoreUnavailable):
    """A file that is no file of annotations any more."""


Tables: TypeAlias = dict[str, dict[str, Any]]
"""Records by id, by table."""

_Made = TypeVar("_Made")

TABLE = "annotations"
"""The table in each file that holds the annotations."""


def decode(path: Path, data: bytes) -> Tables:
    """The tables that a file holds.

    Raises:
        Unsound: It is not a file of annotations; the sentence names the file and the line.
    """
    try:
        tables: object = json.loads(data.decode("utf-8-sig"))
    except json.JSONDecodeError as error:
        raise _unreadable(path, f"第 {error.lineno} 行不合 JSON 格式") from error
    except (UnicodeDecodeError, RecursionError) as error:
        raise _unreadable(path, "内容不是 UTF-8 编码的 JSON") from error
    if not _are_tables(tables):
        raise _unreadable(path, "内容不是标注")
    return tables


def encode(tables: Tables) -> bytes:
    """The text of a file: sorted and indented, so that two versions of it can be compared line by line."""
    text = json.dumps(tables, ensure_ascii=False, indent=2, sort_keys=True)
    return f"{text}\n".encode("utf-8", "backslashreplace")


def refuse_newer(path: Path, tables: Tables) -> None:
    """Raise StoreUnavailable when a newer version wrote any record: what it means is not known here."""
    versions = (record.get("schema", SCHEMA) for table in tables.values() for record in table.values())
    if not all(isinstance(version, int) and version <= SCHEMA for version in versions):
        raise StoreUnavailable(f"{path} 由较新版本的 jueyi 写成，只能阅读，不能更改。请更新 jueyi，然后再试。")


def annotations_in(tables: Tables) -> tuple[Annotation, ...]:
    """All annotations of a file, in order of creation. A record that is none stays in the file; see `faults_in`."""
    found, _ = _made(tables, Annotation.from_record)
    return tuple(sorted(found, key=lambda each: (each.created, each.id)))


def briefs_in(tables: Tables) -> list[Brief]:
    """The same in brief, for counting."""
    found, _ = _made(tables, lambda _, record: Brief.from_record(record))
    return found


def faults_in(path: Path, tables: Tables) -> tuple[str, ...]:
    """A sentence for each record that lacks what an annotation needs: it names the file, the record and the field."""
    _, faults = _made(tables, Annotation.from_record)
    return tuple(
        f"{path} 的记录 {identity}：{field} 一项缺失或有误，这条标注没有显示。请修正该文件；在此之前不会改动这条记录。"
        for identity, field in faults
    )


def _made(tables: Tables, make: Callable[[str, dict[str, Any]], _Made]) -> tuple[list[_Made], list[tuple[str, str]]]:
    """What the records make, and the ids of those that make nothing, each with the field that is wrong."""
    made, faults = list[_Made](), []
    for identity, record in tables.get(TABLE, {}).items():
        try:
            made.append(make(identity, record))
        except ValueError as error:
            faults.append((identity, str(error)))
    return made, faults


def _are_tables(value: object) -> TypeGuard[Tables]:
    return isinstance(value, dict) and all(
        isinstance(table, dict) and set(map(type, table.values())) <= {dict} for table in value.values()
    )


def _unreadable(path: Path, reason: str) -> Unsound:
    return Unsound(f"无法读取标注文件 {path}：{reason}。请修正该文件或从备份恢复；在此之前不会改动它。")
