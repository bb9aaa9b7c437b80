"""What can be followed from a text: its footnote markers, its citations and other references, in reading order; and
what can be followed from the notes on it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from store.citations.note_links import links_in
from store.document import Citation, Document, Marker
from tui.typeset import Sign, superscript


class Link(NamedTuple):
    """A place in a block or footnote that leads somewhere."""

    kind: Literal["marker", "citation", "note"]
    """"note": it stands in what the reader noted."""
    block: str
    """The id of the block or footnote it stands in, or on which the note is."""
    at: int
    end: int
    """Range of characters, of a note in its line; a marker's is empty, as the text does not hold its sign."""
    target: str | None
    """The footnote's id, the cited symbol, or the block or note of this document that is meant; in a note what one
    would type to go there; None when it is not known where it leads."""
    label: str
    """The footnote's label, the citation's surface, or what the note shows."""
    citation: Citation | None = None

    @property
    def is_quiet(self) -> bool:
        """Whether another link of the text goes before it: it is in a note, or a reference of another form than a
        number or symbol, of which there are many.
        """
        return self.kind == "note" or (self.citation is not None and not self.citation.is_numbered)


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


def links_in_notes(place: str, notes: Iterable[str]) -> tuple[Link, ...]:
    """The links in what was noted on a place, note by note and line by line, as notes are shown."""
    return tuple(
        Link("note", place, each.start, each.end, each.target, each.label)
        for note in notes
        for line in note.strip().splitlines()
        for each in links_in(line)
    )


def marker_signs(markers: Sequence[Marker]) -> list[tuple[Sign, int | None]]:
    """The signs that show markers, each with its marker's index; None for a space that keeps two apart."""
    signs: list[tuple[Sign, int | None]] = []
    for index, marker in enumerate(markers):
        if index and markers[index - 1].at == marker.at:
            signs.append((Sign(marker.at, " "), None))
        signs.append((Sign(marker.at, superscript(marker.note)), index))
    return signs
