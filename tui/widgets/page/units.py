"""What a selection grows by: characters, words, sentences, paragraphs. Where words end, others may know better."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from enum import Enum, auto
from functools import cache

from store.document import Document, Span
from tui.widgets.page.selection import Point

Cutter = Callable[[str, Sequence[Span]], Sequence[Span]]
"""The words of a text, given the ranges of which each is one word whatever it holds."""

_CHARACTER = "(?s:.)[\u0300-\u036f\u20d0-\u20ff\ufe00-\ufe0f\U000e0100-\U000e01ef]*"
"""A character with the marks that are drawn over it."""
_WORD = r"[\u3400-\u9fff]+|[^\W\u3400-\u9fff]+(?:[./\-’'][^\W\u3400-\u9fff]+)*"
_SENTENCE = r"(?s:\s*(\S.*?(?:[。！？；!?;][”’」』）)\]】》]*|$)))"

_REMEMBERED = 8
"""Blocks whose units are kept at hand."""


class Unit(Enum):
    """Something by which one selects."""

    CHARACTER = auto()
    WORD = auto()
    SENTENCE = auto()
    PARAGRAPH = auto()


def simple_words(text: str, whole: Sequence[Span]) -> list[Span]:
    """Runs of ideographs, and of letters with digits: words as far as one sees them without a dictionary."""
    found: list[Span] = []
    at = 0
    word = _compiled(_WORD)
    for start, end in sorted(whole):
        found += (Span(*match.span()) for match in word.finditer(text, at, start))
        found.append(Span(start, end))
        at = end
    found += (Span(*match.span()) for match in word.finditer(text, at))
    return found


@cache
def _compiled(expression: str) -> re.Pattern[str]:
    """Made when it is first needed: the first text of a document does not wait for how selections grow."""
    return re.compile(expression)


class Units:
    """The units of a document's blocks, by the index of the block."""

    def __init__(self, document: Document, cut: Cutter = simple_words) -> None:
        self.document = document
        self._cut = cut
        self._known: dict[tuple[int, Unit], Sequence[Span]] = {}

    def of(self, index: int, unit: Unit) -> Sequence[Span]:
        """The units of a block in order, without overlap; what is between words is none of them."""
        known = self._known.get((index, unit))
        if known is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            known = self._known[index, unit] = tuple(self._find(index, unit))
        return known

    def around(self, point: Point, unit: Unit) -> Span:
        """The unit that holds the character after a point; beside all words that character, at the end nothing."""
        spans = self.of(point.ordinal, unit)
        turn = bisect_right(spans, point.at, key=_start) - 1
        if turn >= 0 and point.at < spans[turn].end:
            return spans[turn]
        return Span(point.at, point.at) if unit is Unit.CHARACTER else self.around(point, Unit.CHARACTER)

    def end_after(self, point: Point, unit: Unit) -> Point | None:
        """The end of the unit that a point is in or that follows it in its block."""
        spans = self.of(point.ordinal, unit)
        turn = bisect_right(spans, point.at, key=_end)
        return Point(point.ordinal, spans[turn].end) if turn < len(spans) else None

    def start_before(self, point: Point, unit: Unit) -> Point | None:
        """The beginning of the unit that a point is in or that precedes it in its block."""
        spans = self.of(point.ordinal, unit)
        turn = bisect_left(spans, point.at, key=_start) - 1
        return Point(point.ordinal, spans[turn].start) if turn >= 0 else None

    def _find(self, index: int, unit: Unit) -> Iterator[Span]:
        block = self.document.blocks[index]
        match unit:
            case Unit.CHARACTER:
                yield from (Span(*match.span()) for match in _compiled(_CHARACTER).finditer(block.text))
            case Unit.WORD:
                cited = self.document.citations_by_place.get(block.id, ())
                yield from self._cut(block.text, [Span(citation.at, citation.end) for citation in cited])
            case Unit.SENTENCE:
                yield from (Span(*match.span(1)) for match in _compiled(_SENTENCE).finditer(block.text))
            case Unit.PARAGRAPH:
                if block.text:
                    yield Span(0, len(block.text))


def _start(span: Span) -> int:
    return span.start


def _end(span: Span) -> int:
    return span.end
