"""A row becomes pieces of text, with the spaces that it shows and the stretches that are raised or lead somewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from itertools import groupby, pairwise
from statistics import median
from typing import NamedTuple

from store.reading.pdf.glyphs import Box, Glyph, Target, is_wide
from store.reading.pdf.rows import Row

RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_APART = 1.2
"""A gap, in sizes of type, that may part two columns."""
_WIDE = 0.9
"""A gap, in sizes of type, that is shown between Chinese characters."""
_BESIDE = 0.15
"""One between Chinese and Latin."""
_WORD = 0.17
"""One between Latin words."""
_SPACE = 0.05
"""One where white space was drawn."""
_MOST = 8
"""Spaces printed for one gap, at most."""


class Spot(NamedTuple):
    """A stretch of a line's text that is raised, or leads to an address; half-open."""

    start: int
    end: int
    kind: str
    """"raised" or "link"."""
    value: str
    """The raised characters, or the address."""

    def moved(self, by: int) -> Spot:
        """The same further on."""
        return self._replace(start=self.start + by, end=self.end + by)


@dataclass(slots=True)
class Piece:
    """Text that stands on one line without a wide gap in it."""

    text: str
    left: float
    right: float
    base: float
    size: float
    opening: float
    """How wide its first word or character is, with the stops that may not leave it."""
    spots: tuple[Spot, ...] = ()

    row: bool = False
    """It is the row of a table."""

    def followed_by(self, other: Piece, between: str | None = None) -> Piece:
        """Both as one: with something between them, or with spaces for the gap that they leave."""
        if between is None:
            between = " " * max(2, min(_MOST, round((other.left - self.right) / (0.5 * self.size))))
        shift = len(self.text) + len(between)
        return replace(
            self,
            text=self.text + between + other.text,
            right=max(self.right, other.right),
            size=max(self.size, other.size),
            spots=(*self.spots, *(spot.moved(shift) for spot in other.spots)),
        )


def as_line(pieces: Sequence[Piece]) -> Piece:
    """Pieces of one row as one."""
    return reduce(Piece.followed_by, pieces)


def pieces_of(row: Row, targets: Sequence[Target], strokes: Sequence[Box] = ()) -> list[Piece]:
    """The pieces of a row, from left to right; a stroke that runs down between two characters parts them too."""
    walls = [box for box in strokes if box.top <= row.base - 0.3 * row.size <= box.bottom]
    usual = _usual_gap(row.glyphs)
    parts: list[list[Glyph]] = [[row.glyphs[0]]]
    for before, glyph in pairwise(row.glyphs):
        gap = glyph.left - before.right
        if gap - usual > _APART * row.size or any(_parts(wall, before, glyph) for wall in walls):
            parts.append([])
        parts[-1].append(glyph)
    return [_piece(part, row, usual, targets) for part in parts]


def _parts(wall: Box, before: Glyph, after: Glyph) -> bool:
    return before.right - 1 <= wall.left and wall.right <= after.left + 1


def _usual_gap(glyphs: Sequence[Glyph]) -> float:
    """How far apart the characters of a line are set: more than nothing where it was stretched to the edge."""
    gaps = [after.left - before.right for before, after in pairwise(glyphs)]
    return max(0.0, median(gaps)) if len(gaps) > 3 else 0.0


def _piece(glyphs: Sequence[Glyph], row: Row, usual: float, targets: Sequence[Target]) -> Piece:
    texts: list[str] = []
    starts: list[int] = []
    length = 0
    for index, glyph in enumerate(glyphs):
        if index:
            gap = _spaces(glyphs[index - 1], glyph, usual, row.size)
            texts.append(gap)
            length += len(gap)
        starts.append(length)
        texts.append(_printed(glyph))
        length += len(texts[-1])
    starts.append(length)
    spots = (*_raised(glyphs, starts), *_linked(glyphs, starts, targets))
    right = max(glyph.right for glyph in glyphs)
    size = median([glyph.size for glyph in glyphs if not glyph.raised] or [row.size])
    return Piece("".join(texts), glyphs[0].left, right, row.base, size, _opening(glyphs, row.size), spots)


def _printed(glyph: Glyph) -> str:
    return glyph.text.translate(RAISED) if glyph.raised else glyph.text


def _spaces(before: Glyph, glyph: Glyph, usual: float, size: float) -> str:
    """The white space that a gap shows."""
    gap = (glyph.left - before.right - usual) / size
    wide = is_wide(before.text), is_wide(glyph.text)
    if before.raised or glyph.raised:
        return " " if gap > _WORD and not (before.raised and glyph.raised) and not all(wide) else ""
    if all(wide):
        return " " * min(_MOST, round(gap / 0.5)) if gap > _WIDE else ""
    least = _SPACE if glyph.spaced else _BESIDE if any(wide) else _WORD
    return " " if gap > least else ""


def _raised(glyphs: Sequence[Glyph], starts: Sequence[int]) -> Iterator[Spot]:
    """The stretches that are raised."""
    for raised, group in groupby(range(len(glyphs)), key=lambda index: glyphs[index].raised):
        own = list(group)
        if raised:
            yield Spot(
                starts[own[0]],
                starts[own[-1]] + len(glyphs[own[-1]].text),
                "raised",
                "".join(glyphs[index].text for index in own),
            )


def _linked(glyphs: Sequence[Glyph], starts: Sequence[int], targets: Sequence[Target]) -> Iterator[Spot]:
    """The stretches under the boxes of links."""
    for box, address in targets:
        if not box.top <= glyphs[0].base - 0.2 * glyphs[0].size <= box.bottom:
            continue
        own = [i for i, glyph in enumerate(glyphs) if box.left <= (glyph.left + glyph.right) / 2 <= box.right]
        if own:
            yield Spot(starts[own[0]], starts[own[-1]] + len(glyphs[own[-1]].text), "link", address)


def _opening(glyphs: Sequence[Glyph], size: float) -> float:
    """How wide the first piece is that a layout would not break."""
    end = 0
    while end + 1 < len(glyphs) and _holds_together(glyphs[end], glyphs[end + 1], size):
        end += 1
    return glyphs[end].right - glyphs[0].left


def _holds_together(before: Glyph, after: Glyph, size: float) -> bool:
    if after.left - before.right > _BESIDE * size:
        return False
    if after.text in "，。；：、！？》”’）」』,.;:!?)" or after.raised or before.text in "《“（「『‘(":
        return True
    return not is_wide(before.text) and not is_wide(after.text)
