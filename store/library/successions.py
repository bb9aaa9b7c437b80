"""Which documents are earlier and later states of one text, so that notes can go from one to another."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from store.library.entry import Entry
from store.library.library import Library

How = Literal["version", "revision", "draft", "adopted", "series"]
"""What the other one is: of the same symbol; Rev.1 of it or of which it is; a draft of it; what was adopted of it; the
same text of another year."""

_VERSION = re.compile(r"~(\d{1,4})")
_REVISION = re.compile(r"(?P<of>.+)/Rev\.(?P<turn>\d{1,2})")


class Succession(NamedTuple):
    """Another document to or from which the notes of one may go."""

    entry: Entry
    is_later: bool
    how: How


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


def successions(library: Library, key: str) -> tuple[Succession, ...]:
    """The other states of the text of a document: the earlier ones and then the later ones, the nearest first."""
    own = library.entry(key)
    if own is None or own.problem:
        return ()
    turn = turn_of(own)
    near = (each for each in library.known() if (each.symbol or each.own_key).startswith(turn.text))
    those = [(turn_of(each), each) for each in near if not each.problem and each.key != key]
    same = sorted((each for each in those if each[0].text == turn.text), key=lambda each: each[0])
    found = [_succession(entry, other, turn) for other, entry in same]
    earlier = [each for each in reversed(found) if not each.is_later]
    return (*earlier, *(each for each in found if each.is_later))


def _succession(entry: Entry, turn: Turn, own: Turn) -> Succession:
    return Succession(entry, turn > own, "version" if turn.revision == own.revision else "revision")
