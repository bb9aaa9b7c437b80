"""What a file itself says of its text, where a plain text only lets one guess.

A Word file knows its footnotes and headings, a PDF where on the page a line stands, a web page its links; and a
reader may have said how a place is to be read. All of them say it in marks on stretches of the source's text, which
go before every rule.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from store.document import Link, Span
from store.reading.joining import one_line
from store.reading.lines import Line
from store.reading.notes import Note
from store.reading.passage import Passage
from store.reading.profile import is_spaced

MarkKind = Literal[
    "furniture",
    "heading",
    "paragraph",
    "row",
    "note",
    "call",
    "link",
    "whole",
    "rest",
    "join",
    "split",
    "type",
    "label",
    "text",
    "symbol",
    "title",
    "date",
    "cites",
]


class Mark(NamedTuple):
    """What one stretch of the source's text is; half-open, in characters."""

    start: int
    end: int
    kind: MarkKind
    """"furniture": its lines belong to the page. "heading": its lines are one. "paragraph": a block begins with it.
    "row": its line is the row of a table. "note": its lines are a footnote, which begins with its sign and white space.
    "call": it is the sign in the text that calls a footnote. "link": its words lead to an address. "whole": its lines
    are one that the page broke in several. "rest": its line goes on with the block above, whatever stands between.

    What only the user says: "join": its lines go on the block before. "split": a block begins with its first character,
    which may stand inside a line. "type" and "label": its lines are one block. "text": its lines are neither furniture
    nor a footnote. "symbol", "title", "date": those of the document, wherever the mark stands. "cites": the words in it
    cite a document, or none."""
    value: str = ""
    """"furniture": what kind of it ("head", "page", …). "heading": its level, "1" for the topmost. "note" and "call":
    the footnote's label. "link": the address. "type": a block's type. "label": its number as printed, empty for none.
    "symbol", "title", "date": what it is, the date in ISO form. "cites": the symbol cited, empty for no citation."""


class Marks:
    """The marks of one source, found by place."""

    def __init__(self, marks: Iterable[Mark]) -> None:
        self._by_kind: dict[str, list[Mark]] = {}
        for mark in sorted(marks):
            self._by_kind.setdefault(mark.kind, []).append(mark)
        self._starts = {kind: [mark.start for mark in marks] for kind, marks in self._by_kind.items()}

    def __bool__(self) -> bool:
        return bool(self._by_kind)

    def tell(self, lines: Sequence[Line]) -> None:
        """Say to each line how it begins."""
        for mark in self._of("heading"):
            for line in _within(mark, lines):
                line.marked = int(mark.value)
        for mark in (*self._of("paragraph"), *self._of("row"), *self._of("heading")):
            for line in _within(mark, lines)[:1]:
                line.begins = True
        for mark in self._of("rest"):
            for line in _within(mark, lines)[:1]:
                line.goes_on, line.label = True, None
        for mark in self._of("row"):
            for line in _within(mark, lines):
                line.row, line.label = True, None

    def whole(self, lines: Sequence[Line]) -> list[Line]:
        """The lines, those as one that the page broke in several."""
        found = list(lines)
        spaced = is_spaced(lines)
        for mark in reversed(self._of("whole")):
            own = lines_of(mark, found)
            if len(own) > 1:
                found[own.start : own.stop] = [one_line(found[own.start : own.stop], spaced=spaced)]
        return found

    def furniture(self, lines: Sequence[Line]) -> dict[int, str]:
        """The kind of furniture of each line that is some, by its index."""
        return {index: mark.value for mark in self._of("furniture") for index in lines_of(mark, lines)}

    def notes(self, lines: Sequence[Line]) -> list[Note]:
        """The footnotes, in order of the source."""
        found = []
        for mark in self._of("note"):
            own = lines_of(mark, lines)
            if own:
                sign = lines[own[0]].text.split(maxsplit=1)
                end = len(lines[own[0]].text) - len(sign[1]) if len(sign) > 1 else len(lines[own[0]].text)
                found.append(Note(mark.value, Span(0, end), tuple(own)))
        return found

    def calls(self, passage: Passage) -> Iterator[tuple[Span, str]]:
        """The signs of footnotes in a passage: where they stand in its text, and the label that each calls."""
        yield from self._spans("call", passage)

    def links(self, passage: Passage, block: str) -> Iterator[Link]:
        """The links in the text of a block or footnote."""
        for span, address in self._spans("link", passage):
            yield Link(block, span.start, passage.text[span.start : span.end], address)

    def _spans(self, kind: str, passage: Passage) -> Iterator[tuple[Span, str]]:
        marks = self._of(kind)
        if not marks or not passage.runs:
            return
        first, last = passage.runs[0].start, passage.runs[-1].start + passage.runs[-1].length
        starts = self._starts[kind]
        for mark in marks[bisect_left(starts, first) : bisect_left(starts, last)]:
            places = [
                (
                    run.at + max(mark.start, run.start) - run.start,
                    run.at + min(mark.end, run.start + run.length) - run.start,
                )
                for run in passage.runs
                if run.start < mark.end and mark.start < run.start + run.length
            ]
            if places:
                yield Span(places[0][0], places[-1][1]), mark.value

    def _of(self, kind: str) -> Sequence[Mark]:
        return self._by_kind.get(kind, ())


def lines_of(mark: Mark, lines: Sequence[Line]) -> range:
    """The lines whose text lies in a mark."""
    first = bisect_right(lines, mark.start, key=_text_start) - 1
    if first < 0 or _text_start(lines[first]) < mark.start:
        first += 1
    return range(first, max(first, bisect_left(lines, mark.end, key=_text_start)))


def _within(mark: Mark, lines: Sequence[Line]) -> Sequence[Line]:
    own = lines_of(mark, lines)
    return lines[own.start : own.stop]


def _text_start(line: Line) -> int:
    """Where in the source a line's first character stands that is not markup or white space."""
    return line.passage.runs[0].start if line.passage.runs else line.span.start
