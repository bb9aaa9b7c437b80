"""What a target means that is no document: a treaty, a goal, a labour convention, or a title of the table."""

from __future__ import annotations

from collections.abc import Mapping

from store.instruments.identity import instrument_named, is_identity, read_identity, shown
from store.instruments.known import by_key
from store.instruments.labour import is_labour
from store.library.card import make_card
from store.library.find import Candidate, Choice, Cited, Found, by_symbol
from store.library.library import Library
from store.symbols import candidates


def by_identity(library: Library, text: str) -> Found | None:
    """A treaty, a goal or a labour convention by its identity, or what the table of instruments has by this title."""
    identity = read_identity(text)
    if identity is None:
        known = instrument_named(text)
        if known and not is_identity(known.key):
            return by_symbol(library, candidates(known.key)) or Cited(make_card(known.key, ()))
        return Cited(make_card(known.key, library.citing(known.key))) if known else None
    return _one_of_identities(library, identity)


def _one_of_identities(library: Library, identity: str) -> Found | None:
    """The card; for a volume without a number a choice among the treaties that stand in it; None for an unknown one."""
    cited = library.cited()
    known = [key for key in dict.fromkeys((*cited, *by_key())) if key == identity or key.startswith(f"{identity}, ")]
    if len(known) > 1:
        return Choice(tuple(_identified(key, cited) for key in sorted(known, key=lambda key: -cited.get(key, 0))))
    if known or identity.startswith("SDG ") or (identity.startswith("ILO ") and is_labour(identity[4:])):
        key = known[0] if known else identity
        return Cited(make_card(key, library.citing(key)))
    return None


def _identified(key: str, cited: Mapping[str, int]) -> Candidate:
    return Candidate(key, shown(key), False, cited.get(key, 0))
