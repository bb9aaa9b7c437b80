"""A text with signs set into it, and the way between places in that copy and offsets in the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tui.typeset.cells import Widths, visible
from tui.typeset.lines import Line, Sign, Stretch
from tui.typeset.pieces import SIGN, SPACES, shape_of


class Inset(NamedTuple):
    """A sign's range in the copy."""

    start: int
    end: int
    at: int
    """The offset before which it stands."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A text as shown, with its signs in it. Places are positions in `shown`."""

    shown: str
    shape: str
    """Its shape, of the same length: what is cut into pieces."""
    insets: tuple[Inset, ...] = ()

    def offset(self, place: int) -> int:
        """The offset in the text that a place stands for."""
        added = 0
        for start, end, at in self.insets:
            if place < start:
                break
            if place < end:
                return at
            added += end - start
        return place - added

    def line(self, start: int, end: int, widths: Widths) -> Line:
        """The line that holds a range of places and shows it without the spaces at its ends."""
        text = self.shown[start:end]
        last = start + len(text.rstrip(SPACES))
        first = min(last, end - len(text.lstrip(SPACES)))
        stretches = tuple(self._stretches(first, last, widths))
        return Line(self.offset(start), self.offset(end), stretches)

    def _stretches(self, start: int, end: int, widths: Widths) -> Iterator[Stretch]:
        cell = 0
        for first, last, sign in self._parts(start, end):
            text = self.shown[first:last]
            cells = widths.measure(text)
            offset = self.offset(first)
            length = 0 if sign is not None else last - first
            yield Stretch(text, offset, offset + length, cell, cells, sign)
            cell += cells

    def _parts(self, start: int, end: int) -> Iterator[tuple[int, int, int | None]]:
        """A range of places in parts that are all text, or all of one sign and its index."""
        for index, inset in enumerate(self.insets):
            if inset.end <= start or inset.start >= end:
                continue
            if start < inset.start:
                yield start, inset.start, None
            start = max(start, inset.start)
            yield start, min(end, inset.end), index
            start = inset.end
        if start < end:
            yield start, end, None


def inset(text: str, signs: Sequence[Sign]) -> Copy:
    """Set signs, in order of `at`, into a text and make all of it fit to be shown."""
    text = visible(text)
    kinds = shape_of(text)
    shown: list[str] = []
    shape: list[str] = []
    insets: list[Inset] = []
    done = place = 0
    for at, sign in signs:
        place += at - done
        shown += text[done:at], visible(sign)
        shape += kinds[done:at], SIGN * len(sign)
        insets.append(Inset(place, place + len(sign), at))
        place += len(sign)
        done = at
    return Copy("".join([*shown, text[done:]]), "".join([*shape, kinds[done:]]), tuple(insets))
