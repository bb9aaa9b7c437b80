"""Notes listed at the end under plain numbers, "1. 见…", or under arrows, "↑ 见…": told by the signs that call them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from unicodedata import normalize

from store.document import Span
from store.reading.lines import Line
from store.reading.notes import Note
from store.reading.phrases import is_adoption
from store.reading.signs import FORMS, Form

_NUMBERED = re.compile(r"(?P<label>\d{1,3})\s?[.．、]\s*(?:[↑^]\s*)?(?=\S)")
_ARROW = re.compile(r"↑\s*(?:\d+\.\d+\s*)*(?=\S)")
_RAISED = re.compile(r"<sup>\s*(?P<label>\d{1,3})\s*</sup>|(?P<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})")
_HEAD = re.compile(r"(?:脚?[注註](?:[释釋]|解)?|[Nn]otes)\s?[:：]?")


def listed_at_end(lines: Sequence[Line], furniture: Mapping[int, str]) -> tuple[dict[int, re.Match[str]], Form | None]:
    """The openings of such notes by their line, and the form of the signs in the text.

    They run from 1 without a gap to the end of the document, below a rule, the word 注 or the day of adoption, and each
    is called by a sign of one form inside the text, no form where that is raised; one alone needs the rule or the word.
    """
    first = next((at for at in range(len(lines) - 1, 0, -1) if _number(lines[at]) == "1"), None)
    if first is None:
        return {}, None
    found: dict[int, re.Match[str]] = {}
    for index in range(first, len(lines)):
        if _number(lines[index]) == str(len(found) + 1) and (match := _NUMBERED.match(lines[index].text)):
            found[index] = match
    above = lines[first - 1].text
    set_off = furniture.get(first - 1) == "rule" or _HEAD.fullmatch(above) is not None
    if not (set_off or (len(found) > 1 and is_adoption(above))):
        return {}, None
    wanted = {match["label"] for match in found.values()}
    form = next((form for form in FORMS if wanted <= _called(form.sign, lines[:first])), None)
    return (found, form) if form or wanted <= _called(_RAISED, lines[:first]) else ({}, None)


def arrowed_at_end(lines: Sequence[Line]) -> tuple[list[Note], Form | None]:
    """The notes that an encyclopaedia lists in their order after an arrow, and the form of the signs in the text."""
    starts = [index for index, line in enumerate(lines) if _ARROW.match(line.text)]
    if not starts:
        return [], None
    wanted = {str(number) for number in range(1, len(starts) + 1)}
    form = next((form for form in FORMS if wanted <= _called(form.sign, lines[: starts[0]])), None)
    if form is None:
        return [], None
    spans = [match.span() for index in starts if (match := _ARROW.match(lines[index].text))]
    return [
        Note(str(number), Span(*span), (index,))
        for number, (index, span) in enumerate(zip(starts, spans, strict=True), 1)
    ], form


def _number(line: Line) -> str | None:
    match = _NUMBERED.match(line.text) if line.text[:1].isdigit() else None
    return match["label"] if match else None


def _called(sign: re.Pattern[str], lines: Sequence[Line]) -> set[str]:
    return {normalize("NFKC", match[match.lastgroup or 0]) for line in lines for match in sign.finditer(line.text, 1)}
