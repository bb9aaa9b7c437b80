"""Where in a document a bookmark stands now: at its place, or where its words have gone."""

from __future__ import annotations

from typing import Literal, NamedTuple

from store.bookmarks import Bookmark
from store.document import Document

_QUOTED = 40
"""Characters, white space not counted, by which a paragraph is known again."""


class Whereabouts(NamedTuple):
    """What has become of a bookmark."""

    state: Literal["there", "changed", "moved", "lost"]
    """At its place; its place has other words; its words are in one other place; neither place nor words are found."""
    place: str | None
    """Id of the block or footnote; None when it is lost."""


def quote_of(text: str) -> str:
    """The words by which a paragraph is known again."""
    return "".join(text.split())[:_QUOTED]


def whereabouts(document: Document, bookmark: Bookmark) -> Whereabouts:
    """Where a bookmark stands; its words are looked for only where they are not at its place, and must be unique."""
    is_there = bookmark.place in document.by_id or bookmark.place in document.notes_by_id
    if is_there and _begins_so(document, bookmark.place, bookmark.quote):
        return Whereabouts("there", bookmark.place)
    places = [*document.by_id, *document.notes_by_id]
    found = [place for place in places if bookmark.quote and _begins_so(document, place, bookmark.quote)]
    if len(found) == 1:
        return Whereabouts("moved", found[0])
    return Whereabouts("changed", bookmark.place) if is_there else Whereabouts("lost", None)


def _begins_so(document: Document, place: str, quote: str) -> bool:
    return quote_of(document.text_of(place)) == quote_of(quote)
