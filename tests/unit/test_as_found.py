"""Layouts as they are met on web pages and title pages of the organization, one short text of our own each."""

from __future__ import annotations

import pytest

from store.document import Document
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
            RESOLUTION.format("回顾其决议，\n\n1. 欢迎报告。", "1. 甲项。\n\n2. 乙项。"),
            [],
            "numbers that nothing calls are paragraphs",
        ),
        (
            REPORT
            + "1. 渔船甚多。1\n\n1 船东联合会提供了数字。\n\n2. 港口不足。2 仍须扩建。\n\n2 2019年的统计。\n\n3. 略。",
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
        "参考文件:\n\n依照议事规则第115条作出的决定，已于2018年12月3日转交所涉缔约国\n\n通过日期:\n\n2021年4月23日\n\n"
        "《公约》条款:\n\n第三条和第二十二条\n\n1.提交人是甲国国民。\n\n2.12016年提交人离境。\n\n2.2他随后申请庇护。\n\n"
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
        "联合国\n\n海底管理委员会的报告\n\n第五届会议\n(2019年7月8日至19日)\n\n大会\n正式记录\n第七十四届会议\n补编第71号\n(A/74/71)\n\n"
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
