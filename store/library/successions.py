"""Which documents are earlier and later states of one text, so that notes can go from one to another."""

from __future__ import annotations

import re
from typing import NamedTuple

from store.library.entry import Entry
from store.library.library import Library

_VERSION = re.compile(r"~(\d{1,4})")
_REVISION = re.compile(r"(?P<of>.+)/Rev\.(?P<turn>\d{1,2})")


class Turn(NamedTuple):
    """Where a document stands among the states of its text."""

    text: str
    """Symbol or title that all states share."""
    revision: int
    version: int
    """Of the same symbol: 1 for the first that came into the library."""


def turn_of(entry: Entry) -> Turn:
    """The turn of a document, by its symbol and key alone."""
    name = entry.symbol or entry.own_key
    version = _VERSION.fullmatch(entry.key.removeprefix(name))
    revision = _REVISION.fullmatch(name)
    number = int(version[1]) if version else 1
    return Turn(revision["of"], int(revision["turn"]), number) if revision else Turn(name, 0, number)


def earlier_of(library: Library, key: str) -> tuple[Entry, ...]:
    """The documents from which the notes may go to this one, the nearest first."""
    return tuple(reversed([each for each, is_later in _others(library, key) if not is_later]))


def later_of(library: Library, key: str) -> tuple[Entry, ...]:
    """The documents to which the notes of this one may go, the nearest first."""
    return tuple(each for each, is_later in _others(library, key) if is_later)


def _others(library: Library, key: str) -> list[tuple[Entry, bool]]:
    """The other states of a text in their order, and whether they come after this one."""
    own = library.entry(key)
    if own is None:
        return []
    turn = turn_of(own)
    those = [(turn_of(each), each) for each in library.known() if not each.problem and each.key != key]
    same = sorted((each for each in those if each[0].text == turn.text), key=lambda each: each[0])
    return [(entry, other > turn) for other, entry in same]
