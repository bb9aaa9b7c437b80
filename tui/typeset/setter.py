"""Fills lines with the pieces of a text, greedily."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from tui.typeset.cells import Widths, widths_for
from tui.typeset.inset import Copy, inset
from tui.typeset.lines import Setting, Sign
from tui.typeset.pieces import BLANK, RUN, expression
from tui.typeset.rules import SIMPLIFIED, rules_for
from tui.typeset.widening import widen

NARROWEST = 2
"""Cells of the narrowest line that can hold any character."""
HANG = 2
"""Cells that a hanging mark takes beyond the measure."""


class Manner(NamedTuple):
    """How a paragraph is set."""

    language: str = SIMPLIFIED
    """Whose rules the ends of lines obey: a key of `RULES`."""
    hang: bool = False
    """Whether a stop may stand beyond the end of a line, where the language has marks that hang."""
    justify: bool = False
    """Whether all lines but the last are made as wide as the measure, by the spaces beside Latin and numbers."""


PLAIN = Manner()


class Prepared(NamedTuple):
    """A paragraph with all that does not depend on the width."""

    copy: Copy
    pieces: tuple[tuple[int, int, int | None, int], ...]
    """Its largest pieces: range of places, group, and cells."""
    widths: Widths
    manner: Manner

    def starts(self, width: int) -> list[int]:
        """Where the lines of a width begin: places in the copy.

        Raises:
            ValueError: The width is less than 2.
        """
        if width < NARROWEST:
            raise ValueError(f"no character fits into a line of {width} cells")
        stick = _Stick(self, width)
        stick.fill(self.pieces)
        return stick.starts

    def set(self, width: int) -> Setting:
        """The paragraph in lines of a width."""
        copy, widths = self.copy, self.widths
        bounds = list(pairwise([*self.starts(width), len(copy.shown)]))
        if not self.manner.justify:
            return Setting(tuple([copy.line(start, end, widths) for start, end in bounds]), widths)
        *lines, last = bounds
        justified = [copy.line(start, end, widths, widen(copy, start, end, width, widths)) for start, end in lines]
        return Setting((*justified, copy.line(*last, widths)), widths)


def prepare(text: str, signs: Sequence[Sign] = (), widths: Widths | None = None, manner: Manner = PLAIN) -> Prepared:
    """Do for a paragraph what is the same for all widths; arguments as for `typeset`."""
    widths = widths_for() if widths is None else widths
    copy = inset(text, signs, manner.language)
    return Prepared(copy, tuple(_cut(copy, widths, 0, len(copy.shown), 0)), widths, manner)


def typeset(
    text: str, width: int, signs: Sequence[Sign] = (), widths: Widths | None = None, manner: Manner = PLAIN
) -> Setting:
    """Set a paragraph in lines of at most `width` cells, beyond which only one hanging mark may stand.

    No line begins with a closing mark or a sign or ends with an opening mark, unless they and the character they
    belong to are wider than the line. No number, symbol, date or word is broken, no title of up to 12 characters and
    no pair of dashes or dots, unless it is wider than the line. Spaces at the ends of lines are not shown.

    Args:
        text: The paragraph, without its label.
        width: Cells of a line, at least 2.
        signs: What is shown between the characters, in order of `at`.
        widths: Cells of characters; ambiguous ones count 1 unless it says otherwise.
        manner: Language, hanging marks, justified lines.

    Raises:
        ValueError: The width is less than 2.
    """
    return prepare(text, signs, widths, manner).set(width)


def _cut(copy: Copy, widths: Widths, start: int, end: int, size: int) -> list[tuple[int, int, int | None, int]]:
    """The pieces of a range, as `expression` has them for a size; ideographs fill two cells each."""
    shown, measure = copy.shown, widths.measure
    pieces: list[tuple[int, int, int | None, int]] = []
    for piece in expression(size).finditer(copy.shape, start, end):
        first, last = piece.span()
        kind = piece.lastindex
        cells = 2 * (last - first) if kind == RUN else measure(shown[first:last])
        pieces.append((first, last, kind, cells))
    return pieces


class _Stick:
    """The line being filled, and where the lines so far begin: places in the copy."""

    def __init__(self, prepared: Prepared, width: int) -> None:
        self.starts = [0]
        self._copy = prepared.copy
        self._widths = prepared.widths
        self._hanging = rules_for(prepared.manner.language).hanging if prepared.manner.hang else ""
        self._width = width
        self._used = 0

    def fill(self, pieces: Sequence[tuple[int, int, int | None, int]], size: int = 0) -> None:
        """Add the pieces of a size."""
        for start, end, kind, cells in pieces:
            if kind == RUN:
                self._add_run(start, end)
            elif kind == BLANK:
                # Spaces may reach beyond the line, where they are not shown; before the text they never are.
                self._used += cells if self._used else 0
            elif self._used + cells <= self._width:
                self._used += cells
            else:
                self._add_beyond(start, end, cells, size)

    def _add_run(self, start: int, end: int) -> None:
        while (room := max(0, self._width - self._used) // 2) < end - start:
            start += room
            self._used += 2 * room
            self._begin_line(start)
        self._used += 2 * (end - start)

    def _add_beyond(self, start: int, end: int, cells: int, size: int) -> None:
        """Add a piece that the line has no room for: let its mark hang, break it, or begin a line with it."""
        room = cells - self._overhang(end)
        if self._used + room > self._width:
            if room > self._width:
                self.fill(_cut(self._copy, self._widths, start, end, size + 1), size + 1)
                return
            self._begin_line(start)
        self._used += cells

    def _overhang(self, end: int) -> int:
        mark = self._copy.shown[end - 1]
        return HANG if mark in self._hanging and self._copy.shape[end - 1] == ")" else 0

    def _begin_line(self, at: int) -> None:
        if self._used:
            self.starts.append(at)
            self._used = 0
