"""Finding in the open document: which places hold what is typed, and which of them comes next."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import overload

from store.document import Document, Span
from store.library.folding import fold
from store.search.pinyin import expression, is_initials, warm
from store.search.query import terms_of
from store.search.searchable import Layer, Searchable


@dataclass(frozen=True, slots=True)
class Hit:
    """One place that holds the text."""

    place: str
    """The id of the block to go to."""
    span: Span
    """Where in the block, or in the footnote."""
    note: str | None = None
    """The id of the footnote that holds the text and is called in the block; a note that nothing calls is its own
    place.
    """


@dataclass(frozen=True)
class Finding:
    """The hits of one text in one document; blind to markers, white space, width, case and script.

    Letters that stand nowhere are taken for the initials of pinyin. What it is asked first may take a while in a long
    document: ask in a worker.
    """

    document: Document
    text: str
    apart: bool = False
    """The words of the text count each for itself, as in a search of the library."""

    @cached_property
    def hits(self) -> Sequence[Hit]:
        """All of them in reading order."""
        return _Hits(self._searchable, *self._matches)

    @cached_property
    def by_place(self) -> Mapping[str, tuple[Span, ...]]:
        """The ranges in each block or footnote that has any."""
        return _Spans(self._searchable, *self._matches)

    def make_ready(self) -> None:
        """Do beforehand what takes a while: fold the document, load the tables of characters."""
        warm()
        _ = self._searchable.folded

    @property
    def by_initials(self) -> bool:
        """Whether the hits are those of initials."""
        return bool(self.hits) and self._matches[0] is not self._searchable.folded

    def first_from(self, place: str | None) -> int | None:
        """The index of the first hit in or after a block, else of the first one of all."""
        layer, matches = self._matches
        if not matches:
            return None
        return layer.first_in(matches, self._searchable.ordinals.get(place or "", 0)) % len(matches)

    def step(self, index: int | None, step: int) -> int | None:
        """The index of the next or previous hit, round the ends of the document."""
        if not self.hits:
            return None
        return (index + step) % len(self.hits) if index is not None else 0

    @cached_property
    def _searchable(self) -> Searchable:
        return _made_ready(self.document)

    @cached_property
    def _matches(self) -> tuple[Layer, Sequence[Span]]:
        layer = self._searchable.folded
        typed = fold(self.text)
        terms = terms_of(self.text) if self.apart else (typed,) * bool(typed)
        matches = [match for term in terms for match in layer.scan(re.compile(re.escape(term)))]
        if not matches and not self.apart and is_initials(typed):
            layer = self._searchable.initials
            matches = layer.scan(expression(typed))
        return layer, sorted(matches) if len(terms) > 1 else matches


_READY: list[Searchable] = []
"""Of the documents last searched, the last one first."""
_KEPT = 2


def _made_ready(document: Document) -> Searchable:
    found = next((each for each in tuple(_READY) if each.document is document), None) or Searchable(document)
    _READY[:] = [found, *(each for each in _READY if each is not found)][:_KEPT]
    return found


class _Hits(Sequence[Hit]):
    """Hits that are worked out when they are looked at: a common word has very many."""

    def __init__(self, searchable: Searchable, layer: Layer, matches: Sequence[Span]) -> None:
        self._searchable = searchable
        self._layer = layer
        self._matches = matches

    def __len__(self) -> int:
        return len(self._matches)

    @overload
    def __getitem__(self, index: int) -> Hit: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Hit]: ...
    def __getitem__(self, index: int | slice) -> Hit | Sequence[Hit]:
        if isinstance(index, slice):
            return _Hits(self._searchable, self._layer, self._matches[index])
        ordinal = self._layer.ordinal(self._matches[index])
        held = self._searchable.texts[ordinal]
        (span,) = self._layer.spans(ordinal, [self._matches[index]])
        return Hit(held.place, span, held.id if held.id in self._searchable.document.notes_by_id else None)


class _Spans(Mapping[str, tuple[Span, ...]]):
    """The same by the id of the text that holds them, worked out when it is shown."""

    def __init__(self, searchable: Searchable, layer: Layer, matches: Sequence[Span]) -> None:
        self._searchable = searchable
        self._layer = layer
        self._matches = matches
        self._known: dict[str, tuple[Span, ...]] = {}

    @cached_property
    def _places(self) -> dict[str, None]:
        texts = self._searchable.texts
        return dict.fromkeys(texts[self._layer.ordinal(match)].id for match in self._matches)

    def __len__(self) -> int:
        return len(self._places)

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __getitem__(self, place: str) -> tuple[Span, ...]:
        known = self._known.get(place)
        if known is None:
            known = self._known[place] = self._spans(self._searchable.ordinals[place])
        if not known:
            raise KeyError(place)
        return known

    def _spans(self, ordinal: int) -> tuple[Span, ...]:
        first, last = (self._layer.first_in(self._matches, each) for each in (ordinal, ordinal + 1))
        return self._layer.spans(ordinal, self._matches[first:last]) if first < last else ()
