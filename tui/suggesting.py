"""What a user may mean while he types where to go: places of the open document, documents, cited symbols."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from store.document import Document
from store.library.entry import Entry
from store.library.folding import fold
from store.library.library import Library
from store.library.places import place_named
from store.symbols import candidates
from tui.kinds import kind_name
from tui.language import n_
from tui.naming import display_name, place_name


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One thing the text may mean."""

    label: str
    detail: str
    target: str
    """What to look up; when `place` is given, the key of the document."""
    place: str | None = None


def suggest(
    library: Library, text: str, reading: tuple[str, Document] | None, limit: int = 12
) -> tuple[Suggestion, ...]:
    """At most so many suggestions: a place of the document that is read, the library's own, then what it cites."""
    typed = text.strip()
    if not typed:
        return tuple(islice(_documents(library.known(), ""), limit))
    found = {each.label: each for each in _suggestions(library, typed, reading)}
    return tuple(islice(found.values(), limit))


def _suggestions(library: Library, typed: str, reading: tuple[str, Document] | None) -> Iterator[Suggestion]:
    if reading:
        yield from _places(*reading, typed)
    yield from _documents(library.known(), typed)
    yield from _cited(library, typed)


def _places(key: str, document: Document, typed: str) -> Iterator[Suggestion]:
    place = place_named(document, typed)
    if place:
        yield Suggestion(place_name(document, place), document.text_of(place), key, place)


def _documents(entries: tuple[Entry, ...], typed: str) -> Iterator[Suggestion]:
    wanted = fold(typed)
    for entry in entries:
        names = (entry.symbol or "", entry.title or "", entry.key)
        if not entry.problem and any(wanted in fold(name) for name in names):
            kind = kind_name(entry.kind, entry.revised)
            label = entry.symbol or entry.title or entry.key
            detail = " · ".join(filter(None, (kind, entry.title if entry.symbol else None, entry.date)))
            yield Suggestion(label, detail, entry.key)


def _cited(library: Library, typed: str) -> Iterator[Suggestion]:
    """Cited symbols that the text names, then those in whose symbol or name it stands."""
    counts = library.cited()
    held = {entry.symbol for entry in library.known()}
    named = [str(reading) for reading in candidates(typed)]
    wanted = fold(typed)
    partly = sorted(
        (symbol for symbol in counts if wanted in fold(symbol) or wanted in fold(display_name(symbol))),
        key=lambda symbol: (-counts[symbol], symbol),
    )
    for symbol in dict.fromkeys((*(name for name in named if name in counts), *partly)):
        if symbol not in held:
            times = n_("cited {count} time", "cited {count} times", counts[symbol]).format(count=counts[symbol])
            yield Suggestion(symbol, f"{display_name(symbol)} · {times}", symbol)
