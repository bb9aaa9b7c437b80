"""How the United Nations cites a document, and a place or range of places in it, in Chinese and in English."""

from __future__ import annotations

import re
from typing import Literal

from store.document import Document
from store.library.english import english
from store.places import address
from store.symbols import Symbol

Language = Literal["zh", "en"]
"""In which a citation is written."""

_OPERATIVE = "执行部分"
_NUMBERED = re.compile(r"(\D*第)([^()]+)(\(.+\))?段")


def citation(document: Document, key: str, first: str, last: str | None = None, language: Language = "zh") -> str:
    """A place, or all from one place to another: 大会第64/293号决议，第5至7段; resolution 64/293, paras. 5 to 7.

    Paragraphs of an adopted resolution are its operative ones unless it says otherwise.

    Raises:
        KeyError: the document has no such place.
    """
    where = range_address(document, first, last or first)
    symbol = Symbol.parse(document.front.symbol or "")
    if symbol and (symbol.is_resolution or symbol.is_decision):
        where = where.removeprefix(_OPERATIVE)
    name = document_citation(document, key, language)
    return f"{name}，{where}" if language == "zh" else f"{name}, {english(where)}"


def document_citation(document: Document | None, key: str, language: Language = "zh") -> str:
    """How a citation of the document begins: 大会第64/293号决议, A/C.3/80/L.4, 《title》."""
    symbol = (document.front.symbol if document else None) or key
    if document is None or document.front.symbol:
        known = Symbol.parse(symbol)
        return symbol if known is None else known.display if language == "zh" else known.display_en
    return f"《{document.front.title}》" if document.front.title else key


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


def _above(document: Document, place: str) -> list[str]:
    """The ids of the blocks that a block stands under."""
    found: list[str] = []
    block = document.by_id.get(place)
    while block is not None and block.parent is not None and block.parent not in found:
        found.append(block.parent)
        block = document.by_id.get(block.parent)
    return found
