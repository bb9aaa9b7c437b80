"""The part of a document that is named after its citation: paragraphs, annexes, sections, pages; in two languages."""

from __future__ import annotations

import re
from functools import cache

from store.citations.surface import QUOTE

_HAN = "[零一二三四五六七八九十百]{1,4}"
_SUBS = r"(?:\s?\((?:[a-z]{1,4}|[一二三四五六七八九十]{1,3})\)){0,3}"
_COUNT = rf"(?:\d{{1,4}}(?:\.\d{{1,2}})?|{_HAN})"
_POINT = rf"\s?(?:第\s?)?(?:{_COUNT}{_SUBS}|\([a-z]{{1,4}}\))"
_UNIT = (
    rf"第\s?{_COUNT}{_SUBS}(?:\s?(?:[、和至到与-]|及|以及){_POINT}){{0,8}}"
    r"\s?(?:分段|段)(?:\s?\([a-z]{1,4}\)\s?(?:分?段|项))?"
)
_PARAGRAPHS = (
    rf"(?:序言部分|执行部分|序言|正文部分|正文)?(?:的)?{_UNIT}(?:\s?(?:[、和至到与]|以及|及)\s?{_UNIT}){{0,4}}"
)
_LABEL = r"(?:[一二三四五六七八九十]{1,3}|\s?(?:[IVX]{1,4}|[A-Z]|\d{1,2})(?![A-Za-z\d节]))"
_SECTION = (
    rf"第\s?(?:\d{{1,3}}|{_HAN})(?:\s?[、和至到与-]\s?(?:第\s?)?(?:\d{{1,3}}|{_HAN})){{0,8}}\s?(?:页|条|章|节|款|卷)"
    rf"|第{_HAN}(?:\.\s?[A-Z]\s?节|编|部分)|[A-Z]\s?(?:分?节|部分)"
)
_NAMED = (
    r"(?:决议|脚注|表|图|方框|原则|建议|注)\s?"
    r"(?:\d{1,3}|[一二三四五六七八九十]{1,2})(?=\s?(?:[,.。;、)(]|$|中|和|及|至|所))"
)
_ANNEX = rf"(?:附件|附录|附文|附表)(?:{_LABEL}(?:\s?[、和至及]\s?{_LABEL}){{0,4}})?"
_ITEM = r"\([a-z]{1,4}\)\s?(?:分段|项)"
_CHINESE = rf"(?:{_PARAGRAPHS}|{_ANNEX}|{_SECTION}|{_ITEM}|{_NAMED})"
_BETWEEN = r"(?:[,\s]{0,2}|的|[、和及]|以及)"
_WORDS = (
    r"(?i:(?:operative |preambular )?(?:paragraphs?|paras?\.?|pages?|pp?\."
    r"|chapter|chap\.|section|sect\.|part|art(?:icle|\.)|¶{1,2}))"
)
_VALUES = (
    r"\s?(?:\d{1,4}|[IVX]{1,5}|[A-Z])(?![A-Za-z])(?:\s?\([a-z]{1,4}\)){0,3}"
    r"(?:\s?(?:-|,|and|to)\s?\d{1,3}(?!\d)(?:\s?\([a-z]{1,4}\))?){0,4}"
)
_ENGLISH = rf"(?:{_WORDS}{_VALUES}|(?i:annex(?:es)?|appendix)(?:{_VALUES})?)(?![a-z])"


@cache
def _part() -> re.Pattern[str]:
    """A part right behind the citation or behind its title, or after a few words with 其中."""
    called = r"号?(?:文件|文|决议|决定|(?:会议|简要|逐字)?记录)|号"
    near = rf"(?:{called})?\)?(?:[,\s]{{0,2}}\(?题为\s?{QUOTE}\)?)?(?:[,\s]{{0,2}}(?:(?:以及|及|和|与)其)?|的|\s?\()"
    seen = r"(?:尤其是|特别是|(?:另)?见|参看|载于)?"
    among = rf"[^,。;\n\d]{{0,12}}[,\s]{{0,2}}{seen}(?=其中)"
    return re.compile(rf"(?:{near}{seen}\s?|{among})(?:其中)?的?({_CHINESE})((?:{_BETWEEN}{_CHINESE}){{0,3}})")


@cache
def _english_part() -> re.Pattern[str]:
    return re.compile(rf"[,\s(]{{1,3}}({_ENGLISH}(?:,\s{_ENGLISH}){{0,2}})")


def read_pinpoint(folded: str, at: int) -> str | None:
    """The part named right after a citation that ends at a position of a folded text, without spaces."""
    if found := _part().match(folded, at):
        part = found[1] + found[2]
    elif found := _english_part().match(folded, at):
        return re.sub(r"\s", "", found[1])
    else:
        return None
    return re.sub(r"\s", "", part).replace(",", "，")
