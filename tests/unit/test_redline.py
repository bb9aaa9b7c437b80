"""A redline tells by word what was deleted and inserted, and loses no character of either text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.compare.redline import redline
from store.search.words import word_spans


def shown(before: str, after: str, **how: object) -> str:
    signs = {"same": "{}", "deleted": "[-{}]", "inserted": "[+{}]"}
    return "".join(signs[kind].format(text) for kind, text in redline(before, after, **how))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("敦促各国加强合作", "敦促各国加强合作", "敦促各国加强合作"),
        ("敦促各国加强合作", "敦促各国酌情加强合作", "敦促各国[+酌情]加强合作"),
        ("敦促各国酌情加强合作", "敦促各国加强合作", "敦促各国[-酌情]加强合作"),
        ("第70/1号决议", "第76/1号决议", "第[-70/1][+76/1]号决议"),
        ("", "新增一段", "[+新增一段]"),
        ("删去本段", "", "[-删去本段]"),
        ("请秘书长报告", "邀秘书长说明", "[-请][+邀]秘书长[-报告][+说明]"),
    ],
)
def test_changes_are_shown_by_word(before: str, after: str, expected: str) -> None:
    assert shown(before, after) == expected


def test_with_a_dictionary_a_word_is_changed_as_a_whole() -> None:
    assert shown("敦促会员国合作", "促请会员国合作") == "[-敦促][+促请]会员国合作"
    assert shown("作出国际努力", "作出国家努力", cut=word_spans) == "作出[-国际][+国家]努力"
    assert shown("作出国际努力", "作出国家努力") == "作出国[-际][+家]努力"


def test_texts_too_long_to_compare_are_one_deletion_and_one_insertion() -> None:
    assert [piece.kind for piece in redline("甲" * 3000, "乙" * 3000)] == ["deleted", "inserted"]


@given(st.text("甲乙丙 a1/。", max_size=40), st.text("甲乙丙 a1/。", max_size=40))
def test_both_texts_are_in_it_whole(before: str, after: str) -> None:
    pieces = redline(before, after)
    assert "".join(text for kind, text in pieces if kind != "inserted") == before
    assert "".join(text for kind, text in pieces if kind != "deleted") == after
    assert all(text for _kind, text in pieces)
