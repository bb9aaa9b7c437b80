"""The foot of a page, where notes stand also without a rule above them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from store.reading.lines import Line
from store.reading.phrases import COUNTED

_REST = 5
"""Lines in which a note goes on at the end of its page, at most."""
_FOOT = 30
"""Lines that the notes of one page take, at most."""
_REACH = 60
"""Lines above a note in which it is called, at most."""
_UNITS = "条(?![约件例])|條(?![約件例])|项(?!目)|項(?!目)|[亿億万萬%％]"

_CALL = re.compile(
    rf"(?<=[，,。；;、：:》）)”])\s?(?P<stop>\d{{1,3}})(?!\d|[.．/]\d|\s?(?:{COUNTED}|{_UNITS}))"
    rf"|(?<=[\u3400-\u9fff])(?P<word>\d{{1,3}})(?=[，,。；;、：:》）)”]|\s{{1,3}}[\u3400-\u9fff]|$)(?!\s*(?:{COUNTED}|{_UNITS}))"
)
"""A plain digit that may be a marker."""


def below_rules(lines: Sequence[Line], furniture: Mapping[int, str]) -> Mapping[int, int]:
    """The lines that stand together right below a rule, where only notes stand, and the first of each such group."""
    found: dict[int, int] = {}
    for rule in (index for index, kind in furniture.items() if kind == "rule"):
        at = rule + 1
        while at < len(lines) and at not in furniture and (at == rule + 1 or not lines[at].gap):
            found[at] = rule + 1
            at += 1
    return found


def stands_at_foot(lines: Sequence[Line], furniture: Mapping[int, str], index: int) -> bool:
    """Whether nothing but what may be notes stands between a line and the end of its page."""
    for at in range(index, min(index + _FOOT, len(lines))):
        line = lines[at]
        if at in furniture or (at > index and line.boundary):
            return at > index
        if line.label is not None and line.label.style != "item-number":
            return False
    return index + _FOOT >= len(lines)


def called_flat(lines: Sequence[Line], index: int, number: int) -> bool:
    """Whether a plain digit above may call the note: after a stop or a title, at the end of a clause, or alone."""
    sign = str(number)
    above = lines[max(0, index - _REACH) : index]
    return any(sign in line.text and not line.row and (line.text == sign or _calls(line.text, sign)) for line in above)


def called_after_stop(lines: Sequence[Line], index: int, number: int) -> bool:
    """The same of digits after a stop or a title alone: nothing counts so."""
    sign = str(number)
    above = lines[max(0, index - _REACH) : index]
    return any(
        sign in line.text and not line.row and any(match["stop"] == sign for match in _CALL.finditer(line.text))
        for line in above
    )


def called_by_digit(above: Sequence[Line], number: int) -> bool:
    """Whether a number touches a word or stop in the lines above and counts nothing that follows it."""
    sign = re.compile(
        rf"(?<=[\u3400-\u9fff》）)”，,。；;、]){number}(?!\d|[.．/]\d|\s?(?:{COUNTED}|{_UNITS}|[段至章节]))"
    )
    return any(sign.search(line.text) for line in above)


def _calls(text: str, sign: str) -> bool:
    return any(sign in (match["stop"], match["word"]) for match in _CALL.finditer(text))


def closes_page(lines: Sequence[Line], furniture: Mapping[int, str], end: int) -> bool:
    """Whether the few lines from one on to the head or number of a page stand close together."""
    for at in range(end, min(end + _REST, len(lines))):
        line = lines[at]
        if furniture.get(at) in ("page", "head"):
            return at > end
        if at in furniture or line.gap or line.label is not None or (at > end and line.boundary):
            return False
    return end + _REST > len(lines)
