"""The part of a treaty, resolution or note that stands after its name: 第五条第二款, 第3段, 附件一."""

from __future__ import annotations

import re
from functools import cache

_N = r"(?:[\d一二三四五六七八九十百]{1,5}|\([一二三四五六七八九十]{1,2}\))"
_BRANCH = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥"
_LETTER = rf"(?:\s?\((?:[a-z]{{1,4}}|\d{{1,2}}|[一二三四五六七八九十]{{1,2}}|[{_BRANCH}])\)\s?(?:项|分段|目)?)"
_MORE = (
    rf"(?:\s?(?:[、,和至到与-]|以及|及|或)\s?(?:第\s?)?{_N}"
    rf"(?=\s?(?:[、,和至到与条款段章项\-(]|及)|{_LETTER})(?:{_LETTER}){{0,3}})"
)
_UNIT = r"(?:条之[二三四]|条|款|章|节|段|部分|项原则|项)"
_STEP = rf"第\s?{_N}{_LETTER}{{0,3}}{_MORE}{{0,8}}\s?{_UNIT}(?:{_LETTER}(?:[、和及至]{_LETTER}){{0,4}}){{0,2}}"
PART = (
    rf"(?:(?:序言部分|执行部分)?{_STEP}(?:(?:[,的\s]{{0,2}}|\s?(?:[、和至到与及]|以及)\s?){_STEP}){{0,5}}(?:\s?[A-Z]\s?节)?"
    r"|(?:附件|附录)(?:[一二三四五六七八九十]{1,3}|\s?(?:[IVX]{1,4}|[A-Z])(?![A-Za-z]))?|序言)"
)
"""Source of an expression for a part, in spelled text."""


@cache
def _after() -> re.Pattern[str]:
    return re.compile(rf"(?:[,\s]{{0,2}}|\s?[的中之]\s?|\s?\(|(?:以及|及|和)其)({PART}(?:[,\s]{{0,2}}{PART}){{0,2}})")


def part_after(text: str, at: int) -> tuple[int, int] | None:
    """Where the part stands that is named directly after a position; `text` is spelled."""
    found = _after().match(text, at)
    return found.span(1) if found else None
