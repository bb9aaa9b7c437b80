"""Places of the document itself: 上文第12段, 下文第5至7段, 本决议第3段, 见上文脚注5."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from store.citations.references.passage import Passage
from store.document import Document
from store.places import fold_place, place_readings

_N = r"(?:\d{1,4}|[一二三四五六七八九十百]{1,4})"
_LETTERS = r"(?:\s?\((?:[a-z]{1,4}|[一二三四五六七八九十]{1,2})\)){0,2}"
_LIST = rf"(?:\s?(?:[、,和至及-]|以及)\s?(?:第\s?)?{_N}{_LETTERS}(?=\s?(?:[、,和至及\-]|以及|段|分段))){{0,12}}"
_PARAGRAPHS = rf"(?P<point>(?:序言部分|执行部分)?(?:第\s?{_N}{_LETTERS}){_LIST}\s?(?:分段|段))"
_OWN = r"本(?:决议|报告|决定|文件|说明|决议草案)"


@cache
def _forms() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?P<way>上文|下文|{_OWN}(?:的)?(?:上文|下文)?)\s?(?:{_PARAGRAPHS}|(?P<section>第\s?{_N}\s?[章节]|附件{_N}?)"
        r"|(?P<item>\((?:[a-z]{1,2}|[一二三四五六七八九十]{1,2})\)\s?(?:分段|项|段))"
        rf"|脚?注\s?(?P<note>\d{{1,4}}))"
        rf"|(?<=[见参阅看])\s?脚?注\s?(?P<seen>\d{{1,4}})"
        rf"|(?<=[按据照如依见除])\s?(?P<said>第\s?{_N}{_LETTERS}{_LIST}\s?(?:分段|段))(?=(?:所述|所载|所列|所指|中提到|提到的))"
        r")"
    )


_TRIGGER = re.compile(
    r"上文|下文|脚注|注(?:(?<=[见参阅看]注)|(?<=[见参阅看]\s注))|本(?:决|报告|文件|说明)|段(?:所|中?提)"
)

_FARTHEST = 600
_FOREIGN = re.compile(r"决议|决定|公约|议定书|条约|宣言|规约|宪章|报告|文件|信|规则|细则|协定|判决|意见|法")
"""Before a number of a paragraph, what that may be a paragraph of."""


def find_places(document: Document, passages: Iterable[Passage], labels: Mapping[str, str]) -> None:
    """Take up what leads to another place of the document; `labels` has the footnotes' ids by their labels."""
    for passage in passages:
        text = passage.spelled
        if not _TRIGGER.search(text):
            continue
        for found in _forms().finditer(text):
            _take(document, passage, found, labels)


def _take(document: Document, passage: Passage, found: re.Match[str], labels: Mapping[str, str]) -> None:
    way, span = found["way"] or "", found.span()
    if label := found["note"] or found["seen"]:
        _add(passage, span, labels.get(label), "own-note", None)
        return
    if item := found["item"]:
        _add(passage, span, _item(document, passage, item), "own-item", item)
        return
    if section := found["section"]:
        target = _section(document, section)
        if target or way[:1] in "上下":
            _add(passage, span, target, "own-section", section)
        return
    point = found["point"] or found["said"]
    if found["said"]:
        if _is_of_another(passage, found):
            return
        span = found.span("said")
    _add(passage, span, _paragraph(document, passage, point, way), "own-paragraph", _printed(passage, found))


def _printed(passage: Passage, found: re.Match[str]) -> str:
    return passage.text[slice(*found.span("point" if found["point"] else "said"))]


def _add(passage: Passage, span: tuple[int, int], target: str | None, rule: str, pinpoint: str | None) -> None:
    while passage.text[span[0]].isspace():
        span = (span[0] + 1, span[1])
    passage.add("place", span, None, rule, target=target, pinpoint=pinpoint, confidence="sure" if target else "open")


def _is_of_another(passage: Passage, found: re.Match[str]) -> bool:
    """Whether the sentence names, before the number, something else that has paragraphs."""
    floor = max(0, found.start() - _FARTHEST)
    start = max(floor, *(passage.spelled.rfind(sign, floor, found.start()) + 1 for sign in "。;\n"))
    if not passage.free(start, found.start()):
        return True
    return _FOREIGN.search(passage.spelled, start, found.start()) is not None


@cache
def _first() -> re.Pattern[str]:
    return re.compile(rf"(序言部分|执行部分)?第\s?({_N}{_LETTERS})")


def _paragraph(document: Document, passage: Passage, point: str, way: str) -> str | None:
    """The block of the first number, when it stands on the side that the words say; for an item that runs inside its
    paragraph, that paragraph."""
    first = _first().match(point)
    if first is None:
        return None
    names = (
        f"{first[1] or ''}第{number}段" for number in dict.fromkeys((first[2], first[2].partition("(")[0].strip()))
    )
    readings = (each for name in names for each in place_readings(fold_place(name)))
    target = next((each for each in readings if each in document.by_id), None)
    if target is None or passage.block is None:
        return target
    chosen = _same_part(document, passage.block.id, target)
    here, there = document.order[passage.block.id], document.order[chosen]
    if (way.endswith("上文") and there > here) or (way.endswith("下文") and there < here):
        return None
    return chosen


def _item(document: Document, passage: Passage, item: str) -> str | None:
    """The item of this letter in the paragraph of the words, or of the nearest paragraph or item around them."""
    label = item[1 : item.index(")")]
    around = passage.block
    while around is not None:
        found = [each.id for each in document.children.get(around.id, ()) if _bare(each.label) == label]
        if found:
            return found[0] if len(found) == 1 else None
        around = document.by_id.get(around.parent or "")
    return None


def _bare(label: str | None) -> str:
    return (label or "").strip("()（）.、 ")


def _same_part(document: Document, here: str, target: str) -> str:
    """Where a number comes twice, that of the part in which the words stand: op3~2 for op7~2."""
    turn = here.partition(".")[0].partition("~")[2]
    stem, dot, below = target.partition(".")
    again = f"{stem}~{turn}{dot}{below}" if turn else target
    return again if again in document.by_id else target


def _section(document: Document, section: str) -> str | None:
    """The heading of a chapter, section or annex; None where none or several are so called."""
    wanted = "".join(section.split())
    number = wanted.removeprefix("第")[:-1] if wanted[0] == "第" else None
    found = [
        block.id
        for block in document.blocks
        if block.type == "heading"
        and (
            (number is not None and block.level <= 1 and (block.label or "").strip("、.()（） ") == number)
            or (number is None and "".join(block.text.split()) == wanted)
        )
    ]
    return found[0] if len(found) == 1 else None
