"""What the user says that a place cites is done, whatever the rules made of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import NamedTuple

from store.citations.evidence import Place
from store.citations.grounds import Rule
from store.citations.kinds import DOUBTS
from store.citations.resolve import Settled
from store.document import Block, Citation, Document, Footnote, Span
from store.numbers import read_number
from store.reading.marks import Mark
from store.symbols import Symbol

RULE: Rule = "settled"


def settle(document: Document, corrections: Iterable[Mark]) -> Document:
    """The document with its citations as the user settled them; his word is no doubt any more.

    A mark of the kind "cites" says which document its stretch of the source cites, or with no value that it cites
    none. The citation that it meets is found by that stretch, so that a better reader may draw its ends otherwise;
    where none is met and a document is named, there is one from now on. What was said last of a place holds.
    """
    marks = [mark for mark in corrections if mark.kind == "cites"]
    if not marks:
        return document
    desk = _Desk(document)
    for mark in marks:
        desk.apply(mark)
    return desk.document()


def settled_numbers(document: Document, places: Iterable[Place], corrections: Iterable[Mark]) -> Settled:
    """The symbols that the user gave to numbers, by place and start: what they tell of the same number elsewhere."""
    marks = [mark for mark in corrections if mark.kind == "cites"]
    if not marks:
        return {}
    desk = _Desk(document)
    said = [(*desk.place(mark), Symbol.parse(mark.value)) for mark in marks]
    found: dict[tuple[str, int], Symbol] = {}
    for place in places:
        for surface in place.surfaces:
            for block, span, symbol in said:
                if symbol and block == place.id and surface.start < span.end and span.start < surface.end:
                    found[place.id, surface.start] = symbol
    return found


class _Stretch(NamedTuple):
    """A part of a text that stands unchanged in the source."""

    start: int
    end: int
    place: str
    at: int


class _Desk:
    """The citations while they are being settled."""

    def __init__(self, document: Document) -> None:
        self._document = document
        owners: Sequence[Block | Footnote] = (*document.blocks, *document.footnotes)
        self._turns = {owner.id: turn for turn, owner in enumerate(owners)}
        self._stretches = sorted(_stretches(owners))
        self._citations, self._references = list(document.citations), list(document.references)
        self._settled: set[tuple[str | None, int]] = set()

    def apply(self, mark: Mark) -> None:
        """Do what one mark says."""
        place, span = self.place(mark)
        if place is None or span.start >= span.end:
            return
        met = False
        for kept in (self._citations, self._references):
            for index in reversed(range(len(kept))):
                each = kept[index]
                if each.block == place and each.at < span.end and span.start < each.end:
                    met = True
                    self._settled.add((place, each.at))
                    kept[index : index + 1] = [_settled(each, mark.value)] if mark.value else []
        if mark.value and not met:
            self._add(place, span, mark.value)

    def document(self) -> Document:
        """The document as it is settled."""
        doubts = (d for d in self._document.doubts if d.kind not in DOUBTS or (d.block, d.at) not in self._settled)
        return replace(
            self._document,
            citations=tuple(sorted(self._citations, key=self._order)),
            references=tuple(sorted(self._references, key=self._order)),
            doubts=tuple(doubts),
        )

    def _order(self, citation: Citation) -> tuple[int, int]:
        return self._turns[citation.block], citation.at

    def place(self, mark: Mark) -> tuple[str | None, Span]:
        """The block or footnote in which a mark begins, and the part of its text that it covers."""
        first = bisect_right(self._stretches, mark.start, key=lambda stretch: stretch.start) - 1
        if first >= 0 and self._stretches[first].end <= mark.start:
            first += 1
        covered: list[_Stretch] = []
        for stretch in islice(self._stretches, max(first, 0), None):
            if stretch.start >= mark.end or (covered and stretch.place != covered[0].place):
                break
            covered.append(stretch)
        if not covered:
            return None, Span(0, 0)
        last = covered[-1]
        start = covered[0].at + max(0, mark.start - covered[0].start)
        return last.place, Span(start, last.at + min(mark.end, last.end) - last.start)

    def _add(self, place: str, span: Span, symbol: str) -> None:
        surface = self._document.text_of(place)[span.start : span.end]
        if Symbol.parse(surface) or read_number(surface):
            form, kept = ("symbol" if "/" in surface and surface[0].isalpha() else "number"), self._citations
        else:
            form, kept = "short", self._references
        kept.append(_settled(Citation(place, span.start, surface, None, form=form), symbol))  # type: ignore[arg-type]


def _settled(citation: Citation, symbol: str) -> Citation:
    known = Symbol.parse(symbol)
    return citation._replace(
        symbol=known.text if known else symbol,
        target=None,
        rule=RULE,
        words="",
        confidence="sure",
        candidates=(),
    )


def _stretches(owners: Iterable[Block | Footnote]) -> Iterator[_Stretch]:
    for owner in owners:
        for run in owner.runs:
            yield _Stretch(run.start, run.start + run.length, owner.id, run.at)
