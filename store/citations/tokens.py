"""Numbers in a text that may be those of resolutions, each with the words right around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from store.citations.surface import DATE
from store.numbers import BRACKETED, NUMBER, SLASHED, Number, read_number

_DIGITS = r"\d(?:\s?\d){0,3}"
_TORN = rf"{_DIGITS}\s?(?:/\s?{_DIGITS}|\(\s?\d(?:\s?\d){{3}}\s?\))"
"""A number with spaces between its figures; only read between 第 and 号."""
_ENGLISH = (
    r"(?:(?<![A-Za-z])(?:[Rr]esolutions?|RESOLUTIONS?|[Dd]ecisions?|DECISIONS?|[Rr]es\.?|[Dd]ec\.)"
    r"\s{1,2}(?:[Nn]os?\.\s?)?)"
)
_HAN = "[零一二三四五六七八九十百]"
_BEFORE = (
    rf"(?:(?:(?:决议案?|决定)\s{{0,2}}|{_ENGLISH})(?={SLASHED}|{BRACKETED}|\d{{3,4}}(?![\d/年]))"
    rf"|(?:决议|决定)\s?\((?={SLASHED}\s?\)))"
)
_SEVERAL = "[两三四五六七八九十]"
_STATED = (
    rf"\s{{0,3}}等?(?:各项|{_SEVERAL}项|有关|相关)?(?P<inner>联大|联合国大会|大会|安理会|安全理事会|经社理事会|人权理事会)?"
    r"(?P<kind>决\s?议|决\s?定(?!性))(?P<draft>草案)?"
)
_MORE = (
    r"(?:(?:\s?[、,]\s?[A-Z]{1,2}){1,8}\s?(?:以及|和|及|与)\s?[A-Z]{1,2}(?![A-Za-z])"
    r"|\s?号\s?(?:和|及)\s?[A-Z](?=\s?号))"
)


@dataclass(frozen=True, slots=True)
class Token:
    """A number in the text that may be a resolution's."""

    start: int
    end: int
    head: int
    tail: int
    number: Number
    ordinal: bool
    """第 stands before it."""
    counted: bool
    """号 stands after it."""
    kind: str
    """决议 or 决定 after it, or nothing."""
    before: str
    """决议 or 决定 before it: 大会决议 64/293, resolution 64/293."""
    draft: bool
    named_after: bool
    """An organ's name stands between 号 and 决议."""
    letters: tuple[int, int] | None
    """Where further parts of it are named by their letters only: 第48/75 A、C和D号."""

    @property
    def plain(self) -> bool:
        return self.number.shape == "plain"


@cache
def _number_pattern() -> re.Pattern[str]:
    """Dates come first, so that their digits are passed over; the characters that can begin one are tested before."""
    return re.compile(
        rf"(?=[\d决第ESXVILRD{_HAN[1:-1]}rd])(?=\d|[决第]|E?S-|[XVIL]{{1,7}}/|[RrDd]e|RE|DE|{_HAN}{{1,6}}\s?[A-Z(年])(?:{DATE}"
        rf"|(?P<before>{_BEFORE})?(?P<ordinal>第\s{{0,3}})?"
        rf"(?:(?<![\dA-Za-z/.\-])|(?<=[\d号]-)(?=\d{{1,4}}\s?[/(]))"
        rf"(?P<number>(?:(?<=第)|(?<=第\s)|(?<=第\s\s)){_TORN}(?=\s{{0,3}}号)|{NUMBER})(?P<letters>{_MORE})?"
        rf"(?P<counted>\s{{0,3}}(?:{_SEVERAL}?号|{_SEVERAL}项))?(?:{_STATED})?)"
    )


def read_tokens(folded: str) -> Iterator[Token]:
    """The numbers of a folded text, in order."""
    for found in _number_pattern().finditer(folded):
        number = read_number(found["number"]) if found["number"] else None
        if number is None:
            continue
        start, end = found.span("number")
        yield Token(
            start,
            end,
            found.start(),
            found.start("inner") if found["inner"] else found.end(),
            number,
            bool(found["ordinal"]),
            bool(found["counted"]),
            "" if found["draft"] else "".join((found["kind"] or "").split()),
            _kind_before(found["before"] or ""),
            bool(found["draft"]),
            bool(found["inner"]),
            found.span("letters") if found["letters"] else None,
        )


def _kind_before(words: str) -> str:
    if words[:1] in ("R", "r"):
        return "决议"
    return "决定" if words[:1] in ("D", "d") else words[:2]
