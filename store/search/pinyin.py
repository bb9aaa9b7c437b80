"""Finding Chinese text by the initials of its pinyin: `gjgzxt` finds 改进工作协调.

The only module that knows pypinyin, whose first use costs some 50 ms: ask in a worker, or call `warm` in one first.
"""

from __future__ import annotations

import os
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Mapping
from functools import cache
from itertools import accumulate

from store.document import Span

_SHORTEST = 2
"""Letters from which on a text is worth being read as initials."""
_FIRST_CODE = 0xE000
"""Where the range for private use begins, whose characters stand for sets of initials."""
_ECONOMY = "PYPINYIN_NO_PHRASES"
"""Keeps pypinyin from loading its readings of phrases: 44 MB and three quarters of the time."""


def is_initials(text: str) -> bool:
    """Whether a text may be meant as initials: ASCII letters only, at least two."""
    return len(text) >= _SHORTEST and text.isascii() and text.isalpha()


@cache
def initials_of(character: str) -> frozenset[str]:
    """The small letters with which the readings of a character begin, all of them; a letter begins with itself."""
    if character.isascii():
        return frozenset(character.casefold()) if character.isalpha() else frozenset()
    readings = _readings().get(ord(character))
    if readings is None:
        shape = unicodedata.normalize("NFKC", character)
        return frozenset() if shape == character or len(shape) > 1 else initials_of(shape)
    return frozenset(unicodedata.normalize("NFD", reading)[0] for reading in readings.split(","))


def pinyin_spans(text: str, initials: str) -> tuple[Span, ...]:
    """Where characters with these initials follow each other in a text.

    Args:
        text: Any text; marks and white space in it are passed over.
        initials: A letter for each character, as `is_initials` wants them; else nothing is found.

    Returns:
        Half-open ranges of the text's characters, in order and without overlap.
    """
    if not is_initials(initials):
        return ()
    encoded = encode(text)
    found = [match.span() for match in expression(initials).finditer(encoded)]
    if not found:
        return ()
    # The position in the encoded text after each character of the text.
    after = list(accumulate(len(_CODES[ord(character)]) for character in text))
    return tuple(Span(bisect_right(after, start), bisect_right(after, end - 1) + 1) for start, end in found)


def encode(text: str) -> str:
    """The text with a code for the initials of each letter, digit and ideograph, and without all else."""
    return text.translate(_CODES)


def code_length(character: str) -> int:
    """How many codes `encode` makes of a character: 1 or 0."""
    return len(_CODES[ord(character)])


def expression(initials: str, gap: int = 0) -> re.Pattern[str]:
    """What finds these initials in texts that were encoded before, with so many characters at most left out between."""
    return _expression(initials.casefold(), gap, len(_CODES.sets))


def warm() -> None:
    """Load the table of readings, so that the next question is answered at once."""
    _readings()


@cache
def _expression(initials: str, gap: int, known: int) -> re.Pattern[str]:
    codes = {
        letter: "".join(code for those, code in _CODES.sets.items() if letter in those) for letter in set(initials)
    }
    between = f".{{0,{gap}}}?" if gap else ""
    return re.compile(between.join(f"[{codes[letter]}]" if codes[letter] else "(?!)" for letter in initials))


class _Codes(dict[int, str]):
    """The code of each character, worked out when it is first met: those with the same initials share one."""

    def __init__(self) -> None:
        super().__init__()
        self.sets: dict[frozenset[str], str] = {}

    def __missing__(self, codepoint: int) -> str:
        character = chr(codepoint)
        if character.isalnum():
            initials = initials_of(character)
            code = self.sets.setdefault(initials, chr(_FIRST_CODE + len(self.sets)))
        else:
            code = ""
        self[codepoint] = code
        return code


_CODES = _Codes()


@cache
def _readings() -> Mapping[int, str]:
    """By code point, the readings of each ideograph, separated by commas."""
    before = os.environ.get(_ECONOMY)
    os.environ[_ECONOMY] = "1"
    try:
        from pypinyin.pinyin_dict import pinyin_dict
    finally:
        if before is None:
            del os.environ[_ECONOMY]
        else:
            os.environ[_ECONOMY] = before
    return pinyin_dict
