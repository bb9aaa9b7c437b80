"""What a card says of a treaty, a goal, a labour convention, or an instrument that the table knows by name."""

from __future__ import annotations

from store.instruments.elsewhere import SYSTEMS
from store.instruments.identity import is_identity
from store.library.card import Card
from tui.language import _


def standing_of(card: Card, held: bool = False) -> str:
    """Where the head of a card tells whether the library holds it: what is no document says what it is."""
    if not is_identity(card.symbol):
        return _("in the library") if held else _("not in the library")
    system = card.symbol.partition(" ")[0]
    if system == "SDG":
        return _("Sustainable Development Goal")
    if system in SYSTEMS:
        return _("resolution of another body")
    return _("instrument of the International Labour Organization") if system == "ILO" else _("treaty")


def facts_of(card: Card) -> list[tuple[str, str]]:
    """Labels and what the table of instruments says, which needs no document of the library."""
    known = card.instrument
    facts: list[tuple[str, str]] = []
    if known:
        facts.append((_("title"), known.title))
        if known.date and known.date not in card.dates:
            facts.append((_("adopted"), known.date))
        if known.adopted and known.adopted != card.symbol:
            facts.append((_("by resolution"), known.adopted))
    if series := _series(card.symbol):
        facts.append((_("published"), series))
    return facts


def _series(symbol: str) -> str:
    system, _space, rest = symbol.partition(" ")
    volume, _comma, number = rest.partition(", ")
    if system == "UNTS":
        where = _("United Nations, Treaty Series, vol. {volume}, No. {number}")
    elif system == "LNTS":
        where = _("League of Nations, Treaty Series, vol. {volume}, No. {number}")
    else:
        return ""
    return where.format(volume=volume, number=number or "–")
