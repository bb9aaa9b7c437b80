"""Which of many texts share most with some words, by pairs of neighbouring characters, counted for all texts at once.

A set of texts is one whole number, a bit for each text. Such sets are added up as an adder of hardware adds bits, so
that 50,000 texts take hardly more steps than 50.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

_OFTEN = 64
"""Texts from which on the set of those that hold a pair is kept at hand."""
_AT_HAND = 64_000_000
"""Bytes that these sets may take together."""


class Share(NamedTuple):
    """What a text has in common with some words."""

    turn: int
    """Of the text."""
    shared: int
    """Pairs that both have."""
    held: int
    """Pairs of the text."""


class Sharing:
    """Texts, by what they hold."""

    def __init__(self, texts: Iterable[frozenset[str]]) -> None:
        """Take the pairs of each text, in order."""
        self._holding: dict[str, array[int]] = defaultdict(lambda: array("I"))
        self._sizes = array("I")
        for turn, pairs in enumerate(texts):
            for pair in pairs:
                self._holding[pair].append(turn)
            self._sizes.append(len(pairs))
        self._known = lru_cache(8 * _AT_HAND // max(1, len(self._sizes)))(lambda pair: _set_of(self._holding[pair]))

    def most(self, wanted: Iterable[str], count: int) -> list[Share]:
        """The texts that share most pairs with what is wanted; none that shares nothing.

        Args:
            wanted: Pairs.
            count: How many texts at most; of those that share equally many the first.
        """
        held = [self._texts_with(pair) for pair in wanted if pair in self._holding]
        digits = list(_added(held))
        sure, rest = 0, 0
        for digit in digits:
            rest |= digit
        for digit in reversed(digits):
            more = rest & digit
            if more.bit_count() + sure.bit_count() >= count:
                rest = more
            else:
                sure |= more
                rest ^= more
        found = [*_members(sure, count), *_members(rest, count - sure.bit_count())]
        return [Share(turn, _number(digits, turn), self._sizes[turn]) for turn in found]

    def _texts_with(self, pair: str) -> int:
        held = self._holding[pair]
        return self._known(pair) if len(held) >= _OFTEN else _set_of(held)


def _set_of(members: array[int]) -> int:
    bits = bytearray(members[-1] // 8 + 1)
    for each in members:
        bits[each >> 3] |= 1 << (each & 7)
    return int.from_bytes(bits, "little")


def _added(sets: list[int]) -> Iterator[int]:
    """In how many sets each member is, as binary digits, each the set of those that have it; the lowest first."""
    while sets:
        carried = []
        while len(sets) > 1:
            one, other = sets.pop(), sets.pop()
            third = sets.pop() if sets else 0
            either = one ^ other
            sets.append(either ^ third)
            carried.append(one & other | either & third)
        yield sets[0]
        sets = carried


def _number(digits: list[int], member: int) -> int:
    return sum((digit >> member & 1) << place for place, digit in enumerate(digits))


def _members(members: int, count: int) -> Iterator[int]:
    for _ in range(count):
        if not members:
            return
        lowest = members & -members
        yield lowest.bit_length() - 1
        members ^= lowest
