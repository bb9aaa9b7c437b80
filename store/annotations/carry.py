"""Annotations and bookmarks go along when a correction gives their paragraph another id, and come back with it.

What one annotated is where its words are: each place is followed by the stretch of the source on which it stands.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from store.annotations.placing import meant, stands
from store.annotations.records import Annotation, combined
from store.annotations.selectors import Selector, select
from store.annotations.shelf import Shelf
from store.bookmarks import Bookmark, Bookmarks
from store.document import Block, Document, Footnote


class Carried(NamedTuple):
    """What went elsewhere: as it was before, and as it is now."""

    before: tuple[Annotation, ...] = ()
    after: tuple[Annotation, ...] = ()
    bookmarks_before: tuple[Bookmark, ...] = ()
    bookmarks_after: tuple[Bookmark, ...] = ()

    def __bool__(self) -> bool:
        return any(map(len, self))

    def to_record(self) -> dict[str, Any]:
        """What is kept of it with the correction; empty when nothing moved."""
        kept = {
            "before": [{"id": each.id, **each.to_record()} for each in self.before],
            "after": [{"id": each.id, **each.to_record()} for each in self.after],
            "bookmarks_before": [_bookmark_record(each) for each in self.bookmarks_before],
            "bookmarks_after": [_bookmark_record(each) for each in self.bookmarks_after],
        }
        return {name: records for name, records in kept.items() if records}

    @classmethod
    def from_record(cls, record: Mapping[str, Any]) -> Carried:
        """What was kept; nothing when it is of a form not known here."""
        try:
            return cls(
                _annotations(record.get("before", [])),
                _annotations(record.get("after", [])),
                tuple(Bookmark(**each) for each in record.get("bookmarks_before", [])),
                tuple(Bookmark(**each) for each in record.get("bookmarks_after", [])),
            )
        except (ValueError, TypeError, KeyError, AttributeError):
            return cls()


def successors(before: Document, after: Document) -> dict[str, str]:
    """Where each block and footnote went whose id is another one now, by its old id.

    What is no text any more is followed by the block before it, so that nothing said of it is lost from sight; that
    block may have got the very id of what is gone.
    """
    pieces = [piece for piece in after.pieces if piece.role in ("block", "label", "footnote")]
    starts = [piece.start for piece in pieces]
    found: dict[str, str] = {}
    first = {piece.owner: piece.start for piece in reversed(before.pieces) if piece.role in ("block", "footnote")}
    owners: list[Block | Footnote] = [*before.blocks, *before.footnotes]
    for owner in owners:
        place = owner.runs[0].start if owner.runs else first.get(owner.id)
        if place is None or not pieces:
            continue
        now = pieces[max(0, bisect_right(starts, place) - 1)]
        if now.owner != owner.id or not now.start <= place < now.end:
            found[owner.id] = now.owner
    return found


def carry(
    shelf: Shelf,
    bookmarks: Bookmarks,
    key: str,
    moved: Mapping[str, str],
    texts: tuple[Document, Document] | None = None,
) -> Carried:
    """Let what stands at places that moved go along; two annotations that meet become one, nothing of them lost.

    Args:
        shelf: The annotations.
        bookmarks: The bookmarks.
        key: The document's key now.
        moved: Where places went.
        texts: The document before and after: what is about a whole place is about its corrected text then.

    Raises:
        StoreUnavailable: it can't be written.
    """
    present = shelf.of(key)
    followed = ((each, _moved(each, moved)) for each in present)
    wanted = _joined(_corrected(one, other, *texts) if texts else other for one, other in followed)
    gone, come = set(moved), set(moved.values())
    before = tuple(each for each in present if each not in wanted or each.place in gone)
    after = tuple(each for each in wanted if each not in present or each.place in come & gone)
    if before or after:
        shelf.exchange(key, before, after)
    marks = tuple(each for each in bookmarks.all() if each.document == key and each.place in moved)
    marks_after = tuple(replace(each, place=moved[each.place]) for each in marks)
    if marks:
        bookmarks.move(marks, marks_after)
    return Carried(before, after, marks, marks_after)


def bring_back(shelf: Shelf, bookmarks: Bookmarks, key: str, carried: Carried, moved: Mapping[str, str]) -> None:
    """Put what was carried back as it was; what was changed since goes where its words went.

    Args:
        shelf: The annotations.
        bookmarks: The bookmarks.
        key: The document's key now.
        carried: What a correction carried when it was made.
        moved: Where places went when it was taken back.

    Raises:
        StoreUnavailable: it can't be written.
    """
    present = shelf.of(key)
    said = [_said(each) for each in present]
    untouched = bool(carried.after) and all(_said(each) in said for each in carried.after)
    out = [each for each in present if untouched and _said(each) in map(_said, carried.after)]
    back = [replace(each, document=key) for each in carried.before] if untouched else []
    others = [each for each in present if each not in out]
    wanted = _joined([*back, *(_moved(each, moved) for each in others)])
    before = [each for each in present if each not in wanted]
    after = [each for each in wanted if each not in present]
    if before or after:
        shelf.exchange(key, before, after)
    _bring_bookmarks_back(bookmarks, key, carried, moved)


def _bring_bookmarks_back(bookmarks: Bookmarks, key: str, carried: Carried, moved: Mapping[str, str]) -> None:
    known = {
        replace(after, document=key): replace(before, document=key)
        for before, after in zip(carried.bookmarks_before, carried.bookmarks_after, strict=False)
    }
    here = [each for each in bookmarks.all() if each.document == key]
    pairs = [(each, known.get(each) or replace(each, place=moved.get(each.place, each.place))) for each in here]
    changed = [(before, after) for before, after in pairs if before != after]
    if changed:
        bookmarks.move([before for before, _ in changed], [after for _, after in changed])


def _moved(annotation: Annotation, moved: Mapping[str, str]) -> Annotation:
    """The annotation with the places to which its words went."""
    return replace(
        annotation,
        place=moved.get(annotation.place, annotation.place),
        selectors=tuple(replace(each, place=moved.get(each.place, each.place)) for each in annotation.selectors),
    )


def _corrected(before: Annotation, moved: Annotation, old: Document, new: Document) -> Annotation:
    """What stood in its text before, with the texts of now of the places that it is about as a whole."""
    if not stands(before, old):
        return moved
    selectors = tuple(_text_of_now(each, new) for each in meant(moved))
    return moved if selectors == meant(moved) else replace(moved, selectors=selectors)


def _text_of_now(selector: Selector, new: Document) -> Selector:
    is_there = selector.place in new.by_id or selector.place in new.notes_by_id
    if not selector.whole or not is_there or new.text_of(selector.place) == selector.quote:
        return selector
    return select(new, selector.place)


def _joined(annotations: Iterable[Annotation]) -> Sequence[Annotation]:
    """One plain annotation a place."""
    by_place: dict[str, Annotation] = {}
    for each in annotations:
        turn = each.place if each.is_plain else f"#{each.id}"
        known = by_place.get(turn)
        by_place[turn] = combined(known, each) if known and known.id != each.id else each
    return tuple(by_place.values())


def _said(annotation: Annotation) -> tuple[object, ...]:
    return annotation.places, annotation.tags, annotation.note, annotation.kind, annotation.proposed


def _annotations(records: Iterable[Mapping[str, Any]]) -> tuple[Annotation, ...]:
    return tuple(
        Annotation.from_record(each["id"], {name: value for name, value in each.items() if name != "id"})
        for each in records
    )


def _bookmark_record(bookmark: Bookmark) -> dict[str, str]:
    return {
        "name": bookmark.name,
        "document": bookmark.document,
        "place": bookmark.place,
        "quote": bookmark.quote,
    }
