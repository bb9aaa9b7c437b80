"""The stage that gives a read document its citations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from store.citations.contradictions import contradicted
from store.citations.details import Details, read_details, title_at
from store.citations.evidence import Place
from store.citations.kinds import DOUBTS
from store.citations.linked import follow_links
from store.citations.lists import out_of_order
from store.citations.misread import doubt_about, untold
from store.citations.places import read_places
from store.citations.ranges import read_ranges
from store.citations.references.stage import refer
from store.citations.resolve import Resolution, resolve
from store.citations.settled import settle, settled_numbers
from store.citations.treatment import treat
from store.document import Citation, Document, Doubt
from store.progress import Progress, silent
from store.reading.marks import Mark

VERSION = 6
"""Raised whenever the same text would be given other citations."""


def cite(document: Document, progress: Progress = silent, corrections: Sequence[Mark] = ()) -> Document:
    """The document with its citations, and the doubts about them after its other doubts. Never raises on a text.

    Args:
        document: as it was read.
        progress: is told how far it is.
        corrections: what the user said of the source; those that settle a citation are done.

    Raises:
        Cancelled: `progress` said so.
    """
    places = read_places(document, progress)
    resolved = resolve(places, settled_numbers(document, places, corrections))
    answers = iter(resolved)
    citations: list[Citation] = []
    doubts = [doubt for doubt in document.doubts if doubt.kind not in DOUBTS]
    doubts = untold(doubts, {place.id: place.surfaces for place in places})
    for place in places:
        for details in _details(place):
            answer = next(answers)
            citations.append(_citation(answer, details))
            if misread := doubt_about(place.id, answer.surface, citations[-1].surface):
                doubts.append(misread)
            if answer.doubt:
                doubts.append(Doubt(place.id, answer.surface.start, answer.doubt, answer.message))
    doubts += out_of_order(resolved, [citation.date for citation in citations])
    document = replace(document, citations=tuple(citations), references=(), doubts=tuple(doubts))
    document = read_ranges(refer(settle(follow_links(document), corrections)))
    # What the user settled is known before references are read, and once more of the references themselves.
    document = treat(settle(document, corrections))
    return contradicted(document, [answer.symbol for answer in resolved if answer.symbol])


def _details(place: Place) -> tuple[Details, ...]:
    """What is said of each surface; a footnote that only names one document takes its title where it is called."""
    details = read_details(place.surroundings, place.surfaces)
    if len(details) != 1 or details[0].title or details[0].pinpoint or place.caller is None:
        return details
    around, at = place.caller
    return (replace(details[0], title=title_at(around, at)),)


def _citation(answer: Resolution, details: Details) -> Citation:
    place, surface = answer.place, answer.surface
    return Citation(
        place.id,
        surface.start,
        place.surroundings.original[surface.start : surface.end],
        str(answer.symbol) if answer.symbol else None,
        details.title,
        details.date,
        details.pinpoint,
        form="symbol" if surface.symbol else "number",
        rule=answer.ground.rule,
        words=answer.ground.words,
        confidence=answer.ground.confidence,
        candidates=answer.candidates,
    )
