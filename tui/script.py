"""In which language and script a document is written, as far as the ends of its lines depend on it."""

from __future__ import annotations

from store.document import Document
from tui.typeset import Manner, language_of

_TELLING = 40
"""Blocks by which the script of a document is known."""


def written_in(document: Document) -> str:
    """The language a document says it is in, with the script of its text where that is Chinese."""
    said = document.front.language
    if said not in ("", "zh"):
        return said
    return language_of("".join(block.text for block in document.blocks[:_TELLING]))


def manner_of(document: Document) -> Manner:
    """How lines of its text end when nothing else is asked for."""
    return Manner(written_in(document))
