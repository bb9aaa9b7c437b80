"""A paragraph, or a part of the text, as one pastes it into a paper: its words, then where they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence

from store.document import Document
from store.places import address
from store.symbols import Symbol
from tui.language import language
from tui.naming import display_name, document_name, place_name
from tui.widgets.page.geometry import printed_label
from tui.widgets.page.selection import Chosen

_OPERATIVE = "执行部分"
_NUMBERED = re.compile(r"(\D*第)([^()]+)(\(.+\))?段")


def citation(document: Document, key: str, place: str) -> str:
    """Document and place as the United Nations cites them in Chinese: 大会第64/293号决议，第5(a)段."""
    return range_citation(document, key, place, place)


def range_citation(document: Document, key: str, first: str, last: str) -> str:
    """Document and range of places as the United Nations cites them in Chinese: 大会第64/293号决议，第5至7段.

    Paragraphs of an adopted resolution are its operative ones unless it says otherwise.
    """
    where = range_address(document, first, last)
    symbol = Symbol.parse(document.front.symbol or "")
    if symbol and (symbol.is_resolution or symbol.is_decision):
        where = where.removeprefix(_OPERATIVE)
    return f"{document_name(document, key)}，{where}"


def range_address(document: Document, first: str, last: str) -> str:
    """A range of places as one would cite it: 执行部分第5至7段, 第5(a)至(c)段, 序言部分第49段至执行部分第2段."""
    start, end = address(document, first), address(document, last)
    if first == last or first in _above(document, last):
        return start
    numbers = _NUMBERED.fullmatch(start), _NUMBERED.fullmatch(end)
    if not numbers[0] or not numbers[1] or numbers[0][1] != numbers[1][1]:
        return f"{start}至{end}"
    (part, number, item), (_part, other, other_item) = numbers[0].groups(""), numbers[1].groups("")
    until = other_item if number == other and item else other + other_item
    return f"{part}{number}{item}至{until}段"


def reference(document: Document, key: str, place: str) -> str:
    """Document and place in the language of the interface: A/C.3/80/L.4, operative para. 5 (a)."""
    if language() == "zh":
        return citation(document, key, place)
    return f"{display_name(document.front.symbol) if document.front.symbol else key}, {place_name(document, place)}"


def quotation(document: Document, key: str, place: str) -> str:
    """The text of a block or footnote in quotation marks and its citation."""
    return f"“{document.text_of(place)}”（{citation(document, key, place)}）"


def range_quotation(document: Document, key: str, parts: Sequence[Chosen]) -> str:
    """A part of the text, which is not empty, in quotation marks and its citation."""
    return f"“{range_text(document, parts)}”（{range_citation(document, key, parts[0].block, parts[-1].block)}）"


def range_text(document: Document, parts: Sequence[Chosen]) -> str:
    """A part of the text, a line for each paragraph; of several, those that are there from their beginning are
    labelled as they are printed.
    """
    return "\n".join(
        _label(document, part) * (len(parts) > 1) + document.text_of(part.block)[part.start : part.end]
        for part in parts
    )


def _label(document: Document, part: Chosen) -> str:
    label = printed_label(document.by_id[part.block])
    return f"{label} " if label and part.start == 0 else ""


def _above(document: Document, place: str) -> list[str]:
    """The ids of the blocks that a block stands under."""
    found: list[str] = []
    block = document.by_id.get(place)
    while block is not None and block.parent is not None and block.parent not in found:
        found.append(block.parent)
        block = document.by_id.get(block.parent)
    return found
