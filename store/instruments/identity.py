"""Identities of what is no document of the United Nations: how people write them, how they are shown, where to read.

"UNTS 2237, 39574" and "LNTS 60, 1414" are volume and number of a Treaty Series, "TREATY …" a treaty by its title,
"SDG 8.7" a goal or target, "ILO C29" a labour convention (P a protocol, R a recommendation), "WHO WHA58.3" a
resolution of another organization.
"""

from __future__ import annotations

import re
from functools import cache

from store.instruments.deposited import treaty_address
from store.instruments.elsewhere import SYSTEMS, read_elsewhere, shown_elsewhere
from store.instruments.goals import GOALS, is_goal
from store.instruments.known import Instrument, by_key, by_title
from store.instruments.labour import is_labour
from store.instruments.spelling import spelled, title_key

_SYSTEMS = ("UNTS ", "LNTS ", "TREATY ", "SDG ", "ILO ", *(f"{system} " for system in SYSTEMS))
_LABOUR_KINDS = {"C": "公约", "P": "议定书", "R": "建议书"}
_GOALS_SITE = "https://sdgs.un.org/goals/goal{}"
_LABOUR_SITE = "https://normlex.ilo.org/dyn/nrmlx_en/f?p=NORMLEXPUB:12100:0::NO::P12100_ILO_CODE:{}{:03}"
_PAGES = {
    "TREATY 联合国宪章": "https://www.un.org/zh/about-us/un-charter",
    "TREATY 国际法院规约": "https://www.icj-cij.org/statute",
}
_DOCUMENTS = "https://undocs.org/zh/{}"


def is_identity(symbol: str) -> bool:
    """Whether it stands for a treaty, a goal, a labour convention or another body's resolution, not for a document."""
    return symbol.startswith(_SYSTEMS)


@cache
def _written() -> re.Pattern[str]:
    return re.compile(
        r"(?P<series>UNTS|LNTS)[\s,]*(?:VOL(?:UME)?\.?\s*)?(?P<volume>\d{1,4})(?:[\s,]+(?:NOS?\.?\s*)?(?P<number>\d{1,6}(?:-\d{1,6})?))?"
        r"|(?:联合国)?条约汇编[,\s]*第?(?P<volume_zh>\d{1,4})卷(?:[,\s]*第?(?P<number_zh>\d{1,6})号)?"
        r"|(?:SDG|可持续发展目标(?:的?具体目标)?)\s*(?P<goal>\d{1,2}(?:\.(?:\d{1,2}|[A-F]))?)"
        r"|ILO\s*(?P<kind>[CPR])\s*(?P<labour>\d{1,3})"
        r"|(?:国际)?劳工组织第?(?P<labour_zh>\d{1,3})号(?P<kind_zh>公约|建议书)"
    )


def read_identity(text: str) -> str | None:
    """The identity that the whole text writes, in its canonical form; None for anything else."""
    plain = " ".join(spelled(text).upper().split())
    if plain.startswith("TREATY "):
        known = by_title().get(title_key(plain.removeprefix("TREATY ")))
        return known.key if known and known.kind == "treaty" else None
    found = _written().fullmatch(plain)
    if found is None:
        return read_elsewhere(spelled(text).strip())
    if volume := found["volume"] or found["volume_zh"]:
        number = found["number"] or found["number_zh"]
        return f"{found['series'] or 'UNTS'} {int(volume)}" + (f", {number}" if number else "")
    if goal := found["goal"]:
        return f"SDG {goal.lower()}" if is_goal(goal.lower()) else None
    kind = found["kind"] or {"公约": "C", "建议书": "R"}[found["kind_zh"]]
    number = f"{kind}{int(found['labour'] or found['labour_zh'])}"
    return f"ILO {number}" if is_labour(number, soon=True) else None


def instrument_named(text: str) -> Instrument | None:
    """The instrument of the table that has the whole text as its title, in 《》 or without."""
    return by_title().get(title_key(text)) if len(text) <= 200 else None


def shown(identity: str) -> str:
    """An identity in Chinese: its title where it is known, else what it says."""
    system, _, rest = identity.partition(" ")
    if system == "SDG":
        goal, dot, _target = rest.partition(".")
        return f"可持续发展目标具体目标{rest}" if dot else f"可持续发展目标{goal}：{GOALS[int(goal) - 1][0]}"
    known = by_key().get(identity)
    if system == "ILO":
        number = f"国际劳工组织第{rest[1:]}号{_LABOUR_KINDS[rest[0]]}"
        return f"{number}：{known.title}" if known else number
    if system in SYSTEMS:
        return shown_elsewhere(identity)
    if known or system == "TREATY":
        return known.title if known else rest
    volume, _, number = rest.partition(", ")
    series = "国际联盟条约汇编" if system == "LNTS" else "联合国条约汇编"
    return f"《{series}》第{volume}卷" + (f"，第{number}号" if number else "")


def address_of(identity: str) -> str:
    """An official address, where one is certain; else empty.

    Of a goal, of a labour convention, of the resolution that adopted a treaty, of a treaty's page or volume.
    """
    system, _, rest = identity.partition(" ")
    if system == "SDG":
        return _GOALS_SITE.format(rest.partition(".")[0])
    if system == "ILO":
        return _LABOUR_SITE.format(rest[0], int(rest[1:])) if is_labour(rest) else ""
    if page := _PAGES.get(identity):
        return page
    known = by_key().get(identity)
    return _DOCUMENTS.format(known.adopted.replace(" ", "%20")) if known and known.adopted else treaty_address(identity)
