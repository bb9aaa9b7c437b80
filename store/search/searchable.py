"""The text of one document made ready for finding: folded once, so that each further letter is found at once.

Positions of matches count in all texts joined; only what is shown of them is led back to the text it stands in.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from store.document import Document, Span
from store.library.folding import fold, folded_lengths
from store.search.pinyin import code_length, encode

_STRETCH = 100_000
"""Characters scanned in one go, so that other threads get their turn."""


class Held(NamedTuple):
    """A text of the document: a block's or a footnote's."""

    id: str
    place: str
    """The id of the block, or of the one that calls the footnote; a note that nothing calls is its own place."""
    text: str


class Layer:
    """Texts in another shape, joined, so that one scan finds in all of them."""

    def __init__(
        self, texts: Sequence[str], shape: Callable[[str], str], lengths: Callable[[str], Sequence[int]]
    ) -> None:
        """`lengths` tells for each character of a text where in its shape ends what became of it."""
        shapes = [shape(text) for text in texts]
        self._texts = texts
        self._lengths = lengths
        self._joined = "\n".join(shapes)
        self._starts = [0, *accumulate(len(each) + 1 for each in shapes)]

    def scan(self, pattern: re.Pattern[str]) -> list[Span]:
        """All matches in order, as half-open ranges of the texts joined; none reaches from one text into another."""
        return [
            Span(*match.span())
            for start, end in self._stretches()
            for match in pattern.finditer(self._joined, start, end)
        ]

    def ordinal(self, match: Span) -> int:
        """Which of the texts a match is in."""
        return bisect_right(self._starts, match.start) - 1

    def first_in(self, matches: Sequence[Span], ordinal: int) -> int:
        """The index of the first match in a text or after it; how many there are, when there is none."""
        return bisect_left(matches, self._starts[ordinal], key=_start)

    def spans(self, ordinal: int, matches: Sequence[Span]) -> tuple[Span, ...]:
        """Where matches in one text stand in that, as half-open ranges of its characters."""
        after, start = self._lengths(self._texts[ordinal]), self._starts[ordinal]
        return tuple(
            Span(bisect_right(after, match.start - start), bisect_right(after, match.end - 1 - start) + 1)
            for match in matches
        )

    def _stretches(self) -> Iterator[tuple[int, int]]:
        """The texts joined in ranges of whole texts, each but the last at least `_STRETCH` long."""
        start = 0
        for end in self._starts:
            if end - start >= _STRETCH:
                yield start, end
                start = end
        yield start, len(self._joined)


class Searchable:
    """A document's blocks and footnotes, each note after the first block that calls it."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.texts = tuple(_in_reading_order(document))
        self.ordinals = {held.id: ordinal for ordinal, held in enumerate(self.texts)}
        """By the id of the block or footnote."""

    @cached_property
    def folded(self) -> Layer:
        """As one searches by words."""
        return Layer([held.text for held in self.texts], fold, folded_lengths)

    @cached_property
    def initials(self) -> Layer:
        """As one searches by the initials of pinyin."""
        return Layer([held.text for held in self.texts], encode, _code_lengths)


def _in_reading_order(document: Document) -> Iterator[Held]:
    called: set[str] = set()
    for block in document.blocks:
        yield Held(block.id, block.id, block.text)
        for marker in block.markers:
            note = document.notes_by_id.get(marker.footnote or "")
            if note is not None and note.id not in called:
                called.add(note.id)
                yield Held(note.id, block.id, note.text)
    yield from (Held(note.id, note.id, note.text) for note in document.footnotes if note.id not in called)


def _code_lengths(text: str) -> list[int]:
    return list(accumulate(map(code_length, text)))


def _start(match: Span) -> int:
    return match.start
