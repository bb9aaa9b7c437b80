"""What is exported, in order: a document's annotations beside the text they belong to, as it stands today.

It decides what is still in place and what is lost. How it looks is the business of each format.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from store.annotations.conflicts import Conflict
from store.annotations.finding_again import Finder
from store.annotations.records import Annotation
from store.annotations.selectors import Selector
from store.document import Document, Footnote
from store.library.citing import range_address

NO_DOCUMENT = "文件不在文库中"
NO_PLACE = "文中已无此处"
OTHER_TEXT = "此处文字已改"
WHOLE = "全文"
"""The address of what is said of a document as a whole."""


@dataclass(frozen=True, slots=True)
class Section:
    """The annotations of one document."""

    key: str
    """The document's key, as annotations name it."""
    document: Document | None
    """None when the library no longer holds it."""
    annotations: Sequence[Annotation]
    conflicts: Sequence[Conflict] = ()
    """The states of them, and of removed ones, that gave way to later ones."""
    removed: frozenset[str] = frozenset()
    """Ids of those that are no more, and for which a state that gave way stands here."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One annotation and what it stands beside."""

    annotation: Annotation
    address: str
    """As one would cite it; the bare id of a place that is no more."""
    quote: str
    """What the document says there, an item with its label; of a lost annotation what it said."""
    footnotes: tuple[Footnote, ...] = ()
    """Those that the quoted text calls, each once."""
    lost: str | None = None
    """Why the annotation is an orphan; None when it is in its place."""
    places: tuple[str, ...] = ()
    """Ids of the blocks and footnotes where it stands today; none for an orphan, or for a document as a whole."""
    start: int = 0
    """Where in the first of them its words begin."""


def entries(section: Section) -> tuple[Entry, ...]:
    """Those in their place in reading order, then the lost ones in order of creation."""
    document = section.document
    order = _reading_order(document)
    finder = Finder(document) if document else None
    found = [_entry(finder, annotation) for annotation in section.annotations]
    return tuple(sorted(found, key=lambda entry: _rank(entry, order)))


def _reading_order(document: Document | None) -> dict[str, int]:
    if document is None:
        return {}
    return {place: rank for rank, place in enumerate((*document.by_id, *document.notes_by_id))}


def _rank(entry: Entry, order: dict[str, int]) -> tuple[bool, int, int, str, str]:
    annotation = entry.annotation
    rank = order[entry.places[0]] if entry.places else -1
    return entry.lost is not None, rank, entry.start, annotation.created, annotation.id


def _entry(finder: Finder | None, annotation: Annotation) -> Entry:
    if annotation.scope == "card" or (annotation.scope == "document" and finder):
        return Entry(annotation, WHOLE, annotation.quote)
    if finder is None:
        return Entry(annotation, " ".join(annotation.places), annotation.quote, lost=NO_DOCUMENT)
    found = finder.one(annotation)
    if not found.is_placed:
        return _lost(finder.document, annotation)
    return _placed(finder.document, annotation, found.selectors)


def _lost(document: Document, annotation: Annotation) -> Entry:
    """One whose words stand nowhere, or may stand in several places, so that only the user can tell."""
    places = annotation.places
    if not places or any(not _holds(document, place) for place in places):
        return Entry(annotation, " ".join(places), annotation.quote, lost=NO_PLACE)
    address = range_address(document, places[0], places[-1])
    return Entry(annotation, address, annotation.quote, lost=OTHER_TEXT)


def _placed(document: Document, annotation: Annotation, selectors: Sequence[Selector]) -> Entry:
    places = tuple(dict.fromkeys(each.place for each in selectors))
    return Entry(
        annotation,
        range_address(document, places[0], places[-1]),
        "\n".join(_quote(document, each) for each in selectors),
        _called(document, places),
        places=places,
        start=selectors[0].start,
    )


def _holds(document: Document, place: str) -> bool:
    return place in document.by_id or place in document.notes_by_id


def _quote(document: Document, selector: Selector) -> str:
    """What the document says there today; an item that is meant as a whole with its label."""
    if not selector.whole:
        return selector.quote
    block = document.by_id.get(selector.place)
    text = document.text_of(selector.place)
    return f"{block.label} {text}" if block and block.type == "item" and block.label else text


def _called(document: Document, places: Sequence[str]) -> tuple[Footnote, ...]:
    blocks = [document.by_id[place] for place in places if place in document.by_id]
    called = dict.fromkeys(marker.footnote for block in blocks for marker in block.markers if marker.footnote)
    return tuple(document.notes_by_id[note] for note in called if note in document.notes_by_id)
