"""What is selected of a document's text: from one point to another, over as many blocks as lie between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from store.document import Block


class Point(NamedTuple):
    """A position between two characters of the text. Points of a document compare in the order of reading."""

    ordinal: int
    """Which block of the document it is in, counted from 0."""
    at: int
    """How many characters of that block stand before it."""


class Chosen(NamedTuple):
    """A half-open range of characters of one block that is selected."""

    block: str
    start: int
    end: int


class Selection(NamedTuple):
    """A selection grows and shrinks at its head; the anchor stays."""

    anchor: Point
    head: Point

    @property
    def first(self) -> Point:
        """Where it begins in the order of reading."""
        return min(self.anchor, self.head)

    @property
    def last(self) -> Point:
        """Where it ends."""
        return max(self.anchor, self.head)

    def swapped(self) -> Selection:
        """The same selection, to be changed at its other end."""
        return Selection(self.head, self.anchor)

    def within(self, index: int, length: int) -> tuple[int, int]:
        """The half-open range that is selected of a block of so many characters; empty outside of the selection."""
        start = self.first.at if index == self.first.ordinal else 0
        end = self.last.at if index == self.last.ordinal else length
        inside = self.first.ordinal <= index <= self.last.ordinal
        return (start, end) if inside else (0, 0)

    def parts(self, blocks: Sequence[Block]) -> Iterator[Chosen]:
        """Block by block what is selected; blocks of which nothing is are left out."""
        for index in range(self.first.ordinal, self.last.ordinal + 1):
            start, end = self.within(index, len(blocks[index].text))
            if start < end:
                yield Chosen(blocks[index].id, start, end)
