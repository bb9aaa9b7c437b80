"""The documents that the library cites most and does not hold."""

from __future__ import annotations

from collections import Counter
from typing import Any, NamedTuple

from store.library.families.queries import names_of
from store.library.library import Library


class Wanted(NamedTuple):
    """One that is cited and not there."""

    symbol: str
    display: str
    """As the United Nations cites it."""
    name: str | None
    """What it is called most often."""
    citations: int
    documents: int
    """How many documents cite it."""
    link: str
    """The official address of its text."""


def wanted(library: Library, limit: int | None = None) -> tuple[tuple[Wanted, ...], int]:
    """The most cited first, at most so many, and how many there are in all.

    What is no document of the United Nations, as volumes of treaties and goals, is not among them.
    """
    held = {entry.symbol for entry in library.known() if entry.symbol}
    citations, documents = _counts(library)
    from store.instruments.identity import is_identity

    # What has no stroke is a volume of treaties, a goal, a convention of labour.
    lacking = sorted(
        (symbol for symbol in citations if "/" in symbol and symbol not in held and not is_identity(symbol)),
        key=lambda symbol: (-citations[symbol], -documents[symbol], symbol),
    )
    return tuple(
        _wanted(symbol, _name(library, symbol), citations[symbol], documents[symbol]) for symbol in lacking[:limit]
    ), len(lacking)


def _wanted(symbol: str, name: str | None, citations: int, documents: int) -> Wanted:
    from store.library.card import make_card

    card = make_card(symbol, ())
    return Wanted(symbol, card.display, name, citations, documents, card.link)


def public(found: Wanted) -> dict[str, Any]:
    """One as `wanted --json` prints it."""
    return found._asdict()


def _counts(library: Library) -> tuple[Counter[str], Counter[str]]:
    keys = {entry.digest for entry in library.known()}
    citations: Counter[str] = Counter()
    documents: Counter[str] = Counter()
    for digest, symbol, numbered, _named in library.ask(lambda index: index.cited()):
        if digest in keys and numbered:
            citations[symbol] += numbered
            documents[symbol] += 1
    return citations, documents


def _name(library: Library, symbol: str) -> str | None:
    names = Counter(library.ask(lambda index: names_of(index, symbol)))
    return next((name for name, _ in names.most_common(1)), None)
