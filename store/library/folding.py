"""Text as searching sees it: blind to white space, width, case and the shape of quotation marks.

Folding goes character by character, so that a hit in folded text can be led back to the text as it stands.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from itertools import accumulate

from store.document import Span

_SHAPES = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "‑": "-", "–": "-", "—": "-"})


class _Folding(dict[int, str]):
    """What each character becomes, worked out when it is first met."""

    def __missing__(self, codepoint: int) -> str:
        shaped = unicodedata.normalize("NFKC", chr(codepoint)).translate(_SHAPES).casefold()
        folded = self[codepoint] = "".join(shaped.split())
        return folded


_FOLDING = _Folding()


def fold(text: str) -> str:
    """The text without white space, in one width and one case."""
    return text.translate(_FOLDING)


def spans(text: str, term: str) -> tuple[Span, ...]:
    """Where a folded term stands in a text, as half-open ranges of the text's characters, without overlap."""
    folded = fold(text)
    found = []
    at = folded.find(term) if term else -1
    if at >= 0:
        # The position in the folded text after each character of the text.
        after = list(accumulate(len(_FOLDING[ord(character)]) for character in text))
        while at >= 0:
            found.append(Span(_holder(after, at), _holder(after, at + len(term) - 1) + 1))
            at = folded.find(term, at + len(term))
    return tuple(found)


def _holder(after: list[int], position: int) -> int:
    """The index of the character that the folded position came from."""
    return bisect_right(after, position)
