"""One step of the user's work on annotations and tags, as a value and as a record, so that it can be taken back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from store.annotations.identity import new_identity
from store.annotations.records import Annotation


@dataclass(frozen=True, slots=True)
class Entry:
    """What became of one annotation."""

    document: str
    place: str
    id: str
    before: Mapping[str, Any] | None
    """The fields that are otherwise now, as they were; the whole record of one that was removed; None where there
    was none."""
    after: Mapping[str, Any] | None
    """The same as they are now."""

    @property
    def reversed(self) -> Entry:
        """The entry that takes this one back."""
        return replace(self, before=self.after, after=self.before)

    @property
    def is_whole(self) -> bool:
        """Whether the annotation was made or removed, and not only changed."""
        return self.before is None or self.after is None

    @property
    def is_orphan(self) -> bool:
        """Whether an annotation was made or removed that is about words and has no place."""
        scope = (self.before or self.after or {}).get("scope", "place")
        return self.is_whole and not self.place and scope not in ("document", "card")

    def sides(self, name: str) -> tuple[Any, Any]:
        """A field as it was and as it is now; empty where it is not said."""
        empty: Any = [] if name == "tags" else ""
        one, other = ((side or {}).get(name) or empty for side in (self.before, self.after))
        return one, other


@dataclass(frozen=True, slots=True)
class TagEntry:
    """What became of the definition of one tag."""

    name: str
    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None

    @property
    def reversed(self) -> TagEntry:
        """The entry that takes this one back."""
        return replace(self, before=self.after, after=self.before)


@dataclass(frozen=True, slots=True)
class Step:
    """All that one key press changed."""

    what: str
    """"tags", "note", "removal", "kind", "amendment", "rename", "merge", "delete", "define", …"""
    entries: tuple[Entry, ...] = ()
    tags: tuple[TagEntry, ...] = ()
    id: str = field(default_factory=new_identity)
    """Sorts in the order of the steps."""
    window: str = ""
    """Which window made it."""

    @property
    def document(self) -> str:
        """Where it happened first; empty for a step that concerns no document."""
        return self.entries[0].document if self.entries else ""

    @property
    def place(self) -> str:
        """The same, the place."""
        return self.entries[0].place if self.entries else ""

    @property
    def reversed(self) -> Step:
        """The step that takes this one back."""
        entries = tuple(each.reversed for each in reversed(self.entries))
        return replace(self, entries=entries, tags=tuple(each.reversed for each in reversed(self.tags)))

    def followed(self, before_key: str, key: str, moved: Mapping[str, str]) -> Step:
        """The step after a document got another key, and its places other ids."""
        return replace(self, entries=tuple(_followed(each, before_key, key, moved) for each in self.entries))

    def to_record(self) -> dict[str, Any]:
        """The form on disk."""
        return {
            "id": self.id,
            "what": self.what,
            "window": self.window,
            "entries": [[e.document, e.place, e.id, e.before, e.after] for e in self.entries],
            "tags": [[e.name, e.before, e.after] for e in self.tags],
        }

    @classmethod
    def from_record(cls, record: Mapping[str, Any]) -> Step:
        """The step that a record holds; raises ValueError, TypeError or KeyError for one of another form."""
        entries = tuple(Entry(str(d), str(p), str(i), _side(b), _side(a)) for d, p, i, b, a in record["entries"])
        tags = tuple(TagEntry(str(name), _side(before), _side(after)) for name, before, after in record["tags"])
        return cls(str(record["what"]), entries, tags, str(record["id"]), str(record["window"]))


def entry_of(before: Annotation | None, after: Annotation | None) -> Entry | None:
    """What became of an annotation; None where nothing did. One of the two must be there."""
    known = after or before
    if known is None:
        return None
    if before and after:
        one, other = said(before), said(after)
        changed = [name for name in one if one[name] != other[name]]
        sides = ({name: each[name] for name in changed} for each in (one, other))
        return Entry(known.document, known.place, known.id, *sides) if changed else None
    return Entry(
        known.document,
        known.place,
        known.id,
        before.to_record() if before else None,
        after.to_record() if after else None,
    )


def step_of(what: str, entries: Iterable[Entry | None], tags: Iterable[TagEntry | None] = ()) -> Step | None:
    """A step of what was changed; None when nothing was."""
    step = Step(what, tuple(filter(None, entries)), tuple(filter(None, tags)))
    return step if step.entries or step.tags else None


_CHANGEABLE = ("tags", "note", "kind", "proposed")
"""What a key press changes of an annotation that stays."""
_PLACING = ("document", "place", "quote", "digest", "selectors", "moves")
"""What changes when it is put elsewhere."""


def said(annotation: Annotation) -> dict[str, Any]:
    """What an annotation says, as entries hold it."""
    return {**{name: getattr(annotation, name) for name in _CHANGEABLE}, "tags": list(annotation.tags)}


def placing(annotation: Annotation) -> dict[str, Any]:
    """Where an annotation stands, as entries hold it that moved one."""
    record = annotation.to_record()
    empty: dict[str, Any] = {"digest": "", "selectors": [], "moves": []}
    return {name: record.get(name, empty.get(name, "")) for name in _PLACING} | {"scope": annotation.scope}


def moved_entry(before: Annotation, after: Annotation) -> Entry:
    """That an annotation was put to another place, or to other words, by the user."""
    one, other = placing(before), placing(after)
    changed = [name for name in one if one[name] != other[name]]
    sides = ({name: each[name] for name in changed} for each in (one, other))
    return Entry(after.document, after.place, after.id, *sides)


def said_in(record: Mapping[str, Any]) -> dict[str, Any]:
    """What a whole record says."""
    return {name: record.get(name) or ([] if name == "tags" else "") for name in _CHANGEABLE}


def _side(value: object) -> Mapping[str, Any] | None:
    if value is not None and not isinstance(value, dict):
        raise TypeError("entry")
    return value


def _followed(entry: Entry, before_key: str, key: str, moved: Mapping[str, str]) -> Entry:
    if entry.document != before_key:
        return entry
    before, after = (_record_followed(each, key, moved) for each in (entry.before, entry.after))
    return replace(entry, document=key, place=moved.get(entry.place, entry.place), before=before, after=after)


def _record_followed(record: Mapping[str, Any] | None, key: str, moved: Mapping[str, str]) -> Mapping[str, Any] | None:
    """A whole record at its place of now; a few fields of one say nothing of its place."""
    if record is None or "place" not in record:
        return record
    selectors = [{**each, "place": moved.get(each["place"], each["place"])} for each in record.get("selectors", ())]
    place = moved.get(record["place"], record["place"])
    return {**record, "document": key, "place": place, **({"selectors": selectors} if selectors else {})}
