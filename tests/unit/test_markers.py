"""Which signs in a text call which notes."""

from __future__ import annotations

import pytest

from store.reading.markers import find_calls


def shown(texts: list[str], labels: list[str]) -> list[str]:
    """The texts with ⟦n⟧ at each marker."""
    found = list(texts)
    for call in reversed(find_calls(texts, labels)):
        text = found[call.text]
        found[call.text] = f"{text[: call.span.start]}⟦{call.note}⟧{text[call.span.end :]}"
    return found


@pytest.mark.parametrize(
    ("text", "labels", "expected", "why"),
    [
        ("《公约》⁵ 及其议定书", ["5"], "《公约》⟦5⟧及其议定书", "superscript with a space after it"),
        ("相关决议，¹⁰", ["10"], "相关决议，⟦10⟧", "two superscript digits are one number"),
        ("《公约》<sup>1</sup>第 32 条", ["1"], "《公约》⟦1⟧第 32 条", "HTML"),
        ("活动<sup>*</sup>，", ["*"], "活动⟦*⟧，", "a star"),
        ("国际关切,9", ["9"], "国际关切,⟦9⟧", "a digit that lost its height at the end"),
        ("决议、11 2023 年 7 月", ["11"], "决议、⟦11⟧2023 年 7 月", "before a date"),
        ("第 53/9 号决议12 以及", ["12"], "第 53/9 号决议⟦12⟧以及", "after a word"),
        ("《公约》1和《议定书》2以及", ["1", "2"], "《公约》⟦1⟧和《议定书》⟦2⟧以及", "touching closed titles"),
        ("《公约》第1、2和3条，2请各国", ["2"], "《公约》第1、2和3条，⟦2⟧请各国", "an enumeration calls nothing"),
        ("分别为3、4和5级，3又如甲，4乙", ["3", "4"], "分别为3、4和5级，⟦3⟧又如甲，⟦4⟧乙", "twice"),
        ("截至8月，1甲；乙2，丙1。", ["1", "2"], "截至8月，⟦1⟧甲；乙⟦2⟧，丙1。", "as many as can be called in order"),
        ("《议程》,「并回顾", ["1"], "《议程》,⟦1⟧并回顾", "misread as a bracket"),
        ("可持续发展目标 5 和第 5 条", ["5"], "可持续发展目标 5 和第 5 条", "plain numbers stay"),
        ("《规约》20 年来", ["20"], "《规约》20 年来", "a span of years"),
        ("面积 5 km² 的地区", ["2"], "面积 5 km² 的地区", "a unit"),
        ("数量为10³个，", ["3"], "数量为10³个，", "a power of ten"),
        ("50 μg/m³，", ["3"], "50 μg/m³，", "a unit over a unit"),
        ("A/RES/64/293¹，", ["1"], "A/RES/64/293⟦1⟧，", "after a symbol"),
        ("第76/186号²决议", ["2"], "第76/186号⟦2⟧决议", "after a number"),
        ("COVID-19³ 疫情", ["3"], "COVID-19⟦3⟧疫情", "after a name that ends in figures"),
        ("儿基会 UNICEF⁴ 的", ["4"], "儿基会 UNICEF⟦4⟧的", "after a Latin name"),
        ("第28/16号决议 1 及其他", ["1"], "第28/16号决议⟦1⟧及其他", "between spaces after a text's name"),
        ("决定 5 个问题", ["5"], "决定 5 个问题", "a count"),
        ("「引文」并回顾", ["1"], "「引文」并回顾", "a bracket with its partner"),
        ("国际关切，9", [], "国际关切，9", "no such note: no marker"),
    ],
)
def test_markers_of_every_form(text: str, labels: list[str], expected: str, why: str) -> None:
    assert shown([text], labels) == [expected], why


def test_several_notes_at_one_place() -> None:
    calls = find_calls(["一般性建议(2020 年), ^{26,27,28}"], ["26", "27", "28"])
    assert [call.note for call in calls] == ["26", "27", "28"]
    assert len({call.span for call in calls}) == 1


def test_a_note_may_be_called_twice_after_a_title() -> None:
    assert shown(["《公约》1和", "再次《公约》1 的"], ["1"]) == ["《公约》⟦1⟧和", "再次《公约》⟦1⟧的"]


def test_a_flat_digit_must_stand_between_its_neighbours() -> None:
    texts = ["报告，3", "决定，⁷", "决定，8", "报告，3", "欢迎，⁹"]
    assert shown(texts, ["7", "8", "9"]) == ["报告，3", "决定，⟦7⟧", "决定，⟦8⟧", "报告，3", "欢迎，⟦9⟧"]


def test_how_a_marker_was_read_is_kept() -> None:
    calls = find_calls(["甲，¹", "乙，2", "丙，「并"], ["1", "2", "3"])
    assert [call.how for call in calls] == ["raised", "flat", "misread"]
