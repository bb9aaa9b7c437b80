"""The entries of a document's outline: blocks, the parts of a resolution, and ranges of very many paragraphs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from store.document import Block, Document

EntryKind = Literal["block", "preamble", "operative", "range"]

_CROWD = 400
"""More entries than this on one level are put into ranges."""
_RANGE = 100
"""Entries of a range, at least."""
PARTS = ("preamble", "operative")
"""Kinds of entries that are parts of a resolution."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the outline."""

    kind: EntryKind
    blocks: tuple[Block, ...]
    """The one block, or those put together, in order of reading."""

    @property
    def block(self) -> Block | None:
        """The block that the entry stands for; None when it stands for several."""
        return self.blocks[0] if self.kind == "block" else None

    @property
    def count(self) -> int:
        """How many paragraphs of its kind a part has."""
        return sum(block.type == self.kind for block in self.blocks)

    def holds(self, block: Block, order: Mapping[str, int]) -> bool:
        """Whether a block is among those of the entry; `order` is the reading order of all ids."""
        return order[self.blocks[0].id] <= order[block.id] <= order[self.blocks[-1].id]


def entries_of(blocks: Sequence[Block]) -> list[Entry]:
    """The entries for blocks of one parent: preambular and operative parts of a resolution are put together."""
    if not any(block.type in PARTS for block in blocks):
        return _one_by_one(blocks)
    entries: list[Entry] = []
    start = 0
    while start < len(blocks):
        kind = blocks[start].type
        if kind == "preamble" or kind == "operative":
            end = _end_of_part(blocks, start)
            entries.append(Entry(kind, tuple(blocks[start:end])))
        else:
            end = start + 1
            entries.append(Entry("block", (blocks[start],)))
        start = end
    return entries


def counts_under(document: Document) -> Mapping[str, int]:
    """How many blocks stand under each block, at any depth; those with none are left out."""
    counts: dict[str, int] = {}
    for block in reversed(document.blocks):
        if block.parent is not None:
            counts[block.parent] = counts.get(block.parent, 0) + 1 + counts.get(block.id, 0)
    return counts


def entries_in(entry: Entry) -> list[Entry]:
    """The entries for the blocks that an entry puts together."""
    blocks = entry.blocks
    if entry.kind == "range":
        return [Entry("block", (block,)) for block in blocks]
    return _one_by_one(blocks)


def _end_of_part(blocks: Sequence[Block], start: int) -> int:
    """The index after the last block of a part. Other text between its paragraphs belongs to it."""
    end = start + 1
    for index in range(start + 1, len(blocks)):
        if blocks[index].type == blocks[start].type:
            end = index + 1
        elif blocks[index].type not in ("text", "item"):
            break
    return end


def _one_by_one(blocks: Sequence[Block]) -> list[Entry]:
    """An entry for each block, or for ranges of them where there are too many to look through."""
    if len(blocks) <= _CROWD:
        return [Entry("block", (block,)) for block in blocks]
    size = max(_RANGE, -(-len(blocks) // _CROWD))
    return [Entry("range", tuple(blocks[at : at + size])) for at in range(0, len(blocks), size)]
