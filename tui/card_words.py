"""What a card says of a document, in words: for the card's own screen, and for a glimpse of it."""

from __future__ import annotations

from typing import NamedTuple

from store.library.card import Card
from tui.addresses import spoken_address
from tui.instrument_words import facts_of
from tui.language import _, n_
from tui.naming import NONE

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
    """What the table of instruments says, its names, the dates given for it, its official address."""
    called = [Particular("", name.text, _source(name.document, name.address)) for name in card.names[:_NAMES]]
    first, *others = called or [Particular("", NONE)]
    dates = " · ".join(card.dates) or NONE
    return [
        *(Particular(label, fact) for label, fact in facts_of(card)),
        first._replace(label=_("called")),
        *others,
        Particular(_("date"), dates),
        Particular(_("official text"), card.link or NONE),
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
