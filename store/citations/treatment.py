"""What a text does to what it cites: the verb that governs each citation, and its treatment.

In a resolution the main verb of the clause governs: the one that begins the paragraph, or a later clause that begins
with a verb of its own (回顾…，并欢迎…). An item is governed by what its paragraph begins with, a footnote by what
governs its marker. Elsewhere, as in reports, it is the nearest verb of the clause, or what the cited text itself does
where it is told (大会在第72/195号决议中促请…). Where none of these is found nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache

from store.citations.governors import Governor, main_verb, nearest_verb, read_clauses, sent_there
from store.document import Block, Citation, Document

_RESOLVING = ("preamble", "operative", "item")


def treat(document: Document) -> Document:
    """The document whose citations and references say which verb governs them. Never raises on a text."""
    if not document.citations and not document.references:
        return document
    governing = _Governing(document)
    return replace(
        document,
        citations=tuple(map(governing.treated, document.citations)),
        references=tuple(map(governing.treated, document.references)),
    )


class _Governing:
    """The verbs of one document, each text taken apart once."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._callers = _callers(document)
        self._text = cache(read_clauses)

    def treated(self, citation: Citation) -> Citation:
        """The citation with its verb and treatment."""
        found = self._of(citation)
        return citation._replace(verb=found.verb, treatment=found.treatment) if found else citation

    def _of(self, citation: Citation) -> Governor | None:
        note = self._document.notes_by_id.get(citation.block)
        if note is None:
            block = self._document.by_id[citation.block]
            return self._in_block(block, citation.at, citation.end)
        text = self._text(note.text)
        own = sent_there(text, citation.at) or nearest_verb(text, citation.at, citation.end)
        caller = self._callers.get(note.id)
        return own or (self._in_block(caller[0], caller[1], caller[1]) if caller else None)

    def _in_block(self, block: Block, at: int, end: int) -> Governor | None:
        text = self._text(block.text)
        parents = list(self._parents(block))
        # What belongs to a paragraph with a number of its own resolves nothing.
        if block.type not in _RESOLVING or any(over.type == "paragraph" for over in parents):
            return sent_there(text, at) or nearest_verb(text, at, end)
        for over in reversed(parents):
            if governor := main_verb(self._text(over.text), len(over.text)):
                return governor
        return main_verb(text, at) or nearest_verb(text, at, end)

    def _parents(self, block: Block) -> Iterator[Block]:
        """What an item is part of, the nearest first."""
        parent = self._document.by_id.get(block.parent or "") if block.type == "item" else None
        while parent is not None and parent.type in (*_RESOLVING, "paragraph"):
            yield parent
            parent = self._document.by_id.get(parent.parent or "") if parent.type == "item" else None


def _callers(document: Document) -> Mapping[str, tuple[Block, int]]:
    """Footnotes to the block and position that call them first."""
    callers: dict[str, tuple[Block, int]] = {}
    for block in document.blocks:
        for marker in block.markers:
            if marker.footnote:
                callers.setdefault(marker.footnote, (block, marker.at))
    return callers
