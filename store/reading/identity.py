"""The document's own symbol and organ, from the masthead, running heads and chapeau."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from store.bodies import Organ, is_decision_number, organ_named, organ_of
from store.document import Furniture
from store.numbers import read_number
from store.reading.masthead import Masthead
from store.symbols import Symbol, of_number

_UNDER_ANOTHER = frozenset({"A/HRC"})
"""The organs whose paper is headed by that of another, to which they report: the Human Rights Council."""

_BRACKETED = re.compile(r"[（(]([A-Z]/[^\s（）]+)[)）]$")


def own_symbol(head: Masthead, furniture: Sequence[Furniture], organ: str | None) -> str | None:
    """The canonical symbol of the document itself; None when the text nowhere gives it.

    Args:
        head: the masthead as read.
        furniture: among it the running heads, which repeat the symbol.
        organ: the organ that a chapeau names: it decides whose "第5/2号决议" this is.
    """
    printed = head.fields.get("symbol") or _running_head(furniture) or _of_series(head)
    if printed:
        symbol = Symbol.parse(printed)
        return str(symbol) if symbol else printed
    number = head.fields.get("number")
    if number and (named := organ_named(organ or head.fields.get("organ", ""))):
        return _numbered(named.key, number, decision=head.kind == "decision" or _is_decision(named, number))
    return None


def _of_series(head: Masthead) -> str | None:
    """The symbol in brackets on the title page of a supplement to the official records."""
    bracketed = _BRACKETED.search(head.fields.get("reference", "") or head.fields.get("series", ""))
    return bracketed[1] if bracketed and "series" in head.fields else None


def _is_decision(organ: Organ, number: str) -> bool:
    """Whether the number alone tells a decision: 73/501."""
    read = read_number(number)
    return read is not None and is_decision_number(organ, read)


def _numbered(organ_key: str, number: str, *, decision: bool) -> str | None:
    try:
        return str(of_number(organ_key, number, decision=decision))
    except ValueError:  # a number in no form that the organs use
        return None


def _running_head(furniture: Sequence[Furniture]) -> str | None:
    heads = Counter(each.text.rstrip("*") for each in furniture if each.kind == "head")
    return heads.most_common(1)[0][0] if heads else None


def body_of(symbol: str | None, head: Masthead) -> str | None:
    """The organ that a document without a chapeau goes to: named in the masthead, else the one its symbol names."""
    organ = organ_of(symbol) if symbol else None
    printed = head.fields.get("organ", "").replace("联合国", "").strip()
    if printed and (organ is None or organ.key not in _UNDER_ANOTHER):
        return printed
    return organ.chinese if organ else None
