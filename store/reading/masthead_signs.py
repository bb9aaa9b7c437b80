"""The signs of notes on the lines of a masthead: they call notes, and are no part of a field."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from store.document import Span
from store.reading.lines import Line
from store.reading.masthead_forms import NUMBERED_DRAFT
from store.reading.note_signs import SUPERSCRIPTS
from store.reading.signs import Form, label_of

_RAISED = re.compile(
    r"(?<=\S)(?<!m)\s?(?:<sup>\s*(?P<tag>\d{1,3}|[a-z])\s*</sup>|\^\{\s*(?P<brace>\d{1,3})\s*\}"
    r"|(?P<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})|(?P<dagger>[†‡]))(?:\s?[,，、]\s?(?=[⁰¹²³⁴⁵⁶⁷⁸⁹]))?",
    re.IGNORECASE,
)
_RAISING = re.compile(r"[<^⁰¹²³⁴⁵⁶⁷⁸⁹†‡]")
_FLAT = re.compile(
    r"(?:(?<=[*∗＊])|(?<=[\u3400-\u9fff》”）)])(?<![目第年月号號条條段章节節届屆附件])(?<!建议)(?<!目标))(?P<flat>\d{1,2})$"
)
_STARS = re.compile(r"(?<=[^\s*∗＊])[*∗＊]{1,3}(?![*∗＊])")
_REACH = 80
"""Lines among which a masthead stands."""


def unsigned(lines: Sequence[Line], labels: Collection[str], forms: Sequence[Form] = ()) -> list[Line]:
    """The lines, those that a masthead may have without the raised signs on them and the digits that lost their height.

    A digit is a sign where a note of that number is there, and it is the next one that the masthead would call. `forms`
    are those in which the document prints signs that are not raised.
    """
    found = list(lines)
    due = 1
    for index, line in enumerate(lines[:_REACH]):
        signs = list(_signs(line.text, labels, due, forms))
        if signs:
            found[index] = replace(line, passage=line.passage.without([span for _, span in signs]))
            due += sum(label.isdecimal() for label, _ in signs)
    return found


def called(masthead: str, labels: Collection[str], forms: Sequence[Form] = ()) -> set[str]:
    """The labels of the notes that a masthead calls, from its lines as printed."""
    found: set[str] = set()
    for text in masthead.split("\n"):
        found |= {label for label, _ in _signs(text, labels, sum(map(str.isdecimal, found)) + 1, forms)}
        found |= {"*" * len(match[0]) for match in _STARS.finditer(text)}
    return found


def _signs(text: str, labels: Collection[str], due: int, forms: Sequence[Form]) -> Iterator[tuple[str, Span]]:
    """The labels that a line calls, and where their signs stand, from left to right."""
    raising = _RAISING.search(text)
    if not (raising or forms or text[-1:].isdecimal()) or NUMBERED_DRAFT.fullmatch(text):
        return
    matches = _RAISED.finditer(text) if raising else ()
    raised = [(match[match.lastgroup or 0].translate(SUPERSCRIPTS), match.span()) for match in matches]
    formed = [
        (label_of(match), match.span()) for form in forms if not form.shared for match in form.sign.finditer(text)
    ]
    signs = sorted((Span(*span), label) for label, span in raised + formed if label in labels)
    flat = _FLAT.search(text) if text[-1:].isdecimal() else None
    if not signs and flat and flat["flat"] in labels and int(flat["flat"]) == due:
        signs = [(Span(*flat.span()), flat["flat"])]
    yield from ((label, span) for span, label in signs)
