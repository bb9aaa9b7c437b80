"""Words of Chinese text. The only module that knows jieba, whose first use costs half a second: ask in a worker."""

from __future__ import annotations

import logging
import re
import warnings
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cache
from math import log
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from store import paths
from store.document import Span
from store.library.folding import joined
from store.search.trade import COMMON_WORDS, KEPT_WHOLE

if TYPE_CHECKING:
    from jieba import Tokenizer

_WRITTEN = r"[A-Za-z0-9０-９](?:[A-Za-z0-9０-９./\-／．－%]*[A-Za-z0-9０-９%])?(?:\s?[(（][0-9０-９IVXLC]+[)）])?"
_PIECE = re.compile(
    rf"第\s*{_WRITTEN}\s*(?:\([a-z一二三四五六七八九十]+\)\s*)*(?:号(?:决议|决定)?|[段条款届次页卷章])"
    r"|\d+\s*年(?:\s*\d+\s*月(?:\s*\d+\s*日)?)?"
    rf"|{_WRITTEN}"
)
"""What must stay whole and jieba would break: citations, dates, symbols, numbers, Latin words."""

_AT_LARGE = 50
"""Documents of a library from which on it says more of a word's rarity than Chinese at large."""
_CANDIDATES = 3
"""Words looked up in the library for each that is wanted."""
_HAN = re.compile(r"[\u3400-\u9fff]{2,}")


class Word(NamedTuple):
    """One word of a text, at a half-open range of its characters."""

    text: str
    start: int
    end: int


def words(text: str) -> list[Word]:
    """The words of a text in order; white space and marks are left out, citations and numbers are one word each."""
    pieces = (Span(*piece.span()) for piece in _PIECE.finditer(text))
    return [word for word in _cut(text, pieces) if any(map(str.isalnum, word.text))]


def word_spans(text: str, whole: Sequence[Span] = ()) -> tuple[Span, ...]:
    """Where the words of a text stand.

    Args:
        text: Any text.
        whole: Ranges of which each is one word, such as citations; without overlap.

    Returns:
        Half-open ranges in order, without overlap; white space and marks are in none of them.
    """
    pieces = [*whole, *(Span(*piece.span()) for piece in _PIECE.finditer(text))]
    cut = _cut(text, joined(pieces))
    return tuple(Span(word.start, word.end) for word in cut if any(map(str.isalnum, word.text)))


def warm() -> None:
    """Load the dictionary, so that the next question is answered at once."""
    _tokenizer().initialize()


Spread = Callable[[Sequence[str]], tuple[int, Mapping[str, int]]]
"""Says how many documents a library has, and how many of them hold each of some words."""


def telling_words(text: str, limit: int, spread: Spread | None = None) -> list[str]:
    """The words that set a paragraph apart, the most telling first: what one might tag it with.

    They are ranked by how often they stand in it and how rare they are (TF-IDF): in the library, the more the larger
    it is, and in Chinese at large.

    Args:
        text: The paragraph.
        limit: How many words at most.
        spread: Knows how rare words are in the library; without it Chinese at large decides alone.
    """
    rarity, usual = _rarities()
    counts = Counter(
        word.text
        for word in words(text)
        if _HAN.fullmatch(word.text) and word.text not in COMMON_WORDS and not _PIECE.fullmatch(word.text)
    )
    ranked = sorted(counts, key=lambda word: counts[word] * rarity.get(word, usual), reverse=True)
    if spread is None or not ranked:
        return ranked[:limit]
    documents, holding = spread(ranked[: limit * _CANDIDATES])
    weight = documents / (documents + _AT_LARGE)

    def telling(word: str) -> float:
        here = log((documents + 1) / (holding.get(word, 0) + 1))
        return counts[word] * (weight * here + (1 - weight) * rarity.get(word, usual))

    return sorted(ranked[: limit * _CANDIDATES], key=telling, reverse=True)[:limit]


def _cut(text: str, pieces: Iterable[Span]) -> Iterator[Word]:
    """Words and all that is between them; pieces, in order and without overlap, stay whole."""
    at = 0
    for start, end in pieces:
        yield from _cut_chinese(text, at, start)
        yield Word(text[start:end], start, end)
        at = end
    yield from _cut_chinese(text, at, len(text))


def _cut_chinese(text: str, start: int, end: int) -> Iterator[Word]:
    at = start
    for word in _tokenizer().cut(text[start:end]) if start < end else ():
        yield Word(word, at, at + len(word))
        at += len(word)


@cache
def _tokenizer() -> Tokenizer:
    """jieba with the terms of the field, silent, its cache in our own folder."""
    with warnings.catch_warnings():
        # Its way of finding its dictionary is deprecated, which is no news for the reader's screen.
        warnings.simplefilter("ignore")
        import jieba
    jieba.setLogLevel(logging.CRITICAL)
    tokenizer = jieba.Tokenizer()
    tokenizer.tmp_dir = str(_cache_folder())
    for term in KEPT_WHOLE:
        tokenizer.add_word(term)
    return tokenizer


@cache
def _rarities() -> tuple[dict[str, float], float]:
    """How rare each word is in Chinese at large, and what to take for a word that is not known."""
    _tokenizer()
    from jieba.analyse.tfidf import TFIDF

    table = TFIDF()
    return table.idf_freq, table.median_idf


def _cache_folder() -> Path:
    """Where jieba keeps its dictionary ready; where none can be made it does without."""
    folder = paths.cache_folder()
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
    return folder
