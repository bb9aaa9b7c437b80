"""Fields of the front matter, from full mastheads to none."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from store.document import FrontMatter
from store.paths import seeds_folder
from store.reading.front import split_sponsors
from store.reading.masthead_signs import called
from store.reading.pipeline import read
from store.reading.source import Source, from_bytes


def front_of(text: str) -> FrontMatter:
    return read(Source(text, "", "text")).front


TEXT = "大会，\n\n回顾其决议，\n\n1. 决定如下。\n"


@pytest.mark.parametrize(
    ("head", "field", "value"),
    [
        ("联合国 **A**/C.3/80/L.4", "symbol", "A/C.3/80/L.4"),
        ("联合国                A/RES/73/175", "symbol", "A/RES/73/175"),
        ("联合国 S/RES/2446 (2018)", "symbol", "S/RES/2446(2018)"),
        ("A/75/214*", "symbol", "A/75/214"),
        ("Distr.: Limited 14 October 2025", "date", "2025-10-14"),
        ("Distr.: General\n23 January 2019", "date", "2019-01-23"),
        ("Distr.: Limited\n2021年11月10日", "date", "2021-11-10"),
        ("2017 年 5 月 22 日至 26 日，维也纳", "date", None),
        ("第八十届会议 第三委员会", "session", "第八十届会议"),
        ("第八十届会议 第三委员会", "committee", "第三委员会"),
        ("第十届紧急特别会议", "session", "第十届紧急特别会议"),
        ("预防犯罪和刑事司法委员会\n\n第二十六届会议", "committee", "预防犯罪和刑事司法委员会"),
        ("议程项目 107\n\n预防犯罪和刑事司法\n\n甲国：决议草案\n\n标题", "agenda_item", "107"),
        ("暂定议程* 项目 72(b)\n\n人权\n\n甲国：决议草案\n\n标题", "agenda_item", "72(b)"),
        ("议程项目 107\n\n预防犯罪和刑事司法\n\n甲国：决议草案\n\n标题", "agenda_title", "预防犯罪和刑事司法"),
        ("议程项目 5\n\n预防犯罪\n\n甲国和乙国：订正决议草案\n\n改进工作", "title", "改进工作"),
        ("甲国、乙国和丙国:决议草案", "sponsors", ("甲国", "乙国", "丙国")),
        ("甲国：决议草案", "kind", "draft resolution"),
        ("甲国：订正决议草案", "revised", True),
        ("甲国：决议修订草案", "revised", True),
        ("甲国：决议草案", "revised", False),
        ("73/175. 暂停使用死刑", "title", "暂停使用死刑"),
        ("73/175. 暂停使用死刑", "symbol", "A/RES/73/175"),
        ("第 5/2 号决议", "kind", "resolution"),
        ("议程项目84\n大会决议\n[根据第四委员会的报告\n(A/50/605)通过]\n50/28. 救济", "kind", "resolution"),
        ("议程项目84\n大会决议\n[根据第四委员会的报告\n(A/50/605)通过]\n50/28. 救济", "agenda_title", None),
    ],
)
def test_a_field_is_read_from_its_line(head: str, field: str, value: object) -> None:
    assert getattr(front_of(f"{head}\n\n{TEXT}"), field) == value


def test_no_masthead_at_all() -> None:
    assert front_of(TEXT) == FrontMatter(kind="resolution", body="大会")


def test_a_resolution_numbered_by_another_organ() -> None:
    front = front_of("## 第 5/2 号决议\n\n执行情况\n\n《联合国打击跨国有组织犯罪公约》缔约方会议，\n\n回顾其决定，\n")
    assert front.symbol == "CTOC/COP/RES/5/2"
    assert front.title == "执行情况"


def test_a_report_takes_its_symbol_from_running_heads() -> None:
    page = "A/74/127\n\n{} V.19-04874\n\n"
    text = (
        "秘书长的报告\n\n一. 导言\n\n1. 甲。\n\n"
        + page.format("5/22")
        + "2. 乙。\n\n"
        + page.format("6/22")
        + "3. 丙。\n"
    )
    front = front_of(text)
    assert (front.symbol, front.kind, front.body, front.title) == ("A/74/127", "report", "大会", None)


@pytest.mark.parametrize(
    ("listed", "names"),
    [
        ("白俄罗斯、古巴和希腊", ("白俄罗斯", "古巴", "希腊")),
        ("俄罗斯联邦和委内瑞拉玻利瓦尔共和 国", ("俄罗斯联邦", "委内瑞拉玻利瓦尔共和国")),
        ("中国、波斯尼亚和黑塞哥维那以及特立尼达和多巴哥", ("中国", "波斯尼亚和黑塞哥维那", "特立尼达和多巴哥")),
        ("法国和大不列颠及北爱尔兰联合王国", ("法国", "大不列颠及北爱尔兰联合王国")),
        ("中非共和国", ("中非共和国",)),
        ("厄瓜多尔、埃及和爱沙尼亚", ("厄瓜多尔", "埃及", "爱沙尼亚")),
        ("厄瓜多尔和埃及", ("厄瓜多尔", "埃及")),
    ],
)
def test_sponsors_are_split_where_their_names_end(listed: str, names: tuple[str, ...]) -> None:
    assert split_sponsors(listed) == names


def test_sponsors_on_several_lines_take_no_agenda_title() -> None:
    front = front_of(
        "人权理事会\n第五十三届会议\n议程项目 3\n增进和保护所有人权——公民权利、政治权利、\n"
        "经济、社会及文化权利，包括发展权\n阿尔巴尼亚、∗ 安道尔、∗ 澳大利亚、∗ 哥斯达黎加、\n"
        "捷克和乌拉圭：∗ 决议草案\n53/… 人权与气候变化\n人权理事会，\n重申宣言，\n"
    )
    assert front.sponsors == ("阿尔巴尼亚", "安道尔", "澳大利亚", "哥斯达黎加", "捷克", "乌拉圭")
    assert front.agenda_title == "增进和保护所有人权——公民权利、政治权利、经济、社会及文化权利，包括发展权"


@pytest.mark.parametrize(
    ("signs", "notes"),
    [
        (("*", "**", "¹", "²"), "* 因技术原因重新印发。\n** 非成员国。\n¹ A/80/1。\n² 见第70/1号决议。"),
        (("*", "**", "<sup>1</sup>", "<sup>2</sup>"), "* 重新印发。\n** 非成员国。\n¹ A/80/1。\n² 见第70/1号决议。"),
        (("*", "**", "[1]", "[2]"), "* 因技术原因重新印发。\n** 非成员国。\n[1] A/80/1。\n[2] 见第70/1号决议。"),
        (("*", "**", "1", "2"), "* 因技术原因重新印发。\n** 非成员国。\n1 见A/80/1。\n2 见第70/1号决议。"),
        (("*", "", "1", "**2"), "* 因技术原因重新印发。\n** 非成员国。\n1 见A/80/1。\n2 见第70/1号决议。"),
    ],
    ids=["raised", "tags", "brackets", "flat", "stars before"],
)
def test_signs_of_notes_are_no_part_of_a_field_and_call_their_notes(signs: tuple[str, ...], notes: str) -> None:
    one, two, three, four = signs
    text = (
        f"A/C.3/80/L.4\n\n议程项目 107\n\n预防犯罪{one}\n\n甲国、乙国{two}：决议草案{three}\n\n改进工作{four}\n\n"
        f"{TEXT}\n____\n{notes}\n"
    )
    document = read(Source(text, "", "text"))
    front = document.front
    assert (front.agenda_title, front.sponsors, front.title) == ("预防犯罪", ("甲国", "乙国"), "改进工作")
    assert len(document.footnotes) == 4
    assert [doubt.kind for doubt in document.doubts] == []


@pytest.mark.parametrize("title", ["决议草案1", "附件1", "第1", "议程项目1"])
def test_a_number_that_names_a_part_calls_no_note(title: str) -> None:
    assert called(title, {"1"}) == set()


FIELDS_OF = (
    "symbol",
    "title",
    "date",
    "session",
    "committee",
    "agenda_item",
    "agenda_title",
    "sponsors",
    "kind",
    "body",
)


@pytest.mark.parametrize(
    "kind", [str, lambda text: f"<html><body><p>{text}</p></body></html>", lambda text: json.dumps([text])]
)
@pytest.mark.parametrize("name", ["000", "001", "002", "004"])
def test_the_masthead_of_a_document_on_one_line_is_read(name: str, kind: Callable[[str], str]) -> None:
    text = next(seeds_folder().glob(f"{name}_*")).read_text(encoding="utf-8")
    whole = front_of(text)
    folded = read(from_bytes(kind(" ".join(text.split())).encode(), "件")).front
    assert [getattr(folded, field) for field in FIELDS_OF] == [getattr(whole, field) for field in FIELDS_OF]


@pytest.mark.parametrize("between", [" ", ""])
@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("symbol", "A/RES/73/175"),
        ("session", "第七十三届会议"),
        ("agenda_item", "74(b)"),
        ("date", "2019-01-23"),
        ("title", "暂停使用死刑"),
        ("body", "大会"),
        ("kind", "resolution"),
    ],
)
def test_a_resolution_on_one_line_with_or_without_spaces(field: str, value: str, between: str) -> None:
    lines = (
        "联合国 A/RES/73/175",
        "大 会",
        "Distr.: General",
        "23 January 2019",
        "第七十三届会议",
        "议程项目74(b)",
        "2018年12月17日大会决议",
        "[根据第三委员会的报告(A/73/589/Add.2)通过]",
        "73/175. 暂停使用死刑",
        "大会，",
        "遵循《联合国宪章》的宗旨和原则，以及关于这一问题的所有其他国际文书和各项决议的规定，",
        "1. 表示关切某些国家继续使用死刑，并敦促它们遵守国际法规定的各项义务，包括提供资料和统计数字；",
        "2. 请秘书长提出报告。",
        "3. 决定继续审议此事。",
    )
    document = read(Source(between.join(lines), "", "text"))
    assert getattr(document.front, field) == value
    assert [block.id for block in document.blocks] == ["ch", "pp1", "op1", "op2", "op3"]


def test_a_report_on_one_line_keeps_its_first_sentence() -> None:
    text = (
        "A/74/127 Distr.: General 25 July 2019 Chinese Original: English 第七十四届会议 暂定项目表* 项目109 "
        "预防犯罪和刑事司法 改进打击贩运人口工作的协调 秘书长的报告 "
        "摘要 本报告根据大会第72/195号决议提交，其中概述各国作出的努力。 一. 导言 "
        "1. 大会请秘书长报告执行情况。 2. 秘书长请各国提供资料。"
    )
    document = read(Source(text, "", "text"))
    front = document.front
    assert (front.symbol, front.date, front.session) == ("A/74/127", "2019-07-25", "第七十四届会议")
    assert (front.agenda_title, front.title) == ("预防犯罪和刑事司法", "改进打击贩运人口工作的协调")
    assert [block.id for block in document.blocks] == ["h1", "t1", "s1", "p1", "p2"]
