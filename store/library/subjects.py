"""What a text says a cited resolution is about: 题为“…”的, or 关于…的, before its number or that of its list.

UN texts list the resolutions of one title through the years under one such clause (回顾大会关于改进协调的…第61/180号、
第63/194号和第64/178号决议), so the numbers of a list share it while their organ stays the same. 其他, 有关 and the
like name no one title, and are not read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from store.bodies import organ_of
from store.citations.find import DATE, QUOTE
from store.document import Citation, Document
from store.numbers import fold

_REACH = 420
"""How many characters before a number its clause may begin."""


def subjects(document: Document) -> Mapping[tuple[str, int], str]:
    """By place and position of a citation, its subject as printed, without quotation marks around the whole."""
    found: dict[tuple[str, int], str] = {}
    for place, citations in document.citations_by_place.items():
        if place in document.by_id:
            _read(document.by_id[place].text, [each for each in citations if each.form == "number"], found)
    return found


def _read(text: str, citations: list[Citation], found: dict[tuple[str, int], str]) -> None:
    folded = fold(text)
    before: Citation | None = None
    shared: str | None = None
    for citation in citations:
        linked = before is not None and _same_organ(before, citation) and _is_listed(folded, before.end, citation.at)
        floor = before.end if before else 0
        shared = _subject(text, folded, max(floor, citation.at - _REACH), citation.at) or (shared if linked else None)
        if shared:
            found[citation.block, citation.at] = shared
        before = citation


def _same_organ(one: Citation, other: Citation) -> bool:
    organs = [organ_of(each.symbol) if each.symbol else None for each in (one, other)]
    return organs[0] is not None and organs[0] == organs[1]


def _is_listed(folded: str, start: int, end: int) -> bool:
    return end - start <= 80 and _joint().fullmatch(folded, start, end) is not None


def _subject(text: str, folded: str, start: int, at: int) -> str | None:
    """The clause that ends where the phrase of a number begins."""
    stretch = folded[start:at]
    tail = _lead().search(stretch)
    end = tail.start() if tail else len(stretch)
    quoted = _titled().search(stretch, 0, end)
    if quoted:
        return text[start + quoted.start(1) + 1 : start + quoted.end(1) - 1]
    about = _about().search(stretch, 0, end)
    if about is None or _manifold().search(about[1]):
        return None
    return text[start + about.start(1) : start + about.end(1)]


@cache
def _joint() -> re.Pattern[str]:
    """What joins the numbers of a list."""
    return re.compile(rf"(?:{DATE}|以及|[\s、,和及与第号其]|决议|决定)*")


@cache
def _lead() -> re.Pattern[str]:
    """Owner and date between 的 and a number, at the end."""
    owner = r"[^的,。;、\s\d“”\"《》]{0,24}(?:大会|理事会|委员会|会议|安理会)"
    return re.compile(rf"(?:{DATE}|\s|第|其|在|{owner}){{0,8}}$")


@cache
def _titled() -> re.Pattern[str]:
    return re.compile(rf"(?:题为|名为)\s?({QUOTE})的?\s?$")


@cache
def _about() -> re.Pattern[str]:
    """The last 关于 of the sentence whose words reach to the end."""
    return re.compile(r"(?:.*[^有])?(?:关于|有关|就)((?:(?!关于|[。;\n]).){2,160})的\s?$", re.DOTALL)


@cache
def _manifold() -> re.Pattern[str]:
    """Words that gather several subjects."""
    return re.compile(r"^(?:此|这|该|上述|同一)|其他|各项|历次|以往|相关(?:问题|事项)?$|问题和其他")
