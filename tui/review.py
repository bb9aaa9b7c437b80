"""What a review of annotations shows of each: where it stood, what it says, and its words beside those of now."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from textual.content import Content

from store.annotations.finding_again import Found, Proposal
from store.annotations.records import Annotation
from store.annotations.selectors import Selector, quoted
from store.compare.redline import redline
from store.document import Document
from tui.language import _
from tui.naming import place_name
from tui.typeset import Widths, visible
from tui.widgets.columns import cell
from tui.widgets.redline_view import Part

_ADDRESS = 18
"""Cells of an address in the list, at most."""
KindLabel = Callable[[str], str]
"""What a kind of annotation is called."""


@dataclass(frozen=True, slots=True)
class FoundRow:
    """One annotation in the list."""

    found: Found
    where: str
    widths: Widths
    sign: str = " "
    selectable: ClassVar[bool] = True

    def line(self, width: int) -> Content:
        """Its row: a sign, where it stood, the words it was about."""
        where = cell(visible(self.where), min(_ADDRESS, width // 3), self.widths)
        room = max(0, width - self.widths.measure(where) - 4)
        quote = self.widths.clip(visible(" ".join(self.found.annotation.quote.split())), room)
        return Content.assemble((f"{self.sign} ", "$secondary"), (where, "$text-muted"), "  ", quote)


def where_it_stood(annotation: Annotation, document: Document | None) -> str:
    """The places of an annotation as one would cite them; bare ids where the document has none of the name."""
    places = annotation.places
    if not places:
        return _("whole document")
    return place_words(places[0], document) + (" …" if len(places) > 1 else "")


def place_words(place: str, document: Document | None) -> str:
    """A place as one would cite it; its bare id where the document has none of the name."""
    if document and (place in document.by_id or place in document.notes_by_id):
        return place_name(document, place)
    return place


def details(found: Found, turn: int, document: Document, kind_label: KindLabel) -> Iterator[Part]:
    """All that is to be seen of one annotation.

    Args:
        found: The annotation and what became of its words.
        turn: Which of its candidates is looked at.
        document: The text in which they stand.
        kind_label: Names its kind.
    """
    annotation = found.annotation
    said = "  ".join((*([f"◆ {kind_label(annotation.kind)}"] if annotation.kind else []), *_tags(annotation)))
    if said:
        yield Part((("noted", said),))
    for text in (annotation.proposed, annotation.note):
        for line in text.strip().splitlines():
            yield Part((("noted", f"│ {line}"),), gap=False)
    yield from _beside(found, turn, document)


def _beside(found: Found, turn: int, document: Document) -> Iterator[Part]:
    annotation = found.annotation
    if found.is_placed:
        where = place_words(found.selectors[0].place, document) if found.selectors else _("whole document")
        yield Part((("title", _("The very words: {where}").format(where=where)),))
        yield Part((("same", quoted(found.selectors) or annotation.quote),), gap=False)
    elif found.proposals:
        proposal = found.proposals[turn % len(found.proposals)]
        yield Part((("title", _candidate_words(found, turn % len(found.proposals), document)),))
        yield Part(tuple(redline(annotation.quote, quoted(proposal.selectors))), gap=False)
    else:
        yield Part((("title", _("Nothing like it is left of these words:")),))
        yield Part((("deleted", annotation.quote or " "),), gap=False)


def _candidate_words(found: Found, turn: int, document: Document) -> str:
    proposal: Proposal = found.proposals[turn]
    words = _("Candidate {turn} of {count}: {where}, {share} % alike")
    where = _places(proposal.selectors, document)
    share = min(99, round(100 * proposal.likeness)) if found.state != "ambiguous" else round(100 * proposal.likeness)
    return words.format(turn=turn + 1, count=len(found.proposals), where=where, share=share)


def _places(selectors: tuple[Selector, ...], document: Document) -> str:
    places = dict.fromkeys(each.place for each in selectors)
    return " · ".join(place_words(place, document) for place in places)


def _tags(annotation: Annotation) -> Iterator[str]:
    return (f"# {tag}" for tag in annotation.tags)
