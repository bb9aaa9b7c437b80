"""The written numbers of resolutions and decisions: every form to one canonical form, and its shape.

Owns what a number looks like (`64/293`, `2388 (2017)`, `三三六三(三十)`). Whose number it is, bodies.py says.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from store.characters import Replacing

Shape = Literal[
    "session",
    "special",
    "emergency",
    "year",
    "council",
    "roman",
    "roman special",
    "roman session",
    "CP",
    "COP",
    "plain",
]
"""64/293 · S-8/1 · ES-10/21 · 2017/18 · 2388(2017) · 3363(XXX) · 1874(S-IV) · XI/16 · 1/CP.21 · 22/COP.11 · 2388"""

_FULL_WIDTH = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_VARIANTS = ("　 ⁄∕‐‑–−○〇〔〕", "  //----零零()")
_TRADITIONAL = (
    "號決議訂題為聯國會員約締經濟權預擊組織犯罪藥婦環敗樣亞將讓與關於該節條屆執劃產贊發際衛勞構裝體書附錄麥導領環類區護過則見"
    "統論壇續歐遠東貿軍兒開計難維殘強蹤種視對託業糧農術進資財務顧請據應況狀給獨遷設實規協調專聞檢運輸訊",
    "号决议订题为联国会员约缔经济权预击组织犯罪药妇环败样亚将让与关于该节条届执划产赞发际卫劳构装体书附录麦导领环类区护过则见"
    "统论坛续欧远东贸军儿开计难维残强踪种视对托业粮农术进资财务顾请据应况状给独迁设实规协调专闻检运输讯",
)


_ROMAN_SIGNS = {0x2160 + at: sign for at, sign in enumerate("I II III IV V VI VII VIII IX X XI XII".split())}
"""Characters that are whole Roman numerals: Ⅲ, Ⅻ."""


FOLDED = {**_FULL_WIDTH, **dict(zip(*_VARIANTS, strict=True)), **dict(zip(*_TRADITIONAL, strict=True))}
"""Characters that folding replaces, each with the one that takes its place."""

_HAN_DIGITS = "零一二三四五六七八九"
_HAN = r"(?:E?S-)?[一二三四五六七八九十]{1,4}"
_ROMAN = r"(?:E?S-)?[IVXLCⅠ-Ⅻ]{1,8}"
_GAP = r"\s{0,2}"
_LETTER = r"(?:AA|BB|CC|DD|EE|[A-Z])"
_LETTERS = rf"(?:\s?{_LETTER}(?:\s?[-至和及]\s?{_LETTER})?(?![A-Za-z0-9]))?"

SLASHED = rf"(?:E?S-)?\d{{1,4}}{_GAP}/{_GAP}\d{{1,4}}(?!\d|\s?/|\.\d){_LETTERS}"
BRACKETED = (
    rf"(?:(?:\d{{1,4}}|[{_HAN_DIGITS}]{{3,4}})(?:\s?[A-Z](?:\s?[-至和及]\s?[A-Z])?)?{_GAP}"
    rf"\({_GAP}(?:\d{{4}}|{_ROMAN}|E?S-\d{{1,2}}|{_HAN}){_GAP}\){_LETTERS}"
    rf"|[{_HAN_DIGITS}十百]{{1,5}}{_GAP}\({_GAP}[一二][零九][{_HAN_DIGITS}]{{2}}{_GAP}\)"
    rf"|(?:(?<=议案)|(?<=议案\s))[{_HAN_DIGITS}十百]{{1,5}}{_GAP}\({_GAP}{_HAN}{_GAP}\))"
)
OF_PARTIES = r"(?:\d{1,3}/(?:CP|CMP|CMA|COP)\.\d{1,2}(?!\d)|[IVXL]{1,7}/\d{1,3}(?![\d/]))"
"""How meetings of parties number: 1/CP.21, 22/COP.11, XI/16."""
_RUNNING = rf"(?:\d{{1,4}}(?!\d)(?:\s?[A-Z](?=\s?号))?|(?<=第)[{_HAN_DIGITS}]{{3,4}}(?=\s?号))"
NUMBER = rf"(?:{BRACKETED}|{OF_PARTIES}|{SLASHED}|{_RUNNING})"
"""Source of an expression for a written number in folded text; every repetition in it is bounded."""


@dataclass(frozen=True, slots=True)
class Number:
    """A resolution's or decision's number, in its canonical form."""

    text: str
    """"64/293", "51/154 B", "2388(2017)", "3363(XXX)"."""
    shape: Shape
    session: int
    """The session or year before the slash or in the brackets; 0 for a plain number."""
    item: int
    """What counts within the session; for "2388(2017)" and "3363(XXX)" the running number."""


fold = Replacing(FOLDED)
"""Full width to ASCII and traditional to simplified, one character for one: offsets stay true."""


@lru_cache(maxsize=2048)  # each is read where it is found, where it is resolved and where it is compared
def read_number(text: str) -> Number | None:
    """The number that the whole text is, in any written form; None when it is something else."""
    if len(text) <= 4 and text.isdecimal() and text.isascii():
        return Number(str(int(text)), "plain", 0, int(text))
    folded = "".join(fold(text).split()).upper()
    if not folded.isascii():
        folded = folded.translate(_ROMAN_SIGNS)
    if len(folded) <= 4 and folded.isdecimal() and folded.isascii():
        return Number(str(int(folded)), "plain", 0, int(folded))
    if 3 <= len(folded) <= 4 and all(digit in _HAN_DIGITS for digit in folded):
        value = counted(folded)
        return Number(str(value), "plain", 0, value)
    if lettered := re.fullmatch(r"([0-9]{1,4})([A-Z])", folded):
        return Number(f"{int(lettered[1])} {lettered[2]}", "plain", 0, int(lettered[1]))
    forms = ((_slashed(), _read_slashed), (_bracketed(), _read_bracketed), (_of_parties(), _read_of_parties))
    for pattern, read in forms:
        if found := pattern.fullmatch(folded):
            return read(found)
    return None


@cache
def _slashed() -> re.Pattern[str]:
    return re.compile(rf"(E?S-)?([0-9]{{1,4}})/([0-9]{{1,4}})({_LETTER})?(?:[-至和及]({_LETTER}))?")


@cache
def _bracketed() -> re.Pattern[str]:
    return re.compile(
        rf"([0-9]{{1,4}}|[{_HAN_DIGITS}十百]{{1,5}})([A-Z](?:[-至和及][A-Z])?)?"
        rf"\((E?S-)?([0-9]{{1,4}}|[IVXLC]{{1,8}}|[一二][零九][{_HAN_DIGITS}]{{2}}|[一二三四五六七八九十]{{1,4}})\)"
        rf"({_LETTER})?(?:[-至和及]({_LETTER}))?"
    )


@cache
def _of_parties() -> re.Pattern[str]:
    return re.compile(r"([0-9]{1,3}|[IVXL]{1,7})/(?:(CP|CMP|CMA|COP)\.)?([0-9]{1,3})")


def _read_of_parties(found: re.Match[str]) -> Number | None:
    first, meeting, last = found.groups()
    if meeting is None:
        return Number(f"{first}/{int(last)}", "roman session", roman_value(first), int(last))
    if not first.isdecimal():
        return None
    return Number(f"{int(first)}/{meeting}.{int(last)}", "COP" if meeting == "COP" else "CP", int(last), int(first))


def _read_slashed(found: re.Match[str]) -> Number:
    prefix, session, item, *letters = found.groups()
    shape: Shape = "session"
    if prefix:
        shape = "emergency" if prefix == "ES-" else "special"
    elif len(session) == 4:
        shape = "year"
    text = f"{prefix or ''}{int(session)}/{int(item)}{_lettered(*letters)}"
    return Number(text, shape, int(session), int(item))


def _read_bracketed(found: re.Match[str]) -> Number | None:
    running, inner, prefix, session, *letters = found.groups()
    item = counted(running)
    letters = [inner[0], inner[2:] or None] if inner else letters
    if len(session) == 4 and session[0] in "12一二" and "十" not in session:
        session = str(counted(session))
        return None if prefix or inner else Number(f"{item}({session})", "council", int(session), item)
    if session.isdecimal() and not prefix:
        return None
    ordinal = int(session) if session.isdecimal() else _session_value(session)
    text = f"{item}({prefix or ''}{roman(ordinal)}){_lettered(*letters)}"
    return Number(text, "roman special" if prefix else "roman", ordinal, item)


def _session_value(text: str) -> int:
    return roman_value(text) if text[0] in "IVXLC" else _han_value(text)


def _lettered(first: str | None, last: str | None) -> str:
    if not first:
        return ""
    return f" {first}-{last}" if last else f" {first}"


_ROMAN_VALUES = ((90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def roman(value: int) -> str:
    """A number from 1 to 99 in Roman numerals."""
    written = ""
    for worth, sign in _ROMAN_VALUES:
        count, value = divmod(value, worth)
        written += sign * count
    return written


def roman_value(text: str) -> int:
    """A Roman numeral in capitals as a number."""
    worth = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
    values = [worth[sign] for sign in text]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))


def counted(text: str) -> int:
    """A number in figures, digit by digit or with tens and hundreds: 3363, 三三六三, 八十二, 一百零九."""
    hundreds, hundred, rest = text.rpartition("百")
    if hundred:
        return 100 * (_HAN_DIGITS.find(hundreds) if hundreds else 1) + (counted(rest) if rest else 0)
    if "十" in text:
        return _han_value(text)
    return int("".join(str(_HAN_DIGITS.find(c)) if c in _HAN_DIGITS else c for c in text))


def _han_value(text: str) -> int:
    """三十 and 三〇 style tens: 十五 is 15, 二十一 is 21, 五 is 5."""
    tens, ten, units = text.rpartition("十")
    if not ten:
        return int("".join(str(_HAN_DIGITS.find(c)) for c in text))
    return 10 * (_HAN_DIGITS.find(tens[-1]) if tens else 1) + (_HAN_DIGITS.find(units[-1]) if units else 0)
