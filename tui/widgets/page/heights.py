"""Rows of very many blocks, and their sums: cheap to ask for, cheap to correct."""

from __future__ import annotations

from collections.abc import Iterable

_SHELF = 256
"""Blocks summed together: about the root of the largest number to be expected, so that both steps are short."""


class Heights:
    """The height of each block in rows, stacked from row 0; a height of 0 hides a block."""

    def __init__(self, heights: Iterable[int]) -> None:
        self._heights = list(heights)
        starts = range(0, len(self._heights), _SHELF)
        self._shelves = [sum(self._heights[start : start + _SHELF]) for start in starts]
        self.total = sum(self._shelves)
        """Rows of all blocks."""

    def __len__(self) -> int:
        return len(self._heights)

    def __getitem__(self, index: int) -> int:
        return self._heights[index]

    def __setitem__(self, index: int, height: int) -> None:
        growth = height - self._heights[index]
        self._heights[index] = height
        self._shelves[index // _SHELF] += growth
        self.total += growth

    def top(self, index: int) -> int:
        """The row at which a block begins."""
        shelf = index // _SHELF
        return sum(self._shelves[:shelf]) + sum(self._heights[shelf * _SHELF : index])

    def find(self, row: int) -> tuple[int, int]:
        """The block that covers a row, and which of its own rows that is.

        Raises:
            IndexError: No block covers it.
        """
        if not 0 <= row < self.total:
            raise IndexError(row)
        shelf = 0
        while row >= self._shelves[shelf]:
            row -= self._shelves[shelf]
            shelf += 1
        index = shelf * _SHELF
        while row >= self._heights[index]:
            row -= self._heights[index]
            index += 1
        return index, row
