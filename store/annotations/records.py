"""An annotation as a value and as a record on disk. It owns the record's form and its version; no I/O."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from typing import Any, NamedTuple

SCHEMA = 1
"""The version of the record's form that is written here."""

_SURROGATES = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Annotation:
    """The tags and the note that a user gave to one place of one document."""

    id: str
    """Unique in all libraries; ids sort in the order in which they were made."""
    document: str
    """Key of the document: its symbol, or its title and date where it has none."""
    place: str
    """Id of a block or footnote: "op5.a", "fn10"."""
    quote: str
    """The text of that place when it was annotated."""
    tags: tuple[str, ...]
    note: str
    """Markdown."""
    created: str
    """ISO 8601, UTC, to the second."""
    modified: str
    schema: int = SCHEMA
    extra: Mapping[str, Any] = field(default_factory=dict, hash=False)
    """What a later version wrote beside these, kept as it was."""

    @property
    def is_empty(self) -> bool:
        """Whether it says nothing: neither tags nor note."""
        return not self.tags and not self.note

    def to_record(self) -> dict[str, Any]:
        """The record on disk, without the id, which is its key."""
        record = {name: getattr(self, name) for name in _RECORDED}
        return {**self.extra, **record, "tags": list(self.tags)}

    @classmethod
    def from_record(cls, identity: str, record: Mapping[str, Any]) -> Annotation:
        """The annotation that a record holds.

        Raises:
            ValueError: A field is missing or of the wrong type; the message names it.
        """
        extra = {name: value for name, value in record.items() if name not in _RECORDED}
        texts = {name: _text(record, name) for name in _TEXTS}
        schema = record.get("schema", SCHEMA)
        if not isinstance(schema, int):
            raise ValueError("schema")
        return cls(id=identity, tags=_tags(record), schema=schema, extra=extra, **texts)


_RECORDED = tuple(each.name for each in fields(Annotation) if each.name not in ("id", "extra"))
_TEXTS = tuple(name for name in _RECORDED if name not in ("tags", "schema"))


class Brief(NamedTuple):
    """Of an annotation, what is counted over all documents."""

    document: str
    place: str
    tags: tuple[str, ...]

    @classmethod
    def from_record(cls, record: Mapping[str, Any]) -> Brief:
        """What of a record is counted; raises ValueError as for an annotation."""
        return cls(_text(record, "document"), _text(record, "place"), _tags(record))


def new_identity() -> str:
    """A fresh id of 32 hexadecimal digits: the time, so that files read in order of creation, then chance."""
    return f"{time.time_ns():016x}{os.urandom(8).hex()}"


def clean_tags(tags: Iterable[str]) -> tuple[str, ...]:
    """Tags as kept: on one line, trimmed, without the sign # before them, each once, in the order given."""
    lines = (" ".join(clean_text(tag).split()) for tag in tags)
    bare = (line.lstrip("#＃ ") for line in lines)
    return tuple(dict.fromkeys(tag for tag in bare if tag))


def clean_text(text: str) -> str:
    """Text as kept: line ends of one kind, and no half characters, which no file of text can hold."""
    return _SURROGATES.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def combined(first: Annotation, second: Annotation) -> Annotation:
    """Two annotations of one place as one with the first's id, losing no tag and no word of either note."""
    notes = (first.note, second.note)
    return Annotation(
        id=first.id,
        document=first.document,
        place=first.place,
        quote=first.quote,
        tags=clean_tags((*first.tags, *second.tags)),
        note=first.note if second.note in first.note else "\n\n".join(note for note in notes if note),
        created=min(first.created, second.created),
        modified=max(first.modified, second.modified),
        extra={**second.extra, **first.extra},
    )


def _text(record: Mapping[str, Any], name: str) -> str:
    value = record.get(name)
    if not isinstance(value, str):
        raise ValueError(name)
    return value


def _tags(record: Mapping[str, Any]) -> tuple[str, ...]:
    tags = record.get("tags", [])
    if not isinstance(tags, list) or not set(map(type, tags)) <= {str}:
        raise ValueError("tags")
    return tuple(tags)
