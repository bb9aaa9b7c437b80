"""Sustainable Development Goals and their targets: 可持续发展目标5, 具体目标5.2、8.7和16.2."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from store.citations.references.passage import Passage
from store.instruments.goals import is_goal

_NUMBER = r"\d{1,2}(?:\.(?:\d{1,2}|[a-f])(?![a-z]))?"


@cache
def _mentioned() -> re.Pattern[str]:
    return re.compile(r"可持续发展目标|2030\s?年可持续发展议程|SDGs?(?![A-Za-z])")


@cache
def _goals() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<lead>(?P<named>可持续发展目标(?:中?的?(?:各项)?(?:具体)?目标)?|SDGs?)|具体目标|(?<![指标的])目标)"
        rf"\s?(?:第\s?)?(?P<first>{_NUMBER})(?P<more>(?:\s?(?:[、,和至及与]|以及)\s?(?:具体目标|目标)?\s?{_NUMBER}){{0,17}})"
        r"(?![\d.]*\s?[%年月日个项名亿万岁人次/\d])"
    )


_OTHERS = re.compile(r"(?:战略|总体|发展|业务|绩效|分项|工作|次级|子|分)$")
"""Before 目标, whose else it is."""


@cache
def _number() -> re.Pattern[str]:
    return re.compile(_NUMBER)


def find_goals(passages: Iterable[Passage]) -> None:
    """Take up the goals and targets by number; 目标16 alone counts only where the document speaks of those Goals."""
    known = list(passages)
    speaks = any(_mentioned().search(passage.spelled) for passage in known)
    for passage in known:
        text = passage.spelled
        if "目标" in text or "SDG" in text:
            for found in _goals().finditer(text):
                if found["named"] or (speaks and _is_of_the_agenda(text, found)):
                    _add(passage, found)


def _is_of_the_agenda(text: str, found: re.Match[str]) -> bool:
    """Whether 目标8.7 can be no other's: a whole number alone needs the Goals in the same text."""
    if found["lead"] == "目标" and _OTHERS.search(text, max(0, found.start() - 2), found.start()):
        return False
    return "." in found["first"] or found["lead"] == "具体目标" or _mentioned().search(text) is not None


def _add(passage: Passage, found: re.Match[str]) -> None:
    if "千年发展" in passage.spelled[max(0, found.start() - 6) : found.start()]:
        return
    numbers = [found.span("first"), *(n.span() for n in _number().finditer(passage.spelled, *found.span("more")))]
    if not all(is_goal(_read(passage, span)) for span in numbers):
        return
    sure = found["named"] or found["lead"] != "目标"
    for turn, span in enumerate(numbers):
        passage.add(
            "goal",
            (found.start(), span[1]) if turn == 0 else span,
            f"SDG {_read(passage, span)}",
            "goal-number",
            confidence="sure" if sure else "likely",
        )


def _read(passage: Passage, span: tuple[int, int]) -> str:
    goal, dot, target = passage.spelled[slice(*span)].partition(".")
    return f"{int(goal)}{dot}{int(target) if target.isdecimal() else target}"
