"""Which characters of a line stay together: the marks of 禁则, the forms of numbers, symbols, dates, words.

A text is first reduced to its shape, a letter for each character's kind, and the shape is cut into pieces.
Owns the tables of kinds and the expressions over them; measures nothing.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import cycle

SPACES = " \u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u3000"
"""Spaces at which a line may end, without those that forbid it."""

SIGN = ")"
"""The shape of each character of a sign: a closing mark."""

RUN, BLANK = 1, 2
"""Groups of every expression: ideographs that break anywhere, and spaces. What is in neither is one piece."""

_KINDS = {
    # No line ends with these,
    "(": "（([［{｛〔【《〈「『〖〘〚“‘«‹<$＄￥¥€£",
    # nor begins with these,
    ")": "，。、；：？！．｡､｣）)]］}｝〕】》〉」』〗〙〛”»›>;!…—・～／％‰°℃′″々ー⁰¹²³⁴⁵⁶⁷⁸⁹\u200b",
    # nor with these, which also join the parts of a symbol, a number or an address.
    ".": "./:?%~–·’",
    ",": ",",
    # These only join.
    "-": "-‐‑−+@&=#\\'",
    " ": SPACES,
    "O": "第",
    "C": "号號段条條卷页頁章节節款项項次届屆期",
    "Y": "年",
    "M": "月",
    "D": "日",
    "K": "万亿萬億",
}
"""Kinds of characters with a part of their own; besides there are 0 digit, w letter, i ideograph, x other."""

_IDEOGRAPH = "[iOCYMDK]"
_LETTER = "[w0]"
_WORD = f"-?{_LETTER}+(?:(?:[-.]+|(?<=0),(?=000)){_LETTER}+)*"
_SESSION = r" ?\((?:0{4}|w{1,5}(?:-[w0]{1,5})?|w{4} w{1,5})\)"
_GROUPED = "0{1,3}(?: 000)+(?!0)"
_SYMBOL = f"{_WORD}(?:{_SESSION})?(?:(?<=0) w(?!{_LETTER}))?"
_NUMBER = f"(?:{_GROUPED}|{_SYMBOL})(?: ?K)?"
_DATE = "0{2,4} ?Y(?: ?0{1,2} ?M(?: ?0{1,2} ?D)?)?|0{1,2} ?M ?0{1,2} ?D"
_ORDINAL = f"O ?{_NUMBER}(?: ?C)?"
_SINGLE = "[^(),. ]"
_CORES = (f"{_DATE}|{_ORDINAL}|{_NUMBER}|{_SINGLE}", f"{_WORD}|{_SINGLE}", f"{_LETTER}+|{_SINGLE}", _SINGLE)


@cache
def expression(size: int) -> re.Pattern[str]:
    """An expression that cuts any shape into pieces without a rest.

    Sizes from 0 on are phrases, words, parts of words, characters with the marks that belong to them, bare
    characters: each for pieces of the one before that are longer than a line.
    """
    if size == len(_CORES):
        return re.compile("((?!))|( +)|.")
    opening, closing = r"(?:\( *)", "(?: *[),.])"
    piece = f"{opening}*(?:{_CORES[size]}){closing}*|{opening}+{closing}*|{closing}+"
    return re.compile(f"({_IDEOGRAPH}+(?={_IDEOGRAPH}))|( +)|{piece}")


def shape_of(text: str) -> str:
    """The shape of a text, a letter for a character."""
    return _pair_quotes(text).translate(_kinds())


class _Kinds(dict[int, str]):
    """Kinds by code point, filled as characters are met."""

    def __missing__(self, code: int) -> str:
        self[code] = kind = _kind_of(chr(code))
        return kind


@cache
def _kinds() -> _Kinds:
    return _Kinds({ord(character): kind for kind, those in _KINDS.items() for character in those})


def _kind_of(character: str) -> str:
    if "\u3400" <= character <= "\u4dbf" or "\u4e00" <= character <= "\u9fff":
        return "i"
    if unicodedata.category(character).startswith("M"):
        return SIGN
    if not character.isalnum() and character != "_":
        return "x"
    if unicodedata.east_asian_width(character) == "W":
        return "x"
    return "0" if character.isdecimal() else "w"


def _pair_quotes(text: str) -> str:
    """The text with straight quotation marks as “ and ” by turns; as it was, if their number is odd."""
    parts = text.split('"')
    if len(parts) % 2 == 0:
        return text
    return "".join(part + mark for part, mark in zip(parts, cycle("“”"), strict=False))[: len(text)]
