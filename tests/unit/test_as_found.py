"""Layouts as they are met on web pages and title pages of the organization, one short text of our own each."""

from __future__ import annotations

import pytest

from store.document import Document
from store.reading.phrases import opens_preamble
from store.reading.pipeline import read
from store.reading.source import Source

REPORT = "联合国\n\nA/75/310\n\n大会\n\nDistr.: General\n10 August 2020\nChinese\n\n海洋问题\n\n秘书长的报告\n\n"
BODY = "一. 导言\n\n1. 甲事已办。\n\n二. 现况\n\nA. 沿岸\n\n2. 乙事在办。\n\nB. 公海\n\n3. 丙事未办。\n"
RESOLUTION = "70/901. 海洋\n\n大会，\n\n{}\n\n2016年7月25日\n第113次全体会议\n\n{}"


def read_text(text: str) -> Document:
    return read(Source(text, "", "text"))


def blocks(document: Document) -> list[str]:
    return [f"{block.id} {block.text}" for block in document.blocks]


def noted(document: Document) -> list[str]:
    """Each marker by its block, then each note."""
    called = [f"{block.id}:{marker.note}" for block in document.blocks for marker in block.markers]
    return called + [f"{note.label} {note.text}" for note in document.footnotes]


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


@pytest.mark.parametrize(
    ("text", "notes", "why"),
    [
        (
            RESOLUTION.format(
                "回顾《海洋法公约》(1)及第12条第(1)款，\n\n1. 欢迎报告；(2)\n\n2. 决定续议。",
                "1. 见甲卷。\n\n2. A/70/215。",
            ),
            ["pp1:1", "op1:2", "1 见甲卷。", "2 A/70/215。"],
            "brackets in the text, plain numbers at the end",
        ),
        (
            RESOLUTION.format("回顾其决议[1]，\n\n1. 欢迎报告。", "注释\n\n1. ↑ 见甲卷。"),
            ["pp1:1", "1 见甲卷。"],
            "an encyclopaedia's",
        ),
        (
            "二十（一九四七）．一九四七年三月十日決議案\n\n安全理事會,\n\n業已審議第一次報告書21及同日之函件,22\n\n"
            "一.促請各國研究。\n\n第一一七次會議一致通過。\n\n21 委員會正式紀錄。\n\n22 理事會正式紀錄。\n\n"
            "本作品來自聯合國官方文件。\n\n1. 官方紀錄。\n",
            ["pp1:21", "pp1:22", "21 委員會正式紀錄。", "22 理事會正式紀錄。"],
            "numbers that go on from other pages, above a wiki's licence",
        ),
        (
            RESOLUTION.format("回顾其决议，\n\n1. 欢迎报告。", "1. 甲项。\n\n2. 乙项。"),
            [],
            "numbers that nothing calls are paragraphs",
        ),
        (
            REPORT + "1. 渔船甚多。1\n\n1 船东联合会提供了数字。\n\n2. 港口不足。2 仍须扩建。\n\n2 2019年的统计。\n\n"
            "3. 略。",
            ["p1:1", "p2:2", "1 船东联合会提供了数字。", "2 2019年的统计。"],
            "each note below the paragraph that calls it, without a word of notes",
        ),
    ],
)
def test_notes_where_pages_put_them(text: str, notes: list[str], why: str) -> None:
    assert noted(read_text(text)) == notes, why


def test_the_fields_above_the_views_of_a_committee() -> None:
    document = read_text(
        "联合国\n\nCAT/C/70/D/900/2018\n\nDistr.: General\n\n3 May 2021\n\nChinese\n\n禁止酷刑委员会\n\n"
        "委员会依照《公约》第二十二条通过的关于第900/2018号来文的决定* **\n\n来文提交人:\n\nX.Y. (无律师代理)\n\n"
        "参考文件:\n\n依照议事规则第115条作出的决定，已于2018年12月3日转交所涉缔约国\n\n通过日期:\n\n"
        "2021年4月23日\n\n"
        "《公约》条款:\n\n第三条和第二十二条\n\n1.提交人是甲国国民。\n\n2.12016年提交人离境。\n\n"
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
        "p1 提交人是甲国国民。",
        "p2.1 2016年提交人离境。",
    ]


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


