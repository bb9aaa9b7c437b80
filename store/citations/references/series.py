"""Volumes of the Treaty Series: 联合国，《条约汇编》，第2237卷，第39574号; of the League of Nations likewise."""

from __future__ import annotations

import re
from functools import cache

from store.citations.references.passage import Passage
from store.document import Citation

_NUMBERS = r"\d{1,6}(?:\s?[至、和-]\s?(?:第\s?)?\d{1,6})?"
_SAME = r"(?:同上|同前)"


@cache
def _chinese() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<named>(?:《(?:联合国|国际联盟)?条约(?:汇编|集|丛编)》|{_SAME})[,\s]{{0,3}})?"
        rf"第\s?(?P<volume>\d{{1,4}})\s?卷[,\s]{{0,3}}(?:I-?)?第?\s?(?:I-)?(?P<number>{_NUMBERS})\s?号"
    )


@cache
def _english() -> re.Pattern[str]:
    return re.compile(
        r"Treaty Series[,\s]{0,3}vol(?:\.|ume)\s?(?P<volume>\d{1,4})(?:[,\s]{0,3}Nos?\.\s?(?P<number>\d{1,6}))?",
        re.IGNORECASE,
    )


def find_series(passage: Passage, before: Passage | None = None) -> None:
    """Take up the volumes that a passage cites.

    同上 stands for the series when the note `before` cites it; a first note takes it from a note that is not there.
    """
    text = passage.spelled
    if "卷" in text:
        for found in _chinese().finditer(text):
            named = found["named"] or ""
            league = "国际联盟" in text[max(0, found.start() - 8) : found.start("volume")]
            follows = any(each.rule == "treaty-series" for each in _around(passage, before))
            first_note = bool(named) and (before is None or before.block is not None)
            if "条约" in named or follows or first_note:
                _add(passage, found, "LNTS" if league else "UNTS", sure=not first_note or "条约" in named)
    if "reaty" in text:
        for found in _english().finditer(text):
            _add(passage, found, "LNTS" if "eague" in text[max(0, found.start() - 20) : found.start()] else "UNTS")


def _around(passage: Passage, before: Passage | None) -> list[Citation]:
    """The last reference before these words, of the same passage or the one before."""
    return passage.found[-1:] or (before.found[-1:] if before else [])


def _add(passage: Passage, found: re.Match[str], series: str, *, sure: bool = True) -> None:
    number = re.sub(r"[至、和-]第?", "-", re.sub(r"\s", "", found["number"] or ""))
    symbol = f"{series} {int(found['volume'])}" + (f", {number}" if number else "")
    passage.add("treaty", found.span(), symbol, "treaty-series", confidence="sure" if sure else "likely")
