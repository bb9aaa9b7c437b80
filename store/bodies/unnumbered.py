"""Bodies whose documents have symbols and whose decisions have no numbers of their own."""

from __future__ import annotations

from store.bodies.organ import Organ

COMMITTEES = (
    Organ(
        "A/C.1",
        "第一委员会",
        "First Committee",
        names=("裁军和国际安全委员会", "裁军与国际安全委员会", "政治和安全委员会"),
    ),
    Organ("A/C.2", "第二委员会", "Second Committee", names=("经济和金融委员会", "经济和财政委员会")),
    Organ(
        "A/C.3",
        "第三委员会",
        "Third Committee",
        names=("社会、人道主义和文化委员会", "社会、人道和文化委员会"),
    ),
    Organ(
        "A/C.4",
        "第四委员会",
        "Fourth Committee",
        names=("特别政治和非殖民化委员会", "特别政治和非殖民化委员会(第四委员会)", "托管委员会"),
    ),
    Organ("A/C.5", "第五委员会", "Fifth Committee", names=("行政和预算委员会",)),
    Organ("A/C.6", "第六委员会", "Sixth Committee", names=("法律委员会",)),
    Organ("A/SPC", "特别政治委员会", "Special Political Committee"),
    Organ("A/BUR", "总务委员会", "General Committee"),
)
"""The Main Committees of the Assembly: the number is the name cited, what it deals with the other one."""

OF_THE_ASSEMBLY = (
    Organ("A/CN.4", "国际法委员会", "International Law Commission"),
    Organ(
        "A/CN.9",
        "联合国国际贸易法委员会",
        "United Nations Commission on International Trade Law",
        names=("国际贸易法委员会", "贸易法委员会", "贸法会"),
    ),
    Organ("A/CN.10", "裁军审议委员会", "Disarmament Commission", names=("联合国裁军审议委员会", "裁审会")),
    Organ(
        "A/AC.96",
        "联合国难民事务高级专员方案执行委员会",
        "Executive Committee of the Programme of the United Nations High Commissioner for Refugees",
        names=("难民署执行委员会", "高级专员方案执行委员会"),
    ),
    Organ("A/AC.105", "和平利用外层空间委员会", "Committee on the Peaceful Uses of Outer Space", names=("外空委员会",)),
    Organ(
        "A/AC.109",
        "给予殖民地国家和人民独立宣言执行情况特别委员会",
        "Special Committee on the Situation with regard to the Implementation of the Declaration on the Granting"
        " of Independence to Colonial Countries and Peoples",
        names=("二十四国特别委员会", "非殖民化特别委员会"),
    ),
    Organ(
        "A/AC.121",
        "维持和平行动特别委员会",
        "Special Committee on Peacekeeping Operations",
        names=("维和行动特别委员会", "维和特委会"),
    ),
    Organ(
        "A/AC.183",
        "巴勒斯坦人民行使不可剥夺权利委员会",
        "Committee on the Exercise of the Inalienable Rights of the Palestinian People",
    ),
    Organ("A/AC.198", "新闻委员会", "Committee on Information"),
    Organ("PBC", "建设和平委员会", "Peacebuilding Commission", names=("联合国建设和平委员会",)),
)

OF_THE_COUNCIL = (
    Organ("E/C.12", "经济、社会及文化权利委员会", "Committee on Economic, Social and Cultural Rights"),
    Organ("E/C.16", "公共行政专家委员会", "Committee of Experts on Public Administration"),
    Organ("E/C.18", "国际税务合作专家委员会", "Committee of Experts on International Cooperation in Tax Matters"),
    Organ("E/C.19", "土著问题常设论坛", "Permanent Forum on Indigenous Issues", names=("联合国土著问题常设论坛",)),
    Organ("E/AC.51", "方案和协调委员会", "Committee for Programme and Coordination", names=("方案协调委员会",)),
    Organ("E/AC.57", "犯罪预防和控制委员会", "Committee on Crime Prevention and Control"),
)

OF_TREATIES = (
    Organ("CCPR", "人权事务委员会", "Human Rights Committee"),
    Organ("CEDAW", "消除对妇女歧视委员会", "Committee on the Elimination of Discrimination against Women"),
    Organ("CERD", "消除种族歧视委员会", "Committee on the Elimination of Racial Discrimination"),
    Organ("CRC", "儿童权利委员会", "Committee on the Rights of the Child"),
    Organ("CAT", "禁止酷刑委员会", "Committee against Torture"),
    Organ(
        "CMW",
        "保护所有移徙工人及其家庭成员权利委员会",
        "Committee on the Protection of the Rights of All Migrant Workers and Members of Their Families",
        names=("移徙工人委员会", "移徙工人问题委员会"),
    ),
    Organ("CRPD", "残疾人权利委员会", "Committee on the Rights of Persons with Disabilities"),
    Organ("CED", "强迫失踪问题委员会", "Committee on Enforced Disappearances", names=("强迫失踪委员会",)),
)
"""Committees that watch over a human rights treaty."""

OTHERS = (
    Organ("CD", "裁军谈判会议", "Conference on Disarmament", names=("裁谈会",)),
    Organ("ISBA", "国际海底管理局", "International Seabed Authority", names=("海管局",)),
    Organ("SPLOS", "联合国海洋法公约缔约国会议", "Meeting of States Parties to the Convention on the Law of the Sea"),
    Organ("JIU", "联合检查组", "Joint Inspection Unit"),
    Organ("WFP", "世界粮食计划署", "World Food Programme", names=("粮食署",)),
)

UNNUMBERED = COMMITTEES + OF_THE_ASSEMBLY + OF_THE_COUNCIL + OF_TREATIES + OTHERS
