"""A text with signs set into it, and the way between places in that copy and offsets in the text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from tui.typeset.cells import Widths, visible
from tui.typeset.kinds import SIGN, SPACES, shape_of
from tui.typeset.lines import Line, Sign, Stretch

_UNWIDENED: Mapping[int, int] = {}


class Inset(NamedTuple):
    """A sign's range in the copy."""

    start: int
    end: int
    at: int
    """The offset before which it stands."""


class Copy(NamedTuple):
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

    def trim(self, start: int, end: int) -> tuple[int, int]:
        """A range of places without the spaces at its ends."""
        text = self.shown[start:end]
        last = start + len(text.rstrip(SPACES))
        return min(last, end - len(text.lstrip(SPACES))), last

    def line(self, start: int, end: int, widths: Widths, widened: Mapping[int, int] = _UNWIDENED) -> Line:
        """The line that holds a range of places and shows it without the spaces at its ends.

        Args:
            start: The first place.
            end: The place after the last.
            widths: Cells of characters.
            widened: By the place of a space, cells by which it is widened.
        """
        stretches = tuple(self._stretches(*self.trim(start, end), widths, widened))
        return Line(self.offset(start), self.offset(end), stretches)

    def _stretches(self, start: int, end: int, widths: Widths, widened: Mapping[int, int]) -> Iterator[Stretch]:
        cell = 0
        for first, last, sign in self._parts(start, end, widened):
            text = self.shown[first:last]
            pad = widened.get(last - 1, 0) if widened else 0
            cells = widths.measure(text) + pad
            offset = self.offset(first)
            length = 0 if sign is not None else last - first
            yield Stretch(text, offset, offset + length, cell, cells, sign, pad)
            cell += cells

    def _parts(self, start: int, end: int, widened: Mapping[int, int]) -> Iterator[tuple[int, int, int | None]]:
        """A range of places in parts that are all text up to a widened space, or all of one sign and its index."""
        for index, inset in enumerate(self.insets):
            if inset.end <= start or inset.start >= end:
                continue
            if start < inset.start:
                yield from _split(start, inset.start, widened)
            start = max(start, inset.start)
            yield start, min(end, inset.end), index
            start = inset.end
        if start < end:
            yield from _split(start, end, widened)


def inset(text: str, signs: Sequence[Sign], language: str) -> Copy:
    """Set signs, in order of `at`, into a text and make all of it fit to be shown."""
    kinds = shape_of(text, language)
    text = visible(text)
    if not signs:
        return Copy(text, kinds)
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


def _split(start: int, end: int, widened: Mapping[int, int]) -> Iterator[tuple[int, int, None]]:
    for place in widened:
        if start <= place < end:
            yield start, place + 1, None
            start = place + 1
    if start < end:
        yield start, end, None
