"""Drafts and what became of them: alike in title, of one organ, and of one session or year of it.

Where organ, session or year contradict, the title counts for nothing; where nothing but the title agrees, nothing is
said: resolutions keep their titles through the years. Several that fit as well as each other stay open.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from store.document import Confidence
from store.library.entry import Entry
from store.library.families.kin import Kin, Reason, Relation, title_reason
from store.library.families.queries import Called
from store.library.families.terms import Term, agree, session_in_year, term_of_draft, term_of_symbol
from store.library.families.titles import Likeness, likeness
from store.symbols import Symbol

DRAFTS = ("draft resolution", "draft decision")
ADOPTED = ("resolution", "decision")
_ORDER: tuple[Likeness | None, ...] = ("same", "short", "near")


class Resolution(NamedTuple):
    """An adopted text, held or only cited."""

    symbol: str
    titles: tuple[str, ...]
    """What it is called, the commonest first."""
    date: str | None = None
    """ISO date of adoption, as most texts give it."""
    key: str | None = None

    @property
    def term(self) -> Term:
        """Its organ, session, year."""
        return term_of_symbol(self.symbol, self.date)


class _Match(NamedTuple):
    likeness: Likeness
    title: str
    binds: str
    """In what the terms meet: "session" or "year"."""


def term_of(entry: Entry) -> Term:
    """The term of a document of the library."""
    if entry.kind in ADOPTED and entry.symbol:
        return term_of_symbol(entry.symbol, entry.date)
    return term_of_draft(entry.symbol, entry.body, entry.committee, entry.session, entry.date)


def drafts_of(resolution: Resolution, entries: Iterable[Entry]) -> tuple[Kin, ...]:
    """The drafts among these of which a resolution was adopted."""
    if not resolution.titles or not _is_adopted(resolution.symbol):
        return ()
    matches = [(entry, found) for entry in entries if entry.kind in DRAFTS if (found := _match(entry, resolution))]
    best = _best(found for _, found in matches)
    kept = [(entry, found) for entry, found in matches if found.likeness == best]
    alone = len({_base(entry.symbol) if entry.symbol else entry.title for entry, _ in kept}) <= 1
    return tuple(
        Kin(
            "draft",
            entry.symbol,
            entry.key,
            entry.title,
            term_of(entry).year,
            _confidence(found, alone=alone),
            _reasons(found, term_of(entry)),
        )
        for entry, found in kept
    )


def adopted_of(entry: Entry, resolutions: Iterable[Resolution]) -> tuple[Kin, ...]:
    """The resolutions among these that may have been adopted of a draft."""
    matches = [(each, found) for each in resolutions if (found := _match(entry, each))]
    best = _best(found for _, found in matches)
    kept = [(each, found) for each, found in matches if found.likeness == best]
    return tuple(
        Kin(
            "adopted",
            each.symbol,
            each.key,
            found.title,
            each.term.year,
            _confidence(found, alone=len(kept) == 1),
            _reasons(found, each.term),
        )
        for each, found in kept
    )


def prefixes(entry: Entry) -> Iterator[str]:
    """How the symbols begin that a draft's resolution can have."""
    term = term_of(entry)
    if term.organ is None:
        return
    if term.organ == "A":
        for session in [term.session] if term.session is not None else session_in_year("A", term.year):
            yield f"A/RES/{session}/"
    elif term.session is not None:
        yield f"{term.organ}/RES/{term.session}/"
        yield f"{term.organ}.{term.session}/Res."
    elif term.year is not None:
        yield f"{term.organ}/RES/{term.year}/"


def versions_of(entry: Entry, entries: Iterable[Entry]) -> tuple[Kin, ...]:
    """Earlier and later versions of a draft: /Rev.1 of its symbol, or the same title at the same session or in the
    same year, of which just one is revised."""
    found = []
    for other in entries:
        if other.key == entry.key or other.kind not in DRAFTS or other.symbol == entry.symbol is not None:
            continue
        reasons = _same_symbol(entry, other) or _same_draft(entry, other)
        if reasons:
            confidence: Confidence = "sure" if reasons[0].rule == "version" else "likely"
            relation: Relation = "revision" if _turn(other) > _turn(entry) else "revised"
            found.append(Kin(relation, other.symbol, other.key, other.title, term_of(other).year, confidence, reasons))
    return tuple(found)


def titles_of(symbol: str, called: Iterable[Called], own: str | None = None) -> tuple[str, ...]:
    """What a symbol is called: its own title first, then by how often."""
    names: Counter[str] = Counter()
    printed: dict[str, str] = {}
    for each in called:
        if each.symbol == symbol:
            names[each.key] += 1
            printed.setdefault(each.key, each.subject)
    return tuple(dict.fromkeys(filter(None, (own, *(printed[key] for key, _ in names.most_common())))))


def _is_adopted(symbol: str) -> bool:
    known = Symbol.parse(symbol)
    return known is not None and known.form != "document"


def _match(entry: Entry, resolution: Resolution) -> _Match | None:
    if entry.kind not in DRAFTS or (entry.date and resolution.date and entry.date > resolution.date):
        return None
    binds = agree(term_of(entry), resolution.term)
    if binds is None:
        return None
    alike = [(found, title) for title in resolution.titles if (found := likeness(entry.title, title))]
    if not alike:
        return None
    best, title = min(alike, key=lambda each: _ORDER.index(each[0]))
    return _Match(best, title, binds)


def _best(found: Iterable[_Match]) -> Likeness | None:
    return min((each.likeness for each in found), key=_ORDER.index, default=None)


def _confidence(found: _Match, *, alone: bool) -> Confidence:
    return "likely" if alone and found.likeness != "near" else "open"


def _reasons(found: _Match, term: Term) -> tuple[Reason, ...]:
    bound = Reason("session", str(term.session)) if found.binds == "session" else Reason("year", str(term.year))
    return title_reason(found.likeness, found.title), Reason("organ", term.organ or ""), bound


def _base(symbol: str) -> str:
    return symbol.partition("/Rev.")[0]


def _turn(entry: Entry) -> int:
    """How often a draft was revised."""
    turn = (entry.symbol or "").partition("/Rev.")[2]
    return int(turn) if turn.isdecimal() else int(entry.revised)


def _same_symbol(entry: Entry, other: Entry) -> tuple[Reason, ...]:
    if not (entry.symbol and other.symbol) or _base(entry.symbol) != _base(other.symbol):
        return ()
    return (Reason("version", _base(entry.symbol)),)


def _same_draft(entry: Entry, other: Entry) -> tuple[Reason, ...]:
    if entry.revised == other.revised or (entry.symbol and other.symbol):
        return ()
    binds = agree(term_of(entry), term_of(other))
    if binds is None or likeness(entry.title, other.title) != "same":
        return ()
    return _reasons(_Match("same", other.title or "", binds), term_of(other))
