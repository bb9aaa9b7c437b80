"""Whether two texts call a document by the same title, though one shortens it or prints it otherwise."""

from __future__ import annotations

import re

from store.library.folding import fold
from store.library.shingles import dice, shingles

_NOT_TELLING = re.compile(r"[\s“”\"'‘’「」『』《》〈〉(（)）,，、;；:：.。\-—–·]+")
_LIKE, _UNLIKE = 0.7, 0.4
"""Shares of common pairs of characters from which on two titles are one, and below which they are two. Between the two
nobody can say: titles of one series differ in a word."""
_SHORTEST = 4
"""Characters that a title must have to tell a document when it is part of another."""


def agree_on_title(one: str, other: str) -> bool:
    """Whether both are the same title, or one the other's beginning, end or middle."""
    first, second = _plain(one), _plain(other)
    if first == second:
        return True
    shorter, longer = sorted((first, second), key=len)
    return (len(shorter) >= _SHORTEST and shorter in longer) or _likeness(first, second) >= _LIKE


def differ_in_title(one: str, other: str) -> bool:
    """Whether they are surely the titles of two documents."""
    return not agree_on_title(one, other) and _likeness(_plain(one), _plain(other)) < _UNLIKE


def _plain(title: str) -> str:
    return _NOT_TELLING.sub("", fold(title))


def _likeness(one: str, other: str) -> float:
    return dice(shingles(one), shingles(other))
