"""Lines that stand for themselves: captions of tables, and the language and author of an answer or annex."""

from __future__ import annotations

from store.reading.drafts import Body
from store.reading.phrases import CAPTION, ORIGINAL

_SHORT = 48
"""Cells of an author's name, at most."""


def caption_end(body: Body, index: int) -> int | None:
    """The index after the caption of a table, with its title on the line below, or after the language of an annex.

    None when neither begins here.
    """
    line = body[index]
    if ORIGINAL.fullmatch(line.text):
        return index + 1
    caption = CAPTION.fullmatch(line.text) if line.label is None and not line.marked and not line.complete else None
    if caption is None:
        return None
    title = body[index + 1] if index + 1 < len(body) else None
    alone = len(caption["number"]) == len(line.text)
    titled = title is not None and not (title.label or title.complete or title.row or title.marked)
    return index + 2 if alone and titled else index + 1


def names_author(body: Body, index: int) -> bool:
    """Whether a short line above "[原件：法文]" names who wrote what follows."""
    line, following = body[index], body[index + 1] if index + 1 < len(body) else None
    if following is None or line.complete or line.cells > _SHORT or line.text[-1].isdecimal():
        return False
    if ORIGINAL.fullmatch(line.text):
        return False
    return ORIGINAL.fullmatch(following.text) is not None
