"""The boxes at the head of the first page, where what took the text from the page put them below its text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from store.reading.lines import Line
from store.reading.masthead import Masthead, read_masthead, take
from store.reading.masthead_end import known, printed
from store.reading.masthead_forms import OWN_SYMBOL

_DISTRIBUTED = re.compile(r"(?:\S[^，。；]{1,24}\s)?Distr\.")
_LETTERHEAD = 40
"""Cells of the name of a treaty or organ beside the distribution, at most."""
_FEWEST = 2
"""Lines beside the distribution that make a masthead with it, at least; the document's symbol alone does."""


def whole_masthead(lines: Sequence[Line]) -> Masthead:
    """The masthead above the text, with what of it stands below."""
    head = read_masthead(lines)
    if "distribution" in head.owners.values():
        return head
    start, end = _boxes(lines, head.end)
    named = any(OWN_SYMBOL.match(printed(line)) for line in lines[start:end])
    if end - start > _FEWEST - named:
        for index in range(start, end):
            if not take(head, index, printed(lines[index])):
                head.owners[index] = "letterhead"
        if end < len(lines):
            lines[end].boundary = True
    return head


def _is_letterhead(lines: Sequence[Line], index: int, first: int) -> bool:
    """Whether a line between the symbol and the distribution only says whose paper it is: a treaty's name."""
    line = lines[index]
    if line.complete or line.label is not None or line.cells > _LETTERHEAD or index <= first:
        return False
    return OWN_SYMBOL.match(printed(lines[index - 1])) is not None


def _boxes(lines: Sequence[Line], first: int) -> tuple[int, int]:
    """The lines around the first that names a distribution, all of them fields; none when there is none."""
    named = (index for index in range(first, len(lines)) if "Distr." in lines[index].text)
    at = next((index for index in named if _DISTRIBUTED.match(lines[index].text)), None)
    if at is None:
        return first, first
    start, end = at, at + 1
    while start > first and (known(printed(lines[start - 1])) or _is_letterhead(lines, start - 1, first)):
        start -= 1
    while end < len(lines) and known(printed(lines[end])):
        end += 1
    return start, end
