"""Changing tags and notes, and taking a change back. It writes to the shelf and shows nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from store.annotations.records import Annotation
from store.annotations.shelf import Shelf

if TYPE_CHECKING:
    from store.corrections.record import Correction

What = Literal["made", "undone", "redone", "taken back"]
"""What is done with corrections; from the list they are taken back out of their turn."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change of the annotation of a place."""

    what: Literal["tags", "note", "removal"]
    document: str
    place: str
    quote: str
    before: Annotation | None
    after: Annotation | None


@dataclass(frozen=True, slots=True)
class Corrected:
    """Corrections of the reading made in one step; they are taken back elsewhere, in their turn."""

    document: str
    corrections: tuple[Correction, ...]
    earlier: tuple[Change | Corrected, ...] = ()
    """The changes before it, with the places as they were then."""


class Marking:
    """The changes of this run, so that each can be undone. Every method may raise StoreUnavailable."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._changes: list[Change | Corrected] = []
        self._undone: list[Change | Corrected] = []

    @property
    def next_undone(self) -> Corrected | None:
        """The corrections that are to be undone next; None when something else is."""
        return _corrected(self._changes)

    @property
    def next_redone(self) -> Corrected | None:
        """The corrections that are to be made again next; None when something else is."""
        return _corrected(self._undone)

    def remember(self, what: What, before: str, corrected: Corrected, moved: Mapping[str, str]) -> None:
        """Remember what was done with corrections, which gave a document other ids, or another key than before."""
        does = {
            "made": self.keep_corrected,
            "undone": self.undo_corrected,
            "redone": self.redo_corrected,
            "taken back": self.forget_corrected,
        }
        does[what](before, corrected, moved)

    def keep_corrected(self, before: str, corrected: Corrected, moved: Mapping[str, str]) -> None:
        """Corrections were made."""
        self._undone.clear()
        self._correct(before, corrected, moved)

    def redo_corrected(self, before: str, corrected: Corrected, moved: Mapping[str, str]) -> None:
        """Corrections that were undone were made again."""
        self._undone[:] = [each for each in self._undone if not _is(each, corrected)]
        self._correct(before, corrected, moved)

    def undo_corrected(self, before: str, corrected: Corrected, moved: Mapping[str, str]) -> None:
        """Corrections were taken back in their turn: what was changed before them is where it was."""
        turn = next((turn for turn, each in enumerate(self._changes) if _is(each, corrected)), None)
        if turn is None:
            return
        known = self._changes[turn]
        earlier = known.earlier if isinstance(known, Corrected) else ()
        later = [_followed(each, before, corrected.document, moved) for each in self._changes[turn + 1 :]]
        self._undone[:] = [_followed(each, before, corrected.document, moved) for each in self._undone]
        self._changes[:] = [*earlier, *later]
        self._undone.append(corrected)

    def forget_corrected(self, before: str, corrected: Corrected, moved: Mapping[str, str]) -> None:
        """Corrections were taken back out of their turn: they are not undone again."""
        self._follow(before, corrected.document, moved)
        for changes in (self._changes, self._undone):
            changes[:] = [each for each in changes if not _is(each, corrected)]

    def _follow(self, before: str, after: str, moved: Mapping[str, str]) -> None:
        for changes in (self._changes, self._undone):
            changes[:] = [_followed(each, before, after, moved) for each in changes]

    def _correct(self, before: str, corrected: Corrected, moved: Mapping[str, str]) -> None:
        earlier = tuple(self._changes)
        self._follow(before, corrected.document, moved)
        self._changes.append(replace(corrected, earlier=earlier))

    def tag(self, document: str, place: str, quote: str, tags: Iterable[str]) -> Change | None:
        """Give a place these tags and no others; None when that changes nothing."""
        before = self._shelf.at(document, place)
        after = self._shelf.set_tags(document, place, quote, tags)
        return self._keep(Change("tags", document, place, quote, before, after))

    def note(self, document: str, place: str, quote: str, text: str, seen: str | None = None) -> Change | None:
        """Give a place this note, which was made of the one that one saw; None when that changes nothing."""
        before = self._shelf.at(document, place)
        after = self._shelf.set_note(document, place, quote, text, seen)
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
        change = self._changes[-1] if self._changes else None
        if not isinstance(change, Change):
            return None
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
        change = self._undone[-1] if self._undone else None
        if not isinstance(change, Change):
            return None
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


def _is(change: Change | Corrected, corrected: Corrected) -> bool:
    """Whether a change is these corrections, or was made with some of them."""
    gone = {each.id for each in corrected.corrections}
    return isinstance(change, Corrected) and any(each.id in gone for each in change.corrections)


def _corrected(changes: Sequence[Change | Corrected]) -> Corrected | None:
    last = changes[-1] if changes else None
    return last if isinstance(last, Corrected) else None


def _followed(change: Change | Corrected, before_key: str, key: str, moved: Mapping[str, str]) -> Change | Corrected:
    """A change of a document whose places have other ids now, and which may have another key."""
    if change.document != before_key:
        return change
    if isinstance(change, Corrected):
        return replace(change, document=key)
    place = moved.get(change.place, change.place)
    before, after = (each and replace(each, document=key, place=place) for each in (change.before, change.after))
    return replace(change, document=key, place=place, before=before, after=after)
