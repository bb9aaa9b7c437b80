"""What a card says of a document, in words: for the card's own screen, and for a glimpse of it."""

from __future__ import annotations

from typing import NamedTuple

from store.library.card import Card
from tui.addresses import spoken_address
from tui.instrument_words import facts_of
from tui.language import _, n_
from tui.naming import NONE
from tui.relation_words import series_words

_NAMES = 3
"""How many names are told; a resolution cited often has many that differ in a word."""


class Particular(NamedTuple):
    """One thing that is known."""

    label: str
    """What it is; empty for one more of what was told before."""
    text: str
    source: str = ""
    """Who says so, and where."""


def particulars_of(card: Card) -> list[Particular]:
    """Its own title or what the table of instruments says, its names, or else what it is about, the dates given for it,
    its series, its official address."""
    label, given = (_("called"), card.names) if card.names or not card.subjects else (_("about"), card.subjects)
    called = [Particular("", name.text, _source(name.document, name.address)) for name in given[:_NAMES]]
    own = [(_("title"), card.title)] if card.title else []
    facts = [Particular(name, fact) for name, fact in (*own, *facts_of(card))]
    # Where title and date are told already, it is no news that the library's documents tell none.
    unknown = [] if facts else [NONE]
    called = called or [Particular("", text) for text in unknown]
    given_dates = dict.fromkeys(filter(None, (card.date, *card.dates)))
    dates = [" · ".join(given_dates)] if given_dates else unknown
    series = series_words(card.family.of("series"))
    languages = " · ".join(language for language in card.links if f"/{language}/" not in card.link)
    return [
        *facts,
        *(each._replace(label=label) for each in called[:1]),
        *called[1:],
        *(Particular(_("date"), text) for text in dates),
        *([Particular(_("series"), series)] if series else []),
        Particular(_("official text"), card.link or NONE, languages),
    ]


def count_of(card: Card) -> tuple[str, str]:
    """How often it is cited and named, and in how many documents; both empty where nobody cites it."""
    if not card.mentions:
        return "", ""
    documents = len(card.by_document)
    numbered = sum(mention.citation.is_numbered for mention in card.mentions)
    named = len(card.mentions) - numbered
    times = [n_("cited {count} time", "cited {count} times", numbered).format(count=numbered)] if numbered else []
    times += [n_("named {count} time", "named {count} times", named).format(count=named)] if named else []
    inside = n_("in {count} document", "in {count} documents", documents).format(count=documents)
    return " · ".join(times), inside


def _source(document: str, address: str) -> str:
    return _("(from {document}, {address})").format(document=document, address=spoken_address(address))
