"""Which doubts of a document were looked at by its reader and found right."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from store.corrections.record import CONFIRMED, Correction, make_correction, place_of
from store.document import Citation, Document, Doubt, Span

_QUOTED = 8
"""Characters of the source by which the place of a doubt is known again."""


def source_place(document: Document, doubt: Doubt) -> int:
    """Where in the source a doubt stands; 0 for one of the whole document."""
    if doubt.block is None:
        return 0
    return source_at(document, doubt.block, doubt.at)


def source_at(document: Document, place: str, at: int) -> int:
    """Where in the source a character of a block or footnote stands; its last one for the end of the text."""
    owner = document.by_id.get(place) or document.notes_by_id[place]
    last = 0
    for begins, start, length in owner.runs:
        if at < begins + length:
            return start + max(0, at - begins)
        last = start + length - 1
    return last or next((piece.start for piece in document.pieces if piece.owner == place), 0)


def source_span(document: Document, citation: Citation) -> Span:
    """The stretch of the source on which a citation stands."""
    last = source_at(document, citation.block, citation.end - 1)
    return Span(source_at(document, citation.block, citation.at), last + 1)


def confirmation(document: Document, doubt: Doubt, text: str) -> Correction:
    """What is kept when a doubt was looked at and the reading is right."""
    start = source_place(document, doubt)
    end = start if doubt.block is None else min(len(text), start + _QUOTED)
    return make_correction(CONFIRMED, Span(start, end), doubt.kind, text)


def confirmed(document: Document, text: str, corrections: Iterable[Correction]) -> Mapping[Doubt, Correction]:
    """The doubts that were confirmed, each with the record of it."""
    records = [(each, place) for each in corrections if each.confirms and (place := place_of(each, text))]
    found: dict[Doubt, Correction] = {}
    for doubt in document.doubts if records else ():
        at = source_place(document, doubt)
        for record, place in records:
            if record.value == doubt.kind and place.start <= at < max(place.end, place.start + 1):
                found[doubt] = record
    return found
