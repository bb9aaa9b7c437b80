"""Changing tags and notes, and taking a change back. It writes to the shelf and shows nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from store.annotations.records import Annotation
from store.annotations.shelf import Shelf


@dataclass(frozen=True, slots=True)
class Change:
    """One change of the annotation of a place."""

    what: Literal["tags", "note", "removal"]
    document: str
    place: str
    quote: str
    before: Annotation | None
    after: Annotation | None


class Marking:
    """The changes of this run, so that each can be undone. Every method may raise StoreUnavailable."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._changes: list[Change] = []
        self._undone: list[Change] = []

    def tag(self, document: str, place: str, quote: str, tags: Iterable[str]) -> Change | None:
        """Give a place these tags and no others; None when that changes nothing."""
        before = self._shelf.at(document, place)
        after = self._shelf.set_tags(document, place, quote, tags)
        return self._keep(Change("tags", document, place, quote, before, after))

    def note(self, document: str, place: str, quote: str, text: str) -> Change | None:
        """Give a place this note; None when that changes nothing."""
        before = self._shelf.at(document, place)
        after = self._shelf.set_note(document, place, quote, text)
        return self._keep(Change("note", document, place, quote, before, after))

    def remove(self, document: str, place: str) -> Change | None:
        """Remove tags and note of a place; None when it has none."""
        before = self._shelf.at(document, place)
        if before is None:
            return None
        self._shelf.remove(document, place)
        return self._keep(Change("removal", document, place, before.quote, before, None))

    def undo(self) -> Change | None:
        """Take the last change back, leaving alone what else was written there since; None when there is none."""
        if not self._changes:
            return None
        change = self._changes[-1]
        before = change.before
        if change.what == "removal" and before:
            self._shelf.restore(before)
        elif change.what == "tags":
            self._shelf.set_tags(change.document, change.place, change.quote, before.tags if before else ())
        else:
            self._shelf.set_note(change.document, change.place, change.quote, before.note if before else "")
        self._undone.append(self._changes.pop())
        return change

    def redo(self) -> Change | None:
        """Do again what was undone last; None when there is none, or when something else was changed since."""
        if not self._undone:
            return None
        change = self._undone[-1]
        after = change.after
        if change.what == "removal":
            self._shelf.remove(change.document, change.place)
        elif change.what == "tags":
            self._shelf.set_tags(change.document, change.place, change.quote, after.tags if after else ())
        else:
            self._shelf.set_note(change.document, change.place, change.quote, after.note if after else "")
        self._changes.append(self._undone.pop())
        return change

    def _keep(self, change: Change) -> Change | None:
        if change.before == change.after:
            return None
        self._changes.append(change)
        self._undone.clear()
        return change
