"""A block or footnote as references are sought in it, and what makes a reference of its words."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from store.citations.references.titles import Title, titles_in
from store.document import Block, Citation, Document, Form, Marker
from store.instruments.spelling import spelled


@dataclass
class Passage:
    """One text of the document."""

    id: str
    text: str
    spelled: str
    """The text in one width and script, of the same length."""
    markers: tuple[Marker, ...] = ()
    block: Block | None = None
    """None for a footnote."""
    citations: tuple[Citation, ...] = ()
    """Its numbers and symbols."""
    found: list[Citation] = field(default_factory=list)
    """Its references so far."""
    titles: tuple[Title, ...] = field(init=False)
    """What stands in 《》, in order."""

    def __post_init__(self) -> None:
        self.titles = titles_in(self.spelled)
        self._taken = [(citation.at, citation.end) for citation in self.citations]

    def free(self, start: int, end: int) -> bool:
        """Whether no citation and no other reference has any of these characters."""
        turn = bisect_left(self._taken, (end,))
        return turn == 0 or self._taken[turn - 1][1] <= start

    def add(self, form: Form, span: tuple[int, int], symbol: str | None, rule: str, **said: Any) -> bool:
        """Take the words at a range for a reference; False when another has some of them.

        `said` are further fields of the `Citation`.
        """
        start, end = span
        if not self.free(start, end):
            return False
        insort(self._taken, (start, end))
        self.found.append(
            Citation(self.id, start, self.text[start:end], symbol, form=form, rule=rule, **said),
        )
        return True


def passages_of(document: Document) -> list[Passage]:
    """Blocks in reading order, then footnotes in order."""
    cited = document.citations_by_place
    blocks = [Passage(b.id, b.text, spelled(b.text), b.markers, b, cited.get(b.id, ())) for b in document.blocks]
    return blocks + [Passage(n.id, n.text, spelled(n.text), (), None, cited.get(n.id, ())) for n in document.footnotes]


_FARTHEST = 4000
"""Characters before a word in which what it takes up is sought; a file without paragraphs is one text."""
_SENTENCE_END = re.compile(r"[。!?\n]")


def sentences_before(text: str, at: int) -> Iterator[tuple[int, int]]:
    """The sentence of a position up to it, then the sentences before it, the nearest first."""
    floor = max(0, at - _FARTHEST)
    ends = [found.end() for found in _SENTENCE_END.finditer(text, floor, at)]
    last = at
    for start in reversed([floor, *ends]):
        if start < last:
            yield start, last
        last = start
