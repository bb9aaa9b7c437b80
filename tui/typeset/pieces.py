"""Which characters of a line stay together: marks with their text, numbers, symbols, dates, titles, words.

The shape of a text is cut into pieces by expressions over kinds of characters; nothing is measured here.
"""

from __future__ import annotations

import re
from functools import cache

RUN, BLANK = 1, 2
"""Groups of every expression: ideographs that break anywhere, and spaces. What is in neither is one piece."""

TITLE = 12
"""Characters between the marks of the longest title that is kept whole."""

_IDEOGRAPH = "[iOCYMDK]"
_LETTER = "[w0]"
_LETTERS = "[w0][w0mj]*"
_WORD = rf"-?{_LETTERS}(?:(?:[-.b]+|(?<=0),(?=000)){_LETTERS})*"
_SESSION = r" ?\((?:0{4}|w{1,5}(?:-[w0]{1,5})?|w{4} w{1,5})\)"
_GROUPED = "0{1,3}(?: 000)+(?!0)"
_SYMBOL = f"{_WORD}(?:{_SESSION})?(?:(?<=0) w(?!{_LETTER}))?"
_NUMBER = f"(?:{_GROUPED}|{_SYMBOL})(?: ?K)?"
_DATE = "0{2,4} ?Y(?: ?0{1,2} ?M(?: ?0{1,2} ?D)?)?|0{1,2} ?M ?0{1,2} ?D"
_ORDINAL = f"O ?{_NUMBER}(?: ?C)?"
_TITLE = rf"<s*(?:[^<>s]s*){{1,{TITLE}}}>"
_COUNTED = "0+ ?[YMDK]"
_EMOJI = "xm*(?:jxm*)+|ff"
_DASH = "dd|ee"
_SINGLE = f"(?:{_EMOJI}|{_DASH}|[^(<),.> b])m*"
_PHRASE = f"{_DATE}|{_ORDINAL}|{_NUMBER}|{_SINGLE}"
_CORES = (
    _PHRASE,
    _PHRASE,
    f"{_COUNTED}|{_NUMBER}|{_SINGLE}",
    f"{_WORD}|{_SINGLE}",
    f"{_LETTERS}|{_SINGLE}",
    _SINGLE,
)
"""What pieces are made of, each for those of the one before that are longer than a line."""

_ATTACHED = rf" *[),.>sdeb]m*|-(?!{_LETTER})|[mj]"
_APART = "(?:[(<] *)", f"(?:{_ATTACHED})"
_JOINED = "(?:[(<b] *)", rf"(?: *b(?: *[(<b])*(?: *(?:{_WORD}|{_SINGLE}))?|{_ATTACHED})"
"""What belongs to a piece before and after it: a mark that neither begins nor ends a line takes what follows with it,
as long as the line has room for both."""


@cache
def expression(size: int) -> re.Pattern[str]:
    """An expression that cuts any shape into pieces without a rest.

    Sizes from 0 on are phrases and titles, phrases, parts of phrases, words, parts of words, characters with the
    marks that belong to them, bare characters as one sees them, code points: each for pieces of the one before
    that are longer than a line.
    """
    if size > len(_CORES):
        piece = f"{_SINGLE}|." if size == len(_CORES) + 1 else "."
    else:
        core, (before, after) = (_CORES[size], _JOINED) if size < len(_CORES) else (_SINGLE, _APART)
        title = "" if size else f"{before}*?{_TITLE}{after}*|"
        piece = f"{title}(?=[^ ]){before}*(?:{core})?{after}*"
    return re.compile(f"({_IDEOGRAPH}+(?={_IDEOGRAPH}))|( +)|{piece}")
