"""The shelf: all annotations of a user, to be read and changed. All else in the house asks here.

It owns that a place has one plain annotation, which the keys for tags and notes change; besides there may be any number
of others. What a place means in a document's text is not its business.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from store import paths
from store.annotations.conflicts import said
from store.annotations.identity import new_identity
from store.annotations.readable_shelf import ReadableShelf, one_plain_a_place
from store.annotations.records import Annotation, clean_tags, clean_text, combined

if TYPE_CHECKING:
    from store.annotations.storage import RecordTable


class Taken(NamedTuple):
    """What is put into a document, and the states of the same annotations that give way."""

    put: Sequence[Annotation]
    lost: Sequence[Annotation] = ()


def utc_now() -> str:
    """The time as records hold it: ISO 8601, UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class Shelf(ReadableShelf):
    """Tags and notes of all documents. Every change is on disk when the method returns.

    Each method may raise StoreUnavailable, in words for the reader: a full disk, a file that does not parse
    or that a newer version wrote, another window that keeps writing. What is on disk is then as it was.
    """

    def __init__(self, folder: Path, now: Callable[[], str] = utc_now, counted: Path | None = None) -> None:
        """Name the folder, and where what was counted is kept; nothing is created before something is written."""
        super().__init__(folder, counted)
        self._now = now

    @classmethod
    def of_user(cls) -> Shelf:
        """The user's own."""
        return cls(paths.annotations_folder(), counted=paths.counts_file())

    def put(self, annotation: Annotation, seen: Annotation | None = None) -> Annotation:
        """Keep an annotation in the stead of the one of its id, dated now; one that says nothing is removed.

        Args:
            annotation: What is to be kept.
            seen: The state from which it was made. What another window wrote since gives way, as a conflict.
        """
        kept = replace(annotation, note=clean_text(annotation.note), tags=clean_tags(annotation.tags))
        kept = replace(kept, proposed=clean_text(annotation.proposed), modified=self._now())
        with self._changing(annotation.document) as table:
            present = self.by_id(annotation.document, annotation.id) if seen else None
            if present and seen and said(present) not in (said(seen), said(kept)):
                table.concede(present)
            if kept.is_empty:
                table.drop(kept.id)
            else:
                table.put(kept)
        return kept

    def discard(self, document: str, *identities: str) -> None:
        """Remove annotations by their ids."""
        if not set(identities) & set(self._ids(document)):
            return
        with self._changing(document) as table:
            table.drop(*identities)

    def set_tags(self, document: str, place: str, quote: str, tags: Iterable[str]) -> Annotation | None:
        """Give a place these tags and no others; None when neither tags nor note remain."""
        return self._set(document, place, quote, None, tags=clean_tags(tags))

    def set_note(self, document: str, place: str, quote: str, note: str, seen: str | None = None) -> Annotation | None:
        """Give a place this note; None when neither tags nor note remain.

        Args:
            document: Key of the document.
            place: Id of the block or footnote.
            quote: Its text.
            note: Markdown.
            seen: The note that one began to change. What another window wrote since gives way, as a conflict.
        """
        return self._set(document, place, quote, seen, note=clean_text(note).strip("\n").rstrip())

    def remove(self, document: str, place: str) -> None:
        """Remove the plain annotation of a place: its tags and note."""
        if self.at(document, place) is None:
            return
        with self._changing(document) as table:
            table.drop(*self._plain_at(document, place))

    def restore(self, annotation: Annotation) -> None:
        """Put an annotation back as it was, joined with what another window wrote to its place meanwhile."""
        with self._changing(annotation.document) as table:
            present = self.at(annotation.document, annotation.place) if annotation.is_plain else None
            if present and present.id != annotation.id:
                annotation = combined(present, annotation)
            table.put(annotation)

    def exchange(self, document: str, out: Iterable[Annotation], put: Iterable[Annotation]) -> None:
        """Take annotations off their places and put others there, in one change."""
        with self._changing(document) as table:
            table.drop(*(each.id for each in out))
            table.put(*put)

    def revise(
        self,
        document: str,
        change: Callable[[Annotation], Annotation],
        gives_way: Callable[[Annotation], bool] = lambda present: False,
        *,
        dated: bool = True,
    ) -> list[tuple[Annotation, Annotation | None]]:
        """Change annotations of a document in one go, as they are on disk now; those that say nothing then are removed.

        Args:
            document: Key of the document.
            change: Gives what is to be kept in the stead of an annotation; itself where it stays as it is.
            gives_way: Whether the state of one that is changed is to be kept as a conflict.
            dated: Whether those that are changed are dated now: not where the user did nothing to them.

        Returns:
            Each that became otherwise, as it was and as it is now.
        """
        if not self._path(document).exists():
            return []
        with self._changing(document) as table:
            records = self._records(document)
            pairs = [(each, made) for each in one_plain_a_place(records) if (made := change(each)) != each]
            if not pairs:
                return []
            table.concede(*(before for before, _ in pairs if gives_way(before)))
            now = self._now()
            new = [replace(each, modified=now) if dated else each for _, each in pairs]
            kept = {each.id: each for each in new if not each.is_empty}
            plain = {before.place for before, _ in pairs if before.is_plain}
            same_places = {each.id for each in records if each.is_plain and each.place in plain}
            table.drop(*({before.id for before, _ in pairs} - kept.keys() | same_places))
            table.put(*kept.values())
        return [(before, kept.get(before.id)) for before, _ in pairs]

    def take_in(self, document: str, choose: Callable[[tuple[Annotation, ...]], Taken]) -> None:
        """Put annotations that come from elsewhere into a document, dates and all, in one change.

        Args:
            document: Its key.
            choose: What is to be put, and which states give way to it, of what is on disk now. It may be asked twice.
        """
        if not any(choose(self.of(document))):
            return
        with self._changing(document) as table:
            put, lost = choose(self.of(document))
            table.put(*put)
            table.concede(*lost)

    def rename(self, old_key: str, new_key: str) -> None:
        """Move a document's annotations to another key, joining them with those that it has."""
        if old_key == new_key or not self.of(old_key):
            return
        with self._changing(old_key) as old, self._changing(new_key) as new:
            present = {each.place: each for each in self.of(new_key) if each.is_plain}
            moved = [replace(each, document=new_key) for each in self.of(old_key)]
            new.put(*(_joined(present.get(each.place) if each.is_plain else None, each) for each in moved))
            old.drop(*self._ids(old_key))

    def settle(self, document: str, conflict: str, take: bool) -> None:
        """End a conflict: take the state that gave way in the stead of what counts now, or let it go."""
        lost = next((each.lost for each in self.conflicts(document) if each.id == conflict), None)
        if lost is None:
            return
        with self._changing(document) as table:
            table.settle(conflict)
            if take:
                table.put(replace(lost, modified=self._now()))

    def _set(self, document: str, place: str, quote: str, seen: str | None, **changes: Any) -> Annotation | None:
        if not any(changes.values()) and self.at(document, place) is None:
            return None
        with self._changing(document) as table:
            now = self._now()
            found = self.at(document, place)
            changed = replace(found or _fresh(document, place, now), quote=clean_text(quote), **changes)
            if changed == found:
                return found
            if found and seen is not None and found.note not in (seen, "") and found.note not in changed.note:
                table.concede(found)
            changed = replace(changed, modified=now)
            table.drop(*self._plain_at(document, place))
            if changed.is_empty:
                return None
            table.put(changed)
        return changed

    @contextmanager
    def _changing(self, document: str) -> Iterator[RecordTable]:
        """The document's table, with all other writers kept out until the change is on disk."""
        from store.annotations.storage import RecordTable, SafeStorage

        self._records(document)  # what is broken is recovered before it is changed
        storage = SafeStorage(self._path(document), self._lock)
        with storage.change():
            yield RecordTable(storage)


def _fresh(document: str, place: str, now: str) -> Annotation:
    return Annotation(new_identity(), document, place, "", (), "", created=now, modified=now)


def _joined(present: Annotation | None, moved: Annotation) -> Annotation:
    """An annotation that an earlier renaming had moved before it was cut short stays as it is now."""
    if present is None:
        return moved
    return present if present.id == moved.id else combined(present, moved)
