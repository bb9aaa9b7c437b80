"""Finding in the open document: which places hold what is typed, and which of them comes next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from store.document import Document, Span
from store.library.folding import fold, spans
from store.search.query import terms_of


@dataclass(frozen=True, slots=True)
class Hit:
    """One place that holds the text."""

    place: str
    """The id of the block."""
    span: Span


@dataclass(frozen=True)
class Finding:
    """The hits of one text in one document; blind to markers, white space, width and case."""

    document: Document
    text: str
    apart: bool = False
    """The words of the text count each for itself, as in a search of the library."""

    @cached_property
    def hits(self) -> tuple[Hit, ...]:
        """All of them in reading order."""
        terms = terms_of(self.text) if self.apart else (fold(self.text),)
        return tuple(
            Hit(block.id, span)
            for block in self.document.blocks
            for span in sorted(span for term in terms for span in spans(block.text, term))
        )

    @cached_property
    def by_place(self) -> Mapping[str, tuple[Span, ...]]:
        """The ranges in each block that has any."""
        found: dict[str, list[Span]] = {}
        for hit in self.hits:
            found.setdefault(hit.place, []).append(hit.span)
        return {place: tuple(those) for place, those in found.items()}

    def first_from(self, place: str | None) -> int | None:
        """The index of the first hit in or after a block, else of the first one of all."""
        if not self.hits:
            return None
        order = {block.id: turn for turn, block in enumerate(self.document.blocks)}
        start = order.get(place or "", 0)
        return next((index for index, hit in enumerate(self.hits) if order[hit.place] >= start), 0)

    def step(self, index: int | None, step: int) -> int | None:
        """The index of the next or previous hit, round the ends of the document."""
        if not self.hits:
            return None
        return (index + step) % len(self.hits) if index is not None else 0
