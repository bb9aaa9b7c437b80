"""Correcting how a document is read, and taking that back. It writes to the store and shows nothing; for workers.

The file itself is never touched. What the user noted and bookmarked goes along with its words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import NamedTuple

from store.annotations.carry import Carried, bring_back, carry, successors
from store.annotations.shelf import Shelf
from store.bookmarks import Bookmarks
from store.corrections.changed_file import remember_file
from store.corrections.doubts import confirmation, confirmed
from store.corrections.files import Corrections
from store.corrections.record import Correction, Kind, make_correction, place_of
from store.document import Document, Doubt, Span
from store.errors import StoreUnavailable, UnknownTarget
from store.library.entry import Entry
from store.library.library import Library
from store.reading.source import load
from store.source_lines import SourceText, stretches_of


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be corrected."""

    kind: Kind
    place: str | None
    """Id of the block or footnote; None for the document as a whole, or where `span` says it."""
    value: str = ""
    span: Span | None = None
    """The stretch of the source, where that is not the place's."""


class Outcome(NamedTuple):
    """A document that is read otherwise now."""

    before: str
    """The key it had."""
    key: str
    document: Document
    corrections: tuple[Correction, ...]
    """What was corrected, or taken back."""
    moved: Mapping[str, str]
    """New ids of places, by the old ones."""
    carried: int
    """How many annotations and bookmarks went elsewhere."""


class Inquiry(NamedTuple):
    """What there is to know of the doubts and corrections of a document."""

    document: Document
    source: SourceText
    corrections: tuple[Correction, ...]
    lost: frozenset[str]
    """Ids of the corrections that have no place in the text as it is now, and are not applied."""
    confirmed: Mapping[Doubt, Correction]


class Correcting:
    """Makes corrections and takes them back. Every method may raise JueyiError; nothing has changed then."""

    def __init__(self, library: Library, shelf: Shelf, bookmarks: Bookmarks) -> None:
        self._library = library
        self._shelf = shelf
        self._bookmarks = bookmarks
        self._corrections = Corrections(library.revisions.folder)

    def inquire(self, key: str, document: Document) -> Inquiry:
        """What was corrected and confirmed, with the source."""
        entry = self._entry(key)
        source = SourceText(load(entry.path).text, document)
        corrections = self._corrections.of(entry.digest)
        lost = frozenset(each.id for each in corrections if place_of(each, source.text) is None)
        return Inquiry(document, source, corrections, lost, confirmed(document, source.text, corrections))

    def correct(self, key: str, document: Document, wish: Wish) -> Outcome | None:
        """Correct; None when the document is read no differently for it."""
        text = self._text(key)
        made = [make_correction(wish.kind, span, wish.value, text) for span in _spans(document, wish)]
        return self.apply(key, document, made)

    def apply(self, key: str, document: Document, corrections: Sequence[Correction]) -> Outcome | None:
        """The same with corrections that were made already."""
        entry = self._entry(key)
        for each in corrections:
            self._corrections.put(entry.digest, replace(each, carried={}))
        now, after = self._read_anew(entry)
        if after == document and not corrections[0].confirms:
            self._forget(entry.digest, corrections)
            return None
        moved = successors(document, after)
        try:
            self._rename(key, now.key)
            carried = carry(self._shelf, self._bookmarks, now.key, moved, (document, after))
        except StoreUnavailable:
            self._forget(entry.digest, corrections)
            raise
        first = replace(corrections[0], carried=carried.to_record())
        if carried:
            self._corrections.put(entry.digest, first)
        count = len(carried.before) + len(carried.bookmarks_before)
        return Outcome(key, now.key, after, (first, *corrections[1:]), moved, count)

    def take_back(self, key: str, identities: Sequence[str]) -> Outcome | None:
        """Take corrections back; None when they are gone already."""
        entry, document = self._entry(key), self._library.document(key)
        taken = [each for name in identities if (each := self._corrections.remove(entry.digest, name))]
        if not taken:
            return None
        now, after = self._read_anew(entry)
        moved = successors(document, after)
        self._rename(key, now.key)
        carried = next((Carried.from_record(each.carried) for each in taken if each.carried), Carried())
        bring_back(self._shelf, self._bookmarks, now.key, carried, moved)
        return Outcome(key, now.key, after, tuple(taken), moved, 0)

    def confirm(self, key: str, document: Document, doubts: Sequence[Doubt]) -> Outcome | None:
        """Keep that doubts were looked at and the reading is right."""
        text = self._text(key)
        return self.apply(key, document, [confirmation(document, doubt, text) for doubt in doubts])

    def _text(self, key: str) -> str:
        """The source of a document that is to be corrected; its file is known again when it has changed."""
        entry = self._entry(key)
        text = load(entry.path).text
        remember_file(self._library.revisions.folder, entry.path, entry.digest, text)
        return text

    def _entry(self, key: str) -> Entry:
        entry = self._library.entry(key)
        if entry is None:
            raise UnknownTarget(f"文库中没有“{key}”：请用 jueyi list 查看现有文件。")
        return entry

    def _read_anew(self, entry: Entry) -> tuple[Entry, Document]:
        """The document as it is read now; its symbol and title, and so its key, may be others."""
        if all(each.digest != entry.digest for each in self._library.known()):
            now = self._library.visit(entry.path)
            return now, self._library.document(now.key)
        with suppress(UnknownTarget):  # it has another key now
            self._library.document(entry.key)
        now = next(each for each in self._library.known() if each.digest == entry.digest)
        return now, self._library.document(now.key)

    def _forget(self, digest: str, corrections: Sequence[Correction]) -> None:
        for each in corrections:
            self._corrections.remove(digest, each.id)

    def _rename(self, before: str, after: str) -> None:
        if before != after:
            self._shelf.rename(before, after)
            self._bookmarks.rename(before, after)


def _spans(document: Document, wish: Wish) -> list[Span]:
    """The stretches of the source that a wish concerns."""
    if wish.span is not None:
        return [wish.span]
    if wish.place is None:
        return [Span(0, 0)]
    stretches = stretches_of(document, wish.place)
    # The rest of a paragraph that a page broke follows its beginning; what leaves the text leaves it as a whole.
    return stretches if wish.kind in ("furniture", "note", "text") else stretches[:1]
