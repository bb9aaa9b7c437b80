"""How much of what stood around some words stands around them still."""

from __future__ import annotations

from itertools import takewhile


def context_share(prefix: str, suffix: str, before: str, after: str) -> float:
    """The share of a folded context that is the same, counted from the words outwards; 0 where none is known.

    Args:
        prefix: What stood before the words.
        suffix: What stood after them.
        before: What stands before them now, at least as much as before.
        after: What stands after them now.
    """
    known = len(prefix) + len(suffix)
    if not known:
        return 0.0
    same = _common(prefix[::-1], before[::-1]) + _common(suffix, after)
    return same / known


def _common(one: str, other: str) -> int:
    """How many characters two texts have in common from the start."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