def test_notes_after_arrows_in_their_order() -> None:
    text = RESOLUTION.format(
        "回顾其决议，[1]\n\n注意到第三届、[2]第四届[3]会议的报告，\n\n1. 决定续议。", "↑ 甲。\n↑ 2.0 2.1 乙。\n↑ 丙。"
    )
    assert noted(read_text(text)) == ["pp1:1", "pp2:2", "pp2:3", "1 甲。", "2 乙。", "3 丙。"]


RECOGNISED = "联合国\n\nA/RES/70/901\n\n大会\n\n70/901. 海洋\n\n大会，\n\n{}\n"


@pytest.mark.parametrize(
    ("text", "notes", "why"),
    [
        (
            "回顾《公约》， ${ }^{1}$ 其中第一条，\n\n1. 决定续议。 ${ }^{2}$\n\n[^0]\n[^0]:    ${ }^{1}$ 见甲卷。\n"
            "    ${ }^{2}$ 同上。",
            ["pp1:1", "op1:2", "1 见甲卷。", "2 同上。"],
            "raised over an empty group, the notes behind a placeholder",
        ),
        (
            "回顾《公约》$^ { 1 }$，\n\n1. 决定续议。\\( ^{2} \\)\n\n$^ { 1 }$ 见甲卷。\n\n\\(^{2}\\) 同上。",
            ["pp1:1", "op1:2", "1 见甲卷。", "2 同上。"],
            "spaces inside a formula",
        ),
        (
            "回顾《公约》，${ }^{1}$\n\n1. 决定续议。\n\n\\footnotetext{\n${ }^{1}$ 见甲卷。\n}",
            ["pp1:1", "1 见甲卷。"],
            "notes in a command of their own",
        ),
        (
            "回顾《公约》，'其中第一条，\n\n又回顾其决议，²\n\n1. 决定续议。\n\n'联合国，甲卷。\n²同上。",
            ["pp1:1", "pp2:2", "1 联合国，甲卷。", "2 同上。"],
            "a raised 1 misread above and below",
        ),
    ],
)
def test_signs_as_recognition_leaves_them(text: str, notes: list[str], why: str) -> None:
    assert noted(read_text(RECOGNISED.format(text))) == notes, why


def test_a_running_head_whose_title_one_space_parts() -> None:
    document = read_text(
        RECOGNISED.format("回顾其决议，\n\n18-22247 (C)\n\n---\n\nA/RES/70/901 海洋\n\n1. 决定续议。\n\n2/2 18-22247")
    )
    assert [block.id for block in document.blocks] == ["ch", "pp1", "op1"]
    assert "A/RES/70/901 海洋" in [each.text for each in document.furniture]


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


@pytest.mark.parametrize(
    ("call", "opening"), [("{}", "{} "), (" {}/ ", "{}/ "), ("[{}]", "[{}] ")], ids=["plain", "slash", "bracket"]
)
def test_notes_that_begin_with_numbers_and_addresses(call: str, opening: str) -> None:
    notes = ["见甲卷。", "30个国家没有答复。", "2019年3月4日的来文。", "http://www.un.org/a.pdf。"]
    calls = [call.format(turn) for turn in range(1, 5)]
    listed = "\n".join(opening.format(turn) + note for turn, note in enumerate(notes, 1))
    text = "1. 甲事已办。{}\n\n2. 乙事在办。{}丙事未办。{}\n\n3. 丁事从略。{}\n".format(*calls)
    assert noted(read_text(f"{REPORT}{text}\n____\n{listed}\n"))[4:] == [
        f"{at} {note}" for at, note in enumerate(notes, 1)
    ]


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
