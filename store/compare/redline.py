"""What was deleted from a text and what was inserted, by word, as a redline shows it.

Pure: where words end, the caller may know better than the simple words used here; jieba's are `words.word_spans`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

from store.document import Span

Cutter = Callable[[str, Sequence[Span]], Sequence[Span]]
"""Where the words of a text stand, in order and without overlap, given the ranges of which each is one word."""

_MOST = 4_000
"""Words of both texts together up to which they are compared; longer ones are one deletion and one insertion."""
_BETWEEN = 1
"""Characters that stay between two changes for which it is clearer to change them as well."""
_SIMPLE = re.compile(r"[^\W\u3400-\u9fff_]+(?:[./-][^\W\u3400-\u9fff_]+)*")


class Piece(NamedTuple):
    """A stretch of a redline."""

    kind: Literal["same", "deleted", "inserted"]
    text: str


def redline(before: str, after: str, cut: Cutter | None = None) -> tuple[Piece, ...]:
    """The changes that make one text of another.

    The pieces that are not inserted are the text before, those that are not deleted the text after.

    Args:
        before: The text as it stands.
        after: The text as it is to be.
        cut: Tells where words end; without it each ideograph and each run of letters and digits is a word.
    """
    if before == after:
        return (Piece("same", before),) if before else ()
    one, other = _tokens(before, cut or simple_words), _tokens(after, cut or simple_words)
    if len(one) + len(other) > _MOST:
        return _joined([Piece("deleted", before), Piece("inserted", after)])
    return _joined(_smoothed(list(_joined(_compared(one, other)))))


def simple_words(text: str, whole: Sequence[Span] = ()) -> list[Span]:
    """Runs of letters and digits; all else is taken character by character."""
    return [Span(*found.span()) for found in _SIMPLE.finditer(text)]


def _tokens(text: str, cut: Cutter) -> list[str]:
    """The words of a text and each character between them: joined they are the text."""
    tokens: list[str] = []
    at = 0
    for start, end in cut(text, ()):
        tokens += [*text[at:start], text[start:end]]
        at = end
    return [*tokens, *text[at:]]


def _compared(one: Sequence[str], other: Sequence[str]) -> Iterator[Piece]:
    for what, start, end, first, last in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if what == "equal":
            yield Piece("same", "".join(one[start:end]))
        else:
            yield Piece("deleted", "".join(one[start:end]))
            yield Piece("inserted", "".join(other[first:last]))


def _smoothed(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """A lone character between two changes is changed with them: two words read better than their letters mixed."""
    for turn, piece in enumerate(pieces):
        inside = 0 < turn < len(pieces) - 1
        if piece.kind == "same" and inside and len(piece.text) <= _BETWEEN and piece.text.isalnum():
            yield Piece("deleted", piece.text)
            yield Piece("inserted", piece.text)
        else:
            yield piece


def _joined(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Between two stretches that stay, first all that is deleted there and then all that is inserted."""
    found: list[Piece] = []
    gone: list[str] = []
    come: list[str] = []
    for kind, text in (*pieces, Piece("same", "")):
        if kind == "same":
            found += _change(gone, come)
            gone, come = [], []
            if found and found[-1].kind == "same":
                found[-1] = Piece("same", found[-1].text + text)
            elif text:
                found.append(Piece("same", text))
        else:
            (gone if kind == "deleted" else come).append(text)
    return tuple(found)


def _change(gone: Iterable[str], come: Iterable[str]) -> list[Piece]:
    deleted, inserted = "".join(gone), "".join(come)
    if deleted == inserted:
        return [Piece("same", deleted)] if deleted else []
    return [piece for piece in (Piece("deleted", deleted), Piece("inserted", inserted)) if piece.text]
