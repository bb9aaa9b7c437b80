"""What of a document the library cites paragraph by paragraph."""

from __future__ import annotations

import pytest

from store.document import Block, Citation, Document, FrontMatter
from store.library.backlinks import cited_places, cited_ways, citing_place
from store.library.mention import Mention

DOCUMENT = Document(
    FrontMatter(symbol="A/RES/70/1"),
    (
        Block("pp2", "preamble", None, "回顾，"),
        *(Block(f"op{n}", "operative", str(n), "请。") for n in range(1, 10)),
        Block("op5.a", "item", "(a)", "报告；", "op5", (), 1),
    ),
)


def mention(pinpoint: str | None) -> Mention:
    return Mention("X", "p1", "第1段", "", 0, (), Citation("p1", 0, "70/1", "A/RES/70/1", pinpoint=pinpoint))


@pytest.mark.parametrize(
    ("pinpoint", "places"),
    [
        ("第3段", {"op3"}),
        ("执行部分第5至7段", {"op5", "op6", "op7"}),
        ("第2、4和9段", {"op2", "op4", "op9"}),
        ("第5(a)段", {"op5.a"}),
        ("序言部分第2段", {"pp2"}),
        ("第30段", set()),
        ("附件B", set()),
        ("第一章，决议1", set()),
        (None, set()),
    ],
)
def test_a_citation_counts_for_the_paragraphs_it_names(pinpoint: str | None, places: set[str]) -> None:
    assert set(cited_places(DOCUMENT, [mention(pinpoint)])) == places


def test_places_that_cite_a_paragraph_add_up() -> None:
    assert cited_places(DOCUMENT, [mention("第3段"), mention("第2至4段"), mention(None)]) == {
        "op2": 1,
        "op3": 2,
        "op4": 1,
    }


def test_a_paragraph_s_citations_are_counted_by_treatment_and_found_again() -> None:
    def said(pinpoint: str, treatment: str | None) -> Mention:
        found = mention(pinpoint)
        return found._replace(citation=found.citation._replace(treatment=treatment))

    mentions = [said("第3段", "recall"), said("第2至4段", "request"), said("第3段", None), said("第9段", "recall")]
    assert cited_ways(DOCUMENT, mentions)["op3"] == {"recall": 1, "request": 1, "none": 1}
    assert citing_place(DOCUMENT, mentions, "op3") == tuple(mentions[:3])
    assert citing_place(DOCUMENT, mentions, "op1") == ()
