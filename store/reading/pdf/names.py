"""Which character a code in a PDF file means."""

from __future__ import annotations

import re
from functools import cache
from unicodedata import normalize

NAMELESS = "\ufffd"
"""Stands for a character of which the file does not say what it is."""
_MEANT = {"\u0002": "-", "\uf0b7": "•", "\uf0a7": "▪", "\uf02d": "-"}
"""What PDFium makes of a hyphen at the end of a line; list signs of symbol fonts."""
_DISGUISED = re.compile(r"[\u2f00-\u2fdf\uf900-\ufaff\ufb00-\ufb06]")
"""Radicals and forms of compatibility that some programs write for the characters themselves; ligatures."""
_NAMED = re.compile(r"[^\x00-\x1f\x7f-\x9f\ud800-\udfff\ue000-\uf8ff\U000f0000-\U0010ffff]")


@cache
def named(code: int) -> str:
    """The character of a code point; white space as it comes, a ligature as its letters."""
    character = chr(code) if 0 < code < 0x110000 else NAMELESS
    if character in _MEANT:
        return _MEANT[character]
    if _DISGUISED.match(character):
        return normalize("NFKC", character)
    return character if character.isspace() or _NAMED.match(character) else NAMELESS


def paired(high: int, low: int) -> int:
    """The code point of two surrogates; 0 when the first is missing."""
    return 0x10000 + ((high - 0xD800) << 10) + low - 0xDC00 if high else 0
