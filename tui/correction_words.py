"""Corrections in words: what the list shows of each, and what is said when one was made."""

from __future__ import annotations

from collections.abc import Sequence

from store.corrections.record import Correction
from tui.language import N_, _, n_

TYPES = {
    "heading": N_("heading"),
    "chapeau": N_("name of the body that speaks"),
    "preamble": N_("preambular paragraph"),
    "operative": N_("operative paragraph"),
    "paragraph": N_("numbered paragraph"),
    "item": N_("item"),
    "text": N_("other text"),
}
"""What a block can be, as one chooses it."""

_KINDS = {
    "join": N_("joined with what stands before"),
    "split": N_("a paragraph begins here"),
    "paragraph": N_("a paragraph begins here"),
    "type": N_("read as: {value}"),
    "label": N_("number: {value}"),
    "furniture": N_("page furniture"),
    "note": N_("footnote {value}"),
    "text": N_("text"),
    "symbol": N_("symbol: {value}"),
    "title": N_("title: {value}"),
    "date": N_("date: {value}"),
    "cites": N_("cites {value}"),
    "confirmed": N_("looked at: right as it is"),
}


def correction_words(correction: Correction) -> str:
    """What a correction says."""
    value = correction.value
    if correction.kind == "type" and value in TYPES:
        value = _(TYPES[value])
    if correction.kind == "label" and not value:
        return _("no number")
    if correction.kind == "cites" and not value:
        return _("no citation")
    words = _KINDS.get(correction.kind)
    return _(words).format(value=value) if words else correction.kind


def done_words(where: str, corrections: Sequence[Correction], carried: int) -> str:
    """What was corrected, and what of the user's went along."""
    said = _("{where}: {what}.").format(where=where, what=correction_words(corrections[0]))
    if not carried:
        return said
    along = n_("{count} annotation or bookmark went along.", "{count} annotations and bookmarks went along.", carried)
    return f"{said} {along.format(count=carried)}"


def undone_words(where: str, corrections: Sequence[Correction]) -> str:
    """What was taken back."""
    return _("Taken back: {where}: {what}.").format(where=where, what=correction_words(corrections[0]))
