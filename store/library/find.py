"""What a user means by a target: a document, a card, a choice, or nothing; a number is never guessed at."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from store.library.entry import Entry
from store.library.library import Library
from store.progress import Progress, silent

if TYPE_CHECKING:
    from store.library.card import Card, Name
    from store.symbols import Symbol

_BARE = re.compile(r"\d{1,4}/\d{1,4}")
_FIRST = "~1"
"""After a symbol, its first version; the symbol alone is the newest."""
_NEAREST = 5
"""How many known symbols to name when nothing was found."""


class Held(NamedTuple):
    """A document of the library, or a file."""

    entry: Entry
    place: str | None = None
    """The id of the block or footnote that the target names."""
    unplaced: str | None = None
    """The place as typed, when the document has none of that name."""
    near: str = ""
    """The places that it has instead, as one cites them."""
    called: Name | None = None
    """Where a text says that it is called as the target is, when nothing else says so."""


class Cited(NamedTuple):
    """A document that the library does not hold, or what is no document: a treaty, a goal."""

    card: Card
    place: str | None = None
    """The place as typed."""
    called: Name | None = None
    """As of a document that is held."""


class Candidate(NamedTuple):
    """One document that a target could mean."""

    key: str
    """What to type to mean this one."""
    name: str
    """Its title, or what the United Nations calls it."""
    held: bool
    citations: int


class Choice(NamedTuple):
    """Several that the target could mean: the library's own first, then those it cites, then others."""

    candidates: tuple[Candidate, ...]


class Nothing(NamedTuple):
    """Nobody holds or cites it, and it is the symbol of no document that there can be by now."""

    target: str
    nearest: tuple[str, ...]
    """Known symbols that come close, the closest first."""


Found = Held | Cited | Choice | Nothing


def find(library: Library, target: str, progress: Progress = silent) -> Found:
    """What a target means: a file, a key, a symbol or number, a part of a title; with a place or without.

    Raises:
        UnreadableSource: it is a file that can't be read.
        Cancelled: `progress` said so while a file was read.
    """
    whole = target.strip()
    found = _named(library, whole, progress)
    if found:
        return found
    from store.places import split_target

    text, place = split_target(whole)
    found = _named(library, text, progress) if place else None
    if found and place:
        return _at(library, found, place)
    from store.library.unheard import card_of_unheard

    card = card_of_unheard(text)
    return Cited(card, place) if card else Nothing(target, nearest(text, _known(library)))


def _named(library: Library, text: str, progress: Progress) -> Found | None:
    if not text:
        return None
    entry = library.entry(text)
    if entry:
        return Held(_held(library).get(text, entry))
    if text.endswith(_FIRST) and (first := library.entry(text.removesuffix(_FIRST))):
        return Held(first)
    if _is_file(text):
        return Held(library.visit(Path(text), progress))
    from store.symbols import candidates

    readings = candidates(text)
    if not readings:
        from store.library.identified import by_identity

        return _by_title(library, text) or by_identity(library, text) or _by_name(library, text)
    return by_symbol(library, readings) or _by_number(library, text)


def _is_file(text: str) -> bool:
    """Whether a text names a file, be it a pipe or one that is closed to the user: reading it says so."""
    try:
        path = Path(text)
        return path.exists() and not path.is_dir()
    except PermissionError:
        return True
    except (OSError, ValueError):
        # A name too long, or with a zero byte, is no file's.
        return False


def _at(library: Library, found: Found, place: str) -> Found:
    from store.library.pinpoints import pinpoint_places
    from store.library.place_range import places_near

    if isinstance(found, Choice | Nothing):
        return found
    if isinstance(found, Cited):
        return found._replace(place=place)
    document = library.document(found.entry.key)
    named = pinpoint_places(document, place)
    if named:
        return found._replace(place=named[0])
    return found._replace(unplaced=place, near=places_near(document, place))


def by_symbol(library: Library, readings: tuple[Symbol, ...]) -> Found | None:
    """The one reading that the library knows; a choice when it knows several; None when it knows none."""
    held, cited = _held(library), library.cited()
    named = _readings(readings, [*held, *cited])
    live = [text for text in named if text in held or cited.get(text)]
    return _one_of(library, live, named, held)


def _by_number(library: Library, text: str) -> Found | None:
    """The document, no resolution, that bears a bare number after its organ: A/74/127 for 74/127."""
    number = unicodedata.normalize("NFKC", text).replace(" ", "")
    if not _BARE.fullmatch(number):
        return None
    held = _held(library)
    named = {symbol: None for symbol in (*held, *library.cited()) if symbol.partition("/")[2] == number}
    return _one_of(library, list(named), named, held)


