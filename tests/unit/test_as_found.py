"""Layouts of texts as they are met on web pages and in extracts, one short text of our own each."""

from __future__ import annotations

import pytest
from as_found import BODY, REPORT, blocks, read_text

from store.reading.phrases import opens_preamble


@pytest.mark.parametrize(
    ("entries", "why"),
    [
        ("一.导言.........3\n\n二.现况4\n\nA.沿岸4\n\nB.公海5\n\n", "pages that touch the title"),
        ("章次\n\n页次\n\n一.\n\n导言\n\n3\n\n二.\n\n现况\n\n4\n\nA.\n\n沿岸\n\n4\n\n", "each cell on a line"),
        ("一. 导言\n\n二. 现况\n\nA. 沿岸\n\nB. 公海\n\n", "no pages at all"),
        ("  一.  导言 ............ 1-2    3\n  二.  现况 ............ 3-9    4\n", "leaders and columns"),
    ],
)
def test_entries_of_a_table_of_contents_head_nothing(entries: str, why: str) -> None:
    document = read_text(f"{REPORT}目录\n\n{entries}\n{BODY}")
    ids = [block.id for block in document.blocks if block.type != "text"]
    assert ids == ["h1", "s1", "p1", "s2", "s2.A", "p2", "s2.B", "p3"], why


def test_the_fields_above_the_views_of_a_committee() -> None:
    document = read_text(
        "联合国\n\nCAT/C/70/D/900/2018\n\nDistr.: General\n\n3 May 2021\n\nChinese\n\n禁止酷刑委员会\n\n"
        "委员会依照《公约》第二十二条通过的关于第900/2018号来文的决定* **\n\n来文提交人:\n\nX.Y. (无律师代理)\n\n"
        "参考文件:\n\n依照议事规则第115条作出的决定，已于2018年12月3日转交所涉缔约国\n\n通过日期:\n\n"
        "2021年4月23日\n\n"
        "《公约》条款:\n\n第三条和第二十二条\n\n[附件]\n\n1.提交人是甲国国民。\n\n2.12016年提交人离境。\n\n"
        "2.2他随后申请庇护。\n\n"
        "* 第七十届会议通过。\n\n** 十名委员参加审议。\n"
    )
    assert document.front.title == "委员会依照《公约》第二十二条通过的关于第900/2018号来文的决定"
    assert blocks(document)[3:-1] == [
        "t4 依照议事规则第115条作出的决定，已于2018年12月3日转交所涉缔约国",
        "t5 通过日期:",
        "t6 2021年4月23日",
        "t7 《公约》条款:",
        "t8 第三条和第二十二条",
        "h1 [附件]",
        "p1 提交人是甲国国民。",
        "p2.1 2016年提交人离境。",
    ]


LONG = (
    "回顾其关于沿海国家在养护鱼类种群、保护珊瑚礁和防止倾倒废物方面所负共同责任的历次决议"
    "以及秘书长为此提交的各份报告和各专门机构的有关说明"
)


