"""The shape of a text: a letter for each character's kind, as far as the ends of lines are concerned.

Owns the tables of kinds; `pieces` has the expressions over them. Which marks are forbidden where, `rules` says.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from itertools import cycle

from tui.typeset.cells import BLANKS, JOINER, is_invisible
from tui.typeset.rules import rules_for

SPACES = " \u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u3000"
"""Spaces at which a line may end, without those that forbid it."""

SIGN = "s"
"""The shape of each character of a sign: like a closing mark, but not part of the text."""

OPENING, CLOSING, BOTH, MARK = "(", ")", "b", "m"
"""No line ends with it; no line begins with it; neither; it belongs to the character before it in any case."""

_JOINING = {
    # No line begins with these, which also join the parts of a symbol, a number or an address,
    ".": "./:?%~–·’",
    ",": ",",
    # while these only join.
    "-": "-‐‑−+@&=#\\'",
}
_OWN = {
    "<": "《",
    ">": "》",
    " ": SPACES + BLANKS,
    "O": "第",
    "C": "号號段條条卷页頁章节節款項项次届屆期",
    "Y": "年",
    "M": "月",
    "D": "日",
    "K": "万亿萬億",
    # Two of these are one dash, or one row of dots.
    "d": "—―",
    "e": "…⋯‥",
    "j": JOINER,
}
"""Kinds with a part of their own; besides there are 0 digit, w letter, i ideograph, f half a flag, x other."""


def shape_of(text: str, language: str) -> str:
    """The shape of a text, a letter for a character."""
    return _pair_quotes(text).translate(_kinds(language))


class _Kinds(dict[int, str]):
    """Kinds by code point, filled as characters are met."""

    def __missing__(self, code: int) -> str:
        self[code] = kind = _kind_of(chr(code))
        return kind


@cache
def _kinds(language: str) -> _Kinds:
    rules = rules_for(language)
    kinds = _Kinds()
    kinds |= {ord(mark): CLOSING for mark in rules.no_start}
    kinds |= {ord(mark): OPENING for mark in rules.no_end}
    kinds |= {ord(character): kind for kind, those in {**_JOINING, **_OWN}.items() for character in those}
    kinds |= {ord(mark): BOTH for mark in rules.no_start if mark in rules.no_end}
    return kinds


def _kind_of(character: str) -> str:
    if "\u3400" <= character <= "\u4dbf" or "\u4e00" <= character <= "\u9fff":
        return "i"
    if is_invisible(character) or unicodedata.category(character).startswith("M"):
        return MARK
    if "\U0001f1e6" <= character <= "\U0001f1ff":
        return "f"
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
