"""The paragraphs that a citation names, looked for in the cited document: 执行部分第5(a)段, 第5至7段, 第2、3和9段."""

from __future__ import annotations

import re
from collections.abc import Iterator

from store.document import Document
from store.library.place_range import places_near
from store.library.places import place_named

_POINT = re.compile(r"(?P<number>\d{1,4})(?P<item>\s?\([a-z]\))?")
_UNTIL = re.compile(r"\s*[至-]\s*第?\s*$")
_PART = re.compile(r"序言部分|执行部分")
_ELSEWHERE = re.compile(r"附件|附录|章|节|(?<!序言)(?<!执行)部分|决议")
"""What counts its paragraphs anew, so that a number alone tells no place."""
_PARAGRAPHS = "段"
_LONGEST = 200
"""Paragraphs of the longest range that is believed."""


def pinpoint_places(document: Document, pinpoint: str) -> Iterator[str]:
    """The ids of what a citation names, so far as the document has them."""
    for place, _ in _named(document, pinpoint):
        if place is not None:
            yield place


def missing_places(document: Document, pinpoint: str) -> str | None:
    """What the document has in the stead of paragraphs that it lacks: 执行部分第1–5段.

    Empty when it has all that are named. None when the pinpoint can't be judged: it names none by number, or counts
    within an annex or chapter, or the document's paragraphs bear no numbers.
    """
    named = list(_named(document, pinpoint))
    if not named:
        return None
    for place, typed in named:
        if place is None:
            return places_near(document, typed) or None
    return ""


def _named(document: Document, pinpoint: str) -> Iterator[tuple[str | None, str]]:
    """For each paragraph named, its id if the document has it, and how one would type it."""
    if not pinpoint.endswith(_PARAGRAPHS) or _ELSEWHERE.search(pinpoint):
        return
    part = _PART.search(pinpoint)
    for name in _names(pinpoint):
        typed = f"{part[0] if part else ''}第{name}段"
        yield place_named(document, typed), typed


def _names(pinpoint: str) -> Iterator[str]:
    """The numbers in it, those between the ends of a range among them."""
    last, end = 0, 0
    for point in _POINT.finditer(pinpoint):
        number = int(point["number"])
        if last and _UNTIL.search(pinpoint, end, point.start()) and last < number <= last + _LONGEST:
            yield from map(str, range(last + 1, number))
        yield point["number"] + (point["item"] or "").strip()
        last, end = number, point.end()
