"""How a document is cited, counted and chosen by treatment and by part."""

from __future__ import annotations

from pathlib import Path

import pytest
from made_library import Made, made_library

from store.document import FrontMatter
from store.library.card import card_of, public
from store.library.library import Library
from store.library.treatments import chosen, count, treatment_named

TEXT = """
pp 回顾其第56/301号决议，
pp 重申其第56/301号决议附件^1所载宣言，
op 请各国执行第56/301号决议，并：
(a) 报告第56/301号决议的执行情况；
op 又回顾第56/301号决议；
p 第56/301号决议述及此事。
fn1 第56/301号决议，附件。
"""


@pytest.fixture
def library(tmp_path: Path) -> Library:
    made: Made = FrontMatter(symbol="A/C.2/60/L.1", title="湿地", body="大会", kind="draft resolution"), TEXT
    return made_library(tmp_path, a=made)


def test_counts_by_treatment_and_by_part_each_add_up_to_all(library: Library) -> None:
    counts = count(library.citing("A/RES/56/301"))
    assert list(counts.treatments.items()) == [("recall", 2), ("reaffirm", 2), ("request", 2), ("none", 1)]
    assert list(counts.parts.items()) == [("preamble", 2), ("operative", 3), ("text", 1), ("footnote", 1)]
    assert sum(counts.treatments.values()) == sum(counts.parts.values()) == 7


@pytest.mark.parametrize(
    ("treatment", "part", "places"),
    [
        ("recall", None, ["pp1", "op2"]),
        ("reaffirm", None, ["pp2", "fn1"]),
        ("reaffirm", "footnote", ["fn1"]),
        (None, "operative", ["op1", "op1.a", "op2"]),
        ("none", None, ["p1"]),
        ("condemn", None, []),
    ],
)
def test_mentions_are_chosen_as_they_are_counted(
    library: Library, treatment: str | None, part: str | None, places: list[str]
) -> None:
    assert [each.place for each in chosen(library.citing("A/RES/56/301"), treatment, part)] == places


def test_a_card_says_how_it_is_cited(library: Library) -> None:
    said = public(card_of(library, "A/RES/56/301"))
    assert said["treatments"]["recall"] == 2
    assert said["parts"]["footnote"] == 1
    assert {(each["verb"], each["treatment"]) for each in said["mentions"]} >= {("又回顾", "recall"), (None, None)}


@pytest.mark.parametrize(
    ("verb", "name"), [("回顾", "recall"), ("忆及", "recall"), ("欢迎", "welcome"), ("饮用", None)]
)
def test_a_verb_stands_for_its_treatment(verb: str, name: str | None) -> None:
    """Who reads Chinese types the verb that stands in the text."""
    assert treatment_named(verb) == name
