"""Finds what is cited: numbers of resolutions and decisions, and document symbols, with their spans.

Owns the surfaces; whose resolution a number is, resolve.py decides. Every expression here and in the modules it joins
has bounded repetitions only, so that reading time grows with the length of a text and with nothing else.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from store.citations.find_numbers import find_numbers
from store.citations.find_symbols import find_symbols
from store.citations.misread import mend
from store.citations.surface import DATE, QUOTE, Surface
from store.numbers import fold

__all__ = ["DATE", "QUOTE", "Surface", "find_surfaces"]


def find_surfaces(text: str) -> list[Surface]:
    """All numbers and symbols cited in a text, in order; positions count characters of it."""
    if not _trigger().search(text):
        return []
    folded = fold(text)
    mended = mend(folded)
    symbols = find_symbols(mended)
    taken = [(s.start, s.end) for s in symbols]
    found = sorted(symbols + _outside(taken, find_numbers(mended)), key=lambda surface: surface.start)
    if mended == folded:
        return found
    return [replace(s, misread=True) if mended[s.start : s.end] != folded[s.start : s.end] else s for s in found]


@cache
def _trigger() -> re.Pattern[str]:
    """What a text must hold to cite anything; it begins with few characters, so that most are passed over."""
    return re.compile(
        r"(?=[/／⁄∕(（〔号號第议議RrA-Z])"
        r"(?:[/／⁄∕(（〔]\s{0,2}[0-9０-９A-ZＡ-ＺⅠ-Ⅻl一二三四五六七八九十]"
        r"|[号號]\s{0,3}[决決]"
        r"|第\s?[0-9０-９]{1,4}\s?[决決]"
        r"|[议議]\s?[0-9０-９]{3}"
        r"|[Rr]es(?:olution)?\.?\s?[0-9]{3}"
        r"|[A-Z]%2F)"
    )


def _outside(taken: list[tuple[int, int]], numbers: list[Surface]) -> list[Surface]:
    """The numbers that stand in no symbol; both lists are in order."""
    kept, spans = [], iter(taken)
    span = next(spans, None)
    for number in numbers:
        while span and span[1] <= number.start:
            span = next(spans, None)
        if span is None or number.end <= span[0]:
            kept.append(number)
    return kept
