"""Words of a few letters for things on the screen: none begins with another, and all are as short as can be."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice, product

HOME_ROW = "fjdkslagh"
"""The letters on which the fingers rest, those of the strongest first."""


def letter_words(count: int, letters: str = HOME_ROW) -> tuple[str, ...]:
    """So many words of which none begins with another, the shortest first.

    No other such words have fewer letters in all: a word is made longer only where one letter more makes room for
    the most others, as in a code of Huffman's for things of which each is as likely.

    Args:
        count: How many.
        letters: Of what they are made, at least two different ones.

    Raises:
        ValueError: the letters are fewer than two, or one is there twice.
    """
    if len(set(letters)) < 2 or len(set(letters)) < len(letters):
        raise ValueError(letters)
    if count <= 0:
        return ()
    base, length = len(letters), 1
    while base**length < count:
        length += 1
    shorter = base ** (length - 1)
    grown = max(length == 1, -(-(count - shorter) // (base - 1)))
    stems = ["".join(stem) for stem in product(letters, repeat=length - 1)]
    kept = shorter - grown
    long = (stem + letter for stem in stems[kept:] for letter in letters)
    return tuple(islice((*stems[:kept], *long), count))


def still_meant(words: Iterable[str], typed: str) -> list[str]:
    """The words that begin with what was typed so far, in their order."""
    return [word for word in words if word.startswith(typed)]
