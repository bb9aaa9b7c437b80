"""The file's own coordinates, which count from the page's bottom, turned into those of an upright page."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from store.reading.pdf.glyphs import Box


class Frame(NamedTuple):
    """A box in the file's own coordinates; that of a page is the part of it that is shown."""

    left: float
    bottom: float
    right: float
    top: float

    def holds(self, x: float, y: float) -> bool:
        """Whether a point is shown, the very edge included."""
        return self.left - 1 <= x <= self.right + 1 and self.bottom - 1 <= y <= self.top + 1


def turning(page: Frame, turn: int) -> Callable[[Frame], Box]:
    """How a box becomes one of the page turned so that text stands upright that runs in this direction.

    Args:
        page: the part that is shown.
        turn: the direction of the text, in quarter turns against the clock.
    """

    def turned(box: Frame) -> Box:
        left, bottom, right, top = box
        match turn:
            case 1:
                return Box(bottom - page.bottom, left - page.left, top - page.bottom, right - page.left)
            case 2:
                return Box(page.right - right, bottom - page.bottom, page.right - left, top - page.bottom)
            case 3:
                return Box(page.top - top, page.right - right, page.top - bottom, page.right - left)
            case _:
                return Box(left - page.left, page.top - top, right - page.left, page.top - bottom)

    return turned
