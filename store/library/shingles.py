"""How alike two texts are, by the pairs of neighbouring characters they share: Dice's coefficient."""

from __future__ import annotations

from collections.abc import Set
from operator import add


def shingles(folded: str) -> frozenset[str]:
    """The pairs of neighbouring characters of a folded text; of a text of one character that."""
    return frozenset(map(add, folded, folded[1:])) or frozenset(folded)


def dice(one: Set[str], other: Set[str]) -> float:
    """From 0 to 1, where 1 is the same pairs."""
    both = len(one) + len(other)
    return 2 * len(one & other) / both if both else 0.0
