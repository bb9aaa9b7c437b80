"""The boxes at the head of the first page, where what took the text from the page put them below its text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from store.reading.lines import Line
from store.reading.masthead import Masthead, read_masthead, take
from store.reading.masthead_end import known, printed

_DISTRIBUTED = re.compile(r"Distr\.")
_FEWEST = 2
"""Lines beside the distribution that make a masthead with it, at least."""


def whole_masthead(lines: Sequence[Line]) -> Masthead:
    """The masthead above the text, with what of it stands below."""
    head = read_masthead(lines)
    if "distribution" in head.owners.values():
        return head
    start, end = _boxes(lines, head.end)
    if end - start > _FEWEST:
        for index in range(start, end):
            take(head, index, printed(lines[index]))
        if end < len(lines):
            lines[end].boundary = True
    return head


def _boxes(lines: Sequence[Line], first: int) -> tuple[int, int]:
    """The lines around the first that names a distribution, all of them fields; none when there is none."""
    at = next((index for index in range(first, len(lines)) if _DISTRIBUTED.match(lines[index].text)), None)
    if at is None:
        return first, first
    start = end = at
    while start > first and known(printed(lines[start - 1])):
        start -= 1
    while end < len(lines) and known(printed(lines[end])):
        end += 1
    return start, end
