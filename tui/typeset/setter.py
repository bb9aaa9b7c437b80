"""Fills lines with the pieces of a text, greedily."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from tui.typeset.cells import Widths, widths_for
from tui.typeset.inset import Copy, inset
from tui.typeset.lines import Setting, Sign
from tui.typeset.pieces import BLANK, RUN, expression

NARROWEST = 2
"""Cells of the narrowest line that can hold any character."""


def typeset(text: str, width: int, signs: Sequence[Sign] = (), widths: Widths | None = None) -> Setting:
    """Set a paragraph in lines of at most `width` cells.

    No line begins with a closing mark or a sign or ends with an opening mark, and no number, symbol, date
    or word is broken, unless the width leaves no other way. Spaces at the ends of lines are not shown.

    Args:
        text: The paragraph, without its label.
        width: Cells of a line, at least 2.
        signs: What is shown between the characters, in order of `at`.
        widths: Cells of characters; ambiguous ones count 1 unless it says otherwise.

    Raises:
        ValueError: The width is less than 2.
    """
    if width < NARROWEST:
        raise ValueError(f"no character fits into a line of {width} cells")
    widths = widths or widths_for()
    copy = inset(text, signs)
    stick = _Stick(copy, width, widths)
    stick.fill(0, len(copy.shown))
    bounds = [*stick.starts, len(copy.shown)]
    return Setting(tuple(copy.line(start, end, widths) for start, end in pairwise(bounds)), widths)


class _Stick:
    """The line being filled, and where the lines so far begin: places in the copy."""

    def __init__(self, copy: Copy, width: int, widths: Widths) -> None:
        self.starts = [0]
        self._copy = copy
        self._width = width
        self._measure = widths.measure
        self._used = 0

    def fill(self, start: int, end: int, size: int = 0) -> None:
        """Add a range of the copy, cut into pieces of a size: as `expression` has them."""
        for piece in expression(size).finditer(self._copy.shape, start, end):
            kind = piece.lastindex
            if kind == RUN:
                self._add_run(piece.start(), piece.end())
            elif kind == BLANK:
                self._add_blank(piece.start(), piece.end())
            else:
                self._add_piece(piece.start(), piece.end(), size)

    def _add_run(self, start: int, end: int) -> None:
        """Ideographs fill two cells each and break anywhere."""
        while (room := max(0, self._width - self._used) // 2) < end - start:
            start += room
            self._used += 2 * room
            self._begin_line(start)
        self._used += 2 * (end - start)

    def _add_blank(self, start: int, end: int) -> None:
        """Spaces may reach beyond the line, where they are not shown; before the text they never are."""
        if self._used:
            self._used += self._measure(self._copy.shown[start:end])

    def _add_piece(self, start: int, end: int, size: int) -> None:
        cells = self._measure(self._copy.shown[start:end])
        if cells > self._width:
            self.fill(start, end, size + 1)
            return
        if self._used + cells > self._width:
            self._begin_line(start)
        self._used += cells

    def _begin_line(self, at: int) -> None:
        if self._used:
            self.starts.append(at)
            self._used = 0
