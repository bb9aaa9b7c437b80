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
_WIDE_MARKS = "—‘’“”…"
_WIDE = rf"[\u3001-\uff60{_WIDE_MARKS}]"
_NEEDLESS = re.compile(
    # The first character of white space is found before what stands around it is looked at, for speed.
    r"\s(?:(?<=[，。；：、《（“]\s)\s*"
    r"|\s*(?=[，。；：、》）”])"
    rf"|(?:(?<={_WIDE}\s)|(?<=(?:{_WIDE}|\u3000)[,;:!?]\s))\s*(?={_WIDE})"
    r"|(?<=\s\s)\s*)"
)
"""White space that only the layout put there: beside Chinese punctuation, between Chinese characters, also behind an
ASCII stop; and where one space is meant, all of it but the first character."""


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
    return whole.without([match.span() for match in _NEEDLESS.finditer(whole.text)])


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
