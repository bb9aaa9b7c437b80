"""What a sentence says of a cited document: its date, its title and the part meant.

Only forms that name these beyond doubt are read; everything else stays unsaid.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from store.citations.context import Surroundings
from store.citations.find import DATE, QUOTE, Surface
from store.citations.pinpoints import read_pinpoint
from store.numbers import counted

_REACH = 420
"""How many characters before a number its date and title may begin."""
_COUNT = r"[\d零一二三四五六七八九十]"


@dataclass(frozen=True, slots=True)
class Details:
    """What is said of one cited document."""

    title: str | None = None
    date: str | None = None
    """ISO date."""
    pinpoint: str | None = None


@cache
def _date() -> re.Pattern[str]:
    """A full date that only title and 关于…的 part from the number."""
    joint = rf"\s|的|题为|在|{QUOTE}"
    return re.compile(
        rf"({_COUNT}{{4}})\s?年\s?({_COUNT}{{1,2}})\s?月\s?({_COUNT}{{1,3}})\s?日(?:{joint}){{0,8}}(?:关于[^,。;\n]{{1,160}}的)?\s?$"
    )


@cache
def _title_before() -> re.Pattern[str]:
    return re.compile(rf"(?:题为|名为|题目是)\s?({QUOTE})")


@cache
def _title_after() -> re.Pattern[str]:
    return re.compile(
        rf"[,\s]{{0,2}}\(?题为\s?({QUOTE})"
        r"|中?(?:所|获得)?(?:通过|核可|核准|所载)(?:了|的)?\s?(《[^》\n]{1,160}》)"
    )


def read_details(around: Surroundings, surfaces: tuple[Surface, ...]) -> tuple[Details, ...]:
    """Date, title and part which the sentences of a text give for each of its surfaces, in their order."""
    text = around.original
    sizes = Counter(surface.group for surface in surfaces)
    titles: dict[int, str | None] = {}
    read, previous = [], 0
    for surface in surfaces:
        start, _ = around.sentence(surface.head)
        since = max(start, previous, surface.head - _REACH)
        title = _last_title(text, around.text, since, surface.head)
        if surface.symbol:
            title = title or _title_in_front(text, around.text, surface.start)
        elif surface.group in titles:
            title = title or titles[surface.group]
        if title is None and (surface.symbol or sizes[surface.group] == 1):
            title = _title_that_follows(text, around.text, surface.tail)
        titles.setdefault(surface.group, title)
        date = _read_date(around.text, since, surface.head)
        read.append(Details(title, date, read_pinpoint(around.text, surface.tail)))
        previous = surface.tail
    return tuple(read)


def title_at(around: Surroundings, at: int) -> str | None:
    """The title in quotation marks that ends at a footnote's marker, if only a comma parts the two."""
    end = at - len(tail := around.text[max(0, at - 4) : at]) + len(tail.rstrip(",、; "))
    start = around.text.rfind("《", max(0, end - _REACH), end)
    closed = start >= 0 and around.text.find("》", start, end) == end - 1
    return around.original[start + 1 : end - 1] if closed else None


def _last_title(text: str, folded: str, start: int, end: int) -> str | None:
    found = list(_title_before().finditer(folded, start, end))
    return text[found[-1].start(1) + 1 : found[-1].end(1) - 1] if found else None


def _title_that_follows(text: str, folded: str, at: int) -> str | None:
    found = _title_after().match(folded, at)
    if found is None:
        return None
    start, end = found.span(1) if found[1] else found.span(2)
    return text[start + 1 : end - 1]


def _title_in_front(text: str, folded: str, at: int) -> str | None:
    """《大会正式记录，第七十五届会议，补编第53号》(A/75/53)"""
    if folded[max(0, at - 2) : at] != "》(":
        return None
    start = folded.rfind("《", max(0, at - _REACH), at)
    return text[start + 1 : at - 2] if start >= 0 else None


def _read_date(folded: str, start: int, end: int) -> str | None:
    stretch = folded[start:end]
    if "日" not in stretch:
        return None
    for date in reversed(list(re.finditer(DATE, stretch))[-3:]):
        if found := _date().match(stretch, date.start()):
            year, month, day = map(counted, found.groups())
            return f"{year:04}-{month:02}-{day:02}" if 1 <= month <= 12 and 1 <= day <= 31 else None
    return None
