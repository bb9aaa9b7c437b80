"""A hit list equals a scan of the clean text, blind to layout, width and quotation marks."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_library import toy_library

from store.document import Span
from store.library.folding import fold, spans
from store.search.query import find_terms, public, search, terms_of


@pytest.mark.parametrize(
    ("text", "term", "found"),
    [
        ("难民和难民", "难民", [(0, 2), (3, 5)]),
        ("第 64/293 号", "第64/293号", [(0, 10)]),
        ("第６４／２９３号", "64/293", [(1, 7)]),
        ("（a）", "(a)", [(0, 3)]),
        ("“世界日”", '"世界日"', [(0, 5)]),
        ("COVID-19", "covid-19", [(0, 8)]),
        ("㎏和kg", "kg", [(0, 1), (2, 4)]),
        ("ﬁn", "f", [(0, 1)]),
        ("人人人", "人人", [(0, 2)]),
        ("打擊販運人口", "打击贩运", [(0, 4)]),
        ("裡、裏、里", "里", [(0, 1), (2, 3), (4, 5)]),
        ("著重指出，着重指出", "着重", [(0, 2), (5, 7)]),
        ("难民", "移民", []),
        ("难民", "", []),
    ],
)
def test_a_term_is_found_at_its_place_in_the_text_as_it_stands(
    text: str, term: str, found: list[tuple[int, int]]
) -> None:
    assert spans(text, term) == tuple(Span(*span) for span in found)


@pytest.mark.parametrize("typed", ["贩运", "販運", "販 运"])
def test_what_is_typed_in_either_script_finds_both(typed: str) -> None:
    assert spans("贩运和販運", fold(typed)) == (Span(0, 2), Span(3, 5))


@given(st.characters(min_codepoint=0x3400, max_codepoint=0x9FFF))
def test_an_ideograph_stays_one_character(character: str) -> None:
    """Else hits could not be led back to the text."""
    assert len(fold(character)) == 1
    assert fold(fold(character)) == fold(character)


@given(st.text(), st.text())
def test_folding_goes_character_by_character(a: str, b: str) -> None:
    assert fold(a + b) == fold(a) + fold(b)
    assert not any(character.isspace() for character in fold(a))


@given(st.text(), st.text(min_size=1))
def test_what_folding_holds_spans_show(text: str, term: str) -> None:
    folded = fold(term)
    found = spans(text, folded)
    assert bool(found) == bool(folded and folded in fold(text))
    assert all(folded in fold(text[start:end]) for start, end in found)


@pytest.mark.parametrize(
    ("query", "terms"),
    [
        ("难民", ("难民",)),
        ("难民 移民", ("难民", "移民")),
        ("难民　移民", ("难民", "移民")),
        ('"难民 移民"', ("难民移民",)),
        ("“第 64/293 号” 计划", ("第64/293号", "计划")),
        ("难民 难民", ("难民",)),
        ("", ()),
        ('""', ()),
    ],
)
def test_words_stand_apart_and_quotes_hold_together(query: str, terms: tuple[str, ...]) -> None:
    assert terms_of(query) == terms


def test_spans_of_several_terms_are_in_order_and_joined_where_they_overlap() -> None:
    assert find_terms("打击贩运人口", ("贩运人口", "打击贩运", "口")) == (Span(0, 6),)
    assert find_terms("难民和移民", ("移民", "难民")) == (Span(0, 2), Span(3, 5))


TEXT = "A/RES/1/1|甲|\n保护难民和移民。\n难民难民难民。\n只有移民。\n移民与难民的全球契约，第 64/293 号。"
OTHER = "A/RES/2/2|乙|\n难 民"


def test_the_library_is_searched_in_either_script(tmp_path: Path) -> None:
    library = toy_library(tmp_path, a="A/RES/1/1|甲|\n打擊販運人口。\n打击贩运人口。")
    assert [hit.place for hit in search(library, "販运")] == [hit.place for hit in search(library, "贩運")]
    assert len(search(library, "贩运")) == 2


@pytest.mark.parametrize(
    ("query", "places"),
    [
        ("难民", {("A/RES/1/1", "op1"), ("A/RES/1/1", "op2"), ("A/RES/1/1", "op4"), ("A/RES/2/2", "op1")}),
        ("难民 移民", {("A/RES/1/1", "op1"), ("A/RES/1/1", "op4")}),
        ('"难民和移民"', {("A/RES/1/1", "op1")}),
        ("第64/293号", {("A/RES/1/1", "op4")}),
        ("难", {("A/RES/1/1", "op1"), ("A/RES/1/1", "op2"), ("A/RES/1/1", "op4"), ("A/RES/2/2", "op1")}),
        ("移民。难民", set()),
        ("無", set()),
        ("", set()),
    ],
)
def test_hits_are_exactly_the_paragraphs_that_hold_all_terms(
    tmp_path: Path, query: str, places: set[tuple[str, str]]
) -> None:
    hits = search(toy_library(tmp_path, a=TEXT, b=OTHER), query)
    assert {(hit.document, hit.place) for hit in hits} == places
    assert len(hits) == len(places)


def test_often_beats_once_and_a_limit_keeps_the_best(tmp_path: Path) -> None:
    hits = search(toy_library(tmp_path, a=TEXT, b=OTHER), "难民", limit=1)
    assert [hit.place for hit in hits] == ["op2"]
    assert hits[0].spans == (Span(0, 2), Span(2, 4), Span(4, 6))


def test_words_that_stand_together_beat_words_apart(tmp_path: Path) -> None:
    text = "A/RES/1/1|甲|\n难民难民难民和移民移民移民。\n难民 移民。"
    assert [hit.place for hit in search(toy_library(tmp_path, a=text), "难民 移民")] == ["op2", "op1"]


def test_the_public_form_has_what_a_script_needs(tmp_path: Path) -> None:
    (hit,) = search(toy_library(tmp_path, a=TEXT), "契约")
    data = public(hit)
    start, end = data["spans"][0]
    assert data["text"][start:end] == "契约"
    assert (data["document"], data["place"], data["address"]) == ("A/RES/1/1", "op4", "执行部分第4段")
