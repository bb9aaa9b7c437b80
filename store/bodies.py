"""The organs that adopt resolutions and decisions: their names, symbols and how they number.

A table and the questions one asks of it. An organ stands here only when the symbols of its resolutions are
certain. Sessions and numbers are plausible ranges: they rank readings of a bare number and raise doubts, but
an organ that is named beats them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from store.numbers import Number, Shape, fold


@dataclass(frozen=True, slots=True)
class Organ:
    """A body that numbers its resolutions or decisions."""

    key: str
    """The prefix of its symbols: "A", "A/HRC", "CTOC/COP"."""
    chinese: str
    """The name as the UN cites it."""
    english: str
    sessions: Mapping[Shape, range]
    """Shapes in which it numbers, each with its plausible sessions or years."""
    most: int
    """The highest plausible number of a resolution within one session or year."""
    last_running: int = 9999
    """The highest number of those that run through all sessions: 3363(XXX), 2388(2017)."""
    names: tuple[str, ...] = ()
    """Other names that mean this organ alone."""
    short_names: tuple[str, ...] = ()
    """Names that other organs share and context must settle: 理事会, 委员会, 缔约方会议."""
    treaties: tuple[str, ...] = ()
    """Names of the convention whose parties meet in it."""
    dotted: bool = False
    """Writes `UNEP/EA.5/Res.14` where others write `A/RES/70/1`."""
    named_only: bool = False
    """Too rarely meant to be offered for a bare number."""

    def accepts(self, number: Number) -> bool:
        """Whether it numbers in this shape at all."""
        return number.shape in self.sessions

    def fits(self, number: Number, *, decision: bool = False) -> bool:
        """Whether the number lies in its plausible ranges."""
        sessions = self.sessions.get(number.shape)
        if sessions is None or number.session not in sessions:
            return False
        if number.shape not in _COUNTED:
            return 0 < number.item <= self.last_running
        return 0 < number.item <= self.most or decision or is_decision_number(self, number)


_COUNTED = ("session", "special", "emergency", "year")
_COUNCIL_RESOLUTIONS = 200
"""The Economic and Social Council counts its decisions of a year from 201 on."""
_DECISIONS_FROM = 401
"""Since its thirty-first session the Assembly numbers resolutions from 1 and most decisions from 401 or 501."""

_COUNCIL = ("理事会",)
_COMMISSION = ("委员会",)
_CALENDAR = range(1978, 2100)

ORGANS: tuple[Organ, ...] = (
    Organ(
        "A",
        "大会",
        "General Assembly",
        {
            "session": range(31, 121),
            "special": range(1, 41),
            "emergency": range(1, 16),
            "roman": range(1, 31),
            "roman special": range(1, 8),
        },
        400,
        last_running=3541,
        names=("联合国大会", "联大"),
    ),
    Organ(
        "S",
        "安全理事会",
        "Security Council",
        {"council": range(1946, 2100), "plain": range(1)},
        0,
        names=("联合国安全理事会", "联合国安理会", "安理会"),
        short_names=_COUNCIL,
    ),
    Organ(
        "E",
        "经济及社会理事会",
        "Economic and Social Council",
        {"year": _CALENDAR, "roman": range(1, 64)},
        110,
        last_running=2130,
        names=("联合国经济及社会理事会", "经济和社会理事会", "经济社会理事会", "经社理事会"),
        short_names=_COUNCIL,
    ),
    Organ(
        "A/HRC",
        "人权理事会",
        "Human Rights Council",
        {"session": range(1, 67), "special": range(1, 46)},
        60,
        names=("联合国人权理事会",),
        short_names=_COUNCIL,
    ),
    Organ(
        "E/CN.15",
        "预防犯罪和刑事司法委员会",
        "Commission on Crime Prevention and Criminal Justice",
        {"session": range(1, 41)},
        20,
        names=("联合国预防犯罪和刑事司法委员会", "预防犯罪与刑事司法委员会", "预防犯罪委员会"),
        short_names=_COMMISSION,
    ),
    Organ(
        "CTOC/COP",
        "联合国打击跨国有组织犯罪公约缔约方会议",
        "Conference of the Parties to the United Nations Convention against Transnational Organized Crime",
        {"session": range(1, 21)},
        12,
        names=("有组织犯罪公约缔约方会议",),
        short_names=("缔约方会议", "缔约方大会", "缔约国会议"),
        treaties=("联合国打击跨国有组织犯罪公约", "打击跨国有组织犯罪公约", "有组织犯罪公约"),
    ),
    Organ(
        "CAC/COSP",
        "联合国反腐败公约缔约国会议",
        "Conference of the States Parties to the United Nations Convention against Corruption",
        {"session": range(1, 21)},
        15,
        short_names=("缔约国会议", "缔约方会议"),
        treaties=("联合国反腐败公约", "反腐败公约"),
    ),
    Organ(
        "E/CN.7",
        "麻醉药品委员会",
        "Commission on Narcotic Drugs",
        {"session": range(36, 81)},
        20,
        names=("联合国麻醉药品委员会", "麻委会"),
        short_names=_COMMISSION,
    ),
    Organ(
        "E/CN.6",
        "妇女地位委员会",
        "Commission on the Status of Women",
        {"session": range(36, 81)},
        12,
        names=("联合国妇女地位委员会", "妇地会"),
        short_names=_COMMISSION,
    ),
    Organ(
        "E/CN.4",
        "人权委员会",
        "Commission on Human Rights",
        {"year": range(1980, 2007)},
        120,
        names=("联合国人权委员会",),
        short_names=_COMMISSION,
    ),
    Organ(
        "UNEP/EA",
        "联合国环境大会",
        "United Nations Environment Assembly",
        {"session": range(1, 21)},
        25,
        names=("环境大会", "联合国环境规划署联合国环境大会"),
        dotted=True,
    ),
    Organ(
        "HSP/HA",
        "联合国人居大会",
        "United Nations Habitat Assembly",
        {"session": range(1, 12)},
        12,
        names=("人居大会", "联合国人居署大会"),
        dotted=True,
        named_only=True,
    ),
    Organ(
        "CBD/COP",
        "生物多样性公约缔约方大会",
        "Conference of the Parties to the Convention on Biological Diversity",
        {"session": range(13, 31)},
        45,
        short_names=("缔约方大会", "缔约方会议"),
        treaties=("生物多样性公约",),
        named_only=True,
    ),
    Organ(
        "E/ESCAP",
        "亚洲及太平洋经济社会委员会",
        "Economic and Social Commission for Asia and the Pacific",
        {"session": range(31, 96)},
        20,
        names=("亚太经社会", "亚太经济社会委员会", "亚洲及太平洋经济及社会委员会"),
        short_names=_COMMISSION,
        named_only=True,
    ),
    Organ(
        "T",
        "托管理事会",
        "Trusteeship Council",
        {"roman": range(1, 62)},
        0,
        last_running=2200,
        short_names=_COUNCIL,
        named_only=True,
    ),
)
"""Likeliest first: the order in which readings of a bare number are offered."""

FOREIGN = (
    "预防犯罪和刑事司法大会",
    "预防犯罪大会",
    "世界卫生大会",
    "卫生大会",
    "国际劳工大会",
    "劳工大会",
    "教科文组织大会",
    "工发组织大会",
    "粮农组织大会",
    "原子能机构大会",
    "缔约国大会",
    "会员大会",
    "代表大会",
    "大会堂",
    "人权事务委员会",
)
"""Names that hold the name of an organ of the table and mean another body."""


@cache
def organs_by_key() -> Mapping[str, Organ]:
    """The table, by key."""
    return {organ.key: organ for organ in ORGANS}


@cache
def organs_by_name() -> Mapping[str, tuple[Organ, ...]]:
    """Every Chinese name to the organs that it can mean, likeliest first; names of others to none."""
    found: dict[str, tuple[Organ, ...]] = dict.fromkeys(FOREIGN, ())
    for organ in ORGANS:
        for name in (organ.chinese, *organ.names):
            found[name] = (organ,)
        for name in organ.short_names:
            found[name] = (*found.get(name, ()), organ)
    return found


@cache
def name_pattern() -> re.Pattern[str]:
    """Finds names of organs in folded text, the longest at each place.

    `treaty`, or `other` within its brackets, is a convention named with the meeting of its parties
    (《联合国打击跨国有组织犯罪公约》缔约方会议). The characters that can begin a name are tested first, for speed.
    """
    treaties = "|".join(sorted(dict.fromkeys(t for o in ORGANS for t in o.treaties), key=len, reverse=True))
    meetings = "|".join(("缔约方会议", "缔约方大会", "缔约国会议", "缔约国大会"))
    names = sorted(organs_by_name(), key=len, reverse=True)
    first = "".join(sorted({name[0] for name in (*names, *treaties.split("|"), "《")}))
    return re.compile(
        rf"(?=[{first}])(?:《(?P<other>[^》\n]{{1,60}})》的?(?:{meetings})"
        rf"|(?P<treaty>{treaties})》?的?(?:{meetings})"
        rf"|(?P<name>{'|'.join(names)}))"
    )


def organs_meant(found: re.Match[str]) -> tuple[Organ, ...]:
    """The organs that a match of `name_pattern` can mean; empty for a body outside the table."""
    if name := found["name"]:
        return organs_by_name()[name]
    treaty = found["treaty"] or found["other"]
    return tuple(o for o in ORGANS if any(known in treaty for known in o.treaties))


def organ_named(text: str) -> Organ | None:
    """The organ with the longest name in the text; None when none, or only a shared name, stands in it."""
    folded = re.sub(r"[\s《》]", "", fold(text))
    best: tuple[int, Organ] | None = None
    for found in name_pattern().finditer(folded):
        organs = organs_meant(found)
        length = found.end() - found.start()
        if len(organs) == 1 and (best is None or length > best[0]):
            best = (length, organs[0])
    return best[1] if best else None


def organ_of(symbol: str) -> Organ | None:
    """The organ under whose prefix a symbol stands: `A/HRC/44/3` is the Human Rights Council's."""
    upper = symbol.upper()
    under = [o for o in ORGANS if re.match(rf"{re.escape(o.key)}(?:[/.]|$)", upper)]
    return max(under, key=lambda o: len(o.key), default=None)


def organs_for(number: Number, *, decision: bool = False) -> tuple[Organ, ...]:
    """The organs that could own a bare number, likeliest first."""
    return tuple(o for o in ORGANS if not o.named_only and o.fits(number, decision=decision))


def is_decision_number(organ: Organ, number: Number) -> bool:
    """Whether the number alone shows a decision: of the General Assembly, or of the Council that counts by years."""
    if organ.key == "E" and number.shape == "year":
        return number.item > _COUNCIL_RESOLUTIONS
    return organ.key == "A" and number.shape in _COUNTED and number.item >= _DECISIONS_FROM
