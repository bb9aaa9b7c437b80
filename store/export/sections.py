"""What is exported, in order: a document's annotations beside the text they belong to, as it stands today.

It decides what is still in place and what is lost. How it looks is the business of each format.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from store.annotations.records import Annotation
from store.document import Document, Footnote

NO_DOCUMENT = "文件不在文库中"
NO_PLACE = "文中已无此处"
OTHER_TEXT = "此处文字已改"


@dataclass(frozen=True, slots=True)
class Section:
    """The annotations of one document."""

    key: str
    """The document's key, as annotations name it."""
    document: Document | None
    """None when the library no longer holds it."""
    annotations: Sequence[Annotation]


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


def entries(section: Section) -> tuple[Entry, ...]:
    """Those in their place in reading order, then the lost ones in order of creation."""
    order = _reading_order(section.document)
    found = [_entry(section.document, annotation) for annotation in section.annotations]
    return tuple(sorted(found, key=lambda entry: _rank(entry, order)))


def _reading_order(document: Document | None) -> dict[str, int]:
    if document is None:
        return {}
    return {place: rank for rank, place in enumerate((*document.by_id, *document.notes_by_id))}


def _rank(entry: Entry, order: dict[str, int]) -> tuple[bool, int, str, str]:
    annotation = entry.annotation
    rank = 0 if entry.lost else order[annotation.place]
    return entry.lost is not None, rank, annotation.created, annotation.id


def _entry(document: Document | None, annotation: Annotation) -> Entry:
    from store.places import address

    if document is None:
        return Entry(annotation, annotation.place, annotation.quote, lost=NO_DOCUMENT)
    if not _holds(document, annotation.place):
        return Entry(annotation, annotation.place, annotation.quote, lost=NO_PLACE)
    cited = address(document, annotation.place)
    if not _same_words(annotation.quote, document.text_of(annotation.place)):
        return Entry(annotation, cited, annotation.quote, lost=OTHER_TEXT)
    return Entry(annotation, cited, _quote(document, annotation.place), _called(document, annotation.place))


def _holds(document: Document, place: str) -> bool:
    return place in document.by_id or place in document.notes_by_id


def _same_words(one: str, other: str) -> bool:
    """White space is the layout's and not the text's."""
    return "".join(one.split()) == "".join(other.split())


def _quote(document: Document, place: str) -> str:
    block = document.by_id.get(place)
    text = document.text_of(place)
    return f"{block.label} {text}" if block and block.type == "item" and block.label else text


def _called(document: Document, place: str) -> tuple[Footnote, ...]:
    block = document.by_id.get(place)
    markers = block.markers if block else ()
    called = dict.fromkeys(marker.footnote for marker in markers if marker.footnote)
    return tuple(document.notes_by_id[note] for note in called if note in document.notes_by_id)
