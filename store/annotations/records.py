"""An annotation as a value and as a record on disk. It owns the record's form and its version; no I/O."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any, NamedTuple, cast, get_args

from store.annotations.selectors import Scope, Selector

SCHEMA = 2
"""The version of the record's form that is written here. 1 knew one annotation a place, with tags and a note only."""

_SURROGATES = re.compile("[\ud800-\udfff]")


class Move(NamedTuple):
    """What became of an annotation's place when its text changed."""

    when: str
    """ISO 8601, UTC, to the second."""
    how: str
    """"exact", "moved", "edited", "orphaned", "attached" (by the user), "carried" (to another version)."""
    before: str
    after: str
    """Where it was and is: the ids of its places, parted by spaces, after key and # where it left the document.

    Empty where it stands nowhere: it waits for the user to say where it belongs.
    """
    quote: str = ""
    """The words that it was about before, where they are others now."""

    def to_record(self) -> dict[str, str]:
        """The form on disk."""
        return {name: value for name, value in self._asdict().items() if value or name != "quote"}


@dataclass(frozen=True, slots=True)
class Annotation:
    """What a user wrote to one place of one document, or to several, or to words in them."""

    id: str
    """Unique in all libraries; ids sort in the order in which they were made."""
    document: str
    """Key of the document: its symbol, or its title and date where it has none; of a card, the card's symbol."""
    place: str
    """Id of the (first) block or footnote: "op5.a", "fn10"; empty for a document as a whole and for a card.

    Empty also where its words were not found again: then the selectors tell where they stood.
    """
    quote: str
    """The words that are meant, as they were when they were annotated."""
    tags: tuple[str, ...]
    note: str
    """Markdown."""
    created: str
    """ISO 8601, UTC, to the second."""
    modified: str
    scope: Scope = "place"
    selectors: tuple[Selector, ...] = ()
    """The words in each block or footnote; may be empty for a whole place, which `place` and `quote` tell."""
    digest: str = ""
    """SHA-256 of the file whose text was annotated; empty where that is not known."""
    kind: str = ""
    """What sort of annotation it is, by its stable name: "agreed", "amendment", "question", …; empty for none."""
    proposed: str = ""
    """The words that an amendment puts in the stead of the quote."""
    author: str = ""
    root: str = ""
    """Id of the annotation of another version from which this one was carried over; empty where it was made here."""
    origin: str = ""
    """Whose annotations it came with and is kept apart under; empty for one's own."""
    moves: tuple[Move, ...] = ()
    """The history of its place."""
    schema: int = SCHEMA
    extra: Mapping[str, Any] = field(default_factory=dict, hash=False)
    """What a later version wrote beside these, kept as it was."""

    @property
    def is_empty(self) -> bool:
        """Whether it says nothing."""
        return not (self.tags or self.note or self.kind or self.proposed)

    @property
    def is_plain(self) -> bool:
        """Whether it is the one annotation of a place that the keys for tags and notes change."""
        return self.scope == "place" and not self.kind and not self.origin and bool(self.place)

    @property
    def proposes(self) -> bool:
        """Whether it holds words in the stead of the quote; an amendment without any deletes what is quoted."""
        return bool(self.proposed) or self.kind == "amendment"

    @property
    def places(self) -> tuple[str, ...]:
        """Ids of all blocks and footnotes that it is about."""
        return tuple(dict.fromkeys(each.place for each in self.selectors)) or ((self.place,) if self.place else ())

    def to_record(self) -> dict[str, Any]:
        """The record on disk, without the id, which is its key. What was never said is left out."""
        record = {name: getattr(self, name) for name in _RECORDED}
        lists = {
            "tags": list(self.tags),
            "selectors": [each.to_record() for each in self.selectors],
            "moves": [each.to_record() for each in self.moves],
        }
        said = {name: value for name, value in (record | lists).items() if value or name not in _OPTIONAL}
        if self.scope == "place":
            del said["scope"]
        return {**self.extra, **said, "schema": SCHEMA}

    @classmethod
    def from_record(cls, identity: str, record: Mapping[str, Any]) -> Annotation:
        """The annotation that a record holds.

        Raises:
            ValueError: A field is missing or of the wrong type; the message names it.
        """
        extra = {name: value for name, value in record.items() if name not in _RECORDED}
        texts = {name: _text(record, name) for name in _TEXTS}
        texts |= {name: _text(record, name) for name in _OPTIONAL_TEXTS if name in record}
        schema = record.get("schema", SCHEMA)
        if not isinstance(schema, int):
            raise ValueError("schema")
        return cls(
            id=identity,
            tags=_tags(record),
            scope=_scope(record),
            selectors=tuple(map(Selector.from_record, _records(record, "selectors"))),
            moves=tuple(_move(each) for each in _records(record, "moves")),
            schema=schema,
            extra=extra,
            **texts,
        )


_RECORDED = tuple(each.name for each in fields(Annotation) if each.name not in ("id", "extra"))
_TEXTS = ("document", "place", "quote", "note", "created", "modified")
_OPTIONAL_TEXTS = ("digest", "kind", "proposed", "author", "root", "origin")
_OPTIONAL = (*_OPTIONAL_TEXTS, "selectors", "moves")


class Brief(NamedTuple):
    """Of an annotation, what is counted over all documents."""

    document: str
    tags: tuple[str, ...]
    plain_at: str
    """The place whose one plain annotation it is; empty for any other."""

    @classmethod
    def from_record(cls, record: Mapping[str, Any]) -> Brief:
        """What of a record is counted; raises ValueError as for an annotation."""
        is_plain = _scope(record) == "place" and not record.get("kind") and not record.get("origin")
        return cls(_text(record, "document"), _tags(record), _text(record, "place") if is_plain else "")


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
    return replace(
        first,
        tags=clean_tags((*first.tags, *second.tags)),
        note=first.note if second.note in first.note else "\n\n".join(note for note in notes if note),
        created=min(first.created, second.created),
        modified=max(first.modified, second.modified),
        author=first.author or second.author,
        moves=tuple(dict.fromkeys((*first.moves, *second.moves))),
        schema=SCHEMA,
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


def _scope(record: Mapping[str, Any]) -> Scope:
    scope = record.get("scope", "place")
    if scope not in get_args(Scope):
        raise ValueError("scope")
    return cast(Scope, scope)


def _records(record: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    records = record.get(name, [])
    if not isinstance(records, list) or not set(map(type, records)) <= {dict}:
        raise ValueError(name)
    return records


def _move(record: Mapping[str, Any]) -> Move:
    return Move(*(_text({"quote": "", **record}, name) for name in Move._fields))
