"""The family of a document, held or only cited: drafts, adopted text, versions, reports, series.

Computed from what the index knows; no document is opened, and every question to the index is answered by one of its
own indexes. The library's list is looked through once for drafts of the right kind, sixty bytes each.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import partial

from store.library.entry import Entry
from store.library.families.drafts import (
    ADOPTED,
    DRAFTS,
    Resolution,
    adopted_of,
    drafts_of,
    prefixes,
    term_of,
    titles_of,
    versions_of,
)
from store.library.families.kin import Family, Kin, Relation
from store.library.families.queries import (
    Called,
    Early,
    beginning,
    called,
    called_by,
    called_so,
    called_under,
    titled_so,
)
from store.library.families.reports import REPORT, asked_for, may_ask
from store.library.families.series import Subject, series_of, subject_of_draft
from store.library.library import Library
from store.library.mention import Mention

_ORDER: tuple[Relation, ...] = ("mandate", "draft", "revised", "revision", "adopted", "report", "series")


def family_of_symbol(library: Library, symbol: str, mentions: Iterable[Mention] = ()) -> Family:
    """The family of a symbol; of the document itself where the library holds it.

    Args:
        library: Where to look.
        symbol: Canonical.
        mentions: All mentions of it, where they are at hand.
    """
    entry = next((each for each in library.known() if each.symbol == symbol and not each.problem), None)
    if entry is not None and entry.kind not in ADOPTED:
        return family_of(library, entry)
    cited = library.ask(lambda index: called(index, symbol))
    dates = Counter(filter(None, (each.date for each in cited)))
    date = (entry.date if entry else None) or next((date for date, _ in dates.most_common(1)), None)
    own = entry.title if entry else None
    resolution = Resolution(symbol, titles_of(symbol, cited, own), date, entry.key if entry else None)
    kin = [*drafts_of(resolution, library.known()), *_reports_on(library, symbol, mentions)]
    kin += _series(library, Subject(resolution.titles, resolution.term.organ), symbol)
    return _ordered(kin)


def family_of(library: Library, entry: Entry) -> Family:
    """The family of a document that the library holds."""
    if entry.kind in ADOPTED and entry.symbol:
        return family_of_symbol(library, entry.symbol)
    kin: list[Kin] = []
    if entry.kind == REPORT:
        kin += _named(library, _mandates(library, entry))
    if entry.kind in DRAFTS:
        adopted = adopted_of(entry, _adopted(library, entry))
        kin += [*versions_of(entry, library.known()), *adopted]
        cited = library.ask(lambda index: called_by(index, entry.digest))
        called_later = [each.title for each in adopted if each.title]
        kin += _series(library, subject_of_draft(entry, cited, called_later), entry.symbol or entry.key)
    return _ordered(kin)


def _adopted(library: Library, entry: Entry) -> list[Resolution]:
    """Resolutions that a draft can have become, held and cited."""
    found: list[Resolution] = []
    for prefix in prefixes(entry):
        rows = library.ask(partial(called_under, prefix=prefix))
        by_symbol: dict[str, list[Called]] = {}
        for each in rows:
            by_symbol.setdefault(each.symbol, []).append(each)
        held = {e.symbol: e for e in library.known() if e.symbol and e.symbol.startswith(prefix)}
        for symbol in dict.fromkeys((*by_symbol, *held)):
            known, cited = held.get(symbol), by_symbol.get(symbol, [])
            date = (known.date if known else None) or next((each.date for each in cited if each.date), None)
            titles = titles_of(symbol, cited, known.title if known else None)
            found.append(Resolution(symbol, titles, date, known.key if known else None))
    return found


def _reports_on(library: Library, symbol: str, mentions: Iterable[Mention]) -> list[Kin]:
    """Reports among the citing documents that say that a resolution asked for them."""
    saying = [each for each in mentions or library.citing(symbol) if may_ask(_early(each))]
    found = []
    for key in dict.fromkeys(each.document for each in saying):
        entry = library.entry(key)
        for kin in _mandates(library, entry) if entry and entry.kind == REPORT else ():
            if entry and kin.symbol == symbol:
                report = kin._replace(relation="report", symbol=entry.symbol, key=entry.key, title=entry.title)
                found.append(report._replace(year=term_of(entry).year))
    return found


def _mandates(library: Library, entry: Entry) -> tuple[Kin, ...]:
    return asked_for(entry, library.ask(lambda index: beginning(index, entry.digest)))


def _early(mention: Mention) -> Early:
    citation = mention.citation
    return Early(citation.symbol or "", mention.sentence, citation.date, citation.treatment)


def _named(library: Library, kin: Iterable[Kin]) -> list[Kin]:
    """The same with the keys of those that the library holds."""
    held = {entry.symbol: entry for entry in library.known() if entry.symbol}
    return [
        each._replace(key=held[each.symbol].key, title=held[each.symbol].title) if each.symbol in held else each
        for each in kin
    ]


def _series(library: Library, subject: Subject, without: str) -> tuple[Kin, ...]:
    if not subject.keys:
        return ()
    rows = library.ask(lambda index: called_so(index, subject.keys))
    near = {each.digest for each in rows} | library.ask(lambda index: titled_so(index, subject.keys))
    symbols = {each.symbol for each in rows}
    held = [entry for entry in library.known() if entry.digest in near or entry.symbol in symbols]
    return series_of(subject, rows, held, without)


def _ordered(kin: Iterable[Kin]) -> Family:
    """By relation, one relation a document; what is a draft of it or became of it needs no place in the series."""
    first: dict[str | None, Kin] = {}
    for each in sorted(kin, key=lambda each: _ORDER.index(each.relation)):
        first.setdefault(each.key or each.symbol, each)
    return Family(tuple(first.values()))
