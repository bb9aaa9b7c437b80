"""Whether two titles are one: the same, one shortened, or nearly the same in other words.

UN titles change a little from year to year (改进打击贩运人口工作的协调, 改进工作协调，打击贩运人口) and are shortened
within their quotation marks (执行《联合国打击贩运人口全球行动计划》, 执行《全球行动计划》). All else is another title.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import lru_cache
from typing import Literal, NamedTuple

from store.citations.verbs import simplify
from store.numbers import fold

Likeness = Literal["same", "short", "near"]

_LEAST = 6
"""Characters of the shortest title that may be near another."""
_CHARACTERS, _PAIRS = 0.9, 0.6
"""Shares of the characters, and of the overlapping pairs of them, which near titles have in common."""
_NAME = re.compile(r"《([^《》]*)》")
_SHORTEST_NAME = 4


class Title(NamedTuple):
    """A title as it is compared."""

    letters: str
    """Without punctuation and white space, in one width and script."""
    around: str
    """The same, without what stands within 《》."""
    names: tuple[str, ...]
    """What stands within them."""


@lru_cache(maxsize=4096)
def read_title(title: str) -> Title:
    """A title made ready for comparing."""
    shaped = simplify(fold(unicodedata.normalize("NFKC", title))).casefold()
    names = tuple(map(_letters, _NAME.findall(shaped)))
    return Title(_letters(shaped), _letters(_NAME.sub("", shaped)), names)


def title_key(title: str) -> str:
    """What equal titles have in common."""
    return read_title(title).letters


def likeness(one: str | None, other: str | None) -> Likeness | None:
    """How two titles are alike; None when they are two."""
    if not one or not other:
        return None
    a, b = read_title(one), read_title(other)
    if not a.letters or not b.letters:
        return None
    if a.letters == b.letters:
        return "same"
    if a.around == b.around and len(a.names) == len(b.names) and a.names and all(map(_shortens, a.names, b.names)):
        return "short"
    return "near" if _is_near(a.letters, b.letters) else None


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _shortens(one: str, other: str) -> bool:
    """Whether the shorter name is the longer one with words left out, and ends as that does."""
    short, long = sorted((one, other), key=len)
    rest = iter(long)
    return len(short) >= _SHORTEST_NAME and short[-2:] == long[-2:] and all(each in rest for each in short)


def _is_near(one: str, other: str) -> bool:
    if min(len(one), len(other)) < _LEAST or len(one) * 4 > len(other) * 5 or len(other) * 4 > len(one) * 5:
        return False
    if 5 * len(set(one) & set(other)) < 4 * min(len(set(one)), len(set(other))):
        return False
    # A digit makes another title: of 2016 and of 2017, phase I and II.
    if [each for each in one if not each.isalpha()] != [each for each in other if not each.isalpha()]:
        return False
    return _shared(one, other) >= _CHARACTERS and _shared(_pairs(one), _pairs(other)) >= _PAIRS


def _pairs(text: str) -> list[str]:
    return [text[at : at + 2] for at in range(len(text) - 1)]


def _shared(one: str | list[str], other: str | list[str]) -> float:
    """How much two rows have in common, from 0 to 1, whatever the order (Dice)."""
    common = Counter(one) & Counter(other)
    return 2 * sum(common.values()) / (len(one) + len(other))
