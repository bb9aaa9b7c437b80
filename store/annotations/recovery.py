"""A file of annotations that does not parse: it is set aside, and what is known of its content takes its place.

Known are the newest sound backup and every record that still stands whole in the broken file; of two states of one
record the one that was changed last counts.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from store.annotations.backups import Backups
from store.annotations.records import Annotation
from store.annotations.tables import TABLE, Tables, Unsound, decode, encode
from store.errors import StoreUnavailable
from store.files import read_if_there, write_atomically

ASIDE = "set-aside"
"""The folder, beside the files, of files that were set aside."""

_RECORD = re.compile(rb'"(?P<id>[0-9A-Za-z]{2,64})"\s*:\s*(?=\{)')


class Recovered(NamedTuple):
    """What became of a broken file."""

    path: Path
    aside: Path
    """Where the broken file is now."""
    backup: str | None
    """The date of the backup that was used."""
    records: int
    """How many annotations the file has now."""
    salvaged: int
    """How many of them were read from the broken file itself."""

    @property
    def sentence(self) -> str:
        """It in words for the reader."""
        broken, check = f"{self.path} 已损坏，原件留在 {self.aside}", "最近的改动可能不在其中，请核对。"
        if self.backup is None:
            return f"{broken}，从中救回 {self.records} 条标注。{check}"
        if not self.salvaged:
            return (
                f"{self.path} 已损坏，原件留在 {self.aside}，由 {self.backup} 的备份恢复 {self.records} 条标注。{check}"
            )
        return (
            f"{self.path} 已损坏，原件留在 {self.aside}，由 {self.backup} 的备份恢复 {self.records} 条标注，"
            f"其中 {self.salvaged} 条以原件所载为准。{check}"
        )


def recover(path: Path) -> Recovered | None:
    """Set a broken file aside and put in its place what is known; None when nothing is known, and nothing is changed.

    To be called by who keeps other writers out, and only where the file does not parse.

    Raises:
        StoreUnavailable: the folder can't be written; the file is where it was.
    """
    data = read_if_there(path)
    if data is None or _is_sound(path, data):
        return None
    salvaged = dict(_salvaged(data))
    date, tables = _from_backup(path)
    if not salvaged and tables is None:
        return None
    joined: Tables = {**(tables or {}), TABLE: _joined((tables or {}).get(TABLE, {}), salvaged)}
    aside = copy_aside(path, data)
    write_atomically(path, encode(joined))
    return Recovered(path, aside, date, len(joined[TABLE]), len(salvaged))


def copy_aside(path: Path, data: bytes) -> Path:
    """Keep the content of a file in the folder of what was set aside, under a name that tells when; returns where.

    The file itself stays until something takes its place: a disk that is full in between loses nothing.

    Raises:
        StoreUnavailable: it can't be written.
    """
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    target, turn = path.parent / ASIDE / f"{path.name}.{stamp}", 1
    while target.exists():
        turn += 1
        target = target.with_name(f"{path.name}.{stamp}.{turn}")
    write_atomically(target, data)
    return target


def _is_sound(path: Path, data: bytes) -> bool:
    try:
        decode(path, data)
    except Unsound:
        return False
    return True


def _from_backup(path: Path) -> tuple[str | None, Tables | None]:
    """The newest backup that parses, and its date."""
    for backup in Backups(path.parent).of(path.name):
        data = backup.data()
        try:
            if data is not None:
                return backup.date, decode(path, data)
        except StoreUnavailable:
            continue  # an older one may be sound
    return None, None


def _salvaged(data: bytes) -> Iterator[tuple[str, dict[str, Any]]]:
    """Records that stand whole in what does not parse as a whole, by id."""
    for found in _RECORD.finditer(data):
        text = data[found.end() :].decode("utf-8", "replace")
        try:
            record, _ = json.JSONDecoder().raw_decode(text)
            Annotation.from_record("", record)
        except (ValueError, RecursionError):
            continue  # a table, or a record that was cut off
        yield found["id"].decode(), record


def _joined(backed: dict[str, Any], salvaged: dict[str, Any]) -> dict[str, Any]:
    later = {
        identity: record
        for identity, record in salvaged.items()
        if identity not in backed or str(record["modified"]) >= str(backed[identity].get("modified", ""))
    }
    return {**backed, **later}
