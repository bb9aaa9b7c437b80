"""The address of a paragraph as one cites it in English.

The store gives it as one cites in Chinese, also where there is no document at hand, as in the hits of a search:
执行部分第5(a)(一)段. Here it becomes operative para. 5 (a) (i).
"""

from __future__ import annotations

import re

_PARTS = {"序言部分": "preambular ", "执行部分": "operative ", "其他文字": "other ", "": ""}
_PARAGRAPH = re.compile(r"(序言部分|执行部分|其他文字|)第([^第(段至]+)((?:\([^()]+\))*)段")
_RANGE = re.compile(r"(序言部分|执行部分|其他文字|)第([^第(段至]+)((?:\([^()]+\))*)至([^第(段]*)((?:\([^()]+\))*)段")
_FROM_TO = re.compile(r"(.+?)至(.+)")
_SUBPARAGRAPH = re.compile(r"((?:\([^()]+\))+)分段")
_WHOLE = "全文"
_NOTE = re.compile(r"脚注(.+)")
_CHAPEAU = re.compile(r"起首机关名((?:\([^()]+\))*)")
_UNNUMBERED = re.compile(r"标题(“.*?”)((?:\([^()]+\))*)")
_NUMBERED = re.compile(r"标题([^“(（]+)((?:\([^()]+\))*)")
_AGAIN = re.compile(r"(.*)（之(\w+)）", re.DOTALL)
_ITEM = re.compile(r"\(([^()]+)\)")
_NUMERALS = {numeral: turn for turn, numeral in enumerate("一二三四五六七八九十", 1)}
_ROMAN = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
_ROMAN_TENS = ("", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc")


def english(address: str) -> str:
    """An address of the store as the United Nations cites in English."""
    again = _AGAIN.fullmatch(address)
    if again:
        return f"{english(again[1])} [{_value(again[2])}]"
    if found := _RANGE.fullmatch(address):
        part, number, items, other, other_items = found.groups()
        return f"{_PARTS[part]}paras. {number}{_items(items)} to {other}{_items(other_items)}".replace("to  ", "to ")
    if (found := _FROM_TO.fullmatch(address)) and english(found[1]) != found[1] and english(found[2]) != found[2]:
        return f"{english(found[1])} to {english(found[2])}"
    if found := _PARAGRAPH.fullmatch(address):
        return f"{_PARTS[found[1]]}para. {found[2]}{_items(found[3])}"
    if found := _SUBPARAGRAPH.fullmatch(address):
        return f"subpara.{_items(found[1])}"
    if found := _NOTE.fullmatch(address):
        return f"footnote {found[1]}"
    if address == _WHOLE:
        return "whole document"
    if found := _CHAPEAU.fullmatch(address):
        return f"chapeau{_items(found[1])}"
    if found := _UNNUMBERED.fullmatch(address):
        return f"heading {found[1]}{_items(found[2])}"
    if found := _NUMBERED.fullmatch(address):
        return f"section {_section(found[1])}{_items(found[2])}"
    return address


def _items(brackets: str) -> str:
    """Items as they follow a number: " (a) (i)" for (a)(一)."""
    return "".join(f" ({_item(item)})" for item in _ITEM.findall(brackets))


def _item(item: str) -> str:
    value = _value(item)
    return _roman(int(value)) if value != item else item


def _section(numbers: str) -> str:
    """The numbers of headings, the topmost first: III.A.1 for 三A1."""
    parts = re.findall(r"[一二三四五六七八九十]+|\d+|.", numbers)
    return ".".join(_roman(int(_value(part))).upper() if _value(part) != part else part for part in parts)


def _value(number: str) -> str:
    """Chinese numerals below a hundred as digits; anything else as it is."""
    if not number or any(sign not in _NUMERALS for sign in number):
        return number
    tens, ten, units = number.rpartition("十")
    if ten:
        return str(10 * (_NUMERALS[tens] if tens else 1) + (_NUMERALS[units] if units else 0))
    return str(_NUMERALS[number]) if len(number) == 1 else number


def _roman(value: int) -> str:
    tens, units = divmod(value, 10)
    return _ROMAN_TENS[tens] + _ROMAN[units]
