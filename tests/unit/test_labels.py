"""The written forms of labels."""

from __future__ import annotations

import pytest

from store.reading.labels import chinese_number, read_label, roman


@pytest.mark.parametrize(
    ("text", "style", "value", "printed", "rest"),
    [
        ("1. 敦促会员国", "number", 1, "1", "敦促会员国"),
        ("136.毒品和犯罪问题办公室", "number", 136, "136", "毒品和犯罪问题办公室"),
        ("12．决定", "number", 12, "12", "决定"),
        ("3、请秘书长", "number", 3, "3", "请秘书长"),
        ("一. 导言", "chinese", 1, "一", "导言"),
        ("十二、结论", "chinese", 12, "十二", "结论"),
        ("B. 其他活动", "letter", 2, "B", "其他活动"),
        ("(a) 促进批准", "item-letter", 1, "(a)", "促进批准"),
        ("（b）帮助", "item-letter", 2, "（b）", "帮助"),
        ("(aa) 另有", "item-letter", 27, "(aa)", "另有"),
        ("(三) 与居住国", "item-chinese", 3, "(三)", "与居住国"),
        ("(2) 第二", "item-number", 2, "(2)", "第二"),
        ("(甲) 促进", "item-stem", 1, "(甲)", "促进"),
        ("8.7 联盟", "decimal", 7, "8.7", "联盟"),
        ("OP3. 请秘书长", "number", 3, "3", "请秘书长"),
        ("壹．永久会所", "chinese", 1, "壹", "永久会所"),
        ("3.1缔约国辩称", "decimal", 1, "3.1", "缔约国辩称"),
        ("2.12010年冬", "decimal", 1, "2.1", "2010年冬"),
        ("1.a 确保资源", "decimal", 1, "1.a", "确保资源"),
        ("a. 批准", "item-letter", 1, "a", "批准"),
        ("ii) 修订", "item-letter", 35, "ii", "修订"),
        ("1) 采取", "item-number", 1, "1", "采取"),
        ("㈡ 改进", "item-chinese", 2, "㈡", "改进"),
        ("⑵改进", "item-number", 2, "⑵", "改进"),
        ("⒝改进", "item-letter", 2, "⒝", "改进"),
        ("⒉改进", "number", 2, "2", "改进"),
        ("②改进", "item-circled", 2, "②", "改进"),
        ("１．　表示", "number", 1, "1", "表示"),
        ("（ａ）尊重", "item-letter", 1, "（a）", "尊重"),
    ],
)
def test_a_label_is_read_with_its_rank_and_what_follows(
    text: str, style: str, value: int, printed: str, rest: str
) -> None:
    label = read_label(text)
    assert label is not None
    assert (label.style, label.value, label.printed, text[label.end :]) == (style, value, printed, rest)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("5.2、8.7 和 16.2", "targets of a goal"),
        ("2018 年 5 月", "a date"),
        ("1.5亿人", "an amount"),
        ("(2017)号决议", "the year of a resolution"),
        ("1,518 份判例", "a number with thousands"),
        ("A/74/127", "a symbol"),
        ("Benita Ferrero", "a name"),
        ("大会，", "no label at all"),
    ],
)
def test_what_only_looks_like_a_label_is_none(text: str, why: str) -> None:
    assert read_label(text) is None, why


@pytest.mark.parametrize(
    ("printed", "value"), [("一", 1), ("十", 10), ("十九", 19), ("二十", 20), ("二十三", 23), ("二三", 23), ("〇", 0)]
)
def test_chinese_numerals(printed: str, value: int) -> None:
    assert chinese_number(printed) == value


@pytest.mark.parametrize(("printed", "value"), [("i", 1), ("iv", 4), ("ix", 9), ("xiv", 14), ("b", None), ("", None)])
def test_roman_numerals(printed: str, value: int | None) -> None:
    assert roman(printed) == value
