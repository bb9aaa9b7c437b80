"""What documents are called on the screen: symbols, titles, heads. Chinese or English as the interface is."""

from __future__ import annotations

from store.document import Document, FrontMatter
from tui.kinds import kind_name
from tui.language import _, language

NONE = "–"
"""Where there is nothing to show."""


def symbol_name(symbol: str | None) -> str:
    """The symbol, or that the document has none."""
    return symbol or _("(no symbol)")


def title_name(title: str | None) -> str:
    """The title, or that the document has none."""
    return title or _("(no title)")


def display_name(symbol: str) -> str:
    """As the United Nations cites it: 大会第64/293号决议, General Assembly resolution 64/293; a treaty by its title."""
    from store.symbols import Symbol

    known = Symbol.parse(symbol)
    if known is None:
        from store.instruments.identity import is_identity, shown

        return shown(symbol) if is_identity(symbol) else symbol
    return known.display if language() == "zh" else known.display_en


def place_name(document: Document, place: str) -> str:
    """A block or footnote as one cites it: 执行部分第5(a)段, operative para. 5 (a).

    Raises:
        KeyError: the document has no such block or footnote.
    """
    from store.places import address
    from tui.addresses import spoken_address

    return spoken_address(address(document, place))


def particulars(front: FrontMatter) -> str:
    """Kind, session and date on one line."""
    return " · ".join(filter(None, (kind_name(front.kind, front.revised), front.session, front.date)))
