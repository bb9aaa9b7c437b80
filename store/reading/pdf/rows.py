"""Characters become rows: those that stand on one line, from left to right, with what is raised above it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from store.reading.pdf.glyphs import Glyph, is_wide

_LEVEL = 0.25
"""How far, in sizes of type, characters of one line may stand from each other in height."""
_RAISED = (0.12, 0.8)
_LOWERED = 0.45
_SMALLER = 0.88
_BEFORE = 3.0
_TOUCHING = 0.6
_BESIDE = 1.5
"""How far, in sizes of type, a sign stands from its text: before it, after it, and from larger characters beside it."""
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
        around = [*rows[index + 1 : index + 4], *rows[max(0, index - 3) : index]]
        least = min((glyph.size for glyph in row.glyphs), default=row.size)
        if not any(least <= _SMALLER * other.size for other in around):
            continue
        stay: list[Glyph] = []
        for glyph in sorted(row.glyphs, key=lambda each: each.left):
            home = None if _is_attached(glyph, row) else next((each for each in around if _is_home(glyph, each)), None)
            if home is None:
                stay.append(glyph)
            else:
                home.glyphs.append(glyph._replace(raised=glyph.base < home.base))
        row.glyphs = stay


def _is_attached(glyph: Glyph, row: Row) -> bool:
    """Whether a character stands beside larger ones of its own row."""
    return any(each.size * _SMALLER >= glyph.size and _gap(glyph, each) <= _BESIDE * each.size for each in row.glyphs)


def _is_home(glyph: Glyph, row: Row) -> bool:
    """Whether a small character is a sign above or below a row: right after its text, or before all of it."""
    if glyph.size > _SMALLER * row.size or is_wide(glyph.text):
        return False
    above = (row.base - glyph.base) / row.size
    if not (_RAISED[0] <= above <= _RAISED[1] or -_LOWERED <= above < 0):
        return False
    before, after = (_BEFORE if above > 0 else _TOUCHING) * row.size, _TOUCHING * row.size
    return any(
        0 <= each.left - glyph.right + after <= before + after or 0 <= glyph.left - each.right + after <= 2 * after
        for each in row.glyphs
    )


def _gap(glyph: Glyph, other: Glyph) -> float:
    return max(other.left - glyph.right, glyph.left - other.right)


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
