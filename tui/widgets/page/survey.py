"""What a page has to know of all blocks of a document, whatever its width: counted once, for very many blocks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from store.document import Document
from tui.script import written_in
from tui.widgets.page.block import air_above, text_rows
from tui.widgets.page.geometry import level_of, longest_labels

_LONGEST = 1 << 20
"""Characters of the longest text; what is longer counts as that."""


class Survey:
    """A document as its pages need it."""

    def __init__(self, document: Document) -> None:
        self.document = document

    @cached_property
    def index_of(self) -> Mapping[str, int]:
        """Indices by block id."""
        return {block.id: index for index, block in enumerate(self.document.blocks)}

    @cached_property
    def labels(self) -> Mapping[int, str]:
        """By level, the label for which there has to be room."""
        return longest_labels(self.document.blocks)

    @cached_property
    def characters(self) -> int:
        """Of all texts together."""
        return sum(len(block.text) for block in self.document.blocks)

    @cached_property
    def language(self) -> str:
        """Whose rules the ends of lines obey."""
        return written_in(self.document)

    @cached_property
    def _sizes(self) -> Sequence[int]:
        """By block, as one number: its level, its characters, and whether it has more air above it than others."""
        return [
            (level_of(block) * _LONGEST + min(len(block.text), _LONGEST - 1)) * 2 + air_above(block, index == 0, 0)
            for index, block in enumerate(self.document.blocks)
        ]

    def estimate(self, widths: Sequence[int], spacing: int) -> list[int]:
        """Rows of each block if all of its characters were Chinese and could stand anywhere.

        Args:
            widths: Cells of a line, by level; levels beyond share the last.
            spacing: Rows from one line to the next.
        """
        return list(map(_Rows(widths, spacing).__getitem__, self._sizes))


class _Rows(dict[int, int]):
    """Rows by size, filled as sizes are met: very many blocks have few different ones."""

    def __init__(self, widths: Sequence[int], spacing: int) -> None:
        super().__init__()
        self._widths = widths
        self._spacing = spacing

    def __missing__(self, size: int) -> int:
        text, more_air = divmod(size, 2)
        level, characters = divmod(text, _LONGEST)
        width = self._widths[min(level, len(self._widths) - 1)]
        lines = max(1, -(-2 * characters // width))
        self[size] = rows = self._spacing + more_air + text_rows(lines, self._spacing)
        return rows
