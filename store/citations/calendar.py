"""When a number or symbol can have been given: one that is younger than the citing document was misread or misprinted.

Owns the years of sessions. An organ whose sessions keep no rhythm, such as a conference of parties, has no entry: of
its numbers nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import NamedTuple

from store.document import FrontMatter
from store.numbers import read_number
from store.symbols import Symbol


class Period(NamedTuple):
    """First and last day, as ISO dates."""

    first: str
    last: str


def adopted(symbol: Symbol) -> Period | None:
    """When a resolution or decision can have been adopted; None when that is not known."""
    number = read_number(symbol.number or "")
    told = _PERIODS.get((symbol.organ or "", number.shape)) if number else None
    return told(number.session) if told and number else None


def earliest(symbol: Symbol) -> str | None:
    """The first day on which a document can have had its symbol, as an ISO date; None when that is not known."""
    if period := adopted(symbol):
        return period.first
    found = _dated().match(symbol.text) if symbol.form == "document" else None
    if found is None:
        return None
    if found["session"]:
        # Documents of a session of the Assembly come out from the beginning of the year in which it opens.
        return f"{1945 + int(found['session'])}-01-01"
    return f"{int(found['year']) - 1}-07-01"


def last_day(front: FrontMatter) -> str | None:
    """The last day on which a document can have been written, as an ISO date: its own date, or its session's last."""
    if front.date:
        return front.date
    symbol = Symbol.parse(front.symbol or "")
    if symbol is None:
        return None
    if period := adopted(symbol):
        return period.last
    found = _dated().match(symbol.text)
    return _assembly(int(found["session"])).last if found and found["session"] else None


@cache
def _dated() -> re.Pattern[str]:
    """A/74/127 and A/C.3/80/L.4 by the session, S/2017/939 and E/CN.15/2006/10 by the year."""
    bodies = r"(?:PRST/|C[NF]?\.[\d./A-Z]{1,12}/)?"
    return re.compile(rf"A/(?:C\.\d/)?(?P<session>\d{{2,3}})/|[SE]/{bodies}(?P<year>(?:19|20)\d\d)/")


def _assembly(session: int) -> Period:
    """From September to September; the first was called in January 1946, and the older ones were often resumed."""
    opened = 1945 + session
    last = f"{opened + 1}-09-30" if session > 40 else f"{opened + 1}-12-31"
    return Period("1946-01-01" if session == 1 else f"{opened}-09-01", last)


def _year(year: int) -> Period:
    return Period(f"{year}-01-01", f"{year}-12-31")


def _economic_year(year: int) -> Period:
    """Since 2013 the sessions of the Economic and Social Council go from July to July and bear the later year."""
    return Period(f"{year - 1}-07-01", f"{year}-12-31")


def _rights_session(session: int) -> Period:
    """Three sessions in 2006, and three a year since."""
    return _year(2006 if session < 4 else 2007 + (session - 4) // 3)


def _yearly(before_the_first: int) -> Callable[[int], Period]:
    return lambda session: _year(before_the_first + session)


_PERIODS: Mapping[tuple[str, str], Callable[[int], Period]] = {
    ("A", "session"): _assembly,
    ("A", "roman"): _assembly,
    ("S", "council"): _year,
    ("E", "year"): _economic_year,
    ("E/CN.4", "year"): _year,
    ("A/HRC", "session"): _rights_session,
    ("E/CN.15", "session"): _yearly(1991),
    ("E/CN.7", "session"): _yearly(1957),
    ("E/CN.6", "session"): _yearly(1956),
}
"""By organ and shape of the number, the period of a session or year."""
