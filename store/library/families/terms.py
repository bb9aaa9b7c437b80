"""When and in which organ a document belongs, from its symbol or its masthead: organ, session, year.

The sessions of organs and the calendar are bound by how often they meet: the General Assembly opens its n-th regular
session in the September of 1945 + n; the annual functional commissions and the biennial conferences of parties
follow the rows below (each true for the sessions named, by the reports of those sessions).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from store.bodies import Organ, organ_named, organ_of
from store.numbers import read_number
from store.symbols import Symbol

_ASSEMBLY = "A"
_FOUNDED = 1945
_ANNUAL: Mapping[str, tuple[int, int]] = {"E/CN.15": (1991, 1), "E/CN.7": (1957, 36), "E/CN.6": (1956, 36)}
"""Year before the first session as the later ones count, and the first session for which that is true."""
_BIENNIAL: Mapping[str, tuple[int, int]] = {"CTOC/COP": (2000, 2), "CAC/COSP": (2003, 3)}


class Term(NamedTuple):
    """What is known of a document's time and organ; None for what is not."""

    organ: str | None = None
    """Key of the organ that adopts or receives it."""
    session: int | None = None
    """Of that organ."""
    year: int | None = None
    """Of adoption; of a draft and a report, the year in which it was written."""


@lru_cache(maxsize=8192)
def term_of_symbol(symbol: str, date: str | None = None) -> Term:
    """The term of a symbol, with the date that citing texts give it."""
    organ = organ_of(symbol)
    known = Symbol.parse(symbol)
    number = read_number(known.number) if known and known.number else None
    session = year = None
    if number is not None:
        if number.shape in ("year", "council"):
            year = number.session
        elif number.shape in ("session", "roman"):
            session = number.session
    elif found := _in_symbol().match(symbol):
        session = int(found["session"]) if not symbol.startswith("A/CONF") else None
    elif found := _year().search(symbol):
        year = int(found[0])
    key = organ.key if organ else None
    return Term(key, session, int(date[:4]) if date else year or _year_of_session(key, session))


def term_of_draft(
    symbol: str | None, body: str | None, committee: str | None, session: str | None, date: str | None
) -> Term:
    """The term of a document by its masthead.

    Args:
        symbol: Its own.
        body: The organ that adopts or receives it, as written.
        committee: The committee or commission in which it lies.
        session: As written: 第七十六届会议. It is that of the commission where one is named, else that of the organ;
            the main committees of the Assembly sit in its sessions.
        date: ISO date.
    """
    if body and session and not (symbol or "").startswith(tuple(_ANNUAL)):
        symbol = None  # says nothing more, and thousands of documents then have a few hundred terms
    return _term(symbol, body, committee, session, date[:4] if date else None)


@lru_cache(maxsize=8192)
def _term(symbol: str | None, body: str | None, committee: str | None, session: str | None, year: str | None) -> Term:
    receiver = _named(body or "") or (organ_of(symbol) if symbol else None)
    sitting = _named(committee or "") or _commission(symbol) or receiver
    ordinal = _ordinal(session or "")
    by_symbol = _in_symbol().match(symbol or "")
    if ordinal is None and by_symbol:
        ordinal = int(by_symbol["session"])
    return Term(
        receiver.key if receiver else None,
        ordinal if sitting is not None and sitting == receiver else None,
        int(year) if year else _year_of_session(sitting.key if sitting else None, ordinal),
    )


def session_in_year(organ: str | None, year: int | None) -> range:
    """The sessions of the General Assembly that can adopt in a year: that of the spring and that of the autumn."""
    return range(year - _FOUNDED - 1, year - _FOUNDED + 1) if organ == _ASSEMBLY and year else range(0)


def contradict(one: Term, other: Term) -> bool:
    """Whether organ, session or year rule out that one became the other."""
    if one.organ and other.organ and one.organ != other.organ:
        return True
    if one.session is not None and other.session is not None:
        return one.session != other.session
    if one.organ == _ASSEMBLY and other.organ == _ASSEMBLY:
        sitting, year = (one.session, other.year) if one.session is not None else (other.session, one.year)
        if sitting is not None and year is not None:
            return sitting not in session_in_year(_ASSEMBLY, year)
    return one.year is not None and other.year is not None and one.year != other.year


def agree(one: Term, other: Term) -> str | None:
    """In what the two meet beside their organ: "session" or "year"; None where nothing binds them."""
    if contradict(one, other) or not (one.organ and other.organ):
        return None
    if one.session is not None and one.session == other.session:
        return "session"
    if one.year is not None and other.year is not None:
        return "year"
    return None


@lru_cache(maxsize=1024)
def _named(body: str) -> Organ | None:
    """The organ of a name; a library of thousands of documents names a few dozen."""
    return organ_named(body) if body else None


def _commission(symbol: str | None) -> Organ | None:
    """The organ of a symbol that is a commission under another one."""
    if symbol is None or not symbol.startswith(tuple(_ANNUAL)):
        return None
    return organ_of(symbol)


def _year_of_session(organ: str | None, session: int | None) -> int | None:
    if organ is None or session is None:
        return None
    if organ == _ASSEMBLY:
        return _FOUNDED + session
    if organ in _ANNUAL and session >= _ANNUAL[organ][1]:
        return _ANNUAL[organ][0] + session
    if organ in _BIENNIAL and session >= _BIENNIAL[organ][1]:
        return _BIENNIAL[organ][0] + 2 * session
    return None


@lru_cache(maxsize=1024)
def _ordinal(session: str) -> int | None:
    """The number of a regular session."""
    found = _regular().search(session)
    if found is None or _special().search(session):
        return None
    return _value(found[1])


def _value(text: str) -> int:
    """Figures, or Chinese numerals below a thousand."""
    if text.isdecimal():
        return int(text)
    total = 0
    hundreds, hundred, rest = text.rpartition("百")
    if hundred:
        total, text = 100 * _digit(hundreds or "一"), rest.lstrip("零〇")
    tens, ten, units = text.rpartition("十")
    return total + (10 * _digit(tens or "一") + _digit(units) if ten else _digit(units))


def _digit(text: str) -> int:
    return "零一二三四五六七八九".find(text.replace("〇", "零")) if text else 0


@cache
def _special() -> re.Pattern[str]:
    return re.compile(r"特别|特別|紧急|緊急|special", re.IGNORECASE)


@cache
def _regular() -> re.Pattern[str]:
    """第七十六届, with its number."""
    return re.compile(r"第?\s*([\d一二三四五六七八九十百零〇]{1,7})\s*[届屆次]")


@cache
def _in_symbol() -> re.Pattern[str]:
    """The session in the symbol of a document of the Assembly: A/74/127, A/C.3/80/L.4."""
    return re.compile(r"A/(?:(?:C\.\d|HRC|BUR|INF|CONF\.\d+)/)?(?P<session>\d{2,3})/")


@cache
def _year() -> re.Pattern[str]:
    return re.compile(r"(?<!\d)(?:19[4-9]\d|20\d\d)(?!\d)")
