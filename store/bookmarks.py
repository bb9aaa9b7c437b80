"""The bookmarks that a user set: `bookmarks.json`, changed under a lock, so that two windows keep what both set.

They are work, as annotations are: what is in the file and not understood stays there, and a broken file is set aside.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from store.errors import StoreUnavailable
from store.files import read_if_there, unavailable, write_atomically
from store.locking import locked
from store.paths import bookmarks_file

_SCHEMA = 1
_FIELDS = ("name", "document", "place", "quote")


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A place with a name."""

    name: str
    """a to z and names belong to the document; A to Z stand once for the whole library."""
    document: str
    """Key of the document."""
    place: str
    """Id of the block or footnote."""
    quote: str
    """The first words there, by which it is found again."""
    others: Mapping[str, Any] = field(default_factory=dict, compare=False)
    """What another version wrote beside these."""

    @property
    def is_global(self) -> bool:
        """Whether its name stands for one place of the whole library."""
        return is_global(self.name)

    def is_called(self, name: str, document: str | None) -> bool:
        """Whether a name means this bookmark to someone who reads a document."""
        return self.name == name and (self.is_global or self.document == document)


def is_letter(text: str) -> bool:
    """Whether a text is a name of one key: a to z, A to Z."""
    return len(text) == 1 and text.isascii() and text.isalpha()


def is_global(name: str) -> bool:
    """Whether a name stands for one place of the whole library."""
    return is_letter(name) and name.isupper()


class Bookmarks:
    """The bookmarks on disk, read anew at each question, so that windows see each other's."""

    def __init__(self, path: Path | None = None) -> None:
        """Use this file, else the user's; nothing is created before a bookmark is set."""
        self._path = path or bookmarks_file()
        self._gone: list[Bookmark] = []
        self.problem: str | None = None
        """That a broken file was set aside, in a sentence for the reader."""

    def all(self) -> tuple[Bookmark, ...]:
        """All bookmarks in the order in which they were set.

        Raises:
            StoreUnavailable: the file can't be read, or a newer version wrote it.
        """
        content = self._read()
        if content is None:
            with locked(self._path):
                content = self._read_or_set_aside()
        return tuple(filter(None, map(_bookmark, content["bookmarks"])))

    def called(self, name: str, document: str | None) -> Bookmark | None:
        """What a name means to someone who reads a document."""
        return next((each for each in self.all() if each.is_called(name, document)), None)

    def put(self, bookmark: Bookmark) -> Bookmark | None:
        """Set a bookmark; returns the one that its name stood for before.

        Raises:
            StoreUnavailable: the file can't be written; nothing has changed.
        """
        before = self._take(bookmark, bookmark)
        if before and before != bookmark:
            self._gone.append(before)
        return before

    def remove(self, bookmark: Bookmark) -> bool:
        """Remove a bookmark; False when it is gone already.

        Raises:
            StoreUnavailable: the file can't be written; nothing has changed.
        """
        before = self._take(bookmark, None)
        if before:
            self._gone.append(before)
        return before is not None

    def bring_back(self) -> Bookmark | None:
        """Set again what was removed or set elsewhere last in this window; None when there is nothing.

        Raises:
            StoreUnavailable: the file can't be written; nothing has changed.
        """
        if not self._gone:
            return None
        self._take(self._gone[-1], self._gone[-1])
        return self._gone.pop()

    def move(self, before: Sequence[Bookmark], after: Sequence[Bookmark]) -> None:
        """Let bookmarks stand elsewhere, each under its name; those that are gone stay gone.

        Raises:
            StoreUnavailable: the file can't be written; nothing has changed.
        """
        wanted = dict(zip(before, after, strict=True))

        def change(records: list[Any]) -> None:
            for record in records:
                goal = wanted.get(known) if (known := _bookmark(record)) else None
                if goal:
                    record.update(document=goal.document, place=goal.place, quote=goal.quote)

        self._change(change)

    def rename(self, before: str, after: str) -> None:
        """Follow a document to its new key."""

        def change(records: list[Any]) -> None:
            for record in records:
                if isinstance(record, dict) and record.get("document") == before:
                    record["document"] = after

        if any(each.document == before for each in self.all()):
            self._change(change)

    def _take(self, out: Bookmark, put: Bookmark | None) -> Bookmark | None:
        """Take out what a bookmark's name stands for and put another in its stead; returns what was there."""
        taken: list[Bookmark] = []

        def change(records: list[Any]) -> None:
            for record in list(records):
                known = _bookmark(record)
                if known and known.is_called(out.name, out.document):
                    taken.append(known)
                    records.remove(record)
            if put:
                others = {**(taken[0].others if taken else {}), **put.others}
                records.append({**others, **{name: getattr(put, name) for name in _FIELDS}})

        self._change(change)
        return taken[0] if taken else None

    def _change(self, change: Callable[[list[Any]], None]) -> None:
        with locked(self._path):
            content = self._read_or_set_aside()
            change(content["bookmarks"])
            text = json.dumps({"schema": _SCHEMA, **content}, ensure_ascii=False, indent=1)
            write_atomically(self._path, f"{text}\n".encode("utf-8", "backslashreplace"))

    def _read(self) -> dict[str, Any] | None:
        """What the file holds; None for one that is broken."""
        data = read_if_there(self._path)
        if data is None:
            return {"bookmarks": []}
        try:
            content = json.loads(data)
        except (ValueError, RecursionError):
            return None
        if not isinstance(content, dict) or not isinstance(content.get("bookmarks"), list):
            return None
        schema = content.get("schema", _SCHEMA)
        if not isinstance(schema, int) or schema > _SCHEMA:
            raise StoreUnavailable(f"{self._path} 由较新版本的 jueyi 写成：请更新 jueyi。")
        return cast("dict[str, Any]", content)

    def _read_or_set_aside(self) -> dict[str, Any]:
        """What the file holds; a broken one gets another name. Inside the lock."""
        content = self._read()
        if content is not None:
            return content
        aside = self._free_name()
        try:
            self._path.rename(aside)
        except OSError as error:
            raise unavailable("无法写入", self._path, error) from error
        self.problem = f"{self._path} 已损坏，无法读取：原文件已改名为 {aside.name} 保留，书签从头记起。"
        return {"bookmarks": []}

    def _free_name(self) -> Path:
        turn, aside = 1, self._path.with_suffix(".broken.json")
        while aside.exists():
            turn += 1
            aside = self._path.with_suffix(f".broken-{turn}.json")
        return aside


def _bookmark(record: object) -> Bookmark | None:
    """A record as a bookmark; None for one of another form, which stays in the file."""
    if not isinstance(record, dict) or not all(isinstance(record.get(name), str) for name in _FIELDS):
        return None
    others = {name: value for name, value in record.items() if name not in _FIELDS}
    return Bookmark(record["name"], record["document"], record["place"], record["quote"], others)
