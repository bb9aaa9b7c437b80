"""Layouts beyond those of the bundled documents, one small text each; and the joints of paragraphs, as tables."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.document import Document
from store.reading.pipeline import read
from store.reading.source import Source, load

LAYOUTS = Path(__file__).parent.parent / "data" / "layouts"


def layout(name: str) -> Document:
    return read(load(LAYOUTS / f"{name}.txt"))


def read_text(text: str) -> Document:
    return read(Source(text, "", "text"))


def ids(document: Document) -> list[str]:
    return [block.id for block in document.blocks]


def test_an_adopted_resolution_of_the_assembly() -> None:
    document = layout("assembly_resolution")
    assert ids(document) == "ch pp1 pp2 pp3 op1 op2 op3 op3.a op3.b op4 op5 t1".split()
    assert document.by_id["pp2"].text == "回顾《世界人权宣言》、《公民及政治权利国际公约》和《儿童权利公约》，"
    assert [(marker.note, marker.footnote) for marker in document.by_id["pp2"].markers] == [
        ("1", "fn1"),
        ("2", "fn2"),
        ("3", "fn3"),
    ]
    assert document.by_id["pp3"].text.endswith("第63/168号和2016年12月19日第71/187号决议，并欢迎各国为此采取的步骤，")
    assert [each.kind for each in document.furniture] == ["rule", "page", "page", "head"]


def test_a_resolution_of_the_council() -> None:
    document = layout("council_resolution")
    assert ids(document) == "ch pp1 pp2 pp3 pp4 op1 op2 op3".split()
    assert (document.front.symbol, document.front.body, document.front.date) == (
        "S/RES/2446(2018)",
        "安全理事会",
        "2018-11-15",
    )


def test_a_report_wrapped_with_indents() -> None:
    document = layout("wrapped_report")
    assert ids(document) == "t1 s1 p1 p2 s2 s2.A p3 p3.a p3.b s2.B p4".split()
    assert document.by_id["s2.B"].parent == "s2"
    assert document.by_id["p4"].parent == "s2.B"
    assert (document.front.title, document.front.agenda_item, document.front.kind) == ("移民的人权", "72(b)", "note")
    assert [(note.label, note.text) for note in document.footnotes] == [
        ("*", "A/75/150。"),
        ("1", "见 A/HRC/44/42，第 3 段。"),
        ("2", "A/HRC/44/42/Add.2。"),
    ]


RESOLUTION = "大会，\n\n{}\n\n1. 决定继续审议。\n"


@pytest.mark.parametrize(
    ("body", "preambles", "why"),
    [
        (
            "回顾其决议，\n\n又回顾其决定，",
            ["回顾其决议，", "又回顾其决定，"],
            "a verb after a comma begins a paragraph",
        ),
        (
            "回顾缔约国有义务，\n\n¹ 第 70/1 号决议。\n\n并与各国政府交流，",
            ["回顾缔约国有义务，并与各国政府交流，"],
            "across a page a clause goes on after a comma",
        ),
        (
            "回顾包括贩\n\n25-16618 3/13\n\n卖在内的行为，",
            ["回顾包括贩卖在内的行为，"],
            "a page break in the middle of a word",
        ),
        ("欢迎大会的决议\n\n回顾其决定，", ["欢迎大会的决议", "回顾其决定，"], "a paragraph that lost its comma"),
        (
            "重申目的是：\n\n(a) 促进；\n\n(b) 帮助，\n\n强调作用，",
            ["重申目的是：", "强调作用，"],
            "items between preambles",
        ),
    ],
)
def test_where_preambular_paragraphs_begin(body: str, preambles: list[str], why: str) -> None:
    document = read_text(RESOLUTION.format(body))
    assert [block.text for block in document.blocks if block.type == "preamble"] == preambles, why


@pytest.mark.parametrize(
    ("text", "wanted", "why"),
    [
        ("1. 甲。\n2. 乙。\n一. 导言\n3. 丙。\n", ["p1", "p2", "s1", "p3"], "a Chinese numeral heads a section"),
        (
            "一. 导言\n\n1. 甲。\n\n1. 立法\n\n2. 乙。\n\n2. 预防\n\n3. 丙。\n",
            ["s1", "p1", "s1.1", "p2", "s1.2", "p3"],
            "numbers of headings are told from those of paragraphs by what follows",
        ),
        (
            "一. 导言\n\n1. 导言\n\n1. 甲。\n\n2. 乙。\n",
            ["s1", "s1.1", "p1", "p2"],
            "a heading numbered 1 before paragraph 1",
        ),
        ("1. 甲：(a)乙；(b)丙；以及(c)丁。\n\n2. 戊。\n", ["p1", "p2"], "an enumeration inside a sentence stays there"),
        (
            "1. 甲：\n\n(a) 乙：\n\n(一) 丙；\n\n(二) 丁；\n\n(b) 戊。\n\n2. 己。\n",
            ["p1", "p1.a", "p1.a.1", "p1.a.2", "p1.b", "p2"],
            "items nest",
        ),
        (
            "1. 甲：\n\n(h) 乙；\n\n(i) 丙；\n\n(j) 丁。\n",
            ["p1", "p1.h", "p1.i", "p1.j"],
            "(i) after (h) is a letter",
        ),
        (
            "1. 甲：\n\n(a) 乙：\n\n(i) 丙；\n\n(ii) 丁；\n\n(b) 戊。\n",
            ["p1", "p1.a", "p1.a.i", "p1.a.ii", "p1.b"],
            "(i) after a colon is Roman",
        ),
        ("1. 甲。\n\n1. 甲。\n\n2. 乙。\n", ["p1", "p1~2", "p2"], "a second paragraph of the same number"),
        ("摘要\n\n本报告概述情况。\n\n一. 导言\n\n1. 甲。\n", ["h1", "t1", "s1", "p1"], "a heading without a number"),
    ],
)
def test_ids_and_nesting(text: str, wanted: list[str], why: str) -> None:
    assert ids(read_text("秘书长的报告\n\n" + text)) == wanted, why


def test_a_number_out_of_sequence_is_a_doubt() -> None:
    document = read_text("秘书长的报告\n\n1. 甲。\n\n2. 乙。\n\n5. 丙。\n")
    assert [(doubt.block, doubt.kind) for doubt in document.doubts] == [("p5", "sequence")]


def test_a_note_without_its_marker_is_a_doubt() -> None:
    document = read_text(RESOLUTION.format("回顾其决议，\n\n____\n\n1 第 70/1 号决议。"))
    assert [(note.label, note.text) for note in document.footnotes] == [("1", "第 70/1 号决议。")]
    assert ("fn1", "missing-marker") in [(doubt.block, doubt.kind) for doubt in document.doubts]


def test_what_is_no_un_document_is_still_read() -> None:
    document = read_text("今天天气很好。\n\n我们去公园散步，然后回家。\n")
    assert [block.type for block in document.blocks] == ["text", "text"]
    assert document.front.kind == "document"


def test_an_empty_text_is_an_empty_document() -> None:
    assert read_text("").blocks == ()
    assert read_text(" \n\n ").pieces[0].role == "furniture"


@pytest.mark.parametrize(
    ("text", "wanted", "why"),
    [
        ("1. 甲。\n\n1.1 乙\n\n1.2 丙\n\n2. 丁。\n", ["p1", "p1.1", "p1.2", "p2"], "numbers in parts that count on"),
        ("1. 甲。\n\n8.7 联盟的各项活动和工作方案。\n\n2. 乙。\n", ["p1", "t1", "p2"], "one that does not is text"),
        ("1. 甲：\n\n• 乙；\n\n• 丙。\n\n2. 丁。\n", ["p1", "p1.b1", "p1.b2", "p2"], "list signs after a colon"),
        ("1. 甲。\n\n• 乙。\n\n2. 丁。\n", ["p1", "t1", "p2"], "a list sign after a sentence"),
    ],
)
def test_labels_that_the_text_must_bear_out(text: str, wanted: list[str], why: str) -> None:
    assert ids(read_text("秘书长的报告\n\n" + text)) == wanted, why


def test_what_is_no_un_document_at_all_says_so() -> None:
    document = read_text("买菜清单\n\n白菜和豆腐各买一些，别忘了鸡蛋。\n")
    assert [doubt.kind for doubt in document.doubts] == ["foreign"]
    assert [block.type for block in document.blocks] == ["text"]
