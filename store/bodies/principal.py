"""The principal organs, and the Human Rights Council, which numbers as they do."""

from __future__ import annotations

from store.bodies.organ import CALENDAR, COUNCIL, Organ

ASSEMBLY = Organ(
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
    abbreviations=("GA", "UNGA", "G.A."),
)

SECURITY_COUNCIL = Organ(
    "S",
    "安全理事会",
    "Security Council",
    {"council": range(1946, 2100), "plain": range(1)},
    names=("联合国安全理事会", "联合国安理会", "安理会"),
    short_names=COUNCIL,
    abbreviations=("SC", "UNSC", "S.C."),
)

ECONOMIC_AND_SOCIAL_COUNCIL = Organ(
    "E",
    "经济及社会理事会",
    "Economic and Social Council",
    {"year": CALENDAR, "roman": range(1, 64)},
    110,
    last_running=2130,
    names=("联合国经济及社会理事会", "经济暨社会理事会", "经济和社会理事会", "经济社会理事会", "经社理事会"),
    short_names=COUNCIL,
    abbreviations=("ECOSOC",),
)

HUMAN_RIGHTS_COUNCIL = Organ(
    "A/HRC",
    "人权理事会",
    "Human Rights Council",
    {"session": range(1, 67), "special": range(1, 46)},
    60,
    names=("联合国人权理事会",),
    short_names=COUNCIL,
    abbreviations=("HRC", "UNHRC"),
)

TRUSTEESHIP_COUNCIL = Organ(
    "T",
    "托管理事会",
    "Trusteeship Council",
    {"roman": range(1, 62)},
    last_running=2200,
    names=("联合国托管理事会",),
    short_names=COUNCIL,
    named_only=True,
)
