"""How a text is laid out: which breaks are only the ends of layout lines, how wide it is, which signs to trust."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from store.reading.lines import Line, cells
from store.reading.phrases import STRONG_ENDS, WEAK_ENDS, opens_decision, opens_preamble

_SPACED = re.compile(r"[\u4e00-\u9fff] [0-9A-Za-z]|[0-9A-Za-z] [\u4e00-\u9fff]")
_TIGHT = re.compile(r"[\u4e00-\u9fff][0-9A-Za-z]|[0-9A-Za-z][\u4e00-\u9fff]")
# What a layout keeps in one piece at the start of a line: a word, number or symbol, or a character with its stops.
_PIECE = re.compile(r"(?:[A-Za-z0-9/().,:%-]+|[《“（(]*.)[，。；：、！？》”’）」』]*")
SHORT = 48
"""Cells of a line that may be a name, a date or a head line; a broken paragraph is longer before its break."""
_RUNNING = "，；。,;"
"""Marks of running text."""
_CUT, _CUT_OF = 3, 50
"""Paragraphs of a file that begin in the midst of a sentence, so many at least and one in so many, where lines are."""
_FEW = 4
_COLUMNS = "   "
"""What parts the columns of a letterhead or table."""
_EDGES = 3
"""Lines that an edge broke, at least."""
_WIDER = 10
"""Of so many lines one at most is much wider than the edge; else nothing breaks lines, and the short ones are names."""
_RAGGED = 4
"""Cells by which lines that an edge broke differ, at most."""
_NARROWEST = 40
"""Cells of a full line, at least."""
_SAMPLE = 60
"""Lines that are enough to tell a habit of the whole text."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What the lines of one text say about its layout."""

    wraps: frozenset[int]
    """The gaps, in blank lines (2 stands for more), at which a paragraph usually goes on."""
    width: int
    """Cells of a full layout line; 0 when the text is not wrapped."""
    trailing_ends: bool
    """White space after a line tells that a paragraph ends there."""
    parted: bool
    """Blank lines stand between paragraphs: no break without one ends any."""
    inset: int
    """Cells of white space with which a paragraph's first line begins, where its others begin with less; else 0."""
    cut: bool
    """What the file calls paragraphs are lines: many begin in the midst of a sentence."""

    def wrapped(self, line: Line) -> bool:
        """Whether the break before the line is of the kind that layout makes inside paragraphs."""
        return min(line.gap, 2) in self.wraps

    def begins(self, line: Line) -> bool:
        """Whether the file itself says that a block begins with a line, and its other lines bear that out."""
        return line.begins and not self.cut and not self.wrapped(line)

    def full(self, line: Line, following: Line | None = None, ahead: int = 0) -> bool:
        """Whether the line reaches the right edge, so that it may go on below.

        `ahead` is the width of what was printed before it on the same line of the page.

        What the next line begins with may be a piece that the layout could not break: it too must not have fitted.
        """
        if self.width == 0:
            return False
        piece = _PIECE.match(following.text) if following else None
        room = cells(piece[0]) if piece else 2
        inset = max(0, line.indent - following.indent) if following else 0
        return ahead + line.cells + inset + max(room, self.width // 10) >= self.width


def profile_of(lines: Sequence[Line]) -> Profile:
    """Measure body lines: furniture and notes taken out before. Rows of tables tell nothing of the text's own."""
    lines = [line for line in lines if not line.row]
    pairs = [(line, following) for line, following in pairwise(lines) if not following.boundary]
    open_ended = [not line.complete for line, _ in pairs]
    by_gap: tuple[list[tuple[Line, bool]], ...] = ([], [], [])
    for (line, following), goes_on in zip(pairs, open_ended, strict=True):
        by_gap[min(following.gap, 2)].append((line, goes_on))
    wraps = _wrapping(by_gap)
    going_on = [
        line
        for (line, following), goes_on in zip(pairs, open_ended, strict=True)
        if goes_on and following.label is None and min(following.gap, 2) in wraps
    ]
    widths = sorted(line.cells for line in going_on)
    enough = len(widths) >= _FEW or (len(widths) >= _EDGES and widths[-1] >= _NARROWEST)
    width = widths[len(widths) * 8 // 10] if enough else 0
    if width and sum(line.cells * 10 > width * 13 for line in lines) > max(1, len(lines) // _WIDER):
        width = 0
    return Profile(
        wraps=wraps if width else frozenset(),
        width=width,
        trailing_ends=_trailing_ends(pairs, going_on),
        parted=_parted(pairs),
        inset=_inset(pairs, going_on),
        cut=_are_cut(pairs),
    )


def _wrapping(by_gap: Sequence[Sequence[tuple[Line, bool]]]) -> frozenset[int]:
    """The gaps that layout makes inside paragraphs: where a smaller one does, lines before a larger are as wide."""
    wraps: set[int] = set()
    wide = 0
    for gap, those in enumerate(by_gap):
        if not _mostly_goes_on(those):
            continue
        widths = sorted(line.cells for line, goes_on in those if goes_on)
        middle = widths[len(widths) // 2]
        if middle * 10 >= wide * 7:
            wraps.add(gap)
            wide = max(wide, middle)
    return frozenset(wraps)


def is_running(*lines: Line) -> bool:
    """Whether lines hold marks that only running text does."""
    return any(mark in line.text for line in lines for mark in _RUNNING)


def is_cut(line: Line, following: Line) -> bool:
    """Whether a long line ends in the midst of a sentence, the rest of which the next one is."""
    if line.complete or line.cells <= SHORT or not following.complete or following.label is not None:
        return False
    return not (following.row or opens_preamble(following.text) or opens_decision(following.text))


def _are_cut(pairs: Sequence[tuple[Line, Line]]) -> bool:
    begun = [(line, following) for line, following in pairs if following.begins]
    cut = sum(is_cut(line, following) and is_running(line) for line, following in begun)
    return cut >= _CUT and cut * _CUT_OF >= len(begun)


def _mostly_goes_on(those: Sequence[tuple[Line, bool]]) -> bool:
    """Most lines before one kind of gap end in mid-sentence, and are too alike in width to be headings."""
    if _breaks_at_the_edge(those):
        return True
    widths = sorted(line.cells for line, goes_on in those if goes_on)
    if len(widths) < _FEW or len(widths) * 5 < len(those) * 2:
        return False
    middle = widths[len(widths) // 2]
    alike = sum(abs(width - middle) <= max(6, middle // 6) for width in widths)
    return middle >= 16 and alike * 2 >= len(widths)


def _breaks_at_the_edge(those: Sequence[tuple[Line, bool]]) -> bool:
    """Whether the widest lines are as wide as one another and most of them end in mid-sentence: an edge broke them."""
    running = [
        (line.cells + line.indent, goes_on)
        for line, goes_on in those
        if line.ending not in WEAK_ENDS and line.text.find(_COLUMNS, line.label.end if line.label else 0) < 0
    ]
    widest = max((width for width, _ in running), default=0)
    at_edge = [goes_on for width, goes_on in running if width >= widest - _RAGGED]
    return widest >= _NARROWEST and len(at_edge) >= _EDGES and sum(at_edge) * 3 >= len(at_edge) * 2


def _trailing_ends(pairs: Sequence[tuple[Line, Line]], going_on: Sequence[Line]) -> bool:
    """Lines that surely end a paragraph have white space after them, and lines that surely do not have none."""
    ends = [line for line, following in pairs if following.label and line.ending in STRONG_ENDS]
    if len(ends) < _FEW or len(going_on) < _FEW:
        return False
    return sum(line.trailing for line in ends) * 10 >= len(ends) * 9 and sum(
        line.trailing for line in going_on
    ) * 10 <= len(going_on)


def _parted(pairs: Sequence[tuple[Line, Line]]) -> bool:
    """What surely begins a paragraph, a label after a stop, has a blank line before it nearly everywhere."""
    gaps = [following.gap for line, following in pairs if following.label is not None and line.complete]
    return len(gaps) >= _EDGES and sum(gap > 0 for gap in gaps) * 10 >= len(gaps) * 9


def _inset(pairs: Sequence[tuple[Line, Line]], going_on: Sequence[Line]) -> int:
    """The indent of what surely begins a paragraph, if nothing that surely goes on has as much."""
    first = [
        following.indent
        for line, following in pairs
        if following.label is not None and following.label.style not in ("chinese", "letter") and line.complete
    ]
    if len(first) < _FEW:
        widest = max((line.cells for line in going_on), default=0)
        first = [following.indent for line, following in pairs if line.complete and line.cells * 5 < widest * 4]
    inner = {id(line) for line in going_on}
    rest = [following.indent for line, following in pairs if id(line) in inner]
    if len(first) < _FEW or len(rest) < _FEW:
        return 0
    inset = min(sorted(first)[len(first) // 10 :])
    return inset if sum(indent < inset for indent in rest) * 10 >= len(rest) * 9 else 0


def is_spaced(lines: Sequence[Line]) -> bool:
    """Whether a text sets spaces between Chinese and numbers or Latin words."""
    sample = "\n".join(line.text for line in lines[:_SAMPLE])
    return len(_SPACED.findall(sample)) > len(_TIGHT.findall(sample))
