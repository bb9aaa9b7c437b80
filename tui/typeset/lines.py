"""A paragraph set in lines: what each line shows, and the way from cells to offsets and back."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from tui.typeset.cells import Widths


class Sign(NamedTuple):
    """Something shown in a text that is not of it: a footnote's marker."""

    at: int
    """The offset before which it stands; it stays with the character before it."""
    text: str


class Place(NamedTuple):
    """Where something stands in a set paragraph."""

    row: int
    cell: int
    """Cells from the line's beginning."""
    cells: int = 0


class Stretch(NamedTuple):
    """A part of a line that is all text or all sign."""

    text: str
    """As shown; one character for each character of the range, unless it is a sign."""
    start: int
    end: int
    """Range of offsets in the paragraph's text; empty for a sign."""
    cell: int
    """Where it begins in the line."""
    cells: int
    sign: int | None = None
    """The sign's index, when it is one."""
    pad: int = 0
    """Blank cells after the text, counted in `cells`: how much the space at its end is widened."""

    @property
    def shown(self) -> str:
        """The text with the space at its end as wide as it is shown."""
        return self.text + " " * self.pad


class Line(NamedTuple):
    """One line. The ranges of a paragraph's lines follow each other without a gap."""

    start: int
    end: int
    """Range of offsets, with the spaces at its end that are not shown."""
    stretches: tuple[Stretch, ...]

    @property
    def text(self) -> str:
        """What the line shows."""
        return "".join(stretch.shown for stretch in self.stretches)

    @property
    def cells(self) -> int:
        """How wide it is."""
        return sum(stretch.cells for stretch in self.stretches)


@dataclass(frozen=True)
class Setting:
    """A paragraph set in lines: at least one, which is empty when the text is."""

    lines: tuple[Line, ...]
    widths: Widths

    @cached_property
    def _starts(self) -> list[int]:
        return [line.start for line in self.lines]

    def row_of(self, offset: int) -> int:
        """The line that holds an offset; the last one for an offset beyond the text."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def locate(self, offset: int) -> Place:
        """Where the character at an offset stands; a space not shown stands at the end of its line."""
        row = self.row_of(offset)
        line = self.lines[row]
        for stretch in line.stretches:
            if stretch.start <= offset < stretch.end:
                inside = offset - stretch.start
                before = self.widths.measure(stretch.text[:inside])
                widened = stretch.pad if offset + 1 == stretch.end else 0
                return Place(row, stretch.cell + before, self.widths[stretch.text[inside]] + widened)
        shown = next((stretch.start for stretch in line.stretches), line.end)
        return Place(row, 0 if offset < shown else line.cells)

    def locate_sign(self, index: int) -> Place:
        """Where a sign stands. Raises IndexError when there is no such sign."""
        for row, line in enumerate(self.lines):
            for stretch in line.stretches:
                if stretch.sign == index:
                    return Place(row, stretch.cell, stretch.cells)
        raise IndexError(index)

    def offset_at(self, row: int, cell: int) -> int:
        """The offset of the character shown at a cell, or of the nearest of its line.

        A sign has the offset it stands before; beyond the line's end it is the one after its last character.
        """
        line = self.lines[row]
        for stretch in line.stretches:
            if cell < stretch.cell + stretch.cells:
                return stretch.start if stretch.sign is not None else self._offset_in(stretch, cell)
        return line.stretches[-1].end if line.stretches else line.start

    def sign_at(self, row: int, cell: int) -> int | None:
        """The index of the sign shown at a cell."""
        for stretch in self.lines[row].stretches:
            if stretch.sign is not None and stretch.cell <= cell < stretch.cell + stretch.cells:
                return stretch.sign
        return None

    def _offset_in(self, stretch: Stretch, cell: int) -> int:
        edge = stretch.cell
        for offset, character in enumerate(stretch.text, stretch.start):
            edge += self.widths[character]
            if cell < edge:
                return offset
        return stretch.end - 1
