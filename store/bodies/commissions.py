"""The functional commissions of the Economic and Social Council, past and present."""

from __future__ import annotations

from store.bodies.organ import COMMISSION, Organ

CRIME = Organ(
    "E/CN.15",
    "预防犯罪和刑事司法委员会",
    "Commission on Crime Prevention and Criminal Justice",
    {"session": range(1, 41)},
    20,
    names=("联合国预防犯罪和刑事司法委员会", "预防犯罪与刑事司法委员会", "预防犯罪委员会"),
    short_names=COMMISSION,
    abbreviations=("CCPCJ",),
)
DRUGS = Organ(
    "E/CN.7",
    "麻醉药品委员会",
    "Commission on Narcotic Drugs",
    {"session": range(36, 81), "roman": range(1, 36)},
    20,
    last_running=40,
    names=("联合国麻醉药品委员会", "麻醉品委员会", "麻委会"),
    short_names=COMMISSION,
    abbreviations=("CND",),
)
WOMEN = Organ(
    "E/CN.6",
    "妇女地位委员会",
    "Commission on the Status of Women",
    {"session": range(36, 81), "roman": range(1, 36)},
    12,
    last_running=40,
    names=("联合国妇女地位委员会", "妇地会"),
    short_names=COMMISSION,
    abbreviations=("CSW",),
)
HUMAN_RIGHTS = Organ(
    "E/CN.4",
    "人权委员会",
    "Commission on Human Rights",
    {"year": range(1980, 2007), "roman": range(1, 36)},
    120,
    last_running=40,
    names=("联合国人权委员会",),
    short_names=COMMISSION,
)
SUBCOMMISSION = Organ(
    "E/CN.4/Sub.2",
    "增进和保护人权小组委员会",
    "Subcommission on the Promotion and Protection of Human Rights",
    {"year": range(1980, 2007), "roman": range(1, 33)},
    60,
    last_running=40,
    names=(
        "促进和保护人权小组委员会",
        "防止歧视和保护少数小组委员会",
        "防止歧视及保护少数小组委员会",
        "人权小组委员会",
    ),
    short_names=("小组委员会",),
    named_only=True,
)
SOCIAL_DEVELOPMENT = Organ(
    "E/CN.5",
    "社会发展委员会",
    "Commission for Social Development",
    {"session": range(36, 81), "roman": range(1, 36)},
    6,
    last_running=40,
    names=("联合国社会发展委员会",),
    short_names=COMMISSION,
    named_only=True,
)
POPULATION = Organ(
    "E/CN.9",
    "人口与发展委员会",
    "Commission on Population and Development",
    {"year": range(1994, 2100)},
    6,
    names=("人口和发展委员会", "人口及发展委员会", "人口委员会"),
    short_names=COMMISSION,
    abbreviations=("CPD",),
    named_only=True,
)
STATISTICS = Organ(
    "E/CN.3",
    "统计委员会",
    "Statistical Commission",
    {"session": range(28, 81)},
    names=("联合国统计委员会",),
    short_names=COMMISSION,
    named_only=True,
)
SUSTAINABLE_DEVELOPMENT = Organ(
    "E/CN.17",
    "可持续发展委员会",
    "Commission on Sustainable Development",
    {"session": range(1, 21)},
    10,
    names=("联合国可持续发展委员会", "持续发展委员会"),
    short_names=COMMISSION,
    named_only=True,
)
FORESTS = Organ(
    "E/CN.18",
    "联合国森林论坛",
    "United Nations Forum on Forests",
    {"session": range(1, 41)},
    8,
    names=("森林论坛", "森林问题论坛"),
    abbreviations=("UNFF",),
    named_only=True,
)

UNNUMBERED = (
    Organ("E/CN.1", "经济、就业和发展委员会", "Economic, Employment and Development Commission"),
    Organ("E/CN.2", "运输和通讯委员会", "Transport and Communications Commission"),
    Organ("E/CN.8", "财政委员会", "Fiscal Commission"),
    Organ("E/CN.11", "亚洲及远东经济委员会", "Economic Commission for Asia and the Far East", names=("亚远经委会",)),
    Organ("E/CN.12", "拉丁美洲经济委员会", "Economic Commission for Latin America", names=("拉美经委会",)),
    Organ("E/CN.13", "国际商品贸易委员会", "Commission on International Commodity Trade"),
    Organ("E/CN.14", "非洲经济委员会", "Economic Commission for Africa"),
    Organ(
        "E/CN.16",
        "科学和技术促进发展委员会",
        "Commission on Science and Technology for Development",
        names=("科学技术促进发展委员会", "科技促进发展委员会", "科技促发委"),
    ),
)
"""Those whose resolutions have no numbers of their own, or none that are certain."""
