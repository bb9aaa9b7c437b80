"""What the library's documents say of one symbol, gathered on a card."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from store.library.mention import Mention, public_mention
from store.symbols import Symbol

if TYPE_CHECKING:
    from store.instruments.known import Instrument


class Name(NamedTuple):
    """What a text calls the document, and where it says so."""

    text: str
    document: str
    place: str
    address: str


@dataclass(frozen=True, slots=True)
class Card:
    """A cited document as its citing texts show it."""

    symbol: str
    display: str
    """As the United Nations cites it: 大会第64/293号决议."""
    link: str
    """The official address of the text; empty where none is certain."""
    names: tuple[Name, ...]
    """The one given most often first, each where it is first given."""
    dates: tuple[str, ...]
    """ISO dates of adoption, the one given most often first."""
    mentions: tuple[Mention, ...]
    """In the library's order, and in reading order within a document."""

    @property
    def instrument(self) -> Instrument | None:
        """What the table of instruments says of it."""
        from store.instruments.known import by_key

        return by_key().get(self.symbol)

    @property
    def by_document(self) -> tuple[tuple[str, tuple[Mention, ...]], ...]:
        """The mentions of each citing document together, under its key."""
        return tuple((key, tuple(those)) for key, those in groupby(self.mentions, attrgetter("document")))


def make_card(symbol: str | Symbol, mentions: Iterable[Mention]) -> Card:
    """The card of a canonical symbol, from all mentions of it."""
    known = Symbol.parse(symbol) if isinstance(symbol, str) else symbol
    cited = tuple(mentions)
    return Card(
        symbol=str(symbol),
        display=_display(str(symbol), known),
        link=_link(str(symbol), known),
        names=_names(cited),
        dates=tuple(date for date, _ in Counter(filter(None, (m.citation.date for m in cited))).most_common()),
        mentions=cited,
    )


def _display(symbol: str, known: Symbol | None) -> str:
    if known:
        return known.display
    from store.instruments.identity import is_identity, shown

    return shown(symbol) if is_identity(symbol) else symbol


def _link(symbol: str, known: Symbol | None) -> str:
    if known:
        return known.address
    from store.instruments.identity import address_of, is_identity

    return address_of(symbol) if is_identity(symbol) else f"https://undocs.org/zh/{symbol}"


def _public_instrument(instrument: Instrument | None) -> dict[str, Any] | None:
    if instrument is None:
        return None
    return {"title": instrument.title, "date": instrument.date, "adopted": instrument.adopted}


def public(card: Card) -> dict[str, Any]:
    """The card as `lookup --json` prints it."""
    return {
        "symbol": card.symbol,
        "display": card.display,
        "held": False,
        "link": card.link,
        "instrument": _public_instrument(card.instrument),
        "names": [
            {"name": name.text, "document": name.document, "place": name.place, "address": name.address}
            for name in card.names
        ],
        "dates": list(card.dates),
        "mentions": [public_mention(mention) for mention in card.mentions],
    }


def _names(mentions: tuple[Mention, ...]) -> tuple[Name, ...]:
    from store.library.folding import fold_shapes

    said = [(fold_shapes(name), name, mention) for mention in mentions for name in mention.names]
    first: dict[str, Name] = {}
    for folded, name, mention in said:
        first.setdefault(folded, Name(name, mention.document, mention.place, mention.address))
    often = Counter(folded for folded, _, _ in said)
    return tuple(first[folded] for folded, _ in often.most_common())
