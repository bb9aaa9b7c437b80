"""The places that the part named with a citation means: 附件一第3段, 第五章，A节, 执行部分第5(a)段, paras. 5-7."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from store.document import Block, Document
from store.library.cited_headings import below, cited_heading
from store.library.place_range import places_near
from store.places import fold_place, place_named

_COUNT = r"(?:\d{1,4}(?:\.\d{1,2})?|[〇一二三四五六七八九十百]{1,4})"
_SUB = r"\((?:[a-z]{1,4}|[一二三四五六七八九十]{1,3})\)"
_PARAGRAPHS = re.compile(
    r"(?P<part>序言|执行|preambular|operative)?(?:部分)?(?P<english>paragraphs?|paras?\.?)?的?"
    rf"(?P<points>第?{_COUNT}(?:{_SUB}|[、和至到与及以,-]|and|to|第|分?段|{_COUNT}){{0,40}})"
)
_POINT = re.compile(rf"(?P<number>{_COUNT})?(?P<items>(?:段?{_SUB}){{0,3}})")
_HAN = "一二三四五六七八九十"
_ANNEXES = re.compile(
    rf"(?P<annex>附件|附录|附文)(?P<labels>[{_HAN}]{{1,3}}(?:[、和及](?:附件|附录|附文)?[{_HAN}]{{1,3}}){{1,6}})"
)
_UNTIL = re.compile(r"段?(?:[至到-]|to)第?")
_PREFIXES = {"序言": "序言部分", "preambular": "序言部分", "执行": "执行部分", "operative": "执行部分"}
_LONGEST = 200
"""Paragraphs of the longest range that is believed."""


class Missing(NamedTuple):
    """What of a pinpoint a document lacks, both as one cites them; both empty when it has all that is named."""

    lacks: str
    """The first paragraph named that it has not: 第900段."""
    has: str
    """The paragraphs that it has instead: 执行部分第1–5段."""


def pinpoint_places(document: Document, pinpoint: str) -> tuple[str, ...]:
    """The ids of what a citation names, in order, so far as the document has them."""
    if whole := place_named(document, pinpoint) if pinpoint else None:
        return (whole,)
    folded = fold_place(pinpoint)
    if several := _ANNEXES.fullmatch(folded):
        labels = re.findall(f"[{_HAN}]{{1,3}}", several["labels"])
        headings = (cited_heading(document, several["annex"] + label)[0] for label in labels)
        return tuple(heading.id for heading in headings if heading)
    scope, at = cited_heading(document, folded)
    if scope is None and at:
        return ()
    if scope and at == len(folded):
        return (scope.id,)
    return tuple(dict.fromkeys(place for place, _ in _paragraphs(document, folded, at, scope) if place))


def missing_places(document: Document, pinpoint: str) -> Missing | None:
    """Which of the paragraphs named the document lacks, and what it has in their stead.

    None when the pinpoint can't be judged: it names none by number, or counts within an annex or chapter, or the
    document's paragraphs bear no numbers.
    """
    folded = fold_place(pinpoint)
    if cited_heading(document, folded)[1]:
        return None
    named = list(_paragraphs(document, folded, 0, None))
    if not named:
        return None
    for place, typed in named:
        if place is None:
            near = places_near(document, typed)
            return Missing(typed, near) if near else None
    return Missing("", "")


def _paragraphs(document: Document, folded: str, at: int, scope: Block | None) -> Iterator[tuple[str | None, str]]:
    """For each paragraph named, its id if the document has it under the heading, and how one would type it."""
    found = _PARAGRAPHS.fullmatch(folded, at)
    if found is None or not (found["english"] or folded.endswith("段")):
        return
    for name in _names(found["points"]):
        typed = f"{_PREFIXES.get(found['part'] or '', '')}第{name}段"
        yield _under(document, scope, name) if scope else place_named(document, typed), typed


def _names(points: str) -> Iterator[str]:
    """The numbers of paragraphs, those between the ends of a range among them: 5(a), 6, 7."""
    last, end, number = ("", 0), 0, ""
    for point in _POINT.finditer(points):
        if not point[0]:
            continue
        number = point["number"] or number
        stem, dot, counted = number.rpartition(".")
        value = (stem + dot, int(counted) if counted.isdecimal() else 0)
        if point["number"] and _UNTIL.fullmatch(points, end, point.start()) and _is_range(last, value):
            yield from (f"{stem}{dot}{between}" for between in range(last[1] + 1, value[1]))
        yield number + point["items"].replace("段", "")
        last, end = value, point.end()


def _is_range(last: tuple[str, int], value: tuple[str, int]) -> bool:
    """Whether the numbers between two are meant: of one chapter where they are written 6.2."""
    return last[0] == value[0] and 0 < last[1] < value[1] <= last[1] + _LONGEST


def _under(document: Document, scope: Block, name: str) -> str | None:
    """The paragraph of that number under a heading: each annex counts its own."""
    number = name.partition("(")[0]
    paragraph = next((block for block in below(document, scope) if _is_numbered(block, number)), None)
    if paragraph is None or "(" not in name:
        return paragraph.id if paragraph else None
    return place_named(document, paragraph.id + name[len(number) :])


def _is_numbered(block: Block, number: str) -> bool:
    return block.type in ("paragraph", "operative") and (block.label or "").strip(".．、()（）") == number
