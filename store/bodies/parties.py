"""Meetings of the parties to conventions."""

from __future__ import annotations

from store.bodies.organ import PARTIES, Organ

ORGANIZED_CRIME = Organ(
    "CTOC/COP",
    "联合国打击跨国有组织犯罪公约缔约方会议",
    "Conference of the Parties to the United Nations Convention against Transnational Organized Crime",
    {"session": range(1, 21)},
    12,
    names=("有组织犯罪公约缔约方会议",),
    short_names=("缔约方会议", "缔约方大会", "缔约国会议"),
    treaties=("联合国打击跨国有组织犯罪公约", "打击跨国有组织犯罪公约", "有组织犯罪公约"),
)
CORRUPTION = Organ(
    "CAC/COSP",
    "联合国反腐败公约缔约国会议",
    "Conference of the States Parties to the United Nations Convention against Corruption",
    {"session": range(1, 21)},
    15,
    short_names=("缔约国会议", "缔约方会议"),
    treaties=("联合国反腐败公约", "反腐败公约"),
)
BIODIVERSITY = Organ(
    "CBD/COP",
    "生物多样性公约缔约方大会",
    "Conference of the Parties to the Convention on Biological Diversity",
    {"session": range(13, 31), "roman session": range(1, 14)},
    45,
    short_names=PARTIES,
    treaties=("生物多样性公约",),
    named_only=True,
)
CLIMATE = Organ(
    "FCCC",
    "联合国气候变化框架公约缔约方会议",
    "Conference of the Parties to the United Nations Framework Convention on Climate Change",
    {"CP": range(1, 61)},
    60,
    short_names=PARTIES,
    treaties=("联合国气候变化框架公约", "气候变化框架公约"),
)
DESERTIFICATION = Organ(
    "ICCD",
    "联合国防治荒漠化公约缔约方会议",
    "Conference of the Parties to the United Nations Convention to Combat Desertification",
    {"COP": range(1, 41)},
    60,
    short_names=PARTIES,
    treaties=(
        "联合国关于在发生严重干旱和/或荒漠化的国家特别是在非洲防治荒漠化的公约",
        "联合国防治荒漠化公约",
        "防治荒漠化公约",
    ),
)
