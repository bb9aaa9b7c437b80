"""Conventions, protocols and recommendations of the International Labour Organization, by their numbers."""

from __future__ import annotations

import re
from functools import cache

from store.citations.references.passage import Passage
from store.citations.references.titles import Title
from store.document import Confidence
from store.instruments.known import by_key, by_title
from store.instruments.labour import is_labour

_KINDS = {"公约": "C", "议定书": "P", "建议书": "R"}
_ORGANIZATION = "劳工组织"
_BEFORE = 60
"""Characters before a title in which the Organization is named."""


@cache
def _bracketed() -> re.Pattern[str]:
    return re.compile(r"\s?\((?:\d{4}\s?年[,\s]{0,2})?第\s?(\d{1,3})\s?号\s?(?:公约|建议书)?\)")


@cache
def _unbracketed() -> re.Pattern[str]:
    one = r"第\s?\d{1,3}\s?号"
    return re.compile(
        rf"劳工组织(?:\([^()]{{1,12}}\))?[^,。;《》\d第]{{0,40}}?({one}(?:\s?(?:[、,和及与]|以及)\s?{one}){{0,12}})\s?(公约|建议书)"
    )


@cache
def _number() -> re.Pattern[str]:
    return re.compile(r"第\s?(\d{1,3})\s?号")


@cache
def _protocol() -> re.Pattern[str]:
    return re.compile(r"\s?的?\s?(《2014\s?年议定书》)")


def find_labour(passage: Passage) -> None:
    """Take up what a passage names of the Organization by number: 《1930年强迫劳动公约》（第29号）."""
    text = passage.spelled
    if "号" not in text:
        return
    for title in passage.titles:
        if found := _bracketed().match(text, title.end):
            _add_titled(passage, title, found)
    if _ORGANIZATION in text:
        for found in _unbracketed().finditer(text):
            _add_numbers(passage, found)


def _add_numbers(passage: Passage, found: re.Match[str]) -> None:
    """Each number of a list; the word for what they are belongs to the last."""
    numbers = list(_number().finditer(passage.spelled, *found.span(1)))
    for number in numbers:
        end = found.end() if number is numbers[-1] else number.end()
        counted = f"{_KINDS[found[2]]}{int(number[1])}"
        if is_labour(counted, soon=True):
            passage.add("labour", (number.start(), end), f"ILO {counted}", "labour-number")


def _add_titled(passage: Passage, title: Title, found: re.Match[str]) -> None:
    kind = next((sign for word, sign in _KINDS.items() if title.key.endswith(word)), None)
    if kind is None or not is_labour(f"{kind}{int(found[1])}", soon=True):
        return
    symbol = f"ILO {kind}{int(found[1])}"
    known = by_title().get(title.key)
    spoken = _ORGANIZATION in passage.spelled[max(0, title.start - _BEFORE) : title.start]
    confidence: Confidence = "sure" if spoken or (known and known.key == symbol) else "likely"
    if not spoken and (known is None or known.key != symbol) and symbol not in by_key():
        return
    printed = passage.text[title.start + 1 : title.end - 1]
    passage.add("labour", (title.start, found.end()), symbol, "labour-number", title=printed, confidence=confidence)
    if symbol == "ILO C29" and (protocol := _protocol().match(passage.spelled, found.end())):
        passage.add("labour", protocol.span(1), "ILO P29", "labour-protocol", words=passage.text[slice(*found.span())])
