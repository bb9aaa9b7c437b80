"""The stage that gives a read document its citations."""

from __future__ import annotations

from dataclasses import replace

from store.citations.details import Details, read_details, title_at
from store.citations.evidence import Place
from store.citations.linked import follow_links
from store.citations.misread import doubt_about, untold
from store.citations.places import read_places
from store.citations.ranges import read_ranges
from store.citations.references.stage import refer
from store.citations.resolve import Resolution, resolve
from store.citations.treatment import treat
from store.document import Citation, Document, Doubt
from store.progress import Progress, silent

VERSION = 3
"""Raised whenever the same text would be given other citations."""

_DOUBTS = ("open-organ", "open-year", "number-shape", "misread-symbol", "other-link")


def cite(document: Document, progress: Progress = silent) -> Document:
    """The document with its citations, and the doubts about them after its other doubts. Never raises on a text.

    Raises:
        Cancelled: `progress` said so.
    """
    places = read_places(document, progress)
    answers = iter(resolve(places))
    citations: list[Citation] = []
    doubts = [doubt for doubt in document.doubts if doubt.kind not in _DOUBTS]
    doubts = untold(doubts, {place.id: place.surfaces for place in places})
    for place in places:
        for details in _details(place):
            answer = next(answers)
            citations.append(_citation(answer, details))
            if misread := doubt_about(place.id, answer.surface, citations[-1].surface):
                doubts.append(misread)
            if answer.doubt:
                doubts.append(Doubt(place.id, answer.surface.start, answer.doubt, answer.message))
    cited = follow_links(replace(document, citations=tuple(citations), references=(), doubts=tuple(doubts)))
    return treat(read_ranges(refer(cited)))


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
    )