@pytest.mark.parametrize(
    ("text", "wanted", "why"),
    [
        (
            f"二○一（三）海港\n大会\n业经慎议海港问题，\n{LONG}，\n慨然于港口之不足，\n一．请各国筑港；\n"
            f"二．决定续议。\n",
            ["ch", "pp1", "pp2", "pp3", "op1", "op2"],
            "an organ without its comma, and verbs that no table knows, where no layout breaks lines",
        ),
        (
            f"第191号公约\n国际劳工组织大会，\n经理事会召集，举行第108届会议，并\n{LONG}，并\n"
            "经决定采纳某些提议，\n于二○二五年六月一日通过以下公约：\n第1条\n1. 本公约适用于港口。\n第2条\n"
            "1. 本公约开放供批准。\n",
            ["ch", "pp1", "pp2", "pp3", "pp4", "s1", "p1", "s2", "p1~2"],
            "clauses that 并 joins",
        ),
        (
            "安全理事会，\n\n重申其决议，\n\n1. 促请各方停火；\n\n24. 决定延长任期；\n\n25. 请秘书长：\n\n"
            "(a) 监测；\n\n26. 继续处理此案。\n",
            ["ch", "pp1", "op1", "op24", "op25", "op25.a", "op26"],
            "an extract with paragraphs left out",
        ),
        (
            "第四章\n\n海底\n\nA. 导言\n\n53. 委员会决定审议海底。\n\n1. 案文\n\n54. 案文如下。\n\n结论1\n\n"
            "范围\n\n1. 甲。\n\n2. 乙。\n\n"
            "55. 委员会二读通过。\n",
            ["s4", "s4.A", "p53", "s4.A.1", "p54", "s4.A.1.h1", "s4.A.1.h2", "p1", "p2", "p55"],
            "a chapter that begins in the middle of its report, and the numbers of a conclusion",
        ),
        (
            "一. 海洋\n\nA. 原则\n\n(一) 会议重申甲。\n\n(二) 会议重申乙。\n\nB. 港口\n\n(一) 会议重申丙。\n",
            ["s1", "s1.A", "s1.A.1", "s1.A.2", "s1.B", "s1.B.1"],
            "items right below a lettered heading",
        ),
        (
            "委员会的报告\n\n四. 与其他条款的关系\n\n第五条：平等\n\n1. 甲。\n\n第六条：妇女\n\n2. 乙。\n",
            ["s4", "s4.5", "p1", "s4.6", "p2"],
            "articles that head parts of a comment",
        ),
        (
            "2024年通过的决定\n\n目录\n\n编号 页次\n\n2024/1 评价 2\n\n2024/1\n评价\n执行局，\n1. 欢迎报告；\n"
            "2. 请署长答复。\n\n"
            "2024/2\n预算\n执行局，\n1. 核准预算；\n2. 决定续议。\n",
            ["h1", "t1", "t2", "s1", "ch", "op1", "op2", "s2", "ch~2", "op1~2", "op2~2"],
            "decisions under bare numbers",
        ),
        (
            "理事会的报告\n\n第一部分\n\n通过的决议\n\n一. 决议\n\n编号\n\n标题\n\n通过日期\n\n31/1\n\n"
            "办事处的组成\n\n第二部分\n\n摘要\n\n"
            "1. 理事会开会。\n",
            ["s1", "s1.1", "t1", "t2", "t3", "t4", "t5", "s2", "p1"],
            "the cells of a table head nothing",
        ),
        (
            "委员会的意见\n\n9. 委员会关切法律。\n\n10.18岁以下女童的婚姻仍然普遍。\n\n11. 委员会建议修法。\n",
            ["p9", "p10", "p11"],
            "a count that touches the stop of its paragraph's number",
        ),
        (
            "八十七（一九五〇）．一九五〇年九月二十九日決議案\n\n安全理事會,\n\n備悉聲明,\n\n決議:\n\n"
            "(a)展緩審議;\n\n"
            "(b)邀請代表列席。\n\n第五〇六次會議以七票對三票(甲、乙、丙)通過,棄權者一(丁)。\n",
            ["ch", "pp1", "op1", "op1.a", "op1.b", "t1"],
            "a decision in items, and votes by name",
        ),
        (
            "海港权利国际公约\n\n联合国大会一九六六年十二月十六日第2299A(XXI)号决议通过并开放给各国签字\n\n"
            "生效：按照第二十七条于一九七六年一月三日生效。\n\n序言\n\n本公约缔约各国，\n\n考虑到宪章，\n\n"
            "确认权利，\n\n"
            "兹同意下述各条：\n\n第一部分\n\n第一条\n\n一、甲。\n\n二、乙。\n",
            ["h1", "ch", "pp1", "pp2", "t1", "s1", "s1.1", "p1", "p2"],
            "a covenant with its adoption and entry into force above",
        ),
        (
            "E/2030/22\n\n目录\n\n段次页次\n\n缩略语…………1\n\n一、组织事项1-202\n\n目 录 ( 续 )\n\nA.届会2-42\n\n"
            "缩略语\n\nABC\n\n甲乙组织\n\nDEF\n\n丙丁基金\n\n第 一 章\n\n组织事项\n\n1. 委员会开会。\n",
            ["h1", "t1", "t2", "t3", "t4", "t5", "h2", "t6", "t7", "t8", "t9", "s1", "p1"],
            "a table of contents that goes on, above short names",
        ),
    ],
)
def test_blocks_of_texts_as_found(text: str, wanted: list[str], why: str) -> None:
    assert [block.id for block in read_text(text).blocks] == wanted, why


