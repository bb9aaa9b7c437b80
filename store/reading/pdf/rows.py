"""Characters become rows: those that stand on one line, from left to right, with what is raised above it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from store.reading.pdf.glyphs import Glyph

_LEVEL = 0.25
"""How far, in sizes of type, characters of one line may stand from each other in height."""
_RAISED = (0.12, 0.8)
_LOWERED = 0.45
_SMALLER = 0.88
_NEAR = 3.0
_TWICE = 0.15
"""How far, in sizes of type, a character drawn twice to look bold stands from the first."""


@dataclass(slots=True)
class Row:
    """Characters on one line, from left to right."""

    base: float
    size: float
    glyphs: list[Glyph]

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.glyphs[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return max(glyph.right for glyph in self.glyphs)


def rows_of(glyphs: Sequence[Glyph]) -> list[Row]:
    """All characters, as rows from the top of the page to its bottom."""
    rows = [Row(level[0].base, median(glyph.size for glyph in level), level) for level in _levels(glyphs)]
    _lift(rows)
    found = [row for row in rows if row.glyphs]
    for row in found:
        row.glyphs = _once(sorted(row.glyphs, key=lambda glyph: glyph.left))
    return found


def _levels(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """Characters whose lines are at one height."""
    levels: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda each: each.base):
        if levels and glyph.base - levels[-1][0].base <= _LEVEL * min(glyph.size, levels[-1][0].size):
            levels[-1].append(glyph)
        else:
            levels.append([glyph])
    return levels


def _lift(rows: list[Row]) -> None:
    """Give small characters above or below a line to the line they belong to."""
    for index, row in enumerate(rows):
        below = [each for each in rows[index + 1 : index + 4] if _is_raised_over(row, each)]
        above = [each for each in rows[max(0, index - 3) : index] if _is_lowered_under(row, each)]
        stay: list[Glyph] = []
        for glyph in row.glyphs:
            home = next((each for each in below if _is_near(glyph, each, _NEAR)), None)
            if home is not None:
                home.glyphs.append(glyph._replace(raised=True))
                continue
            home = next((each for each in above if _is_near(glyph, each, 0.4)), None)
            (home.glyphs if home is not None else stay).append(glyph)
        row.glyphs = stay


def _is_raised_over(row: Row, other: Row) -> bool:
    above = other.base - row.base
    return row.size <= _SMALLER * other.size and _RAISED[0] * other.size <= above <= _RAISED[1] * other.size


def _is_lowered_under(row: Row, other: Row) -> bool:
    return row.size <= _SMALLER * other.size and 0 < row.base - other.base <= _LOWERED * other.size


def _is_near(glyph: Glyph, row: Row, reach: float) -> bool:
    """Whether a full character of the row stands near in its left or right."""
    room = reach * row.size
    return any(
        each.left - room <= glyph.right and glyph.left <= each.right + room for each in row.glyphs if not each.raised
    )


def _once(glyphs: list[Glyph]) -> list[Glyph]:
    """Without the characters that were drawn a second time at one place."""
    kept: list[Glyph] = []
    for glyph in glyphs:
        if not any(_is_same(glyph, other) for other in kept[-3:]):
            kept.append(glyph)
    return kept


def _is_same(glyph: Glyph, other: Glyph) -> bool:
    return (
        glyph.text == other.text
        and glyph.run != other.run
        and glyph.raised == other.raised
        and abs(glyph.left - other.left) <= _TWICE * glyph.size
    )