def _one_of(
    library: Library, live: Sequence[str], named: Mapping[str, Symbol | None], held: Mapping[str, Entry]
) -> Found | None:
    """The document or card of the one that is known; a choice among all that were named when several are."""
    if len(live) == 1:
        (text,) = live
        if text in held:
            return Held(held[text])
        from store.library.card import make_card

        return Cited(make_card(named[text] or text, library.citing(text)))
    if live:
        cited = library.cited()
        candidates = [_candidate(text, named[text], held, cited) for text in named]
        return Choice(tuple(sorted(candidates, key=lambda each: (not each.held, not each.citations))))
    return None


def _readings(readings: tuple[Symbol, ...], known: list[str]) -> dict[str, Symbol | None]:
    """The readings by symbol, with what is known under the same number: a decision, a year left out."""
    named: dict[str, Symbol | None] = {str(reading): reading for reading in readings}
    bare = len(readings) > 1
    for symbol in known:
        number = _number(symbol)
        for reading in readings:
            yearless = "(" not in str(reading) and symbol.startswith(f"{reading}(")
            if yearless or (bare and number and number == reading.number):
                named.setdefault(symbol, None)
    return named


def _number(symbol: str) -> str:
    """A resolution's or decision's number; empty for other documents."""
    return symbol.replace("/DEC/", "/RES/").partition("/RES/")[2]


def _candidate(text: str, symbol: Symbol | None, held: Mapping[str, Entry], cited: Mapping[str, int]) -> Candidate:
    from store.symbols import Symbol

    title = held[text].title if text in held else None
    known = symbol or Symbol.parse(text)
    return Candidate(text, title or (known.display if known else text), text in held, cited.get(text, 0))


def _by_title(library: Library, text: str) -> Found | None:
    """Documents whose title or key holds the text, or whose file has just this name."""
    from store.library.folding import fold

    wanted = fold(text)
    if not any(map(str.isalnum, wanted)):
        return None
    return choose(
        library,
        [
            entry
            for entry in library.known()
            if wanted in fold(f"{entry.key}\n{entry.title or ''}") or wanted == fold(entry.path.name)
        ],
    )


def _by_name(library: Library, text: str) -> Found | None:
    """What documents of the library call so, with the place that says it."""
    from store.library.called import called
    from store.library.card import make_card

    names = called(library, text)
    if len(names) > 1:
        return among(library, names)
    for symbol, name in names.items():
        entry = _held(library).get(symbol)
        return Held(entry, called=name) if entry else Cited(make_card(symbol, library.citing(symbol)), called=name)
    return None


def choose(library: Library, entries: Sequence[Entry]) -> Found | None:
    """The one document among these, a choice among several, or None."""
    if len(entries) == 1:
        return Held(entries[0])
    if entries:
        cited = library.cited()
        return Choice(tuple(Candidate(e.key, e.title or e.key, True, cited.get(e.key, 0)) for e in entries))
    return None


def among(library: Library, symbols: Iterable[str]) -> Choice:
    """The choice between several symbols, as when a text leaves open which it means."""
    held, cited = _held(library), library.cited()
    from store.symbols import Symbol

    return Choice(tuple(_candidate(symbol, Symbol.parse(symbol), held, cited) for symbol in symbols))


def _held(library: Library) -> dict[str, Entry]:
    return {entry.symbol: entry for entry in reversed(library.known()) if entry.symbol}


def _known(library: Library) -> list[str]:
    return [*_held(library), *library.cited()]


def nearest(target: str, known: Iterable[str]) -> tuple[str, ...]:
    """The known symbols closest to a target: of the same series, then by session or year, then by number."""
    from store.symbols import candidates

    readings = [str(reading) for reading in candidates(target)]
    if not readings:
        from difflib import get_close_matches

        return tuple(get_close_matches(target.upper(), list(dict.fromkeys(known)), _NEAREST))
    ranked = sorted(
        (min(_distance(reading, symbol) for reading in readings), symbol) for symbol in dict.fromkeys(known)
    )
    return tuple(symbol for (series, *_), symbol in ranked[:_NEAREST] if not series)


def _distance(a: str, b: str) -> tuple[bool, tuple[int, ...]]:
    """Whether the series differ, and how far the numbers are apart."""
    numbers = [[int(number) for number in _numbers(symbol)] for symbol in (a, b)]
    return _series(a) != _series(b), tuple(abs(x - y) for x, y in zip(*numbers, strict=False))


def _series(symbol: str) -> str:
    """What of a symbol does not count: `A/RES/#/#`."""
    return re.sub(r"(?<![A-Z.])\d+", "#", symbol)


def _numbers(symbol: str) -> list[str]:
    return re.findall(r"(?<![A-Z.])\d+", symbol)
