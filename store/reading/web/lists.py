"""The numbers that a browser prints before the items of an ordered list, as UN documents print them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from store.reading.web.elements import Element

_STYLE = re.compile(r"list-style(?:-type)?\s*:[^;]*?\b(none|decimal|(?:lower|upper)-(?:alpha|latin|roman))\b")
_TYPES = {"1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_HIGHEST = 9999


def item_labels(parent: Element) -> Iterator[tuple[Element, str]]:
    """The items of a list, each with what stands before it: "3. ", "(c) ", "(iv) ", or nothing."""
    number = _whole(parent.attributes.get("start")) or 1
    common = _style(parent)
    for item in parent.children:
        if isinstance(item, Element) and item.tag == "li":
            own = _whole(item.attributes.get("value"))
            number = number if own is None else own
            yield item, _label(parent.tag, number, _style(item) or common)
            number += 1


def _label(tag: str, number: int, style: str | None) -> str:
    if style == "none":
        return ""
    return _printed(number, style or "decimal") if tag == "ol" else "• "


def _style(element: Element) -> str | None:
    if found := _STYLE.search(element.attributes.get("style", "").lower()):
        return found[1]
    return _TYPES.get(element.attributes.get("type", ""))


def _whole(written: str | None) -> int | None:
    return int(written) if written and written.isascii() and written.isdecimal() and int(written) <= _HIGHEST else None


def _printed(number: int, style: str) -> str:
    case, _, kind = style.partition("-")
    if kind == "roman" and 0 < number < 400:
        body = _roman(number)
    elif kind and number > 0:
        body = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
    else:
        return f"{number}. "
    return f"({body}) " if case == "lower" else f"{body.upper()}. "


def _roman(number: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        written += letters * (number // value)
        number %= value
    return written
