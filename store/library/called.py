"""What documents of the library call by a name: short titles that they define, titles that their notes equate.

Only a whole name counts, and what a text leaves open does not. The reason is the text that says so most plainly.
"""

from __future__ import annotations

from store.instruments.spelling import title_key
from store.library.card import Name
from store.library.library import Library

_FORMS = "('name', 'treaty', 'labour')"
"""Written out, so that the index of names is used."""
_PLAIN = ("equated", "defined", "beside", "table")
"""Rules by how plainly they say what a name means."""


def called(library: Library, text: str) -> dict[str, Name]:
    """By symbol, each that is called by the whole text, the most often called so first, with a place that says so."""
    wanted = title_key(text)
    if not wanted:
        return {}
    query = f"SELECT DISTINCT surface FROM mentions WHERE form IN {_FORMS} AND symbol IS NOT NULL"
    surfaces = [row[0] for row in library.ask(lambda index: index.select(query)) if title_key(row[0]) == wanted]
    documents = {entry.digest: entry.key for entry in library.known()}
    said: dict[str, list[tuple[int, Name]]] = {}
    for surface in surfaces:
        for symbol, rule, digest, place, address in _mentions(library, surface):
            if digest in documents:
                turn = _PLAIN.index(rule) if rule in _PLAIN else len(_PLAIN)
                said.setdefault(symbol, []).append((turn, Name(surface, documents[digest], place, address)))
    often = sorted(said.items(), key=lambda each: -len(each[1]))
    return {symbol: min(names, key=lambda name: name[0])[1] for symbol, names in often}


def _mentions(library: Library, surface: str) -> list[tuple[str, str, str, str, str]]:
    query = (
        f"SELECT symbol, rule, digest, block, address FROM mentions WHERE form IN {_FORMS} AND symbol IS NOT NULL"
        " AND surface = ? ORDER BY digest, turn"
    )
    return library.ask(lambda index: index.select(query, surface))
