"""The stage that gives a document its references of other forms than a number or a symbol."""

from __future__ import annotations

from dataclasses import replace

from store.citations.references.again import find_again
from store.citations.references.elsewhere import find_elsewhere
from store.citations.references.equated import read_equations
from store.citations.references.goals import find_goals
from store.citations.references.labour import find_labour
from store.citations.references.named import find_names
from store.citations.references.notes import follow_notes
from store.citations.references.own import find_places
from store.citations.references.passage import passages_of
from store.citations.references.series import find_series
from store.citations.references.short import find_short_forms
from store.citations.references.those import find_those
from store.document import Document


def refer(document: Document) -> Document:
    """The document with its references; its citations stay as they are, and no reference overlaps one of them."""
    passages = passages_of(document)
    blocks = {passage.id: passage for passage in passages if passage.block is not None}
    notes = {passage.id: passage for passage in passages if passage.block is None}
    for before, passage in zip([None, *passages], passages, strict=False):
        find_series(passage, before)
        find_labour(passage)
        find_elsewhere(passage)
    find_goals(passages)
    sources = follow_notes(document.footnotes, notes)
    find_names(document, passages, read_equations(passages, sources, notes))
    find_short_forms(passages, sources, blocks)
    find_those(passages, sources, blocks)
    labels = {note.label: note.id for note in reversed(document.footnotes)}
    find_again(passages, sources, labels)
    find_places(document, passages, labels)
    found = (reference for passage in passages for reference in sorted(passage.found, key=lambda each: each.at))
    return replace(document, references=tuple(found))
