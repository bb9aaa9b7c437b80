"""The source cut into its lines, each cleaned of markup, with what its place on the page tells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise

from store.document import Span
from store.progress import Progress, silent, told
from store.reading.labels import Label, read_label
from store.reading.markup import plain
from store.reading.passage import Passage, joined, whole
from store.reading.phrases import ENDS, ending
from store.reading.tagged_tables import SEPARATOR, rows_of
from store.reading.told import Told

_ENDS = "\n\r\f\v\x1c\x1d\x1e\x85\u2028\u2029"
_HEADING = re.compile(r"#{1,6}\s+(?=\S)")
_QUOTE = re.compile(r"(?:>\s?)+")
_HEAD = 30
"""Lines among which a masthead begins."""
_BULLET = re.compile(r"(?:[-+•·▪◦●–]|\*(?=\s+[(（]))\s+(?=\S)")
_SIGNS = frozenset("#>-+•·▪◦●–*")
"""With which of them all these begin."""


def cells(text: str) -> int:
    """Roughly how wide a text is printed: a Chinese character is three bytes in UTF-8 and two cells wide."""
    return (len(text) + len(text.encode("utf-8", "surrogatepass"))) // 2


@dataclass(slots=True)
class Line:
    """One line of the source that is not blank."""

    span: Span
    """From its first character to the start of the next line: blank lines after it belong to it."""
    passage: Passage
    """Its text without markup and outer white space."""
    gap: int
    """Blank lines before it."""
    indent: int
    """White space before its text, in cells."""
    trailing: bool
    """White space stood after its text."""
    marked: int = 0
    """Markdown heading signs before it."""
    bullet: str = ""
    """The list sign that stood before it."""
    boundary: bool = False
    """A page break, furniture or notes stood between it and the line before."""
    label: Label | None = None
    begins: bool = False
    """The file itself says that a block begins here."""
    row: bool = False
    """The file itself says that this is the row of a table."""
    told: Told | None = None
    """What the user says of it."""
    goes_on: bool = False
    """The file itself says that the block above goes on with this."""
    text: str = field(init=False)
    """The passage's text."""
    cells: int = field(init=False)
    """How wide it is printed."""
    ending: str = field(init=False)
    """The character that closes it, as `phrases.ending` sees it."""

    def __post_init__(self) -> None:
        self.text = self.passage.text
        self.cells = cells(self.text)
        self.ending = ending(self.text)

    @property
    def complete(self) -> bool:
        """Whether it ends as a sentence or clause does."""
        return self.ending != "" and self.ending in ENDS


def split_lines(text: str, progress: Progress = silent) -> list[Line]:
    """All lines that hold anything but white space; their spans together cover the text."""
    lines: list[Line] = []
    gap = 0
    broken = False
    start = 0
    for raw in told(text.splitlines(keepends=True), "lines", progress):
        if raw.isspace():
            gap += not raw.endswith("\f")
        else:
            for line in _lines(text, start, raw, at_head=len(lines) < _HEAD):
                line.gap, line.boundary = gap, broken
                lines.append(line)
                gap, broken = 0, False
        broken = broken or "\f" in raw
        start += len(raw)
    return _closed(lines, len(text))


def _closed(lines: list[Line], length: int) -> list[Line]:
    """Each line reaches to the next; the first begins at 0."""
    for line, following in pairwise(lines):
        if line.span.end != following.span.start:
            line.span = Span(line.span.start, following.span.start)
    if lines:
        lines[0].span = Span(0, lines[0].span.end)
        lines[-1].span = Span(lines[-1].span.start, length)
    return lines


def _lines(text: str, start: int, raw: str, *, at_head: bool) -> Iterable[Line]:
    """The line, or the rows of the table that it holds."""
    rows = rows_of(raw, at_head=at_head)
    if rows is not None:
        return _rows(text, start, raw, rows)
    line = _line(text, start, raw)
    return (line,) if line else ()


def _rows(text: str, start: int, raw: str, rows: Iterable[Iterable[Span]]) -> Iterator[Line]:
    for row in rows:
        cells = [line for cell in row if (line := _line(text, start + cell.start, raw[cell.start : cell.end]))]
        if len(cells) > 1:
            passage = joined([cell.passage for cell in cells], [SEPARATOR] * (len(cells) - 1))
            yield replace(cells[0], passage=passage, row=True, label=None)
        else:
            yield from cells


def _line(text: str, start: int, raw: str) -> Line | None:
    content = raw.strip()
    if not content:
        return None
    indent = raw.index(content)
    marked, bullet, skipped = _marks(content)
    passage = plain(whole(text, start + indent + skipped, start + indent + len(content))).strip()
    trailing = raw[indent + len(content) : indent + len(content) + 1] not in _ENDS
    span = Span(start, start + len(raw))
    return Line(span, passage, 0, cells(raw[:indent]), trailing, marked, bullet, label=read_label(passage.text))


def _marks(text: str) -> tuple[int, str, int]:
    """What Markdown puts before a line: the level of a heading, the sign of a list, and the signs' length."""
    marked, bullet, skipped = 0, "", 0
    if text[0] not in _SIGNS:
        return marked, bullet, skipped
    if text[0] == ">" and (quote := _QUOTE.match(text)):
        skipped = quote.end()
    if heading := _HEADING.match(text, skipped):
        marked, skipped = heading[0].count("#"), heading.end()
    if listed := _BULLET.match(text, skipped):
        bullet, skipped = text[skipped], listed.end()
    return marked, bullet, skipped
