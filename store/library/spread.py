"""How many documents of the library hold a word: what tells rare words from those that stand everywhere."""

from __future__ import annotations

from collections.abc import Sequence

from store.library.folding import fold
from store.library.library import Library

_LOOKED_AT, _WORDS = 2_000, 40
"""Documents in which words are counted at most, and how many words: more would take longer than one waits."""


def spread(library: Library, words: Sequence[str]) -> tuple[int, dict[str, int]]:
    """How many documents were looked at, a few thousand at most, and how many of them hold each of some words."""
    folded = list(dict.fromkeys(map(fold, words)))[:_WORDS]
    documents, *counts = library.ask(lambda index: index.spread(folded, _LOOKED_AT))
    known = dict(zip(folded, counts, strict=True))
    return documents, {word: known[fold(word)] for word in words if fold(word) in known}
