"""Documents whose title is named by the initials of its pinyin."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from store.library.entry import Entry

_LOOSE = 4
"""Letters from which on a character may be left out here and there: gjgztd for 改进工作协调，打击…"""
_TITLES = 50_000
"""Titles that are kept encoded, so that each letter typed is answered at once."""


def titled(entries: Iterable[Entry], initials: str) -> tuple[Entry, ...]:
    """The documents whose title has these initials, one after the other first, then with characters left out."""
    from store.search.pinyin import expression, is_initials

    if not is_initials(initials):
        return ()
    encoded = [(entry, _encoded(entry.title)) for entry in entries if entry.title and not entry.problem]
    closely = [entry for entry, title in encoded if expression(initials).search(title)]
    if len(initials) < _LOOSE:
        return tuple(closely)
    loosely = expression(initials, gap=1)
    known = {entry.key for entry in closely}
    return (*closely, *(entry for entry, title in encoded if entry.key not in known and loosely.search(title)))


@lru_cache(maxsize=_TITLES)
def _encoded(title: str) -> str:
    from store.search.pinyin import encode

    return encode(title)
