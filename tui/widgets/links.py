"""What can be followed from a text: its footnote markers, its citations and other references, in reading order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from store.document import Citation, Document, Marker
from tui.typeset import Sign, superscript


@dataclass(frozen=True, slots=True)
class Link:
    """A place in a block or footnote that leads somewhere."""

    kind: Literal["marker", "citation"]
    block: str
    """The id of the block or footnote it stands in."""
    at: int
    end: int
    """Range of characters; a marker's is empty, as the text does not hold its sign."""
    target: str | None
    """The footnote's id, the cited symbol, or the block or note of this document that is meant; None when it is not
    known where it leads."""
    label: str
    """The footnote's label or the citation's surface."""
    citation: Citation | None = None

    @property
    def is_quiet(self) -> bool:
        """Whether it is a reference of another form than a number or symbol: those are many, and shown less."""
        return self.citation is not None and not self.citation.is_numbered


def links_of(document: Document, place: str) -> tuple[Link, ...]:
    """The links of a block or footnote, by id; none for an id that the document does not have."""
    block = document.by_id.get(place)
    markers = block.markers if block else ()
    links = [Link("marker", place, m.at, m.at, m.footnote, m.note) for m in markers]
    links += [
        Link("citation", place, c.at, c.end, c.symbol or c.target, c.surface, c)
        for c in document.references_by_place.get(place, ())
        if c.form != "range"  # between two links, and several at one place
    ]
    return tuple(sorted(links, key=lambda link: (link.at, link.end)))


def marker_signs(markers: Sequence[Marker]) -> list[tuple[Sign, int | None]]:
    """The signs that show markers, each with its marker's index; None for a space that keeps two apart."""
    signs: list[tuple[Sign, int | None]] = []
    for index, marker in enumerate(markers):
        if index and markers[index - 1].at == marker.at:
            signs.append((Sign(marker.at, " "), None))
        signs.append((Sign(marker.at, superscript(marker.note)), index))
    return signs
