"""The text of a document in lines: prepared by paragraph and set by paragraph and width, the latest of both kept."""

from __future__ import annotations

from functools import lru_cache

from store.document import Document
from tui.typeset import Manner, Prepared, Setting, Sign, Widths, prepare
from tui.widgets.links import marker_signs

_PREPARED, _SET = 1024, 2048
"""Paragraphs kept: many screens, and those in several widths."""


class Galley:
    """Sets the blocks of one document, by their index, in one manner."""

    def __init__(self, document: Document, widths: Widths, manner: Manner) -> None:
        self.document = document
        self.widths = widths
        self.manner = manner
        self._prepared = lru_cache(_PREPARED)(self._prepare)
        self._settings = lru_cache(_SET)(self._set)

    def sets(self, widths: Widths, manner: Manner) -> bool:
        """Whether it sets text so."""
        return self.widths is widths and self.manner == manner

    def setting(self, index: int, label: str, width: int) -> Setting:
        """A block in lines.

        Args:
            index: Of the block.
            label: What stands in the text before its first character; empty when its label hangs.
            width: Cells of a line.
        """
        return self._settings(index, label, width)

    def count(self, index: int, label: str, width: int) -> int:
        """How many lines that are."""
        return len(self._prepared(index, label).starts(width))

    def _prepare(self, index: int, label: str) -> Prepared:
        block = self.document.blocks[index]
        signs = [Sign(0, f"{label} ")] if label else []
        signs += [sign for sign, _marker in marker_signs(block.markers)]
        return prepare(block.text, signs, self.widths, self.manner)

    def _set(self, index: int, label: str, width: int) -> Setting:
        return self._prepared(index, label).set(width)
