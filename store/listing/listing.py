"""All annotations as one list beside what the library knows of their documents. Pure."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from store.annotations.conflicts import Conflict
from store.annotations.records import Annotation
from store.library.entry import Entry
from store.listing.notebook import Noted, Reading

Indices = Mapping[str, Sequence[int]]
"""Of annotations in the list, in its order, by what they have in common."""


@dataclass(frozen=True, slots=True)
class Source:
    """A document and which annotations of the list are its own."""

    key: str
    entry: Entry | None
    """None when the library does not hold it."""
    first: int
    after: int
    """Half-open range of the list."""

    @property
    def title(self) -> str:
        """Its title where it is known."""
        return (self.entry.title if self.entry else None) or ""


@dataclass(frozen=True, slots=True)
class Contested:
    """A state of an annotation that gave way, and the one that counts."""

    document: str
    conflict: Conflict
    kept: Annotation | None
    """None when it was removed since."""


@dataclass(frozen=True)
class Listing:
    """The annotations by document: the library's in its order, then those of documents that it does not hold."""

    annotations: Sequence[Annotation] = ()
    texts: Sequence[str] = ()
    """Folded words of each."""
    sources: tuple[Source, ...] = ()
    contested: tuple[Contested, ...] = ()
    problems: tuple[str, ...] = ()
    read: int = 0
    """Files that are read, of so many."""
    files: int = 0
    _firsts: Sequence[int] = field(default=(), repr=False)

    @property
    def is_complete(self) -> bool:
        """Whether all files are read."""
        return self.read == self.files

    def source(self, index: int) -> Source:
        """The document of an annotation."""
        return self.sources[bisect_right(self._firsts, index) - 1]

    @cached_property
    def by_tag(self) -> Indices:
        """By tag; those without one under the empty one."""
        found: dict[str, list[int]] = {}
        for index, each in enumerate(self.annotations):
            for tag in each.tags or ("",):
                found.setdefault(tag, []).append(index)
        return found

    @cached_property
    def by_kind(self) -> Indices:
        """By kind."""
        found: dict[str, list[int]] = {}
        for index, each in enumerate(self.annotations):
            found.setdefault(each.kind, []).append(index)
        return found

    @cached_property
    def by_author(self) -> Indices:
        """By who wrote it or with whose it came; the user without a name under the empty one."""
        found: dict[str, list[int]] = {}
        for index, each in enumerate(self.annotations):
            for name in {each.author or each.origin, each.origin or each.author}:
                found.setdefault(name, []).append(index)
        return found


def make_listing(
    reading: Reading, entries: Mapping[str, Entry], order: Mapping[str, Mapping[str, int]] | None = None
) -> Listing:
    """The list of what was read.

    Args:
        reading: What was read.
        entries: The library's documents by key, in its order.
        order: By document, the turn of each place in it, as far as it is known.
    """
    turns = {key: turn for turn, key in enumerate(entries)}
    held = sorted(
        (each for each in reading.noted if each.document), key=lambda one: turns.get(one.document, len(turns))
    )
    annotations: list[Annotation] = []
    texts: list[str] = []
    sources, contested = [], []
    for each in held:
        first = len(annotations)
        _append(each, (order or {}).get(each.document), annotations, texts)
        if len(annotations) > first:
            sources.append(Source(each.document, entries.get(each.document), first, len(annotations)))
        kept = {one.id: one for one in each.annotations} if each.conflicts else {}
        contested += [Contested(each.document, one, kept.get(one.lost.id)) for one in each.conflicts]
    problems = tuple(problem for each in reading.noted for problem in each.problems)
    firsts = [each.first for each in sources]
    return Listing(annotations, texts, tuple(sources), tuple(contested), problems, reading.read, reading.all, firsts)


def _append(noted: Noted, order: Mapping[str, int] | None, annotations: list[Annotation], texts: list[str]) -> None:
    if order is None:
        annotations += noted.annotations
        texts += noted.texts
        return
    last = len(order)
    rank = sorted(range(len(noted.annotations)), key=lambda at: _rank(noted.annotations[at].place, order, last))
    annotations += [noted.annotations[at] for at in rank]
    texts += [noted.texts[at] for at in rank]


def _rank(place: str, order: Mapping[str, int], last: int) -> int:
    return order.get(place, last) if place else -1
