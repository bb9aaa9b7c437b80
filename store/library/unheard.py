"""The card of a document that the library neither holds nor cites: it has an address all the same.

Only of a symbol, or of a number with its organ; and only when its session or year has come, so that a slip such as
A/RES/99/999 is told instead. That there is such a document the card does not say.
"""

from __future__ import annotations

import datetime

from store.library.card import Card, make_card
from store.symbols import Symbol


def card_of_unheard(text: str) -> Card | None:
    """The card of the one document that the whole text names; None when it names none, or one of a time to come."""
    symbol = _completed(Symbol.parse(text)) or _cited_in(text)
    if symbol is None:
        return None
    from store.citations.calendar import earliest

    since = earliest(symbol)
    return None if since and since > datetime.date.today().isoformat() else make_card(symbol, ())


def _completed(symbol: Symbol | None) -> Symbol | None:
    """With its year or session, where the public record knows it of a running number: S/RES/1325(2000)."""
    from store.bodies import session_of
    from store.numbers import read_number
    from store.symbols import of_number

    number = read_number(symbol.number or "") if symbol else None
    if symbol is None or number is None or number.shape != "plain":
        return symbol
    session = session_of(symbol.organ or "", number.item)
    return (
        of_number(symbol.organ or "", f"{number.item}({session})", decision=symbol.is_decision) if session else symbol
    )


def _cited_in(text: str) -> Symbol | None:
    """What the text cites when it is taken for a sentence that cites one document: 大会第2758号决议."""
    if "号" not in text or len(text) > 200:
        return None
    from store.citations.cite import cite
    from store.document import Block, Document, FrontMatter

    cited = cite(Document(FrontMatter(), (Block("p1", "paragraph", "1", text),))).citations
    return Symbol.parse(cited[0].symbol) if len(cited) == 1 and cited[0].symbol else None
