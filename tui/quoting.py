"""A paragraph as one pastes it into a paper: its words, then where they stand."""

from __future__ import annotations

from store.document import Document
from store.library.places import address
from store.symbols import Symbol
from tui.language import language
from tui.naming import display_name, document_name, place_name

_OPERATIVE = "执行部分"


def citation(document: Document, key: str, place: str) -> str:
    """Document and place as the United Nations cites them in Chinese: 大会第64/293号决议，第5(a)段.

    Paragraphs of an adopted resolution are its operative ones unless it says otherwise.
    """
    where = address(document, place)
    symbol = Symbol.parse(document.front.symbol or "")
    if symbol and (symbol.is_resolution or symbol.is_decision):
        where = where.removeprefix(_OPERATIVE)
    return f"{document_name(document, key)}，{where}"


def reference(document: Document, key: str, place: str) -> str:
    """Document and place in the language of the interface: A/C.3/80/L.4, operative para. 5 (a)."""
    if language() == "zh":
        return citation(document, key, place)
    return f"{display_name(document.front.symbol) if document.front.symbol else key}, {place_name(document, place)}"


def quotation(document: Document, key: str, place: str) -> str:
    """The text of a block or footnote in quotation marks and its citation."""
    return f"“{document.text_of(place)}”（{citation(document, key, place)}）"
