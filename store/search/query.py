"""Paragraphs that hold what was asked for: a right scan of clean text over the whole library."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import log
from typing import Any

from store.document import Document, Span
from store.library.folding import fold, joined, spans
from store.library.library import Library
from store.places import address

_PART = re.compile(r'["“”]([^"“”]*)["“”]|([^\s"“”]+)')
_LONG = 200
"""Folded characters of a paragraph from which on its length counts against it."""
_WHOLE = 10.0
"""What it is worth that the paragraph holds the words as one string, as they were typed."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A paragraph, item, heading or footnote that holds all terms."""

    document: str
    """The key of the document in the library."""
    place: str
    """The id of the block or footnote."""
    address: str
    text: str
    spans: tuple[Span, ...]
    """Where the terms stand in the text, in order and without overlap."""
    score: float


def terms_of(query: str) -> tuple[str, ...]:
    """What must all stand in a paragraph, folded: words apart, and what is quoted as one."""
    parts = (quoted or word for quoted, word in _PART.findall(query))
    return tuple(dict.fromkeys(filter(None, map(fold, parts))))


def search(library: Library, query: str, limit: int | None = None) -> tuple[Hit, ...]:
    """The paragraphs that hold all terms of the query, best first; at most `limit` of them."""
    terms = terms_of(query)
    if not terms:
        return ()
    whole = fold(query)
    ranked = [
        (-_score(text, terms, whole), turn, key, ordinal)
        for turn, (key, texts) in enumerate(library.containing(terms))
        for ordinal, text in enumerate(texts)
        if all(term in text for term in terms)
    ]
    ranked.sort()
    return tuple(_hits(library, ranked[:limit], terms))


def find_terms(text: str, terms: tuple[str, ...]) -> tuple[Span, ...]:
    """Where folded terms stand in a text, in order; those that overlap are joined."""
    return tuple(joined(span for term in terms for span in spans(text, term)))


def public(hit: Hit) -> dict[str, Any]:
    """The hit as `search --json` prints it."""
    return {
        "document": hit.document,
        "place": hit.place,
        "address": hit.address,
        "text": hit.text,
        "spans": [list(span) for span in hit.spans],
        "score": round(hit.score, 3),
    }


def _score(text: str, terms: tuple[str, ...], whole: str) -> float:
    """Often is better than once, and a short paragraph better than a long one."""
    often = sum(1 + log(text.count(term)) for term in terms)
    together = _WHOLE if len(terms) > 1 and whole in text else 0
    return together + often / (1 + log(max(1, len(text) / _LONG)))


def _hits(library: Library, ranked: list[tuple[float, int, str, int]], terms: tuple[str, ...]) -> Iterator[Hit]:
    documents: dict[str, Document] = {}
    for score, _, key, ordinal in ranked:
        document = documents.get(key) or documents.setdefault(key, library.document(key))
        place = [*document.by_id, *document.notes_by_id][ordinal]
        text = document.text_of(place)
        yield Hit(key, place, address(document, place), text, find_terms(text, terms), -score)
