"""Names of instruments, each time they are printed: what the document equates, what the table has, and short titles
after full ones."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from itertools import islice

from store.citations.references.bare import names_outside
from store.citations.references.equated import Equations
from store.citations.references.notes import Source
from store.citations.references.parts import part_after
from store.citations.references.passage import Passage
from store.citations.references.titles import Title, titles_in
from store.document import Confidence, Document, Form
from store.instruments.known import Instrument, by_title, full_titles
from store.instruments.spelling import spelled

_PIECE = 2
"""Characters of the shortest word of a short title."""
_PIECES = 4
_SHORTEST_SURE = 4
"""A short title with fewer characters (公约, 议定书) is at best likely to mean the one full title that ends so."""
_KINDS = {"UNTS": "treaty", "LNTS": "treaty", "TREATY": "treaty", "ILO": "labour", "SDG": "goal"}


@dataclass(frozen=True, slots=True)
class Reading:
    """What a name means."""

    symbol: str | None
    rule: str
    words: str = ""
    confidence: Confidence = "sure"
    candidates: tuple[str, ...] = ()
    pinpoint: str | None = None


@dataclass(slots=True)
class Matches:
    """The full titles which a short one can stand for, among those so far; each is looked at once."""

    ending: list[str] = field(default_factory=list)
    """Those that end with it."""
    having: list[str] = field(default_factory=list)
    """Those that have its words."""
    seen: int = 0

    def of(self, key: str, fulls: dict[str, str | None]) -> tuple[list[str], str]:
        """The better of them, and the rule by which they fit."""
        for full in islice(fulls, self.seen, None) if self.seen < len(fulls) else ():
            if len(full) > len(key) and full.endswith(key):
                self.ending.append(full)
            elif len(full) > len(key) >= 2 * _PIECE and _has_words(full, key):
                self.having.append(full)
        self.seen = len(fulls)
        return (self.ending, "suffix") if self.ending else (self.having, "words")


@dataclass
class Names:
    """What the document says up to a place."""

    equations: Equations
    fulls: dict[str, str | None] = field(default_factory=dict)
    """Keys of full titles so far to what they are, None where that is not known."""
    named: dict[str, int] = field(default_factory=dict)
    """The same keys to when they were named last."""
    matches: dict[str, Matches] = field(default_factory=dict)
    """Of each short title so far."""
    printed: dict[str, str] = field(default_factory=dict)
    """The same keys to the titles as first printed."""
    turn: int = 0
    """How many names were taken up."""
    here: list[str] = field(default_factory=list)
    """Identities that the passage has named so far."""

    def read(self, title: Title, printed: str) -> Reading | None:
        """What a title means at its place; None where nothing says so."""
        reading = self._defined(title.key) or self._equated(title.key) or self._full(title.key)
        if reading is None:
            reading = self._short(title.key)
            if reading is None or reading.rule == "table-short":
                self._learn(title.key, reading.symbol if reading else None, printed)
        elif reading.rule != "defined":
            self._learn(title.key, reading.symbol, printed)
        if reading and reading.symbol:
            self.here.append(reading.symbol)
        return reading

    def _learn(self, key: str, symbol: str | None, printed: str) -> None:
        self.fulls[key] = symbol
        self.turn += 1
        self.named[key] = self.turn
        self.printed.setdefault(key, printed)

    def name(self, known: Instrument, key: str, printed: str) -> None:
        """Take up a full title of the table."""
        self._learn(key, known.key, printed)
        self.here.append(known.key)

    def _defined(self, key: str) -> Reading | None:
        fulls = self.equations.defined.get(key)
        if not fulls:
            return None
        meant = {symbol: full for full in fulls if (symbol := self._identity(full))}
        if len(fulls) == 1 and meant:
            ((symbol, full),) = meant.items()
            return Reading(symbol, "defined", self.printed.get(full, ""))
        return Reading(None, "defined", confidence="open", candidates=tuple(meant))

    def _identity(self, key: str) -> str | None:
        reading = self._equated(key) or self._full(key)
        return reading.symbol if reading else self.fulls.get(key)

    def _equated(self, key: str) -> Reading | None:
        sources = self.equations.sources.get(key)
        if not sources:
            return None
        known = full_titles().get(key)
        if known and {known.key, known.adopted} & sources.keys():
            return Reading(known.key, "table")
        if len(sources) > 1:
            return Reading(None, "equated", confidence="open", candidates=tuple(sources))
        ((symbol, source),) = sources.items()
        words = self.equations.words[key, symbol]
        return self._contradicted(known, source, words) if known else _equal(source, words)

    @staticmethod
    def _contradicted(known: Instrument, source: Source, words: str) -> Reading:
        """The document gives another number than the table: its own word counts, and both are told."""
        return Reading(source.symbol, "equated", words, "likely", (source.symbol, known.key), source.pinpoint)

    @staticmethod
    def _full(key: str) -> Reading | None:
        known = full_titles().get(key)
        return Reading(known.key, "table") if known else None

    def _short(self, key: str) -> Reading | None:
        """A short title: the one identity among the full titles so far that it can stand for."""
        found, rule = self.matches.setdefault(key, Matches()).of(key, self.fulls)
        fitting = sorted(found, key=lambda full: self.named[full])
        known = by_title().get(key)
        meant = dict.fromkeys(self.fulls[full] or full for full in reversed(fitting))
        if known:
            others = [each for each in meant if each != known.key]
            return Reading(known.key, "table-short", confidence="likely" if others else "sure")
        identities = tuple(dict.fromkeys(symbol for full in reversed(fitting) if (symbol := self.fulls[full])))
        if not identities:
            return None
        if len(meant) == 1:
            sure = rule == "suffix" and len(key) >= _SHORTEST_SURE
            return Reading(identities[0], rule, self.printed[fitting[-1]], "sure" if sure else "likely")
        near = [symbol for symbol in dict.fromkeys(self.here) if symbol in identities]
        if len(near) == 1 and len(meant) == len(identities):
            return Reading(near[0], "nearby", confidence="likely", candidates=identities)
        return Reading(None, rule, confidence="open", candidates=identities)


def _equal(source: Source, words: str) -> Reading:
    return Reading(source.symbol, "equated", words, pinpoint=source.pinpoint)


def _has_words(full: str, short: str) -> bool:
    """Whether a short title is made of a few words of a full one, in their order, the last of which ends it."""
    at = 0
    for _ in range(_PIECES):
        size = next((n for n in range(len(short), _PIECE - 1, -1) if full.find(short[:n], at) >= 0), 0)
        if not size:
            return False
        at, short = full.find(short[:size], at) + size, short[size:]
        if not short:
            return at == len(full) or full.endswith(full[at - size : at])
    return False


def find_names(document: Document, passages: Iterable[Passage], equations: Equations) -> None:
    """Take up every name of the passages that means something, in their order."""
    names = Names(equations)
    title = spelled(document.front.title or "")
    for each in titles_in(title):
        names.read(each, title[each.start + 1 : each.end - 1])
    defined = _defined_outside(equations)
    for passage in passages:
        names.here = []
        _find(passage, names, defined)


def _find(passage: Passage, names: Names, defined: re.Pattern[str] | None) -> None:
    outside = iter(names_outside(passage.spelled, passage.titles))
    waiting = next(outside, None)
    for title in passage.titles:
        while waiting and waiting[0] < title.start:
            _take_known(passage, names, *waiting)
            waiting = next(outside, None)
        _take_title(passage, names, title)
    while waiting:
        _take_known(passage, names, *waiting)
        waiting = next(outside, None)
    if defined:
        _take_defined(passage, names, defined)


def _take_known(passage: Passage, names: Names, start: int, end: int, known: Instrument) -> None:
    printed = passage.text[start:end]
    names.name(known, _key(printed), printed)
    _add(passage, (start, end), Reading(known.key, "table"), printed)


def _key(printed: str) -> str:
    from store.instruments.spelling import title_key

    return title_key(printed)


def _take_title(passage: Passage, names: Names, title: Title) -> None:
    printed = passage.text[title.start + 1 : title.end - 1]
    if not title.key or not passage.free(title.start, title.end):
        return
    reading = names.read(title, printed)
    if reading:
        _add(passage, (title.start, title.end), reading, printed)
        return
    for inner in title.inner:
        _take_title(passage, names, inner)


def _add(passage: Passage, span: tuple[int, int], reading: Reading, printed: str) -> None:
    part = part_after(passage.spelled, span[1])
    known = reading.symbol or (reading.candidates[0] if reading.candidates else "")
    passage.add(
        _form(known),
        span,
        reading.symbol,
        reading.rule,
        words=reading.words,
        title=printed if reading.rule in ("table", "equated") else None,
        pinpoint=passage.text[slice(*part)] if part else reading.pinpoint,
        confidence=reading.confidence,
        candidates=reading.candidates,
    )


@cache
def _form(symbol: str) -> Form:
    kind = _KINDS.get(symbol.partition(" ")[0])
    return "treaty" if kind == "treaty" else "labour" if kind == "labour" else "goal" if kind == "goal" else "name"


_LONG_ENOUGH = 5
_TERM = re.compile(r"[\u4e00-\u9fff0-9]+")


def _defined_outside(equations: Equations) -> re.Pattern[str] | None:
    """Finds the defined short titles outside 《》 that are long enough to be nothing else."""
    terms = [key for key in equations.defined if len(key) >= _LONG_ENOUGH and _TERM.fullmatch(key)]
    return re.compile("|".join(map(re.escape, sorted(terms, key=len, reverse=True)))) if terms else None


def _take_defined(passage: Passage, names: Names, terms: re.Pattern[str]) -> None:
    for found in terms.finditer(passage.spelled):
        reading = names.read(Title(found.start(), found.end(), found[0]), passage.text[slice(*found.span())])
        if reading:
            _add(passage, found.span(), reading, "")
