"""Footnotes as web pages, old records and recognition print them."""

from __future__ import annotations

import pytest
from as_found import RECOGNISED, REPORT, RESOLUTION, noted, read_text


@pytest.mark.parametrize(
    ("text", "notes", "why"),
    [
        (
            RESOLUTION.format(
                "回顾《海洋法公约》(1)目标及第12条第(1)款，\n\n1. 欢迎报告；(2)\n\n2. 决定续议。",
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


def test_notes_after_arrows_in_their_order() -> None:
    text = RESOLUTION.format(
        "回顾其决议，[1]\n\n注意到第三届、[2]第四届[3]会议的报告，\n\n1. 决定续议。", "↑ 甲。\n↑ 2.0 2.1 乙。\n↑ 丙。"
    )
    assert noted(read_text(text)) == ["pp1:1", "pp2:2", "pp2:3", "1 甲。", "2 乙。", "3 丙。"]


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
