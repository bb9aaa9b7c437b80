"""Printed documents are read to the last character: blocks, notes, calls, citations, links, and what is the page's."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from test_reading_keeps_everything import assert_accounted

from store.citations.cite import cite
from store.document import Document
from store.errors import UnreadableSource
from store.reading.pipeline import read
from store.reading.source import load

FOLDER = Path(__file__).parents[1] / "data" / "pdf"
URGES = "重申各国应当采取一切措施打击贩运人口行为，保护受害人，并在国家和国际各级加强合作，"
REPORTS = URGES + "并请秘书长报告；"
GROUPS = (
    URGES + "并请各国与 Inter-Agency Coordination Group against Trafficking in Persons"
    " 以及 International Organization for Migration 合作；"
)
ITEM = "加强国家和国际各级的合作，采取措施保护受害人，消除一切形式的暴力行为，禁止使用童工；"
SPEECH = (
    "我现在请代表发言。安理会现在开始审议其议程上的项目。我收到了各国代表的来信，他们要求参加讨论。"
    "按照惯例，我提议邀请他们参加。"
)


@cache
def understood(name: str) -> Document:
    source = load(FOLDER / name)
    document = cite(read(source))
    assert_accounted(source.text, document)
    return document


def bare(text: str) -> str:
    return text.replace(" ", "")


def test_the_front_of_a_resolution_is_read_from_its_masthead() -> None:
    front = understood("resolution.pdf").front
    assert (front.symbol, front.title, front.date) == ("A/C.3/80/L.99", "改进工作协调，打击贩运人口", "2025-10-14")
    assert (front.session, front.committee, front.agenda_item) == ("第八十届会议", "第三委员会", "107")
    assert (front.agenda_title, front.sponsors) == ("预防犯罪和刑事司法", ("白俄罗斯",))


def test_paragraphs_are_whole_over_lines_and_pages() -> None:
    document = understood("resolution.pdf")
    blocks = {block.id: block.text for block in document.blocks}
    assert list(blocks)[:3] == ["ch", "pp1", "pp2"]
    assert list(blocks)[3:] == [
        *("op1", "op2", "op3", "op4", "op4.a", "op4.b"),
        *(f"op{number}" for number in range(5, 16)),
    ]
    for number in range(1, 16):
        assert bare(blocks[f"op{number}"]) == bare(REPORTS if number % 3 else GROUPS), number
    assert blocks["op4.a"] == blocks["op4.b"] == ITEM
    assert document.doubts == ()


def test_calls_notes_and_powers_are_told_apart() -> None:
    document = understood("resolution.pdf")
    assert [
        (block.id, [(marker.note, marker.at) for marker in block.markers]) for block in document.blocks if block.markers
    ] == [
        ("pp1", [("1", 7), ("2", 27), ("3", 27), ("4", 62)]),
        ("op6", [("5", 41)]),
        ("op9", [("6", 41)]),
    ]
    assert "25 m²，" in document.by_id["pp2"].text
    notes = {note.label: bare(note.text) for note in document.footnotes}
    assert list(notes) == ["1", "2", "3", "4", "5", "6"]
    assert notes["4"] == "联合国，《条约汇编》，第2225卷，第39574号。"
    once = "见秘书长的报告(A/79/322)，第6段，其中说明各国采取的措施、加强合作的行为和保护受害人的目标；"
    assert notes["5"] == (once * 7)[:-1] + "。"
    assert notes["6"] == "同上。"


def test_what_belongs_to_the_page_is_no_text() -> None:
    assert [(each.kind, each.text) for each in understood("resolution.pdf").furniture if each.kind != "rule"] == [
        ("page", "25-12345 (C) 141025 161025"),
        ("page", "*2512345*"),
        ("head", "A/C.3/80/L.99"),
        ("page", "2/3        25-12345"),
        ("head", "A/C.3/80/L.99"),
        ("page", "25-12345        3/3"),
    ]


def test_links_are_kept_and_settle_citations() -> None:
    document = understood("resolution.pdf")
    assert [(link.block, bare(link.words), link.address) for link in document.links] == [
        ("pp2", "大会第64/293号决议", "https://undocs.org/zh/A/RES/64/293"),
        ("pp2", "第53/9号决议", "https://undocs.org/zh/A/HRC/RES/53/9"),
    ]
    assert [(each.block, each.symbol) for each in document.citations] == [
        ("pp2", "A/RES/64/293"),
        ("pp2", "A/HRC/RES/53/9"),
        ("fn1", "A/RES/70/1"),
        *[("fn5", "A/79/322")] * 7,
    ]


def test_two_columns_are_read_one_after_the_other() -> None:
    document = understood("record.pdf")
    texts = [bare(block.text) for block in document.blocks]
    assert texts == [
        part
        for number in range(1, 10)
        for part in (
            "主席（以英语发言）",
            SPEECH,
            "我认为没有人反对，就这样决定了。",
            "代表（以法语发言）",
            f"主席先生，我感谢你召开会议。我们认为安理会应当根据第2331(2016)号决议采取措施，这是第{number}次发言。",
        )
    ]
    assert [each.symbol for each in document.citations] == ["S/RES/2331(2016)"] * 9


def test_rows_of_tables_and_large_headings_are_whole() -> None:
    document = understood("report.pdf")
    assert [(block.type, block.label, block.text) for block in document.blocks] == [
        ("heading", "一", "导言"),
        ("paragraph", "1", "本报告说明各国采取的措施，并载有各国的答复。数目载于下表。"),
        ("text", None, "国家 | 数目 | 说明"),
        ("text", None, "中国 | 1 200 | 已提交报告，并且答复了全部问题，采取了一切措施"),
        ("text", None, "法国 | 22 | 已答复"),
        ("paragraph", "2", "费用如下："),
        ("text", None, "方案 | 1 200 | 3 400"),
        ("text", None, "行政 | 5 600 | 7 800"),
        ("text", None, "共计 | 6 800 | 11 200"),
        ("heading", "二", "各国采取的措施，包括旨在消除一切形式的暴力行为和保护受害人的措施以及加强国际合作的措施"),
        ("paragraph", "3", "请各国报告。"),
    ]
    assert [(marker.note, marker.at) for marker in document.by_id["p1"].markers] == [("1", 22)]
    assert [(note.label, bare(note.text)) for note in document.footnotes] == [("1", "见第70/1号决议。")]


def test_a_password_is_asked_for_in_one_sentence() -> None:
    with pytest.raises(UnreadableSource, match=r"“locked\.pdf”有密码保护"):
        load(FOLDER / "locked.pdf")
