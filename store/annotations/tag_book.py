"""What the user said of tags: a colour, a key, a description each. `tags.json`, readable, changed under a lock.

Which tags are in use, the shelf knows; a tag needs no definition. What is in the file and not understood stays there,
and a broken file is set aside.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from store.annotations.steps import TagEntry
from store.config import COLOURS
from store.errors import StoreUnavailable
from store.files import read_if_there, unavailable, write_atomically
from store.locking import locked
from store.paths import tags_file

__all__ = ["COLOURS", "KEYS", "Tag", "TagBook"]

_SCHEMA = 1
KEYS = "1234567890"
"""What a tag's key may be, in the order in which they are given out."""
_FIELDS = ("colour", "key", "description")


@dataclass(frozen=True, slots=True)
class Tag:
    """What is said of one tag."""

    name: str
    colour: str = ""
    """One of `COLOURS`; empty for the one that its name gives it."""
    key: str = ""
    """One of `KEYS`; empty for none."""
    description: str = ""
    extra: Mapping[str, Any] = field(default_factory=dict, hash=False)
    """What another version wrote beside these."""

    def to_record(self) -> dict[str, Any]:
        """The form on disk, without the name, which is its key."""
        return {**self.extra, **{name: getattr(self, name) for name in _FIELDS if getattr(self, name)}}

    @classmethod
    def from_record(cls, name: str, record: Mapping[str, Any]) -> Tag:
        """The tag that a record holds; a field of another form is passed over, and stays."""
        said = {each: record[each] for each in _FIELDS if isinstance(record.get(each), str)}
        return cls(name, **said, extra={each: value for each, value in record.items() if each not in said})


class TagBook:
    """The definitions on disk, read anew at each question, so that windows see each other's.

    Every method may raise StoreUnavailable, in words for the reader; nothing has changed then.
    """

    def __init__(self, path: Path | None = None) -> None:
        """Use this file, else the user's; nothing is created before something is said."""
        self._path = path or tags_file()
        self.problem: str | None = None
        """That a broken file was set aside, in a sentence for the reader."""

    def all(self) -> dict[str, Tag]:
        """The tags of which something is said, by name."""
        content = self._read()
        if content is None:
            with locked(self._path):
                content = self._read_or_set_aside()
        records = content["tags"]
        return {name: Tag.from_record(name, each) for name, each in records.items() if isinstance(each, dict)}

    def by_key(self) -> dict[str, Tag]:
        """The tags that have a key, by it, in the order of the keys."""
        found = {tag.key: tag for tag in self.all().values() if tag.key in KEYS and tag.key}
        return {key: found[key] for key in KEYS if key in found}

    def define(self, tag: Tag) -> tuple[TagEntry, ...]:
        """Say this of a tag; another one that has its key loses it."""
        return self._change(lambda tags: _defined(tags, tag))

    def adopt(self, names: Iterable[str]) -> tuple[TagEntry, ...]:
        """Give each tag of which nothing is said the next free key, as long as there are any."""
        return self._change(lambda tags: _adopted(tags, names))

    def move(self, names: Mapping[str, str | None]) -> tuple[TagEntry, ...]:
        """Take what is said of tags to their new names; None forgets it. What a new name has already stays."""
        return self._change(lambda tags: _moved(tags, names))

    def apply(self, entries: Iterable[TagEntry]) -> tuple[TagEntry, ...]:
        """Make definitions what the entries say they become, but for those that are otherwise now than they knew."""
        entries = tuple(entries)

        def applied(tags: dict[str, Tag]) -> dict[str, Tag]:
            for each in entries:
                present = tags.pop(each.name, None)
                if (present.to_record() if present else None) != each.before:
                    tags |= {each.name: present} if present else {}
                elif each.after is not None:
                    tags[each.name] = Tag.from_record(each.name, each.after)
            return tags

        return self._change(applied) if entries else ()

    def _change(self, change: Callable[[dict[str, Tag]], dict[str, Tag]]) -> tuple[TagEntry, ...]:
        with locked(self._path):
            content = self._read_or_set_aside()
            before = {n: each for n, each in content["tags"].items() if isinstance(each, dict)}
            after = {
                n: tag.to_record() for n, tag in change({n: Tag.from_record(n, r) for n, r in before.items()}).items()
            }
            changed = [name for name in (*before, *after) if before.get(name) != after.get(name)]
            if not changed:
                return ()
            kept = {name: each for name, each in content["tags"].items() if name not in before}
            content["tags"] = dict(sorted({**kept, **after}.items()))
            text = json.dumps({"schema": _SCHEMA, **content}, ensure_ascii=False, indent=1)
            write_atomically(self._path, f"{text}\n".encode("utf-8", "backslashreplace"))
        return tuple(TagEntry(name, before.get(name), after.get(name)) for name in dict.fromkeys(changed))

    def _read(self) -> dict[str, Any] | None:
        """What the file holds; None for one that is broken."""
        data = read_if_there(self._path)
        if data is None:
            return {"tags": {}}
        try:
            content = json.loads(data.decode("utf-8-sig"))
        except (ValueError, RecursionError):
            return None
        if not isinstance(content, dict) or not isinstance(content.get("tags"), dict):
            return None
        schema = content.get("schema", _SCHEMA)
        if not isinstance(schema, int) or schema > _SCHEMA:
            raise StoreUnavailable(f"{self._path} 由较新版本的 jueyi 写成：请更新 jueyi。")
        return content

    def _read_or_set_aside(self) -> dict[str, Any]:
        """What the file holds; a broken one gets another name. Inside the lock."""
        content = self._read()
        if content is not None:
            return content
        aside, turn = self._path.with_suffix(".broken.json"), 1
        while aside.exists():
            turn += 1
            aside = self._path.with_suffix(f".broken-{turn}.json")
        try:
            self._path.rename(aside)
        except OSError as error:
            raise unavailable("无法写入", self._path, error) from error
        self.problem = f"{self._path} 已损坏，无法读取：原文件已改名为 {aside.name} 保留，标签的颜色和按键从头记起。"
        return {"tags": {}}


def _defined(tags: dict[str, Tag], tag: Tag) -> dict[str, Tag]:
    if tag.key:
        for name, other in tags.items():
            if other.key == tag.key and name != tag.name:
                tags[name] = replace(other, key="")
    tags[tag.name] = tag
    return tags


def _adopted(tags: dict[str, Tag], names: Iterable[str]) -> dict[str, Tag]:
    for name in names:
        free = next((key for key in KEYS if all(each.key != key for each in tags.values())), None)
        if name not in tags and free:
            tags[name] = Tag(name, key=free)
    return tags


def _moved(tags: dict[str, Tag], names: Mapping[str, str | None]) -> dict[str, Tag]:
    gone = {name: tags.pop(name) for name in names if name in tags}
    for name, tag in gone.items():
        new = names[name]
        if new:
            there = tags.get(new, Tag(new))
            said = {each: getattr(there, each) or getattr(tag, each) for each in _FIELDS}
            tags[new] = Tag(new, **said, extra={**tag.extra, **there.extra})
    return tags