def test_a_report_of_parties_that_holds_their_resolutions_and_decisions() -> None:
    document = read_text(
        "CTOC/COP/2030/10\n\n缔约方会议\n\n第十五届会议报告，2030年10月12日至16日，维也纳\n\n一. 导言\n\n"
        "1. 会议举行。\n\n"
        "二. 决议和决定\n\n2. 会议通过下述决议：\n\n第15/1号决议\n海港\n\n甲公约缔约方会议，\n\n"
        "回顾第14/1号决议，\n\n"
        "1. 请各国筑港；\n\n2. 决定续议。\n\n3. 会议通过下述决定：\n\n第15/2号决定\n会期\n\n缔约方会议决定：\n\n"
        "(a) 会期五天。\n"
    )
    ids = [f"{block.id} {block.type}" for block in document.blocks]
    assert ids == [
        "s1 heading",
        "p1 paragraph",
        "s2 heading",
        "p2 paragraph",
        "s2.1 heading",
        "ch chapeau",
        "pp1 preamble",
        "op1 operative",
        "op2 operative",
        "p3 paragraph",
        "s2.2 heading",
        "t1 text",
        "t1.a item",
    ]
    assert document.front.kind == "report"


SHORT = "各国政府指出，必须加强国际合作，交流信息，提供技术援助，并在必要时向发展中国家\n提供资金，使其能够履行义务。"
OTHER = "秘书长收到了十二个会员国的答复，并在本报告中概述了这些答复的内容；有关机构也提交\n了资料。"


@pytest.mark.parametrize("gap", [0, 1])
@pytest.mark.parametrize("wrapped", [True, False])
def test_headings_between_paragraphs_that_nothing_numbers(gap: int, wrapped: bool) -> None:
    long = "预防、禁止和惩治贩运人口特别是妇女和儿童行为的立法措施"
    parts = [
        "一. 现况",
        "言论自由",
        SHORT,
        OTHER,
        "难民和移民",
        OTHER,
        SHORT,
        long,
        SHORT,
        "二. 建议",
        "国家人权机构",
        OTHER,
    ]
    parts = [part if wrapped else part.replace("\n", "") for part in parts]
    document = read_text("A/75/310\n\n秘书长的报告\n\n" + ("\n" * (gap + 1)).join(parts) + "\n")
    kinds = ["heading" if len(part) < 40 else "text" for part in parts]
    if not gap and not wrapped:
        kinds[7:9] = ["text"]  # a long name without a stop may as well be the beginning of what stands below it
    assert [block.type for block in document.blocks] == kinds


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        ("感兴趣地注意到各国的努力，", True),
        ("谨记其责任，", True),
        ("还对局势深感不安，", True),
        ("业经审议报告，", True),
        ("经审议报告，", True),
        ("一再重申其决议，", True),
        ("地方政府的努力，", False),
        ("已有十二国答复，", False),
        ("对外关系委员会，", False),
        ("经济及社会理事会，", False),
    ],
)
def test_words_with_which_preambular_paragraphs_open(text: str, opens: bool) -> None:
    assert opens_preamble(text) is opens


def test_an_item_that_a_comma_ends_goes_on_below() -> None:
    document = read_text(
        "大会，\n\n回顾其决议，\n\n1. 请各国：\n\n(a) 批准《公约》，并充分有效地执行，\n\n包括修订法律；\n\n"
        "2. 决定续议。\n"
    )
    assert [block.id for block in document.blocks] == ["ch", "pp1", "op1", "op1.a", "op2"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("大会，\n\n考虑到必须打击贩\n\n运人口行为，\n\n1. 决定续议。\n", ["ch", "pp1", "op1"]),
        (
            "大会，\n\n回顾决议，\n\n1. 请各国：\n\n(a) 批准《议\n\n定书》；\n\n2. 决定续议。\n",
            ["ch", "pp1", "op1", "op1.a", "op2"],
        ),
        (
            "秘书长的报告\n\n1. 甲事已办。\n\n2. 本报告依照决议提交，其中请各国就为执\n\n"
            "行公约而采取的措施提出报告。\n",
            ["p1", "p2"],
        ),
    ],
)
def test_a_paragraph_that_a_page_parted_without_a_trace(text: str, wanted: list[str]) -> None:
    assert [block.id for block in read_text(text).blocks] == wanted
