"""Numbers that a scanner misread are doubted, and nothing else is."""

from __future__ import annotations

import pytest

from store.reading.pipeline import read
from store.reading.slips import find_slips, misread_label
from store.reading.source import Source


@pytest.mark.parametrize(
    "text, expected",
    [
        ("回顾第7O/1号决议第l0段，", ["l0", "10"]),
        ("回顾其 A/RES/7O/1 号决议，", ["7O", "70"]),
        ("2O15年9月25日", ["2O15", "2015"]),
        ("l0. 强调各国的责任；", ["l0", "10"]),
        ("I. 导言", []),
        ("A/INF/70/1、S/PV.100、CEDAW/C/IDN/8 和 A/HRC/RES/1/1", []),
        ("世卫组织的Ol号文件，10I号房间，COVID-19", []),
        ("第10段和第十段", []),
    ],
)
def test_letters_that_stand_for_digits(text: str, expected: list[str]) -> None:
    assert [part for slip in find_slips(text, labelled=False) for part in slip[1:]] == expected


@pytest.mark.parametrize(
    "text, number",
    [("l0. 强调", 10), ("I．强调", 1), ("3，请", 3), ("lO、决定", 10), ("10. 强调", None), ("I. Introduction", None)],
)
def test_a_paragraphs_number_that_was_misread(text: str, number: int | None) -> None:
    label = misread_label(text)
    assert (label and label.value) == number


def test_a_block_with_a_label_does_not_begin_with_a_misread_one() -> None:
    assert not list(find_slips("l0. 强调", labelled=True))


def test_a_heading_by_form_alone_is_doubted_and_a_known_one_is_not() -> None:
    body = "".join(f"{n}. 会员国讨论了第{n}个问题，并请秘书长提出报告。\n\n" for n in range(1, 6))
    text = f"导言\n\n{body}妇女与发展\n\n6. 会员国又讨论了这一问题。\n"
    document = read(Source(text, "0" * 64, "text"))
    assert [(doubt.block, doubt.kind) for doubt in document.doubts] == [("h2", "heading-or-text")]


def test_a_misread_symbol_of_the_document_itself_is_doubted() -> None:
    text = "A/RES/7O/1\n\n大会，\n\n回顾其以往决议，\n\n1. 决定设立基金。\n"
    document = read(Source(text, "0" * 64, "text"))
    assert [(doubt.block, doubt.message) for doubt in document.doubts] == [(None, "“7O”疑为“70”的误识。")]
