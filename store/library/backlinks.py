"""Which paragraphs of a document the library cites by name, and in how many places."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from store.document import Document
from store.library.mention import Mention
from store.library.places import place_named
from store.library.treatments import treatment_of

_POINT = re.compile(r"(?P<number>\d{1,4})(?P<item>\s?\([a-z]\))?")
_UNTIL = re.compile(r"\s*[至-]\s*第?\s*$")
_PART = re.compile(r"序言部分|执行部分")
_PARAGRAPHS = "段"
_LONGEST = 200
"""Paragraphs of the longest range that is believed."""


def cited_places(document: Document, mentions: Iterable[Mention]) -> Counter[str]:
    """By block id, how many places cite just that paragraph of the document."""
    return Counter({place: ways.total() for place, ways in cited_ways(document, mentions).items()})


def cited_ways(document: Document, mentions: Iterable[Mention]) -> dict[str, Counter[str]]:
    """By block id, by which treatments places cite just that paragraph of the document, and how many do."""
    found: dict[str, Counter[str]] = {}
    for mention in mentions:
        for place in set(_places(document, mention.citation.pinpoint or "")):
            found.setdefault(place, Counter())[treatment_of(mention)] += 1
    return found


def citing_place(document: Document, mentions: Iterable[Mention], place: str) -> tuple[Mention, ...]:
    """The mentions that cite just that paragraph of the document, alone or in a range."""
    return tuple(each for each in mentions if place in _places(document, each.citation.pinpoint or ""))


def _places(document: Document, pinpoint: str) -> Iterator[str]:
    """The ids of what a citation names: 执行部分第5(a)段, 第5至7段, 第2、3和9段."""
    if not pinpoint.endswith(_PARAGRAPHS):
        return
    part = _PART.search(pinpoint)
    for name in _names(pinpoint):
        place = place_named(document, f"{part[0] if part else ''}第{name}段")
        if place is not None:
            yield place


def _names(pinpoint: str) -> Iterator[str]:
    """The numbers in it, those between the ends of a range among them."""
    last, end = 0, 0
    for point in _POINT.finditer(pinpoint):
        number = int(point["number"])
        if last and _UNTIL.search(pinpoint, end, point.start()) and last < number <= last + _LONGEST:
            yield from map(str, range(last + 1, number))
        yield point["number"] + (point["item"] or "").strip()
        last, end = number, point.end()
