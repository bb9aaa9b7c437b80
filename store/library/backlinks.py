"""Which paragraphs of a document the library cites by name, in how many places, and by what treatment."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from store.document import Document
from store.library.mention import Mention
from store.library.pinpoints import pinpoint_places
from store.library.treatments import treatment_of


def cited_places(document: Document, mentions: Iterable[Mention]) -> Counter[str]:
    """By block id, how many places cite just that paragraph of the document."""
    return Counter({place: ways.total() for place, ways in cited_ways(document, mentions).items()})


def cited_ways(document: Document, mentions: Iterable[Mention]) -> dict[str, Counter[str]]:
    """By block id, by which treatments places cite just that paragraph of the document, and how many do."""
    found: dict[str, Counter[str]] = {}
    for mention in mentions:
        for place in set(pinpoint_places(document, mention.citation.pinpoint or "")):
            found.setdefault(place, Counter())[treatment_of(mention)] += 1
    return found


def citing_place(document: Document, mentions: Iterable[Mention], place: str) -> tuple[Mention, ...]:
    """The mentions that cite just that paragraph of the document, alone or in a range."""
    return tuple(each for each in mentions if place in pinpoint_places(document, each.citation.pinpoint or ""))
