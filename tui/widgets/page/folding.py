"""Which blocks fold together."""

from __future__ import annotations

from store.document import Block, Document


def foldable_level(document: Document, block: Block) -> frozenset[str]:
    """Ids of all blocks with something under them that stand as deep as a block does.

    A block that has nothing under it stands for its parent; where there is none, for the topmost that have.
    """
    if block.id not in document.children and block.parent is not None:
        block = document.by_id.get(block.parent, block)
    depths: dict[str, int] = {}
    for each in document.blocks:
        depths[each.id] = depths.get(each.parent, -1) + 1 if each.parent is not None else 0
    found = {place for place in document.children if place in depths}
    level = {place for place in found if depths[place] == depths[block.id]}
    if not level and found:
        top = min(depths[place] for place in found)
        level = {place for place in found if depths[place] == top}
    return frozenset(place for place in level if place is not None)
