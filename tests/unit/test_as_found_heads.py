"""Mastheads and title pages as they are met, and what heads or closes pages."""

from __future__ import annotations

import pytest
from as_found import BODY, RECOGNISED, REPORT, read_text


@pytest.mark.parametrize(
    ("head", "symbol", "date", "title"),
    [
        (
            "裁军谈判会议 CD/9080\n28 March 2017\nChinese\nOriginal: English\n\n"
            "2017年3月17日某国代表致会议主席的信\n\n谨提及决议。",
            "CD/9080",
            "2017-03-28",
            "2017年3月17日某国代表致会议主席的信",
        ),
        (
            "联合国 A/C.2/74/L.99\n大会 Distr.: Limited\n11 November 2019 Chinese Original: English\n\n海港\n\n"
            "大会，\n\n回顾其决议，",
            "A/C.2/74/L.99",
            "2019-11-11",
            "海港",
        ),
        (
            "第七十三届世界卫生大会 WHA73.99\n议程项目3 2020年5月19日\n\n应对疫情\n\n第七十三届世界卫生大会，\n\n"
            "忆及《组织法》，",
            "WHA73.99",
            "2020-05-19",
            "应对疫情",
        ),
        (
            "缔约国大会\n第四届特别会议 C-SS-4/DEC.9\n2018年6月26日和27日 2018年6月27日\n\n决定\n\n应对威胁\n\n"
            "缔约国大会，\n\n忆及公约，",
            "C-SS-4/DEC.9",
            "2018-06-27",
            "应对威胁",
        ),
        (
            "联合国 A/CONF.234/96\n12 March 2021\n\n第十四届联合国海港大会报告\n目录\n一. 宣言 3\n一. 宣言\n"
            "1. 大会通过了宣言。",
            "A/CONF.234/96",
            "2021-03-12",
            "第十四届联合国海港大会报告",
        ),
        (
            "A/77/96\n12 March 2021\n\n海港会议的组织\n\n. 导言\n\n1. 委员会审议了备忘录。\n\n"
            ". 工作安排\n\n2. 委员会同意。",
            "A/77/96",
            "2021-03-12",
            "海港会议的组织",
        ),
        (
            "联合国\n\nA\n\nDistr. GENERAL\n\nA/CONF.191/96 23 January 2001 CHINESE Original: ENGLISH\n\n大会\n\n"
            "海港须知\n\nGE. 01-50179 (C)\n\nA/CONF.191/96 page 2\n\n1. 会议日期\n\n会议将于五月举行。\n\n"
            "A/CONF.191/96 page 3",
            "A/CONF.191/96",
            "2001-01-23",
            "海港须知",
        ),
    ],
)
def test_mastheads_as_found(head: str, symbol: str, date: str, title: str) -> None:
    front = read_text(head + "\n\n1. 决定如下。\n").front
    assert (front.symbol, front.date, front.title) == (symbol, date, title)


def test_the_organ_of_a_chapeau_that_draws_a_conclusion() -> None:
    document = read_text(
        "第4（1946）号决议\n\n查某国请求调查，\n\n因此，安全理事会，\n\n鉴于情势严重，\n\n1. 决定探讨此事。\n"
    )
    assert (document.front.body, document.blocks[0].text) == ("安全理事会", "查某国请求调查，")


def test_the_title_page_of_a_supplement() -> None:
    document = read_text(
        "联合国\n\n海底管理委员会的报告\n\n第五届会议\n(2019年7月8日至19日)\n\n大会\n正式记录\n第七十四届会议\n"
        "补编第71号\n(A/74/71)\n\n"
        "联合国 • 2019年，纽约\n\n说明\n\n文号由字母和数字组成。\n\nISSN 0000-0000\n\n[2019年8月1日]\n\n" + BODY
    )
    front = document.front
    assert (front.title, front.symbol, front.session, front.kind) == (
        "海底管理委员会的报告",
        "A/74/71",
        "第五届会议",
        "report",
    )
    assert [block.id for block in document.blocks][:5] == ["h1", "t1", "t2", "t3", "s1"]


