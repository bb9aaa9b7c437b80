"""Which documents are earlier and later states of one text, so that notes can go from one to another."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal, NamedTuple

from store.library.entry import Entry
from store.library.families.kin import Relation
from store.library.library import Library

How = Literal["version", "revision", "draft", "adopted", "series"]
"""What the other one is: of the same symbol; Rev.1 of it or of which it is; a draft of it; what was adopted of it; the
same text of another year."""

_RANKS: tuple[How, ...] = ("version", "revision", "draft", "adopted", "series")
_RELATIONS: Mapping[Relation, tuple[How, bool | None]] = {
    "draft": ("draft", False),
    "adopted": ("adopted", True),
    "revised": ("revision", False),
    "revision": ("revision", True),
    "series": ("series", None),
}
"""By what the library infers of another document: what it is, and whether it is later; None where the year says so."""

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
    """The other states of the text of a document: the earlier ones and then the later ones, the nearest first.

    Versions and revisions by their symbols; drafts, adopted texts and other years by what the library infers.
    """
    own = library.entry(key)
    if own is None or own.problem:
        return ()
    found = {each.entry.key: each for each in (*_of_kin(library, own), *_of_one_symbol(library, own))}
    ranked = sorted(found.values(), key=lambda each: _RANKS.index(each.how))
    return (*(each for each in ranked if not each.is_later), *(each for each in ranked if each.is_later))


def _of_one_symbol(library: Library, own: Entry) -> list[Succession]:
    """Other versions and revisions, the nearest on each side first."""
    turn = turn_of(own)
    near = (each for each in library.known() if (each.symbol or each.own_key).startswith(turn.text))
    those = [(turn_of(each), each) for each in near if not each.problem and each.key != own.key]
    same = sorted((each for each in those if each[0].text == turn.text), key=lambda each: each[0])
    found = [_succession(entry, other, turn) for other, entry in same]
    return [*(each for each in reversed(found) if not each.is_later), *(each for each in found if each.is_later)]


def _of_kin(library: Library, own: Entry) -> list[Succession]:
    """Its drafts, what was adopted of it, other years, the nearest year first."""
    from store.library.families.drafts import term_of
    from store.library.families.family import family_of

    year = term_of(own).year
    kin = family_of(library, own).of(*_RELATIONS)
    entries = {entry.key: entry for entry in library.known() if not entry.problem}
    found = []
    for each in sorted(kin, key=lambda each: abs((each.year or 0) - (year or 0))):
        how, is_later = _RELATIONS[each.relation]
        if is_later is None and year and each.year and each.year != year:
            is_later = each.year > year
        if each.key in entries and is_later is not None:
            found.append(Succession(entries[each.key], is_later, how))
    return found


def _succession(entry: Entry, turn: Turn, own: Turn) -> Succession:
    return Succession(entry, turn > own, "version" if turn.revision == own.revision else "revision")
