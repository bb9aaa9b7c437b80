"""The series of one title through the years, as UN texts list it: 回顾大会关于…的第61/180号和第63/194号决议.

Resolutions of one organ that texts cite under one subject, with the draft or resolution that goes on with it. A
clause 关于… alone may be a field and no title: it is likely a series where a text or a document gives it as a title,
and else stays open.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from store.document import Confidence
from store.library.entry import Entry
from store.library.families.drafts import ADOPTED, DRAFTS, term_of
from store.library.families.kin import Kin, Reason, title_reason
from store.library.families.queries import Called
from store.library.families.terms import Term, agree, term_of_symbol
from store.library.families.titles import likeness, title_key

_LEAST = 2
"""Members from which on there is a series."""


class Subject(NamedTuple):
    """A subject that is followed, and the organ of which."""

    titles: Sequence[str]
    """As printed, the commonest first."""
    organ: str | None

    @property
    def keys(self) -> tuple[str, ...]:
        """What equal titles have in common."""
        return tuple(dict.fromkeys(map(title_key, self.titles)))


def subject_of_draft(entry: Entry, cited: Iterable[Called], later: Iterable[str]) -> Subject:
    """The title of a draft with the clauses alike to it under which it cites its forerunners, and with what the
    resolution is called `later` that became of it."""
    alike = [each.subject for each in cited if likeness(entry.title, each.subject)]
    return Subject(tuple(dict.fromkeys(filter(None, (entry.title, *alike, *later)))), term_of(entry).organ)


def series_of(
    subject: Subject, called: Iterable[Called], held: Iterable[Entry], without: str | None
) -> tuple[Kin, ...]:
    """The other members, in order of time.

    Args:
        subject: What is followed.
        called: Every citation under one of its keys.
        held: Documents whose title is of the series, if their term is.
        without: The symbol or key of the one that was asked for.
    """
    rows = [each for each in called if term_of_symbol(each.symbol).organ == subject.organ]
    own = {title_key(entry.title): entry.title for entry in held if entry.title and entry.kind in (*DRAFTS, *ADOPTED)}
    titled = {each.key for each in rows if each.titled} | set(own)
    members: dict[str, Called] = {}
    for each in rows:
        known = members.get(each.symbol)
        if known is None or (each.key in titled, each.date or "") > (known.key in titled, known.date or ""):
            members[each.symbol] = each
    if len(members) < _LEAST:
        return ()
    by_symbol = {entry.symbol: entry for entry in held if entry.symbol}
    kin = [_member(each, by_symbol, titled) for each in members.values() if each.symbol != without]
    kin += [_going_on(e, subject) for e in held if _goes_on(e, subject, members) and without not in (e.key, e.symbol)]
    return tuple(sorted(kin, key=_time))


def _member(each: Called, held: dict[str, Entry], titled: set[str]) -> Kin:
    entry = held.get(each.symbol)
    confidence: Confidence = "likely" if each.key in titled else "open"
    year = term_of_symbol(each.symbol, each.date).year
    return Kin(
        "series",
        each.symbol,
        entry.key if entry else None,
        each.subject,
        year,
        confidence,
        (Reason("listed", each.subject),),
    )


def _goes_on(entry: Entry, subject: Subject, members: dict[str, Called]) -> bool:
    """Whether a held document that is not cited yet belongs to the series; a draft of a member does not."""
    term = term_of(entry)
    if entry.kind not in (*DRAFTS, *ADOPTED) or entry.symbol in members or term.organ != subject.organ:
        return False
    if any(agree(term, term_of_symbol(each.symbol, each.date)) for each in members.values()):
        return False
    return any(likeness(entry.title, title) for title in subject.titles)


def _going_on(entry: Entry, subject: Subject) -> Kin:
    alike = next((found, title) for title in subject.titles if (found := likeness(entry.title, title)))
    return Kin(
        "series",
        entry.symbol,
        entry.key,
        entry.title,
        term_of(entry).year,
        "likely" if alike[0] == "same" else "open",
        (title_reason(*alike), Reason("organ", subject.organ or "")),
    )


def _time(kin: Kin) -> tuple[int, Term, str]:
    term = term_of_symbol(kin.symbol) if kin.symbol else Term()
    return kin.year or 9999, Term("", term.session or 0, term.year or 0), kin.symbol or kin.key or ""
