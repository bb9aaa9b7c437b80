"""Text as searching sees it: blind to white space, width, case, the shape of quotation marks, and to whether
characters are traditional or simplified.

Folding goes character by character, so that a hit in folded text can be led back to the text as it stands.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate

from store.document import Span
from store.library.traditional import simplified

_SHAPES = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "‑": "-", "–": "-", "—": "-"})
_FIRST_IDEOGRAPH = "\u3400"


class _Shapes(dict[int, str]):
    """What each character becomes, worked out when it is first met."""

    def __missing__(self, codepoint: int) -> str:
        shaped = unicodedata.normalize("NFKC", chr(codepoint)).translate(_SHAPES).casefold()
        folded = self[codepoint] = "".join(shaped.split())
        return folded


class _Folding(_Shapes):
    """The same, simplified."""

    def __missing__(self, codepoint: int) -> str:
        shaped = super().__missing__(codepoint)
        folded = self[codepoint] = "".join(map(_simplified, shaped))
        return folded


def _simplified(character: str) -> str:
    # The name of a file may hold bytes that are no text; Python names them by halves of characters.
    return simplified(character) if character >= _FIRST_IDEOGRAPH and character.isprintable() else character


_SHAPING, _FOLDING = _Shapes(), _Folding()


def fold(text: str) -> str:
    """The text without white space, in one width, one case and one script."""
    return text.translate(_FOLDING)


def fold_shapes(text: str) -> str:
    """The same in the script as it stands: for looking up, which does without the table of characters."""
    return text.translate(_SHAPING)


def folded_lengths(text: str) -> list[int]:
    """For each character of a text, where in the folded text ends what became of it."""
    return list(accumulate(len(_FOLDING[ord(character)]) for character in text))


def spans(text: str, term: str) -> tuple[Span, ...]:
    """Where a folded term stands in a text, as half-open ranges of the text's characters, without overlap."""
    folded = fold(text)
    found = []
    at = folded.find(term) if term else -1
    if at >= 0:
        after = folded_lengths(text)
        while at >= 0:
            found.append(Span(_holder(after, at), _holder(after, at + len(term) - 1) + 1))
            at = folded.find(term, at + len(term))
    return tuple(found)


def joined(ranges: Iterable[Span]) -> list[Span]:
    """Ranges in order, those that overlap as one."""
    found: list[Span] = []
    for span in sorted(ranges):
        if found and span.start < found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found


def _holder(after: list[int], position: int) -> int:
    """The index of the character that the folded position came from."""
    return bisect_right(after, position)
