"""Lines are joined to running text, without the white space that only the layout put there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from store.document import Span
from store.reading.labels import read_label
from store.reading.lines import Line
from store.reading.passage import EMPTY, Passage, joined

_CALL = re.compile(r"\d{1,3}")
"""The call of a note on a line of its own: it belongs to the word above."""
_SPACES = re.compile(r"\s+")
_WIDE_MARKS = frozenset("—‘’“”…")
_ASCII_STOPS = frozenset(",;:!?")
_NO_SPACE_AFTER = frozenset("，。；：、《（“")
_NO_SPACE_BEFORE = frozenset("，。；：、》）”")


def join_lines(passages: Sequence[Passage], *, spaced: bool) -> Passage:
    """Lines of one paragraph as running text.

    Args:
        passages: the lines, in order.
        spaced: the document sets spaces between Chinese and numbers or Latin words.
    """
    kept = [passage for passage in passages if passage.text]
    if not kept:
        return EMPTY
    separators = [
        "" if _CALL.fullmatch(after.text) else _separator(before.text[-1], after.text[0], spaced=spaced)
        for before, after in pairwise(kept)
    ]
    whole = joined(kept, separators)
    return whole.without(
        [span for match in _SPACES.finditer(whole.text) if (span := _needless(whole.text, *match.span()))]
    )


def _needless(text: str, start: int, end: int) -> Span | None:
    """What of some white space only the layout put there: between Chinese characters, beside their punctuation."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if before in _NO_SPACE_AFTER or after in _NO_SPACE_BEFORE or (_is_wide(after) and _joins(text, start)):
        return Span(start, end)
    return Span(start + 1, end) if end - start > 1 else None


def _joins(text: str, end: int) -> bool:
    """Whether a text that ends here joins Chinese without a space, an ASCII stop after Chinese included."""
    before = text[end - 1 : end]
    return _is_wide(before) or (before in _ASCII_STOPS and _is_wide(text[end - 2 : end - 1]))


def _is_wide(character: str) -> bool:
    return "\u3000" <= character <= "\uff60" or character in _WIDE_MARKS


def _separator(before: str, after: str, *, spaced: bool) -> str:
    wide_before, wide_after = _is_wide(before), _is_wide(after)
    if wide_before and wide_after:
        return ""
    if not wide_before and not wide_after:
        return "" if before in "-/(" or after in ",.;:)/" else " "
    word = after if wide_before else before
    return " " if spaced and word.isascii() and word.isalnum() else ""


def one_line(lines: Sequence[Line], *, spaced: bool) -> Line:
    """Lines that follow one another as a single one."""
    first, last = lines[0], lines[-1]
    passage = join_lines([line.passage for line in lines], spaced=spaced)
    span = Span(first.span.start, last.span.end)
    return replace(first, span=span, passage=passage, trailing=last.trailing, label=read_label(passage.text))
