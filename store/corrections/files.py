"""The corrections on disk: `corrections/DIGEST.json`, one file a document, changed under a lock.

They are work, as annotations are: what is in a file and not understood stays there, and a broken file is never
written over.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, cast
from zlib import crc32

from store.corrections.record import Correction, from_record
from store.errors import StoreUnavailable
from store.files import read_if_there, write_atomically
from store.locking import locked

_SCHEMA = 1


class Corrections:
    """All corrections of a user, read anew at each question, so that windows see each other's."""

    def __init__(self, folder: Path) -> None:
        """Name the folder; nothing is created before something is written."""
        self._folder = folder

    def of(self, digest: str) -> tuple[Correction, ...]:
        """The corrections of a document, and the doubts that were confirmed, in the order in which they were made.

        Raises:
            StoreUnavailable: the file can't be read, is broken, or a newer version wrote it.
        """
        return tuple(filter(None, map(from_record, self._read(digest)["corrections"])))

    def knows(self, digest: str) -> bool:
        """Whether anything was ever corrected in a document, also where all of it was taken back."""
        return self._path(digest).exists()

    def put(self, digest: str, correction: Correction) -> None:
        """Keep a correction, in the stead of the one of its id if there is one.

        Raises:
            StoreUnavailable: the file can't be read or written; nothing has changed.
        """

        def change(records: list[Any]) -> None:
            for turn, record in enumerate(records):
                if isinstance(record, dict) and record.get("id") == correction.id:
                    records[turn] = correction.to_record()
                    return
            records.append(correction.to_record())

        self._change(digest, change)

    def remove(self, digest: str, identity: str) -> Correction | None:
        """Take a correction back; None when it is gone already.

        Raises:
            StoreUnavailable: the file can't be read or written; nothing has changed.
        """
        taken: list[Correction] = []

        def change(records: list[Any]) -> None:
            for record in list(records):
                known = from_record(record)
                if known and known.id == identity:
                    taken.append(known)
                    records.remove(record)

        if any(each.id == identity for each in self.of(digest)):
            self._change(digest, change)
        return taken[0] if taken else None

    def revision(self, digest: str) -> str:
        """Changes whenever a document is to be read differently; empty while it has no corrections.

        What can't be read corrects nothing; see `problems`.
        """
        try:
            return _revision(self.of(digest))
        except StoreUnavailable:
            return ""

    def revisions(self) -> dict[str, str]:
        """The revision of each document that has one, by digest."""
        found = {digest: self.revision(digest) for digest in self._digests()}
        return {digest: revision for digest, revision in found.items() if revision}

    def problems(self) -> tuple[str, ...]:
        """A sentence for each file that can't be used."""
        return tuple(problem for digest in self._digests() if (problem := self._problem(digest)))

    def _problem(self, digest: str) -> str | None:
        try:
            self.of(digest)
        except StoreUnavailable as error:
            return str(error)
        return None

    def _digests(self) -> Iterator[str]:
        try:
            yield from sorted(path.stem for path in self._folder.glob("[0-9a-f]*.json"))
        except OSError:
            return

    def _path(self, digest: str) -> Path:
        return self._folder / f"{digest}.json"

    def _read(self, digest: str) -> dict[str, Any]:
        path = self._path(digest)
        data = read_if_there(path)
        if data is None:
            return {"corrections": []}
        try:
            content = json.loads(data)
        except (ValueError, RecursionError):
            content = None
        if not isinstance(content, dict) or not isinstance(content.get("corrections"), list):
            raise StoreUnavailable(f"更正文件 {path} 已损坏，无法读取：请修正或移走该文件；在此之前不会改动它。")
        schema = content.get("schema", _SCHEMA)
        if not isinstance(schema, int) or schema > _SCHEMA:
            raise StoreUnavailable(f"{path} 由较新版本的 jueyi 写成：请更新 jueyi。")
        return cast("dict[str, Any]", content)

    def _change(self, digest: str, change: Callable[[list[Any]], None]) -> None:
        path = self._path(digest)
        with locked(path):
            content = self._read(digest)
            change(content["corrections"])
            text = json.dumps({"schema": _SCHEMA, **content}, ensure_ascii=False, indent=1)
            write_atomically(path, f"{text}\n".encode("utf-8", "backslashreplace"))


def _revision(corrections: tuple[Correction, ...]) -> str:
    said = [
        (each.kind, each.start, each.end, each.value, each.quote, each.prefix, each.suffix)
        for each in corrections
        if not each.confirms
    ]
    return f"+{crc32(repr(said).encode()):08x}" if said else ""
