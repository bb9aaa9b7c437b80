"""Names of instruments, each time they are printed: what the document equates, what the table has, and short titles
after full ones."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from store.citations.references.bare import names_outside, short_outside
from store.citations.references.equated import Equations
from store.citations.references.fulls import Fulls
from store.citations.references.parts import part_after
from store.citations.references.passage import Passage
from store.citations.references.titles import Title, titles_in
from store.document import Confidence, Document, Form
from store.instruments.known import Instrument, by_title, full_titles
from store.instruments.spelling import spelled, title_key

_CANDIDATES = 8
_SHORTEST_SURE = 4
"""A short title with fewer characters (公约, 议定书) is at best likely to mean the one full title that ends so."""
_KINDS: Mapping[str, Form] = {"UNTS": "treaty", "LNTS": "treaty", "TREATY": "treaty", "ILO": "labour", "SDG": "goal"}


@dataclass(frozen=True, slots=True)
class Reading:
    """What a name means."""

    symbol: str | None
    rule: str
    words: str = ""
    confidence: Confidence = "sure"
    candidates: tuple[str, ...] = ()
    pinpoint: str | None = None


@dataclass
class Names:
    """What the document says up to a place."""

    equations: Equations
    fulls: Fulls = field(default_factory=Fulls)
    here: dict[str, None] = field(default_factory=dict)
    """Identities that the passage has named so far."""

    def read(self, title: Title, printed: str) -> Reading | None:
        """What a title means at its place; None where nothing says so."""
        reading = self._defined(title.key) or self._equated(title.key) or _in_table(title.key)
        if reading is None:
            reading = self._short(title.key) or self._weakly(title.key)
            if reading is None or reading.rule in ("table-short", "beside"):
                self.fulls.learn(title.key, reading.symbol if reading else None, printed)
        elif reading.rule != "defined":
            self.fulls.learn(title.key, reading.symbol, printed)
        if reading and reading.symbol:
            self.here[reading.symbol] = None
        return reading

    def read_unmarked(self, key: str) -> Reading | None:
        """What a short title without marks means, where the document has defined it or named the one it ends."""
        reading = self._defined(key) or self._short(key)
        if reading and reading.rule == "table-short" and reading.confidence != "sure":
            return None
        return reading

    def name(self, known: Instrument, key: str, printed: str) -> None:
        """Take up a full title of the table."""
        self.fulls.learn(key, known.key, printed)
        self.here[known.key] = None

    def _defined(self, key: str) -> Reading | None:
        fulls = self.equations.defined.get(key)
        if not fulls:
            return None
        meant = {symbol: full for full in fulls if (symbol := self._identity(full))}
        if len(fulls) == 1 and meant:
            ((symbol, full),) = meant.items()
            return Reading(symbol, "defined", self.fulls.printed.get(full, ""))
        return Reading(None, "defined", confidence="open", candidates=tuple(meant))

    def _identity(self, key: str) -> str | None:
        reading = self._equated(key) or _in_table(key)
        return reading.symbol if reading else self.fulls.meanings.get(key)

    def _equated(self, key: str) -> Reading | None:
        sources = self.equations.sources.get(key)
        if not sources:
            return None
        if known := full_titles().get(key):
            agreed = {known.key, known.adopted} & sources.keys()
            # The table is certain of the title, and one sentence may join a number to it loosely: both are told.
            others = () if agreed else (known.key, *sources)
            return Reading(known.key, "table", "", "likely" if others else "sure", others)
        if len(sources) > 1:
            return Reading(None, "equated", confidence="open", candidates=tuple(sources))
        ((symbol, source),) = sources.items()
        if (key, symbol) in self.equations.weak:
            return None
        return Reading(symbol, "equated", self.equations.words[key, symbol], pinpoint=source.pinpoint)

    def _weakly(self, key: str) -> Reading | None:
        """A title that nothing else explains, beside a note with a document's symbol and no more."""
        sources = self.equations.sources.get(key)
        if not sources:
            return None
        ((symbol, _source),) = sources.items()
        return Reading(symbol, "beside", self.equations.words[key, symbol], "likely")

    def _short(self, key: str) -> Reading | None:
        """A short title: the one identity among the full titles so far, and the table, that it can stand for."""
        fitting, rule = self.fulls.fitting(key)
        known = by_title().get(key)
        meant = dict.fromkeys(self.fulls.meanings[full] or full for full in fitting)
        if known and meant.keys() <= {known.key}:
            named = known.key in self.fulls.identities
            return Reading(known.key, "table-short", confidence="sure" if named else "likely")
        identities = [symbol for full in fitting if (symbol := self.fulls.meanings[full])]
        candidates = tuple(dict.fromkeys((*identities, *([known.key] if known else []))))[:_CANDIDATES]
        if not candidates:
            return None
        if len(meant) == 1 and not known:
            sure = rule == "suffix" and len(key) >= _SHORTEST_SURE
            return Reading(candidates[0], rule, self.fulls.printed[fitting[0]], "sure" if sure else "likely")
        near = [symbol for symbol in candidates if symbol in self.here]
        if len(near) == 1 and len(meant.keys() | {*candidates}) == len(candidates):
            return Reading(near[0], "nearby", confidence="likely", candidates=candidates)
        return Reading(None, rule, confidence="open", candidates=candidates)


def _in_table(key: str) -> Reading | None:
    known = full_titles().get(key)
    return Reading(known.key, "table") if known else None


def find_names(document: Document, passages: Iterable[Passage], equations: Equations) -> None:
    """Take up every name of the passages that means something, in their order."""
    names = Names(equations)
    title = spelled(document.front.title or "")
    titles = titles_in(title)
    for each in titles:
        names.read(each, title[each.start + 1 : each.end - 1])
    for start, end, known in names_outside(title, titles):
        names.name(known, title_key(title[start:end]), title[start:end])
    defined = _defined_outside(equations)
    for passage in passages:
        names.here = {}
        _find(passage, names, defined)


def _find(passage: Passage, names: Names, defined: re.Pattern[str] | None) -> None:
    outside = {start: (end, known) for start, end, known in names_outside(passage.spelled, passage.titles)}
    titles = {title.start: title for title in (*short_outside(passage.spelled), *passage.titles)}
    for start in sorted({*outside, *titles}):
        if title := titles.get(start):
            _take_title(passage, names, title)
        else:
            _take_known(passage, names, start, *outside[start])
    if defined:
        _take_defined(passage, names, defined)


def _take_known(passage: Passage, names: Names, start: int, end: int, known: Instrument) -> None:
    printed = passage.text[start:end]
    names.name(known, title_key(printed), printed)
    _add(passage, (start, end), Reading(known.key, "table"), printed)


def _take_title(passage: Passage, names: Names, title: Title) -> None:
    printed = passage.text[slice(*title.words)]
    if not title.key or not passage.free(title.start, title.end):
        return
    reading = names.read(title, printed) if title.marked else names.read_unmarked(title.key)
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
        title=printed if reading.rule in ("table", "equated", "beside") else None,
        pinpoint=passage.text[slice(*part)] if part else reading.pinpoint,
        confidence=reading.confidence,
        candidates=reading.candidates,
    )


def _form(symbol: str) -> Form:
    return _KINDS.get(symbol.partition(" ")[0], "name")


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
