"""Mastheads as the UN's templates set them in Word are read as those of plain texts are."""

from __future__ import annotations

import pytest
from docx_writer import call_custom, computed, note, paragraph, run, section, style, table, word
from test_reading_keeps_everything import assert_accounted

from store.document import Document
from store.reading.pipeline import read
from store.reading.source import from_bytes

STYLES = style("HCh", "_ H _Ch_G", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>') + style("TOC1", "toc 1")
TEXT = "".join(map(paragraph, ("\t大会，", "\t回顾其第75/1号决议，", "\t1.\t决定处理此事。")))


def understood(body: str, **parts: str) -> Document:
    source = from_bytes(word(body, styles=STYLES, **parts), "件.docx")
    document = read(source)
    assert_accounted(source.text, document)
    return document


def cell(*lines: str) -> str:
    return "".join(map(paragraph, lines))


NEW_YORK = table(
    ["联合国", "A/RES/79/1"],
    [paragraph(""), "大会", cell("Distr.: General", "26 September 2024")],
)
GENEVA = table(
    [paragraph(""), "联合国", "A/HRC/RES/50/1"],
    [paragraph(""), "大会", cell("Distr.: General", "12 July 2022", "Chinese\nOriginal: English")],
)
COUNCIL = table(["联合国", "S/RES/2728 (2024)"], ["安全理事会", cell("Distr.: General", "25 March 2024")])


def test_a_resolution_whose_masthead_stands_in_the_first_header() -> None:
    source = word(
        paragraph("第七十九届会议\n议程项目 123\n加强联合国系统") + paragraph("79/1.\t未来契约", "HCh") + TEXT
        + section({"header first": "header2", "header default": "header1", "footer first": "footer1"}, "<w:titlePg/>"),
        styles=STYLES,
        edges={
            "header1": paragraph("A/RES/79/1"), "header2": NEW_YORK,
            "footer1": "".join((paragraph("24-16905 (C)\n*2416905*"), paragraph(computed("PAGE", run("1"))))),
        },
    )  # fmt: skip
    document = read(from_bytes(source, "件.docx"))
    front = document.front
    assert (front.symbol, front.title, front.date) == ("A/RES/79/1", "未来契约", "2024-09-26")
    assert (front.session, front.agenda_item, front.agenda_title) == ("第七十九届会议", "123", "加强联合国系统")
    assert [block.id for block in document.blocks] == ["ch", "pp1", "op1"]
    assert [(each.text, each.kind) for each in document.furniture] == [
        ("24-16905 (C)", "foot"),
        ("*2416905*", "foot"),
    ]


@pytest.mark.parametrize(
    ("masthead", "symbol", "date"),
    [(GENEVA, "A/HRC/RES/50/1", "2022-07-12"), (COUNCIL, "S/RES/2728(2024)", "2024-03-25")],
)
def test_a_masthead_in_a_table(masthead: str, symbol: str, date: str) -> None:
    document = understood(masthead + TEXT)
    assert (document.front.symbol, document.front.date) == (symbol, date)
    assert [block.id for block in document.blocks] == ["ch", "pp1", "op1"]


def test_the_notes_of_a_title_and_a_summary_in_a_box() -> None:
    masthead = table(["联合国", "A/79/122"], ["大会", cell("Distr.: General", "28 June 2024")])
    document = understood(
        masthead
        + paragraph("第七十九届会议")
        + paragraph(run("贩运妇女和女童问题") + call_custom(1, "*"), "HCh")
        + paragraph("秘书长的报告")
        + table([cell("摘要", "本报告概述了各项措施。")])
        + paragraph("目录")
        + paragraph("一.\t导言\t3", "TOC1")
        + paragraph("一.\t导言", "HCh")
        + paragraph("1.\t大会请秘书长提交报告。"),
        footnotes=note(1, "本报告逾期提交。", sign="*"),
    )
    assert (document.front.title, document.front.kind) == ("贩运妇女和女童问题", "report")
    assert [(note.label, note.text) for note in document.footnotes] == [("*", "本报告逾期提交。")]
    assert [(block.id, block.text) for block in document.blocks[-3:]] == [
        ("t2", "一. 导言 3"),
        ("s1", "导言"),
        ("p1", "大会请秘书长提交报告。"),
    ]