def test_a_masthead_of_two_lines_after_the_first_page() -> None:
    document = read_text(
        "气候公约 特设工作组 第八届会议 2012年 11月 26日至 12月 7日，多哈\n\n临时议程和说明\n\n"
        "一. 临时议程\n\n1. 会议开幕。\n\n2. 通过议程。\n\n"
        "联 合 国 FCCC/KP/CMP/2012/1\n\n气候变化框架公约 Distr.: General 14 September 2012 Chinese\n\n"
        "FCCC/KP/CMP/2012/1\n\n2 GE.12-62606\n\n3. 其他事项。\n"
    )
    assert [block.id for block in document.blocks] == ["s1", "p1", "p2", "p3"]
    assert (document.front.symbol, document.front.session, document.front.date) == (
        "FCCC/KP/CMP/2012/1",
        "第八届会议",
        "2012-09-14",
    )


def test_an_adoption_that_names_its_drafts_on_several_lines() -> None:
    document = read_text(
        "第五十届会议\n\n议程项目20\n\n大会决议\n\n[未经发交主要委员会而通过(A/50/L.97/Rev.1,A/50/L.98和Add.1,\n\n"
        "A/50/L.99/Rev.1和Add.1,A/50/L.90,\n\nA/50/L.91和Rev.1)]\n\n50/358. 海港的建造、\n\n修缮和维护\n\n大会,\n\n"
        "回顾其决议,\n\n1. 请各国筑港;\n\n2. 决定续议。\n"
    )
    assert (document.front.symbol, document.front.title) == ("A/RES/50/358", "海港的建造、修缮和维护")
    assert [block.id for block in document.blocks] == ["ch", "pp1", "op1", "op2"]


def test_running_heads_of_a_record_on_one_line() -> None:
    document = read_text(
        "联合国 S/PV.9999\n\n安全理事会\n第七十三年 临时逐字记录\n第9999次会议\n2018年11月8日星期四上午10时举行\n"
        "纽约\n\n"
        "主席：甲先生 (某国)\n\n18-36210 (C)\n\nS/PV.9999 海港的安全 08/11/2018\n2/30 18-36210\n上午10时05分开会。\n"
        "主席：我感谢各位出席，\n08/11/2018 海港的安全 S/PV.9999\n18-36210 3/30\n并请秘书长发言。\n"
    )
    assert document.blocks[-1].text == "我感谢各位出席，并请秘书长发言。"
    assert document.front.title == "第9999次会议第七十三年临时逐字记录"


def test_a_running_head_whose_title_one_space_parts() -> None:
    document = read_text(
        RECOGNISED.format("回顾其决议，\n\n18-22247 (C)\n\n---\n\nA/RES/70/901 海洋\n\n1. 决定续议。\n\n2/2 18-22247")
    )
    assert [block.id for block in document.blocks] == ["ch", "pp1", "op1"]
    assert "A/RES/70/901 海洋" in [each.text for each in document.furniture]


SHORT = "各国政府指出，必须加强国际合作，交流信息，提供技术援助，并在必要时向发展中国家\n提供资金，使其能够履行义务。"
OTHER = "秘书长收到了十二个会员国的答复，并在本报告中概述了这些答复的内容；有关机构也提交\n了资料。"


@pytest.mark.parametrize(
    "foot",
    [
        "A/75/310 2/14",
        "2/14 A/75/310",
        "[第2页]",
        "--- Page 2 ---",
        "<page_number>2/14</page_number>",
        "A/75/310\n\nii",
        "V.20-12345   ii/iv",
    ],
)
def test_feet_of_pages_in_the_midst_of_a_paragraph(foot: str) -> None:
    first, rest = SHORT.split("\n")
    document = read_text(f"{REPORT}1. {OTHER}\n\n2. {first}\n{foot}\n{rest}\n\n3. {OTHER}\n")
    assert [block.text for block in document.blocks][1] == SHORT.replace("\n", "")
