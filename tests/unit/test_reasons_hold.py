"""Whatever a text is made of: each citation has a known reason, printed words, and candidates only while it is open."""

from __future__ import annotations

import re
from typing import get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from store.citations.cite import cite
from store.citations.grounds import Rule
from store.document import Block, Citation, Document, Footnote, FrontMatter, Marker

ORGANS = ("大会", "人权理事会", "理事会", "委员会", "缔约方会议", "其", "执行局", "世界卫生大会", "")
NUMBERS = ("44/4", "64/293", "2017/18", "2388 (2017)", "2388", "3363(XXX)", "S-8/1", "900/1", "10/1", "7O/1")
PIECES = st.sampled_from(
    [
        *(f"{organ}第 {number} 号{kind}" for organ in ORGANS for number in NUMBERS for kind in ("决议", "决定", "")),
        "，",
        "。",
        "、",
        "和",
        "回顾",
        "A/76/120",
        "A/59/565 和 Corr.1",
        "A/79/322_o",
        "S/RES/1325(2000)",
        "《有组织犯罪公约》",
        "经济及社会理事会",
        "2021 年 12 月 1 日",
        "题为“甲”的",
        "至",
    ]
)
TEXTS = st.lists(PIECES, max_size=10).map("".join)


def document_of(chapeau: str, text: str, note: str) -> Document:
    block = Block("pp1", "preamble", None, text, None, (Marker("1", len(text), "fn1"),))
    return Document(
        FrontMatter(date="2021-11-10"),
        (Block("ch", "chapeau", None, chapeau), block),
        (Footnote("fn1", "1", note),),
    )


def is_printed(words: str, document: Document) -> bool:
    """Whether each of the words told stands somewhere in the document."""
    texts = [*(block.text for block in document.blocks), *(note.text for note in document.footnotes)]
    return all(any(part in text for text in texts) for part in re.split("[…、]", words))


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(("大会，", "人权理事会，", "缔约方会议，", "前言")), TEXTS, TEXTS)
def test_every_citation_has_its_reason(chapeau: str, text: str, note: str) -> None:
    document = cite(document_of(chapeau, text, note))
    for each in document.citations:
        assert each.surface == document.text_of(each.block)[each.at : each.end]
        assert (each.confidence == "open") == (each.symbol is None)
        assert not each.candidates or each.confidence == "open"
        assert is_printed(each.words, document)
    assert {each.rule for each in document.citations} <= set(get_args(Rule))
    assert all(_is_at_a_citation(doubt.block, doubt.at, document.citations) for doubt in document.doubts)


@settings(max_examples=50, deadline=None)
@given(TEXTS)
def test_citing_again_changes_nothing(text: str) -> None:
    once = cite(document_of("大会，", text, "第 44/4 号决议。"))
    assert cite(once) == once


def _is_at_a_citation(block: str | None, at: int, citations: tuple[Citation, ...]) -> bool:
    return any((each.block, each.at) == (block, at) for each in citations)
