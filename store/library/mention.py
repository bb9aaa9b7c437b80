"""One citation as others see it: where it stands, and the sentence that holds it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from store.document import Citation


class Mention(NamedTuple):
    """One citation in its sentence."""

    document: str
    """The key of the citing document in the library."""
    place: str
    """The id of the citing block or footnote."""
    address: str
    """The same as one would cite it."""
    sentence: str
    at: int
    """Where the number or symbol begins in the sentence."""
    names: tuple[str, ...]
    """What the text says that the cited document is called, or adopted."""
    citation: Citation
    subject: str | None = None
    """What the text says it is about: 关于…的第61/180号决议. Known of mentions that come from the library."""


def by_paragraph(mentions: Iterable[Mention]) -> list[tuple[Mention, int]]:
    """For each paragraph that cites, in order, one mention, best by number or symbol, and how many it has."""
    together: dict[tuple[str, str], list[Mention]] = {}
    for mention in mentions:
        together.setdefault((mention.document, mention.place), []).append(mention)
    return [(next((m for m in those if m.citation.is_numbered), those[0]), len(those)) for those in together.values()]


def public_mention(mention: Mention) -> dict[str, Any]:
    """One mention as `lookup --json` and `cited-by --json` print it."""
    citation = mention.citation
    return {
        "document": mention.document,
        "place": mention.place,
        "address": mention.address,
        "sentence": mention.sentence,
        "at": mention.at,
        "surface": citation.surface,
        "symbol": citation.symbol,
        "date": citation.date,
        "pinpoint": citation.pinpoint,
        "form": citation.form,
        "verb": citation.verb,
        "treatment": citation.treatment,
    }
