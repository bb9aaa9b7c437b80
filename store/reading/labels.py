"""Numbers and letters that stand before a heading, paragraph or item: their written forms and their order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, cast
from unicodedata import normalize

Style = Literal[
    "number", "decimal", "chinese", "letter",
    "item-letter", "item-roman", "item-chinese", "item-number", "item-stem", "item-circled", "item-bullet",
    "resolution", "book", "part", "chapter", "section", "article",
]  # fmt: skip

_FORMAL = "零壹贰叁肆伍陆柒捌玖"
_DIGITS = {sign: value for digits in ("〇一二三四五六七八九", _FORMAL) for value, sign in enumerate(digits)} | {
    "貳": 2, "弍": 2, "參": 3, "陸": 6,
}  # fmt: skip
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}

# One alternative a style. A number needs a stop and may not go on as a decimal ("5.2", "8.7 联盟"), but a year may
# touch it: "1.2011年" is 1, "2.12010年" 2.1.
_FORMS = re.compile(
    r"(?P<number>[0-9]{1,4})\s?(?:\\?[.．](?!(?!(?:19|20)[0-9]{2}\s?年)[0-9]|[a-z]\s)|、(?=\D))\s*"
    r"|OP\s?(?P<number_stop>[0-9]{1,3})\s?[.．:：]?\s*(?=[\u3400-\u9fff《“])"
    r"|(?P<decimal>[0-9]{1,3}\.(?:[0-9]{1,2}(?=(?:19|20)[0-9]{2}\s?年)|[0-9]{1,3}|[a-z]))"
    r"(?:\s+(?=[\u3400-\u9fff《“]|[0-9]{4}\s?年|[A-Z][A-Za-z.]*\s?[\u3400-\u9fff])"
    r"|(?=(?![亿億万萬]|年(?![度代]))[\u3400-\u9fff《“]|(?:19|20)[0-9]{2}\s?年))"
    r"|(?P<chinese>[〇零一二三四五六七八九十]{1,4}|[壹贰貳弍叁參肆伍陆陸柒捌玖拾]{1,3})\s?[.．、]\s*"
    r"|(?P<letter>[A-Z])\s?[.．、](?:\s+|(?=[\u3400-\u9fff《“]))"
    r"|[(（]\s?(?P<item_letter>[a-z]{1,2})\s?[)）]\s*"
    r"|[(（]\s?(?P<item_chinese>[一二三四五六七八九十]{1,3})\s?[)）]\s*"
    r"|[(（]\s?(?P<item_number>[0-9]{1,2})\s?[)）]\s*"
    rf"|[(（]\s?(?P<item_stem>[{_STEMS}])\s?[)）]\s*"
    r"|(?P<item_letter_stop>[a-z]{1,4})\s?(?:[.．、]\s*|[)）]\s*)(?=[\u3400-\u9fff《“])"
    r"|(?P<item_number_stop>[0-9]{1,2})[)）]\s*(?=[\u3400-\u9fff《“])"
    r"|(?P<item_circled>[①-⑳])\s*(?=\S)"
    r"|(?P<item_chinese_sign>[㈠-㈩])\s*"
    r"|(?P<item_number_sign>[⑴-⒇])\s*"
    r"|(?P<item_letter_sign>[⒜-⒵])\s*"
    r"|(?P<number_sign>[⒈-⒛])\s*"
)


_WITHOUT_STOP = ("number", "decimal", "chinese", "letter")
_FIRST_SIGNS = {
    "item_circled": "①",
    "item_chinese_sign": "㈠",
    "item_number_sign": "⑴",
    "item_letter_sign": "⒜",
    "number_sign": "⒈",
}
"""The characters that hold a whole label, of each style that with the value 1."""
_HEAD = 24
"""Characters that hold a label, at most."""
_HALF = str.maketrans(
    {chr(code + 0xFEE0): chr(code) for code in (*range(0x30, 0x3A), *range(0x41, 0x5B), *range(0x61, 0x7B))}
    | {"／": "/"}
)
_FULL = re.compile("[／０-９Ａ-Ｚａ-ｚ]")


def half_width(text: str) -> str:
    """The text with full-width digits, letters and slashes as narrow ones; every character keeps its place."""
    return text.translate(_HALF) if _FULL.search(text) else text


@dataclass(frozen=True, slots=True)
class Label:
    """A label at the start of a line."""

    style: Style
    value: int
    """Its rank: 3 for "3", "三", "C", "(c)", "(三)"."""
    printed: str
    """As printed, without the full stop: "3", "(c)"."""
    end: int
    """Where the text after it begins, in the line."""

    @property
    def key(self) -> str:
        """Its part of a block id: "3", "c", "iv", "b1" for the first under a list sign."""
        if self.style == "item-bullet":
            return f"b{self.value}"
        if self.style in ("item-chinese", "item-stem", "item-number", "item-circled"):
            return str(self.value)
        return re.sub(r"[()（）\s]", "", normalize("NFKC", self.printed))


def read_label(text: str) -> Label | None:
    """The label at the start of a text, if there is one."""
    match = _FORMS.match(half_width(text[:_HEAD]))
    if match is None:
        return None
    name = match.lastgroup
    assert name is not None
    body = match[name]
    first = _FIRST_SIGNS.get(name)
    value = ord(body) - ord(first) + 1 if first else rank(body.rpartition(".")[2])
    if value is None:
        return None
    style = cast(
        Style, name.replace("_", "-").removesuffix("-stop").removesuffix("-sign")
    )  # the groups are named as the styles
    if name == "number_sign":
        return Label(style, value, str(value), match.end())
    printed = body if style in _WITHOUT_STOP or name.endswith("_stop") else re.sub(r"\s", "", match[0])
    return Label(style, value, printed, match.end())


def rank(body: str) -> int | None:
    """The rank that a label's body names: "12" → 12, "十二" → 12, "c" → 3, "乙" → 2; None when it is none."""
    if body.isdecimal():
        return int(body)
    if body in _STEMS:
        return _STEMS.index(body) + 1
    if body.isascii():
        return _letters(body.lower())
    return chinese_number(body)


def _letters(body: str) -> int | None:
    """ "a" is 1, "z" 26 and "aa" 27; "bc" is no label."""
    if len(set(body)) > 1:
        return roman(body)
    return 26 * (len(body) - 1) + ord(body[0]) - ord("a") + 1


def roman(body: str) -> int | None:
    """The value of a Roman numeral in small letters; None when it is none."""
    if not body or set(body) - set(_ROMAN):
        return None
    values = [_ROMAN[letter] for letter in body]
    return sum(-value if value < max(values[at:]) else value for at, value in enumerate(values))


def chinese_number(body: str) -> int | None:
    """The value of a Chinese numeral up to 99 ("二十三", "二三"); None when it is none."""
    tens, ten, units = body.replace("拾", "十").rpartition("十")
    if not ten:
        digits = [_DIGITS.get(character) for character in body]
        if None in digits or not digits:
            return None
        return int("".join(str(digit) for digit in digits))
    ahead = _DIGITS.get(tens, None) if tens else 1
    after = _DIGITS.get(units, None) if units else 0
    return None if ahead is None or after is None else 10 * ahead + after
