"""Makes lines as wide as the measure by widening spaces beside Latin letters and numbers, and no others."""

from __future__ import annotations

from collections.abc import Mapping

from tui.typeset.cells import Widths
from tui.typeset.inset import Copy

WIDEST = 3
"""Cells by which one space is widened at most; a line with too few spaces stays as it is."""

_NARROW = "w0m"


def widen(copy: Copy, start: int, end: int, width: int, widths: Widths) -> Mapping[int, int]:
    """By the place of each space to be widened, by how many cells, so that a line fills a width.

    Args:
        copy: The text.
        start: Where the line begins.
        end: The place after its last.
        width: What it should fill, without a mark that hangs.
        widths: Cells of characters.
    """
    first, last = copy.trim(start, end)
    missing = width - widths.measure(copy.shown[first:last])
    if missing <= 0:
        return {}
    spaces = [at for at in range(first + 1, last - 1) if copy.shown[at] == " " and _may_widen(copy, at)]
    if missing > WIDEST * len(spaces):
        return {}
    shares = [missing * turn // len(spaces) for turn in range(len(spaces) + 1)]
    widened = ((at, shares[turn + 1] - shares[turn]) for turn, at in enumerate(spaces))
    return {at: cells for at, cells in widened if cells}


def _may_widen(copy: Copy, at: int) -> bool:
    """Whether a space stands beside a Latin letter or number, and is not one of a sign."""
    return copy.shape[at] == " " and (_is_narrow(copy, at - 1) or _is_narrow(copy, at + 1))


def _is_narrow(copy: Copy, at: int) -> bool:
    return copy.shape[at] in _NARROW or (copy.shown[at] > " " and copy.shown[at].isascii())
