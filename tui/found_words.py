"""What is said where a target leads nowhere, or not quite where it should, or by a name that a document gives."""

from __future__ import annotations

from store.library.find import Cited, Held
from tui.addresses import spoken_address
from tui.language import _
from tui.no_file import no_file_words


def unplaced_words(found: Held) -> str:
    """The document is there, and the place is not."""
    if not found.near:
        missing = _("There is no “{place}” in {document}.")
        return missing.format(place=found.unplaced, document=found.entry.key)
    missing = _("There is no “{place}” in {document}; there is {near}.")
    return missing.format(place=found.unplaced, document=found.entry.key, near=found.near)


def nothing_words(target: str, nearest: tuple[str, ...]) -> str:
    """Nobody knows of it, or it is a file that is not there."""
    if no_file := no_file_words(target):
        return no_file
    if not nearest:
        return _("Nobody in the library holds or cites “{target}”.").format(target=target)
    known = "  ".join(nearest)
    return _("Nobody in the library holds or cites “{target}”. Near it: {known}").format(target=target, known=known)


def called_words(found: Held | Cited) -> str:
    """By which text the name that was asked for means what was found; empty where it needs none."""
    name = found.called
    if name is None:
        return ""
    symbol = found.card.symbol if isinstance(found, Cited) else found.entry.symbol or found.entry.key
    called = _("“{name}” is {symbol}, according to {document}, {address}.")
    return called.format(
        name=name.text.strip("《》"), symbol=symbol, document=name.document, address=spoken_address(name.address)
    )
