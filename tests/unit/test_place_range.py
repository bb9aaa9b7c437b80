"""What places there are, told to who names one that is not there."""

from __future__ import annotations

import pytest
from small_library import resolution

from store.document import Document, FrontMatter
from store.library.place_range import is_place_like, places_near

DOCUMENT = resolution()


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("op99", "执行部分第1–2段"),
        ("第99段", "执行部分第1–2段、第98段"),
        ("PP9", "序言部分第1–2段"),
        ("脚注9", "脚注1"),
        ("op1.z", "执行部分第1(a)段"),  # the items of the paragraph that is there
        ("1(a)(9)", "执行部分第1(a)(一)段"),
        ("op2(a)", "执行部分第2段"),  # one without items
        ("胡言", "序言部分第1–2段、执行部分第1–2段、第98段、脚注1"),
    ],
)
def test_the_nearest_places_are_named(typed: str, near: str) -> None:
    assert places_near(DOCUMENT, typed) == near


def test_a_document_without_paragraphs_has_none() -> None:
    assert places_near(Document(FrontMatter(), ()), "op5") == ""


@pytest.mark.parametrize(
    ("typed", "is_one"),
    [("5", True), ("5a", True), ("第5(a)段", True), ("PP3", True), ("64/293", False), ("改进", False), ("", False)],
)
def test_what_is_written_as_a_place_is_told_from_other_text(typed: str, is_one: bool) -> None:
    assert is_place_like(typed) == is_one
