"""Resolutions and decisions of organizations beside the United Nations, by the numbers that only they write.

Their identities are "WHO WHA58.3", "IMO A.1106(29)", "UNESCO 36 C/40". Where the number alone could be something else,
the organization must be named before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple


class Series(NamedTuple):
    """How one body numbers."""

    system: str
    """Of the organization, before the number in an identity."""
    body: str
    """The body as it is cited."""
    form: str
    """Source of an expression for the number, in spelled text."""
    named: str = ""
    """Words for the organization, one of which must stand before; empty where the number is enough."""


_FLIGHT = "民航组织|民用航空组织|ICAO"
_SEA = "海事|IMO"
_CULTURE = "教科文组织|文化组织|UNESCO"

SERIES = (
    Series("WHO", "世界卫生大会", r"WHA\s?\d{1,2}\.\d{1,2}(?![\d.])"),
    Series("WHO", "世界卫生组织执行委员会", r"EB\d{1,3}\.R\d{1,2}(?!\d)"),
    Series("IMO", "国际海事组织大会", r"A\.\d{1,4}\s?\(\d{1,2}\)", _SEA),
    Series("IMO", "国际海事组织海上安全委员会", r"MSC\.\d{1,4}\s?\(\d{1,3}\)"),
    Series("IMO", "国际海事组织海洋环境保护委员会", r"MEPC\.\d{1,4}\s?\(\d{1,3}\)"),
    Series("IAEA", "国际原子能机构大会", r"GC\((?:[IVXL]{1,7}|\d{1,2})\)/(?:RES|DEC)/\d{1,4}(?!\d)"),
    Series("ICAO", "国际民用航空组织大会", r"A\d{1,2}-\d{1,2}(?!\d)", _FLIGHT),
    Series("UNESCO", "联合国教育、科学及文化组织大会", r"\d{1,2}\s?C/\d{1,3}(?!\d)", _CULTURE),
    Series("UNESCO", "联合国教育、科学及文化组织执行局", r"\d{2,3}\s?EX/\d{1,3}(?!\d)", _CULTURE),
    Series("AU", "非洲联盟大会", r"Assembly/AU/(?:Decl?|Res)\.\s?\d{1,4}\s?\([IVXL]{1,8}\)"),
    Series("AU", "非洲联盟执行理事会", r"EX\.CL/Dec\.\s?\d{1,4}\s?\([IVXL]{1,8}\)"),
    Series("OAS", "美洲国家组织大会", r"AG/RES\.?\s?\d{1,4}\s?\([IVXL]{1,7}-[OE]/\d{2}\)"),
)
SYSTEMS = tuple(dict.fromkeys(series.system for series in SERIES))
_NEAR = 40
"""Characters before a number in which its organization is named."""
_LONGEST = 60
"""Characters of a text that is the name of one such resolution."""


@cache
def _numbers() -> re.Pattern[str]:
    forms = "|".join(f"(?P<s{turn}>{series.form})" for turn, series in enumerate(SERIES))
    return re.compile(rf"(?<![A-Za-z0-9/.\-])(?:{forms})(?![A-Za-z/])")


@cache
def _trigger() -> re.Pattern[str]:
    return re.compile(rf"WHA|EB\d|A\.\d|MSC\.|MEPC\.|GC\(|Assembly/AU|EX\.CL|AG/RES|{_FLIGHT}|{_CULTURE}")


def numbers_elsewhere(text: str) -> Iterator[tuple[int, int, str]]:
    """Each such number of a spelled text: its range and its identity."""
    if not _trigger().search(text):
        return
    for found in _numbers().finditer(text):
        series = next(each for turn, each in enumerate(SERIES) if found[f"s{turn}"])
        start, end = found.span()
        if not series.named or re.search(series.named, text[max(0, start - _NEAR) : start]):
            yield start, end, f"{series.system} {_canonical(found[0])}"


def _canonical(number: str) -> str:
    """Without spaces, but for the one before C/ and EX/."""
    return re.sub(r"(?<=\d)(?=(?:C|EX)/)", " ", "".join(number.split()))


def read_elsewhere(text: str) -> str | None:
    """The identity of the one such resolution that a whole text, which is spelled, names."""
    found = list(numbers_elsewhere(text)) if len(text) <= _LONGEST else []
    return found[0][2] if len(found) == 1 else None


def shown_elsewhere(identity: str) -> str:
    """世界卫生大会第WHA58.3号, as one would cite it without saying what it is."""
    system, _, number = identity.partition(" ")
    series = (each for each in SERIES if each.system == system)
    body = next((each.body for each in series if re.fullmatch(each.form, number)), system)
    return f"{body}第{number}号"
