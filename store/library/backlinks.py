"""Which paragraphs of a document the library cites by name, and in how many places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from store.document import Document
from store.library.mention import Mention
from store.library.pinpoints import pinpoint_places


def cited_places(document: Document, mentions: Iterable[Mention]) -> Counter[str]:
    """By block id, how many places cite just that paragraph of the document."""
    counts: Counter[str] = Counter()
    for mention in mentions:
        counts.update(set(pinpoint_places(document, mention.citation.pinpoint or "")))
    return counts
