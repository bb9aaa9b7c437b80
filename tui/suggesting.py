"""What a user may mean while he types where to go: places of the open document, documents, cited symbols."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from store.document import Document
from store.library.called import called
from store.library.entry import Entry
from store.library.find import Choice, Cited, Held, Nothing, find
from store.library.folding import fold
from store.library.library import Library
from store.library.unheard import card_of_unheard
from store.places import place_named, split_target
from store.search.titles import titled
from store.symbols import candidates
from tui.addresses import spoken_address
from tui.kinds import kind_name
from tui.language import _, n_
from tui.naming import display_name, place_name

_READ = 4
"""Documents that are read to see whether they have a place, when their name is not clear."""
_POSSIBLE = 3
"""Readings of a number that nobody knows."""


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


def missing(text: str, reading: tuple[str, Document] | None) -> str:
    """That what is read has no such place, and which it has; empty when no place was meant or it is there."""
    from store.library.place_range import is_place_like, places_near

    if not reading or not is_place_like(text) or place_named(reading[1], text):
        return ""
    near = places_near(reading[1], text)
    return _("There is no “{place}” here; there is {near}.").format(place=text.strip(), near=near) if near else ""


def _suggestions(library: Library, typed: str, reading: tuple[str, Document] | None) -> Iterator[Suggestion]:
    if reading:
        yield from _places(*reading, typed)
    yield from _named(library, typed)
    if typed.startswith("《"):
        yield from _called(library, typed)
    yield from _elsewhere(library, typed)
    yield from _documents(library.known(), typed)
    yield from map(_document, titled(library.known(), typed))
    yield from _called(library, typed)
    yield from _cited(library, typed)


def _elsewhere(library: Library, typed: str) -> Iterator[Suggestion]:
    """The place in another document: A/C.3/80/L.4#op5, 64/293 5."""
    name, named = split_target(typed)
    if not name or not named:
        return
    match find(library, typed):
        case Held(entry, place) if place:
            yield from _place_in(library, entry, named)
        case Held(entry, near=near) if near:
            missing = _("has no “{place}”; there is {near}").format(place=named, near=near)
            yield replace(_document(entry), detail=missing)
        case Held(entry):
            yield _document(entry)
        case Cited(card, place):
            symbol = f"{card.symbol}#{place}" if place else card.symbol
            yield Suggestion(symbol, f"{display_name(card.symbol)} · {_('not in the library')}", symbol)
        case Choice(several):
            for each in several:
                yield Suggestion(f"{each.key}#{named}", each.name, f"{each.key}#{named}")
        case Nothing():
            if candidates(name):
                return
            meant = (*_holding(library.known(), name), *titled(library.known(), name))
            for entry in meant[:_READ]:
                yield from _place_in(library, entry, named)


def _place_in(library: Library, entry: Entry, named: str) -> Iterator[Suggestion]:
    document = library.document(entry.key)
    place = place_named(document, named)
    if place:
        named = entry.symbol or entry.title or entry.key
        label = _("{document}, {place}").format(document=named, place=place_name(document, place))
        yield Suggestion(label, document.text_of(place), entry.key, place)


def _places(key: str, document: Document, typed: str) -> Iterator[Suggestion]:
    place = place_named(document, typed)
    if place:
        yield Suggestion(place_name(document, place), document.text_of(place), key, place)


def _named(library: Library, typed: str) -> Iterator[Suggestion]:
    """Just what a symbol or number names: the library's own, what it cites, else what it can be; no other begins so."""
    readings = candidates(typed)
    if not readings or split_target(typed)[1]:
        return
    match find(library, typed):
        case Held(entry):
            yield _document(entry)
        case Cited(card):
            yield _cited_one(card.symbol, len(card.mentions))
        case Choice(several):
            entries = {entry.key: entry for entry in library.known()}
            for each in several:
                if each.held and each.key in entries:
                    yield _document(entries[each.key])
                elif each.citations:
                    yield _cited_one(each.key, each.citations)
        case Nothing():
            whole = [reading for reading in readings if not (reading.number or "").isdecimal()]
            yield from (_cited_one(str(reading), 0) for reading in whole[:_POSSIBLE] if card_of_unheard(str(reading)))


def _called(library: Library, typed: str) -> Iterator[Suggestion]:
    """What documents call so, each with the place that says it."""
    for symbol, name in called(library, typed).items():
        where = _("according to {document}, {address}")
        said = where.format(document=name.document, address=spoken_address(name.address))
        yield Suggestion(symbol, f"{display_name(symbol)} · {said}", symbol)


def _cited_one(symbol: str, count: int) -> Suggestion:
    times = n_("cited {count} time", "cited {count} times", count).format(count=count)
    return Suggestion(symbol, f"{display_name(symbol)} · {times if count else _('not in the library')}", symbol)


def _documents(entries: tuple[Entry, ...], typed: str) -> Iterator[Suggestion]:
    """Documents of just this symbol, then those in whose symbol or title the text stands."""
    wanted = fold(typed)
    yield from map(_document, sorted(_holding(entries, typed), key=lambda entry: fold(entry.key) != wanted))


def _holding(entries: tuple[Entry, ...], typed: str) -> list[Entry]:
    """The documents in whose symbol, title or key a text stands."""
    wanted = fold(typed)
    return [
        entry
        for entry in entries
        if not entry.problem
        and any(wanted in fold(name) for name in (entry.symbol or "", entry.title or "", entry.key))
    ]


def _document(entry: Entry) -> Suggestion:
    kind = kind_name(entry.kind, entry.revised)
    label = entry.symbol or entry.title or entry.key
    detail = " · ".join(filter(None, (kind, entry.title if entry.symbol else None, entry.date)))
    return Suggestion(label, detail, entry.key)


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
            yield _cited_one(symbol, counts[symbol])
