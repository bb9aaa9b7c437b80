"""What the library's documents say of one symbol, gathered on a card."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from store.library.entry import Entry
from store.library.entry import public as public_entry
from store.library.families.kin import Family, public_family
from store.library.mention import Mention, public_mention
from store.library.treatments import Counts, count
from store.symbols import Symbol

if TYPE_CHECKING:
    from store.instruments.known import Instrument
    from store.library.library import Library

_NO_FAMILY = Family()
LANGUAGES = ("zh", "en", "fr", "ru", "es", "ar")
"""In which the United Nations publishes, the interface's first."""


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
    subjects: tuple[Name, ...]
    """What texts say it is about, likewise; it may be its title."""
    dates: tuple[str, ...]
    """ISO dates of adoption, the one given most often first."""
    mentions: tuple[Mention, ...]
    """In the library's order, and in reading order within a document."""
    family: Family = _NO_FAMILY
    """Drafts, reports, the series of its title: inferences."""
    title: str = ""
    """Its own, where the library holds it."""
    date: str = ""
    """Likewise, as an ISO date."""

    @property
    def links(self) -> Mapping[str, str]:
        """The official addresses of the text in each language of the United Nations, or of the page that is English."""
        if "/zh/" not in self.link:
            return {"en": self.link} if self.link else {}
        return {language: self.link.replace("/zh/", f"/{language}/", 1) for language in LANGUAGES}

    @property
    def counts(self) -> Counts:
        """How it is cited."""
        return count(self.mentions)

    @property
    def instrument(self) -> Instrument | None:
        """What the table of instruments says of it."""
        from store.instruments.known import by_key

        return by_key().get(self.symbol)

    @property
    def by_document(self) -> tuple[tuple[str, tuple[Mention, ...]], ...]:
        """The mentions of each citing document together, under its key."""
        return tuple((key, tuple(those)) for key, those in groupby(self.mentions, attrgetter("document")))


def card_of(library: Library, symbol: str | Symbol) -> Card:
    """The card of a canonical symbol with its family, whether the library holds it or not."""
    return with_family(library, make_card(symbol, library.citing(str(symbol))))


def card_of_held(library: Library, entry: Entry) -> Card:
    """The card of a document that the library holds, with its family."""
    from store.library.families.family import family_of

    card = make_card(entry.symbol or entry.key, library.citing(entry.symbol) if entry.symbol else ())
    return replace(card, family=family_of(library, entry), title=entry.title or "", date=entry.date or "")


def with_family(library: Library, card: Card) -> Card:
    """The same card with its family."""
    from store.library.families.family import family_of_symbol

    return replace(card, family=family_of_symbol(library, card.symbol, card.mentions))


def make_card(symbol: str | Symbol, mentions: Iterable[Mention]) -> Card:
    """The card of a canonical symbol, from all mentions of it, without its family."""
    known = Symbol.parse(symbol) if isinstance(symbol, str) else symbol
    cited = tuple(mentions)
    return Card(
        symbol=str(symbol),
        display=_display(str(symbol), known),
        link=_link(str(symbol), known),
        names=_names((name, mention) for mention in cited for name in mention.names),
        subjects=_names((mention.subject, mention) for mention in cited if mention.subject),
        dates=tuple(date for date, _ in Counter(filter(None, (m.citation.date for m in cited))).most_common()),
        mentions=cited,
    )


def _display(symbol: str, known: Symbol | None) -> str:
    if known:
        return known.display
    from store.instruments.identity import is_identity, shown

    return shown(symbol) if is_identity(symbol) else symbol


def _link(symbol: str, known: Symbol | None) -> str:
    """Also of what looks like a symbol, though no known series has it; none for a title."""
    if known:
        return known.address
    from store.instruments.identity import address_of, is_identity

    if is_identity(symbol):
        return address_of(symbol)
    return f"https://undocs.org/zh/{symbol}" if symbol.isascii() and "/" in symbol and " " not in symbol else ""


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
        "links": dict(card.links),
        "names": list(map(public_name, card.names)),
        "subjects": list(map(public_name, card.subjects)),
        "dates": list(card.dates),
        "family": public_family(card.family),
        "treatments": dict(card.counts.treatments),
        "parts": dict(card.counts.parts),
        "mentions": [public_mention(mention) for mention in card.mentions],
    }


def public_name(name: Name) -> dict[str, str]:
    """A name with where it is given, as `lookup --json` prints it."""
    return {"name": name.text, "document": name.document, "place": name.place, "address": name.address}


def public_held(entry: Entry, card: Card) -> dict[str, Any]:
    """A document of the library as `lookup --json` prints it."""
    said = public(card)
    joined = ("link", "links", "family", "treatments", "parts", "mentions")
    return public_entry(entry) | {"held": True} | {name: said[name] for name in joined}


def _names(given: Iterable[tuple[str, Mention]]) -> tuple[Name, ...]:
    from store.library.folding import fold_shapes

    said = [(fold_shapes(name), name, mention) for name, mention in given]
    first: dict[str, Name] = {}
    for folded, name, mention in said:
        first.setdefault(folded, Name(name, mention.document, mention.place, mention.address))
    often = Counter(folded for folded, _, _ in said)
    return tuple(first[folded] for folded, _ in often.most_common())
