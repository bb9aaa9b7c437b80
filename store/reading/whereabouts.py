"""Where in the text of the blocks a place of the source came to stand."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from store.document import Block


class Whereabouts:
    """Finds places in blocks by those of the source."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        runs = sorted((run.start, run.at, run.length, block.id) for block in blocks for run in block.runs)
        self._runs = runs
        self._starts = [start for start, *_ in runs]
        self._first = blocks[0].id if blocks else None

    def of(self, place: int) -> tuple[str | None, int]:
        """The block, and the position in its text; the end of the text before where the place itself is no text."""
        turn = bisect_right(self._starts, place) - 1
        if turn < 0:
            return self._first, 0
        start, at, length, block = self._runs[turn]
        return block, at + min(length, place - start)
