"""Annotations under headings: their documents, tags, kinds, days, months, authors, or what their places cite. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import lru_cache
from typing import Any, Literal, NamedTuple, get_args

from store.annotations.kinds import KINDS
from store.annotations.tag_tree import SEPARATOR
from store.listing.filtering import chosen
from store.listing.listing import Indices, Listing
from store.listing.wanted import local_day

Grouping = Literal["document", "tag", "kind", "date", "month", "author", "cited"]
GROUPINGS: tuple[Grouping, ...] = get_args(Grouping)

_NUMBERS = re.compile(r"(\d+)")


class Group(NamedTuple):
    """Annotations that have something in common."""

    name: str
    """Key of the document, tag, kind, day, month, author or symbol; empty for those that have none."""
    indices: Sequence[int]
    """Of annotations in the list, in its order."""


def groups_of(listing: Listing, by: Grouping, citing: Mapping[str, Collection[int]] | None = None) -> list[Group]:
    """All annotations in groups, those that have none of what is asked last.

    Args:
        listing: The annotations.
        by: What they are grouped by. Of several tags or citations each has the annotation in its group.
        citing: By symbol, the annotations whose places cite it; for "cited".
    """
    if by == "document":
        return [Group(each.key, range(each.first, each.after)) for each in listing.sources]
    if by == "tag":
        return _sorted(listing.by_tag, lambda tag: (not tag, tag.split(SEPARATOR)))
    if by == "kind":
        order = {kind.name: turn for turn, kind in enumerate(KINDS)}
        return _sorted(listing.by_kind, lambda kind: (not kind, order.get(kind, len(order)), kind))
    if by == "author":
        return _sorted(listing.by_author, lambda author: (not author, author))
    if by == "cited":
        return _by_cited(listing, citing or {})
    return _by_time(listing, 10 if by == "date" else 7)


def fitting(groups: Sequence[Group], found: bytes | None) -> list[Group]:
    """The groups with what was found of them, without those of which nothing was; None finds everything."""
    if found is None:
        return list(groups)
    kept = (Group(each.name, chosen(each.indices, found)) for each in groups)
    return [each for each in kept if each.indices]


def _by_time(listing: Listing, length: int) -> list[Group]:
    """By the beginning of the day here on which each was changed last, the newest first."""
    found: dict[str, list[int]] = {}
    for index, each in enumerate(listing.annotations):
        found.setdefault(_minute(each.modified[:16])[:length], []).append(index)
    return [Group(name, found[name]) for name in sorted(found, reverse=True)]


@lru_cache(maxsize=100_000)
def _minute(stamp: str) -> str:
    return local_day(f"{stamp}:00Z")


def _by_cited(listing: Listing, citing: Mapping[str, Collection[int]]) -> list[Group]:
    cited = {index for those in citing.values() for index in those}
    rest = [index for index in range(len(listing.annotations)) if index not in cited]
    groups = [Group(symbol, sorted(citing[symbol])) for symbol in sorted(citing, key=_natural)]
    return [*groups, Group("", rest)] if rest else groups


def _natural(symbol: str) -> tuple[object, ...]:
    return tuple((1, int(part), "") if part.isdecimal() else (0, 0, part) for part in _NUMBERS.split(symbol))


def _sorted(indices: Indices, key: Callable[[str], tuple[Any, ...]]) -> list[Group]:
    return [Group(name, indices[name]) for name in sorted(indices, key=key)]
