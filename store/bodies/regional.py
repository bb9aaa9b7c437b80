"""The regional commissions."""

from __future__ import annotations

from store.bodies.organ import COMMISSION, Organ

ASIA_AND_PACIFIC = Organ(
    "E/ESCAP",
    "亚洲及太平洋经济社会委员会",
    "Economic and Social Commission for Asia and the Pacific",
    {"session": range(31, 96)},
    20,
    names=("亚太经社会", "亚太经济社会委员会", "亚洲及太平洋经济及社会委员会", "亚洲及太平洋经济和社会委员会"),
    short_names=COMMISSION,
    abbreviations=("ESCAP",),
    named_only=True,
)
AFRICA = Organ(
    "E/ECA",
    "非洲经济委员会",
    "Economic Commission for Africa",
    {"roman": range(1, 99)},
    last_running=1200,
    names=("非洲经委会", "联合国非洲经济委员会"),
    short_names=COMMISSION,
    abbreviations=("ECA",),
    named_only=True,
)
LATIN_AMERICA = Organ(
    "LC",
    "拉丁美洲和加勒比经济委员会",
    "Economic Commission for Latin America and the Caribbean",
    {"roman": range(1, 99)},
    last_running=999,
    names=("拉丁美洲及加勒比经济委员会", "拉加经委会"),
    short_names=COMMISSION,
    abbreviations=("ECLAC",),
    named_only=True,
)
WESTERN_ASIA = Organ(
    "E/ESCWA",
    "西亚经济社会委员会",
    "Economic and Social Commission for Western Asia",
    {"roman": range(1, 99)},
    last_running=600,
    names=("西亚经社会", "西亚经济及社会委员会", "西亚经济委员会"),
    short_names=COMMISSION,
    abbreviations=("ESCWA",),
    named_only=True,
)

UNNUMBERED = (
    Organ("ECE", "欧洲经济委员会", "Economic Commission for Europe", names=("欧洲经委会", "联合国欧洲经济委员会")),
    Organ("E/ECE", "欧洲经济委员会", "Economic Commission for Europe"),
)
"""Its decisions have letters (B (75)), which other bodies have too."""
