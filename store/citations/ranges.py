"""The resolutions between the two that a range prints: 第1991/1号至第1991/5号决议 refers to 1991/2 to 1991/4 too.

The two printed numbers are citations. Each between them is a reference of the form "range", that stands where the words
stand that join the two (号至第), so that whoever asks who cites it finds the place. Only within one session or year of
one organ, and not beyond a length that a list of resolutions can have.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise

from store.document import Citation, Document
from store.numbers import Number, fold, read_number
from store.symbols import Symbol, of_number

_LONGEST = 100
"""Numbers between the ends of the longest range that is believed."""
_SHAPES = ("session", "special", "emergency", "year", "council", "roman", "roman special")


def read_ranges(document: Document) -> Document:
    """The document with a reference for each resolution or decision that a range includes without printing it."""
    found = [between for pair in pairwise(document.citations) for between in _between(document, *pair)]
    if not found:
        return document
    places = (*(block.id for block in document.blocks), *(note.id for note in document.footnotes))
    order = {place: at for at, place in enumerate(places)}
    merged = sorted((*document.references, *found), key=lambda reference: (order[reference.block], reference.at))
    return replace(document, references=tuple(merged))


@cache
def _joint() -> re.Pattern[str]:
    return re.compile(r"\s?号?\s?(?:决议|决定)?\s?(?:至|到|-|—|~|to|through)\s?第?\s?")


def _between(document: Document, first: Citation, last: Citation) -> Iterator[Citation]:
    if first.block != last.block or not first.symbol or not last.symbol or not 0 < last.at - first.end <= 12:
        return
    words = document.text_of(first.block)[first.end : last.at]
    if not _joint().fullmatch(fold(words)):
        return
    for symbol in _included(first.symbol, last.symbol):
        yield Citation(
            first.block, first.end, words, symbol, form="range", rule="range", words=words.strip(), confidence="likely"
        )


def _included(first: str, last: str) -> Iterator[str]:
    one, other = Symbol.parse(first), Symbol.parse(last)
    if not one or not other or not one.organ or (one.organ, one.form) != (other.organ, other.form):
        return
    low, high = read_number(one.number or ""), read_number(other.number or "")
    if not low or not high or (low.shape, low.session) != (high.shape, high.session) or low.shape not in _SHAPES:
        return
    if low.item < high.item <= low.item + _LONGEST + 1:
        for item in range(low.item + 1, high.item):
            yield of_number(one.organ, _text(low, item), decision=one.is_decision).text


def _text(number: Number, item: int) -> str:
    """The number of another resolution of the same session: 53/70 and 71 to 53/71, 3363(XXX) and 3364 to 3364(XXX)."""
    before, mark, after = re.split(r"([/(])", number.text, maxsplit=1)
    return f"{before}/{item}" if mark == "/" else f"{item}({after.partition(')')[0]})"
