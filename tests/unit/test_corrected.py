"""What the user says of a text goes before every rule, and never loses a character."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_reading_keeps_everything import FRAGMENTS, TEXTS, assert_accounted

from store.document import Document
from store.reading.marks import Mark, MarkKind
from store.reading.pipeline import read
from store.reading.source import Source

RESOLUTION = """大会，

回顾其以往决议，

铭记各国的责任，

1. 决定设立基金；

2. 请秘书长提出报告，其中说明：(a) 进展；(b) 经费；

主席宣读案文。

3. 决定继续处理此案。

¹ 见第 64/293 号决议。
"""


def corrected(text: str, *corrections: Mark) -> Document:
    document = read(Source(text, "0" * 64, "text", (), corrections))
    assert_accounted(text, document)
    return document


def on(words: str, kind: MarkKind, value: str = "", text: str = RESOLUTION) -> Mark:
    start = text.index(words)
    return Mark(start, start + len(words), kind, value)


def shown(document: Document) -> list[tuple[str, str, str | None, str]]:
    return [(block.id, block.type, block.label, block.text) for block in document.blocks]


@pytest.mark.parametrize(
    "correction, expected, gone",
    [
        (on("铭记各国的责任，", "join"), ("pp1", "preamble", None, "回顾其以往决议，铭记各国的责任，"), "pp2"),
        (on("(a) 进展", "split"), ("op2.a", "item", "(a)", "进展；(b) 经费；"), ""),
        (on("(b) 经费", "split"), ("op2", "operative", "2", "请秘书长提出报告，其中说明：(a) 进展；"), ""),
        (on("主席宣读案文。", "type", "heading"), ("h1", "heading", None, "主席宣读案文。"), "t1"),
        (on("铭记各国的责任，", "type", "operative"), ("op1~2", "operative", "1", "决定设立基金；"), "pp2"),
        (on("3. 决定", "label", "4"), ("op4", "operative", "4", "决定继续处理此案。"), "op3"),
        (on("主席宣读案文。", "label", "(c)"), ("op2.c", "item", "(c)", "主席宣读案文。"), "t1"),
        (on("3. 决定继续处理此案。", "label", ""), ("t2", "text", None, "3. 决定继续处理此案。"), "op3"),
        (on("铭记各国的责任，", "paragraph"), ("pp2", "preamble", None, "铭记各国的责任，"), ""),
        (on("主席宣读案文。", "furniture"), ("op3", "operative", "3", "决定继续处理此案。"), "t1"),
    ],
)
def test_a_word_of_the_user_goes_before_the_rules(
    correction: Mark, expected: tuple[str, str, str | None, str], gone: str
) -> None:
    document = corrected(RESOLUTION, correction)
    assert expected in shown(document)
    assert gone not in document.by_id and gone not in document.notes_by_id


def test_what_the_user_calls_a_footnote_is_one_and_what_he_calls_furniture_is_kept_as_such() -> None:
    document = corrected(RESOLUTION, on("主席宣读案文。", "note", "*"), on("铭记各国的责任，", "furniture"))
    assert document.notes_by_id["fn*"].text == "主席宣读案文。"
    assert [(each.text, each.kind) for each in document.furniture] == [("铭记各国的责任，", "told")]


def test_a_footnote_can_be_text_again() -> None:
    document = corrected(RESOLUTION, on("¹ 见第 64/293 号决议。", "text"))
    assert not document.footnotes and document.blocks[-1].text.endswith("见第 64/293 号决议。")


def test_a_page_number_can_be_text_again() -> None:
    text = RESOLUTION + "\n25-16618 (C)\n"
    assert corrected(text).furniture
    freed = corrected(text, on("25-16618 (C)", "text", text=text))
    assert not freed.furniture and freed.blocks[-1].text == "25-16618 (C)"


def test_the_last_word_on_a_line_holds() -> None:
    document = corrected(
        RESOLUTION,
        on("主席宣读案文。", "furniture"),
        on("主席宣读案文。", "type", "heading"),
        on("铭记各国的责任，", "join"),
        on("铭记各国的责任，", "paragraph"),
    )
    assert "h1" in document.by_id and "pp2" in document.by_id


def test_a_misread_number_gives_way_to_the_label() -> None:
    text = RESOLUTION.replace("3. 决定继续", "l0. 决定继续")
    document = corrected(text, on("l0. 决定继续处理此案。", "label", "10", text))
    assert ("op10", "operative", "10", "决定继续处理此案。") in shown(document)


def test_symbol_title_and_date_are_the_users() -> None:
    given: dict[MarkKind, str] = {"symbol": "A/RES/70/1", "title": "变革我们的世界", "date": "2015-09-25"}
    front = corrected(RESOLUTION, *(Mark(0, 0, kind, value) for kind, value in given.items())).front
    assert (front.symbol, front.title, front.date) == ("A/RES/70/1", "变革我们的世界", "2015-09-25")


def test_a_line_of_the_masthead_can_be_text() -> None:
    text = TEXTS["000"]
    line = text[: text.index("\n")]
    whole = next(piece for piece in corrected(text).pieces if piece.role == "front")
    freed = corrected(text, Mark(whole.start, whole.end, "text"))
    assert len(freed.blocks) > len(corrected(text).blocks), line


KINDS: list[MarkKind] = ["join", "split", "type", "label", "text", "furniture", "note", "paragraph"]
VALUES = ["", "1", "3", "(a)", "(b)", "三", "A", "*", "heading", "preamble", "operative", "paragraph", "item", "text"]
MARKS = st.tuples(
    st.integers(0, 120), st.integers(0, 60), st.sampled_from(KINDS), st.sampled_from([*VALUES, "chapeau"])
).map(lambda drawn: Mark(drawn[0], drawn[0] + drawn[1], drawn[2], drawn[3]))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.one_of(FRAGMENTS, st.text(max_size=12)), max_size=30).map("".join) | st.just(RESOLUTION),
    st.lists(MARKS, max_size=8),
)
def test_no_corrections_lose_a_character_or_raise(text: str, corrections: list[Mark]) -> None:
    corrected(text, *corrections)


FILE_MARKS = st.tuples(
    st.integers(0, 120), st.integers(0, 60), st.sampled_from(["furniture", "heading", "paragraph", "row", "note"])
).map(lambda drawn: Mark(drawn[0], drawn[0] + drawn[1], drawn[2], {"heading": "1", "note": "1"}.get(drawn[2], "")))


@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(FILE_MARKS, max_size=5), st.lists(MARKS, min_size=1, max_size=6))
def test_nothing_is_lost_where_user_and_file_speak_of_the_same_lines(marks: list[Mark], said: list[Mark]) -> None:
    assert_accounted(RESOLUTION, read(Source(RESOLUTION, "0" * 64, "text", tuple(marks), tuple(said))))
