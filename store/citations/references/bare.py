"""Names outside 《》, where they are unmistakable: full titles of the table, the longest that ends at a place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from store.citations.references.titles import Title
from store.instruments.known import Instrument, full_titles
from store.instruments.spelling import SILENT

_KINDS = "宣言 公约 议定书 宪章 规约 条约 协定 议程 纲领 纲要 行动计划 框架 契约 规则 准则 战略 共识".split()
_SHORTEST = 5
_ALSO = ("巴黎协定", "南极条约", "未来契约")
"""Shorter, and yet mistaken for nothing else."""

_LONGER = re.compile(
    r"\s?[之的]?\s?(?:关于[^,。;《]{1,60}议定书|任择|第[一二三]项?任择|附加|补充|修正|议定书|缔约[方国](?:大会|会议)|委员会)"
)
"""After a name, what makes it a part of another one."""
_OTHERS = re.compile(r"[洲欧非美盟兰域]\s?$")
"""Before a name, the end of another one: 美洲…公约."""


_FARTHEST = 120
"""Characters of the longest name as printed."""


def names_outside(text: str, titles: tuple[Title, ...]) -> list[tuple[int, int, Instrument]]:
    """Names of the table that stand in no title, with their ranges, in order; `text` is spelled."""
    found: list[tuple[int, int, Instrument]] = []
    for start, end, known in _names_outside(text, titles):
        while found and found[-1][0] >= start:
            found.pop()
        found.append((start, end, known))
    return found


def _names_outside(text: str, titles: tuple[Title, ...]) -> Iterator[tuple[int, int, Instrument]]:
    taken = iter(titles)
    title = next(taken, None)
    for found in _endings().finditer(text):
        while title and title.end <= found.start():
            title = next(taken, None)
        if title and title.start < found.end():
            continue
        named = _longest(text, found.end())
        if named and not _LONGER.match(text, found.end()) and not _OTHERS.search(text, max(0, named[0] - 2), named[0]):
            yield named[0], found.end(), named[1]


_BEFORE_A_SHORT_NAME = "据照按依由经在和及与对于从见即循反犯守悉背合行用引释入准署,;、:。("
"""What may stand before 公约 alone, so that it is not the end of a longer name."""


@cache
def _short() -> re.Pattern[str]:
    """公约 before the number of an article."""
    number = r"\s?[\d一二三四五六七八九十]{1,4}\s?(?:\([\da-z]{1,3}\)){0,3}"
    return re.compile(
        rf"(?:公约|议定书|规约|宪章|条约|协定|宣言)(?=的?\s?第{number}(?:条|款|章|[、,和及至]\s?第?\s?[\d一二三四五六七八九十]))"
    )


def short_outside(text: str) -> Iterator[Title]:
    """Short names without marks that an article's number shows to be names: 公约第22条; `text` is spelled."""
    for found in _short().finditer(text) if "第" in text else ():
        if found.start() == 0 or text[found.start() - 1] in _BEFORE_A_SHORT_NAME:
            yield Title(found.start(), found.end(), found[0], marked=False)


@cache
def _endings() -> re.Pattern[str]:
    return re.compile("|".join(sorted({key[-2:] for key in _bare()})))


@cache
def _bare() -> dict[str, Instrument]:
    return {
        key: known
        for key, known in full_titles().items()
        if key in _ALSO or (known.kind != "labour" and len(key) >= _SHORTEST and key.endswith(tuple(_KINDS)))
    }


@cache
def _backwards() -> dict[str, Any]:
    """A tree of the names, read from their ends; a whole name's instrument stands under the empty string."""
    root: dict[str, Any] = {}
    for key, known in _bare().items():
        node = root
        for character in reversed(key):
            node = node.setdefault(character, {})
        node[""] = known
    return root


def _longest(text: str, end: int) -> tuple[int, Instrument] | None:
    """Where the longest name begins that ends at a position, and what it is."""
    node, at, best = _backwards(), end, None
    floor = max(0, end - _FARTHEST)
    while at > floor:
        character = text[at - 1].lower()
        if character in node:
            node = node[character]
            if "" in node:
                best = (at - 1, node[""])
        elif character not in SILENT or character == "\n":
            break
        at -= 1
    return best
