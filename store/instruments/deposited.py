"""Under which number the United Nations keeps a treaty that is deposited with its Secretary-General.

Columns: identity, chapter and number in "Multilateral Treaties Deposited with the Secretary-General", by which its page
in the United Nations Treaty Collection is found. Only those whose text no resolution of the General Assembly has.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

_PAGE = "https://treaties.un.org/Pages/ViewDetails.aspx?src=TREATY&mtdsg_no={number}&chapter={chapter}&clang=_en"
_VOLUME = "https://treaties.un.org/doc/Publication/UNTS/{league}Volume%20{volume}/v{volume}.pdf"
_LAST_VOLUME = 2700
"""Of the Treaty Series, whose volumes surely stand there as one file each."""

_DEPOSITED = """
UNTS 500, 7310 | III-3
UNTS 596, 8638 | III-6
UNTS 189, 2545 | V-2
UNTS 360, 5158 | V-3
UNTS 989, 14458 | V-4
UNTS 606, 8791 | V-5
UNTS 520, 7515 | VI-15
UNTS 1019, 14956 | VI-16
UNTS 1582, 27627 | VI-19
UNTS 2302, 41032 | IX-4
UNTS 1489, 25567 | X-10
LNTS 60, 1414 | XVIII-3
UNTS 266, 3822 | XVIII-4
UNTS 2187, 38544 | XVIII-10
UNTS 1833, 31363 | XXI-6
UNTS 2167, 37924 | XXI-7
TREATY 联合国海洋法公约下国家管辖范围以外区域海洋生物多样性的养护和可持续利用协定 | XXI-10
UNTS 330, 4739 | XXII-1
UNTS 1155, 18232 | XXIII-1
UNTS 1342, 22495 | XXVI-2
UNTS 2056, 35597 | XXVI-5
UNTS 2688, 47713 | XXVI-6
TREATY 禁止核武器条约 | XXVI-9
UNTS 1513, 26164 | XXVII-2
UNTS 1522, 26369 | XXVII-2-a
UNTS 1673, 28911 | XXVII-3
UNTS 1771, 30822 | XXVII-7
UNTS 2303, 30822 | XXVII-7-a
UNTS 3156, 54113 | XXVII-7-d
UNTS 1760, 30619 | XXVII-8
UNTS 2226, 30619 | XXVII-8-a
UNTS 3008, 30619 | XXVII-8-b
UNTS 1954, 33480 | XXVII-10
UNTS 2244, 39973 | XXVII-14
UNTS 2256, 40214 | XXVII-15
UNTS 3202, 54669 | XXVII-17
"""
_CHAPTERS = {
    "III": 3,
    "V": 5,
    "VI": 6,
    "IX": 9,
    "X": 10,
    "XVIII": 18,
    "XXI": 21,
    "XXII": 22,
    "XXIII": 23,
    "XXVI": 26,
    "XXVII": 27,
}


@cache
def deposited() -> Mapping[str, str]:
    """Numbers in the collection, by identity."""
    rows = (line.partition(" | ") for line in _DEPOSITED.strip().splitlines())
    return {identity: number for identity, _bar, number in rows}


def treaty_address(identity: str) -> str:
    """Where the Treaty Collection has a treaty, or the volume in which it is printed; empty where that is not sure."""
    if number := deposited().get(identity):
        return _PAGE.format(number=number, chapter=_CHAPTERS[number.partition("-")[0]])
    series, _, rest = identity.partition(" ")
    volume = rest.partition(",")[0]
    if series not in ("UNTS", "LNTS") or not 0 < int(volume) <= _LAST_VOLUME:
        return ""
    return _VOLUME.format(league="LON/" if series == "LNTS" else "", volume=int(volume))
