"""What places a document has of the kind that a reader named in vain: 执行部分第1–38段."""

from __future__ import annotations

import re

from store.document import Document
from store.places import address, fold_place, place_readings

_ORDINAL = re.compile(r"([a-z]+)(\d+)$")
_KINDS = ("pp", "op", "p", "fn")
_COUNTED = re.compile(r"(.*第|脚注)([^第]+?)(段|)$")


def is_place_like(text: str) -> bool:
    """Whether a text is written as a place is, in whatever document."""
    typed = fold_place(text.strip().removeprefix("#"))
    return any(_ORDINAL.match(reading.partition(".")[0]) for reading in place_readings(typed))


def places_near(document: Document, text: str) -> str:
    """The places nearest to one that is not there: its neighbours under the paragraph named, else all of its kind.

    Empty for a document without paragraphs that are counted.
    """
    typed = fold_place(text.strip().removeprefix("#"))
    readings = list(place_readings(typed))
    for reading in readings:
        above = reading.rpartition(".")[0]
        if above in document.by_id:
            items = [block.id for block in document.blocks if block.parent == above]
            return _range(document, items) or address(document, above)
    kinds = list(
        dict.fromkeys(found[1] for reading in readings if (found := _ORDINAL.match(reading.partition(".")[0])))
    )
    return _ranges(document, kinds) or _ranges(document, _KINDS)


def _ranges(document: Document, kinds: list[str] | tuple[str, ...]) -> str:
    return "、".join(filter(None, (_range(document, _counted(document, kind)) for kind in kinds)))


def _counted(document: Document, kind: str) -> list[str]:
    places = (*document.by_id, *document.notes_by_id)
    return [place for place in places if (found := _ORDINAL.match(place)) and found[1] == kind]


def _range(document: Document, places: list[str]) -> str:
    """The first and the last of them: 第1–38段."""
    if not places:
        return ""
    first, last = address(document, places[0]), address(document, places[-1])
    one, other = _COUNTED.fullmatch(first), _COUNTED.fullmatch(last)
    if first == last or not one or not other or one[1] != other[1]:
        return first if first == last else f"{first}至{last}"
    return f"{one[1]}{one[2]}–{other[2]}{one[3]}"
