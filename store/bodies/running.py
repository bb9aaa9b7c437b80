"""Sessions and years of resolutions that are cited by their running number alone: 联合国大会第2758号决议.

Facts of the public record (undocs.org); the numbers that the press, encyclopaedias and the resolutions themselves cite
so most. What a document itself says of a number comes before them.
"""

from __future__ import annotations

from functools import cache

from store.numbers import roman_value

_ASSEMBLY = """
I 95 96; II 181; III 194 217 260; IV 302; V 377 428; VII 626; IX 814; XIV 1386; XV 1514 1541; XVI 1653 1721; XVII 1803;
XVIII 1904 1962; XX 2065 2106 2131; XXI 2200 2222; XXII 2312 2345 2373; XXIV 2542; XXV 2625 2749 2832;
XXVI 2758; XXVII 2997; XXVIII 3068; XXIX 3281 3314; XXX 3379 3447 3452
"""
_COUNCIL = """
1946 1; 1950 82 83 84; 1967 242; 1973 338; 1976 385; 1978 425 435; 1980 478; 1981 497; 1987 598; 1990 660 661 678;
1991 687 688; 1992 748; 1993 808 827; 1994 955; 1998 1172; 1999 1244 1267; 2000 1325; 2001 1373; 2002 1441; 2003 1483;
2004 1540 1559 1566; 2005 1593 1612 1624; 2006 1674 1701 1718 1737; 2008 1820; 2009 1874 1888 1889 1894; 2010 1929 1960;
2011 1970 1973 1988 1989; 2013 2094 2106 2122; 2014 2178; 2015 2199 2231 2242 2249 2250 2253; 2016 2270 2286 2321 2331
2334; 2017 2347 2356 2371 2375 2396 2397; 2018 2401 2417; 2019 2467 2493; 2020 2532; 2021 2565 2593; 2022 2664;
2023 2712 2720; 2024 2728 2735
"""


@cache
def _sessions(facts: str) -> dict[int, str]:
    known: dict[int, str] = {}
    for line in facts.split(";"):
        session, *numbers = line.split()
        known.update((int(number), session) for number in numbers)
    return known


def is_known(organ_key: str, running: int, session: str) -> bool:
    """Whether the public record knows a running number with what stands in its brackets as this organ's: 217(III)."""
    return session_of(organ_key, running) == session


def is_plausible(organ_key: str, running: int, session: str) -> bool:
    """Whether a running number lies between those that the record knows of earlier and of later sessions or years."""
    known = _sessions({"A": _ASSEMBLY, "S": _COUNCIL}[organ_key])
    turn = _turn(session)
    return all(running > number for number, other in known.items() if _turn(other) < turn) and all(
        running < number for number, other in known.items() if _turn(other) > turn
    )


def _turn(session: str) -> int:
    return int(session) if session.isdecimal() else roman_value(session)


def session_of(organ_key: str, running: int) -> str | None:
    """What stands in the brackets of a running number of the Assembly or the Security Council: "XXVI", "2000"."""
    facts = {"A": _ASSEMBLY, "S": _COUNCIL}.get(organ_key)
    return _sessions(facts).get(running) if facts else None
