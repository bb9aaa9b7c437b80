"""The best way to link two sequences without crossing links."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Link(NamedTuple):
    """Two places, one in each sequence, and how much it is worth to link them."""

    left: int
    right: int
    weight: float


def heaviest_chain(links: Iterable[Link]) -> list[Link]:
    """Those links that weigh most together while both sides grow strictly; in order.

    Takes n log n steps: the best chain that ends below a place on the right is kept in a tree of prefixes.
    """
    ordered = sorted(links, key=lambda link: (link.left, -link.right))
    rank = {place: turn for turn, place in enumerate(sorted({link.right for link in ordered}), 1)}
    best: list[tuple[float, int]] = [(0.0, -1)] * (len(rank) + 1)
    before: list[int] = []
    for turn, link in enumerate(ordered):
        weight, last = _best_below(best, rank[link.right] - 1)
        before.append(last)
        _raise(best, rank[link.right], (weight + link.weight, turn))
    return _follow(ordered, before, _best_below(best, len(rank))[1])


def _best_below(best: list[tuple[float, int]], rank: int) -> tuple[float, int]:
    found = (0.0, -1)
    while rank:
        if best[rank][0] > found[0]:
            found = best[rank]
        rank &= rank - 1
    return found


def _raise(best: list[tuple[float, int]], rank: int, chain: tuple[float, int]) -> None:
    while rank < len(best):
        if chain[0] > best[rank][0]:
            best[rank] = chain
        rank += rank & -rank


def _follow(links: list[Link], before: list[int], last: int) -> list[Link]:
    chain: list[Link] = []
    while last >= 0:
        chain.append(links[last])
        last = before[last]
    return chain[::-1]
