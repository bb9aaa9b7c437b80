"""The governing bodies of programmes, funds and specialized conferences."""

from __future__ import annotations

from store.bodies.organ import BOARD, COMMISSION, COUNCIL, Organ

ENVIRONMENT_ASSEMBLY = Organ(
    "UNEP/EA",
    "联合国环境大会",
    "United Nations Environment Assembly",
    {"session": range(1, 21)},
    25,
    names=("环境大会", "联合国环境规划署联合国环境大会"),
    abbreviations=("UNEA",),
    dotted=True,
)
HABITAT_ASSEMBLY = Organ(
    "HSP/HA",
    "联合国人居大会",
    "United Nations Habitat Assembly",
    {"session": range(1, 12)},
    12,
    names=("人居大会", "联合国人居署大会", "联合国人类住区规划署联合国人居大会"),
    dotted=True,
    named_only=True,
)
ENVIRONMENT_COUNCIL = Organ(
    "UNEP/GC",
    "联合国环境规划署理事会",
    "Governing Council of the United Nations Environment Programme",
    {"session": range(1, 28)},
    60,
    names=("环境规划署理事会", "环境署理事会"),
    short_names=COUNCIL,
    named_only=True,
)
HABITAT_COUNCIL = Organ(
    "HSP/GC",
    "联合国人类住区规划署理事会",
    "Governing Council of the United Nations Human Settlements Programme",
    {"session": range(19, 27)},
    20,
    names=("联合国人居署理事会", "人居署理事会"),
    short_names=COUNCIL,
    named_only=True,
)
SETTLEMENTS = Organ(
    "HS/C",
    "人类住区委员会",
    "Commission on Human Settlements",
    {"session": range(1, 19)},
    40,
    names=("联合国人类住区委员会", "人居委员会"),
    short_names=COMMISSION,
    named_only=True,
)
DEVELOPMENT_BOARD = Organ(
    "DP",
    "联合国开发计划署、联合国人口基金和联合国项目事务署执行局",
    "Executive Board of the United Nations Development Programme, the United Nations Population Fund"
    " and the United Nations Office for Project Services",
    {"year": range(1994, 2100)},
    60,
    names=(
        "联合国开发计划署/联合国人口基金/联合国项目事务署执行局",
        "联合国开发计划署和联合国人口基金执行局",
        "联合国开发计划署/联合国人口基金执行局",
        "开发署/人口基金/项目署执行局",
        "开发署/人口基金执行局",
        "联合国开发计划署执行局",
        "开发计划署执行局",
        "开发署执行局",
    ),
    short_names=BOARD,
    named_only=True,
)
CHILDREN_BOARD = Organ(
    "E/ICEF",
    "联合国儿童基金会执行局",
    "Executive Board of the United Nations Children's Fund",
    {"year": range(1990, 2100)},
    40,
    names=("儿童基金会执行局", "儿基会执行局"),
    short_names=BOARD,
    named_only=True,
)
WOMEN_BOARD = Organ(
    "UNW",
    "联合国促进性别平等和增强妇女权能署执行局",
    "Executive Board of the United Nations Entity for Gender Equality and the Empowerment of Women",
    {"year": range(2010, 2100)},
    20,
    names=("联合国妇女署执行局", "妇女署执行局"),
    short_names=BOARD,
    named_only=True,
)
TRADE_CONFERENCE = Organ(
    "TD",
    "联合国贸易和发展会议",
    "United Nations Conference on Trade and Development",
    {"roman": range(1, 17)},
    last_running=200,
    names=("贸易和发展会议", "贸发会议"),
    abbreviations=("UNCTAD",),
    named_only=True,
)
TRADE_BOARD = Organ(
    "TD/B",
    "贸易和发展理事会",
    "Trade and Development Board",
    {"roman": range(1, 90)},
    last_running=700,
    names=("贸发理事会",),
    short_names=COUNCIL,
    named_only=True,
)
INDUSTRY_CONFERENCE = Organ(
    "GC",
    "联合国工业发展组织大会",
    "General Conference of the United Nations Industrial Development Organization",
    {"session": range(1, 41)},
    20,
    names=("工业发展组织大会", "工发组织大会"),
    dotted=True,
    named_only=True,
)
INDUSTRY_BOARD = Organ(
    "IDB",
    "工业发展理事会",
    "Industrial Development Board",
    {"session": range(1, 80)},
    20,
    short_names=COUNCIL,
    dotted=True,
    named_only=True,
)
