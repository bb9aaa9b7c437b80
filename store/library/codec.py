"""A `Document` as JSON that scripts read: the public form. Owns its shape and nothing else."""

from __future__ import annotations

from typing import Any

from store.document import Block, Citation, Document

SCHEMA = 1
"""Of the public form."""


def public(document: Document) -> dict[str, Any]:
    """The document as `show --json` prints it, schema 1: reading order, offsets in code points."""
    front = document.front
    return {
        "schema": SCHEMA,
        "symbol": front.symbol,
        "title": front.title,
        "kind": front.kind,
        "language": front.language,
        "date": front.date,
        "session": front.session,
        "committee": front.committee,
        "agenda_item": front.agenda_item,
        "agenda_title": front.agenda_title,
        "sponsors": list(front.sponsors),
        "body": front.body,
        "blocks": [_public_block(block) for block in document.blocks],
        "footnotes": [{"label": note.label, "text": note.text} for note in document.footnotes],
        "citations": [public_citation(document, citation) for citation in document.citations],
        "references": [public_citation(document, reference) for reference in document.references],
        "furniture": [furniture.text for furniture in document.furniture],
        "doubts": [
            {
                "in": _public_place(document, doubt.block),
                "at": doubt.at,
                "kind": doubt.kind,
                "message": doubt.message,
            }
            for doubt in document.doubts
        ],
    }


def public_citation(document: Document, citation: Citation) -> dict[str, Any]:
    """One citation as `show --json` and `cites --json` print it."""
    return {
        "in": _public_place(document, citation.block),
        "at": citation.at,
        "surface": citation.surface,
        "symbol": citation.symbol,
        "title": citation.title,
        "date": citation.date,
        "pinpoint": citation.pinpoint,
        "form": citation.form,
        "target": citation.target,
        "rule": citation.rule,
        "words": citation.words,
        "confidence": citation.confidence,
        "candidates": list(citation.candidates),
        "verb": citation.verb,
        "treatment": citation.treatment,
    }


_UNDER_HEADINGS = ("heading", "paragraph", "text", "item")
"""Types whose parent the public form tells. Paragraphs of a resolution have none there, though it may have headings."""


def _public_block(block: Block) -> dict[str, Any]:
    return {
        "id": block.id,
        "parent": block.parent if block.type in _UNDER_HEADINGS else None,
        "type": block.type,
        "label": block.label,
        "text": block.text,
        "markers": [{"note": marker.note, "at": marker.at} for marker in block.markers],
    }


def _public_place(document: Document, place: str | None) -> str | None:
    """The id of a block; for a footnote "fn:" and its label."""
    note = document.notes_by_id.get(place) if place else None
    return f"fn:{note.label}" if note else place
