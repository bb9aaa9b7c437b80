"""How alike two paragraphs are, by the pairs of neighbouring characters they share."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cached_property

from store.document import Block
from store.library.shingles import dice, shingles

_APART = frozenset({"heading", "chapeau"})
"""Types of blocks that correspond to their own kind only."""
_QUOTES = str.maketrans("“”„‘’", '"""\'\'')
_SAME_TYPE = _SAME_LABEL = 0.05


@dataclass(frozen=True)
class Paragraph:
    """A block as it is compared."""

    block: Block

    @cached_property
    def text(self) -> str:
        """Its text without what differs from print to print: spaces, widths, quotation marks, case."""
        plain = unicodedata.normalize("NFKC", self.block.text).translate(_QUOTES)
        return "".join(plain.split()).casefold()

    @cached_property
    def shingles(self) -> frozenset[str]:
        """The pairs of neighbouring characters; of a text of one character that."""
        return shingles(self.text)

    def can_be(self, other: Paragraph) -> bool:
        """Whether one may have become the other, whatever they say: a heading becomes no paragraph."""
        mine, others = self.block.type, other.block.type
        return mine == others or not _APART & {mine, others}


def likeness(left: Paragraph, right: Paragraph) -> float:
    """From 0 to 1, where 1 is the same text: Dice's coefficient of the shingles."""
    if left.text == right.text:
        return 1.0
    return dice(left.shingles, right.shingles)


def bonus(left: Paragraph, right: Paragraph) -> float:
    """What speaks for two paragraphs beside their words: one type, one label."""
    same_label = left.block.label is not None and left.block.label == right.block.label
    return _SAME_TYPE * (left.block.type == right.block.type) + _SAME_LABEL * same_label
