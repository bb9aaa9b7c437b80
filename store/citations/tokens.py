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
_MORE = r"(?:\s?[、,]\s?[A-Z]{1,2}){1,8}\s?(?:以及|和|及|与)\s?[A-Z]{1,2}(?![A-Za-z])"


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
    letters: tuple[int, int] | None
    """Where further parts of it are named by their letters only: 第48/75 A、C和D号."""

    @property
    def plain(self) -> bool:
        return self.number.shape == "plain"


@cache
def _number_pattern() -> re.Pattern[str]:
    """Dates come first, so that their digits are passed over."""
    return re.compile(
        rf"(?=[\dSEXVILRrDd决第零一二三四五六七八九十])(?:{DATE}"
        rf"|(?P<before>(?:(?:决议案?|决定)(?:\s{{0,2}}|\s?\((?={SLASHED}\s?\)))|{_ENGLISH})(?={SLASHED}|{BRACKETED}))?(?P<ordinal>第\s{{0,3}})?"
        rf"(?:(?<![\dA-Za-z/.\-])|(?<=[\d号]-)(?=\d{{1,4}}\s?/))"
        rf"(?P<number>(?:(?<=第)|(?<=第\s)|(?<=第\s\s)){_TORN}(?=\s{{0,3}}号)|{NUMBER})(?P<letters>{_MORE})?"
        rf"(?P<counted>\s{{0,3}}(?:[两三四五六七八九十]?号|[两三四五六七八九十]项))?(?:\s{{0,3}}(?P<kind>决议|决定(?!性))(?P<draft>草案)?)?)"
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
            found.end(),
            number,
            bool(found["ordinal"]),
            bool(found["counted"]),
            "" if found["draft"] else found["kind"] or "",
            _kind_before(found["before"] or ""),
            bool(found["draft"]),
            found.span("letters") if found["letters"] else None,
        )


def _kind_before(words: str) -> str:
    if words[:1] in ("R", "r"):
        return "决议"
    return "决定" if words[:1] in ("D", "d") else words[:2]
