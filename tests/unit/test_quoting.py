"""A part of the text is quoted with its range of paragraphs as the United Nations cites them."""

from __future__ import annotations

import pytest

from store.document import Block, Document, FrontMatter
from tui.quoting import citation, range_citation, range_quotation, range_text
from tui.widgets.page.selection import Chosen

BLOCKS = (
    Block("ch", "chapeau", None, "大会，"),
    Block("pp1", "preamble", None, "回顾其决议，"),
    Block("pp2", "preamble", None, "重申目的是："),
    Block("pp2.a", "item", "(a)", "促进批准公约，", "pp2", (), 1),
    Block("pp2.b", "item", "(b)", "帮助会员国，", "pp2", (), 1),
    Block("op1", "operative", "1", "敦促会员国；"),
    Block("op2", "operative", "2", "请秘书长报告："),
    Block("op2.a", "item", "(a)", "每年一次；", "op2", (), 1),
)


def a_document(symbol: str | None) -> Document:
    return Document(FrontMatter(symbol=symbol), BLOCKS)


@pytest.mark.parametrize(
    ("first", "last", "where"),
    [
        ("op1", "op1", "执行部分第1段"),
        ("op1", "op2", "执行部分第1至2段"),
        ("pp1", "pp2", "序言部分第1至2段"),
        ("pp1", "op1", "序言部分第1段至执行部分第1段"),
        ("pp2.a", "pp2.b", "序言部分第2(a)至(b)段"),
        ("pp1", "pp2.b", "序言部分第1至2(b)段"),
        ("pp2.b", "op2.a", "序言部分第2(b)段至执行部分第2(a)段"),
        ("op1", "op2.a", "执行部分第1至2(a)段"),
        ("op2", "op2.a", "执行部分第2段"),  # its items are parts of a paragraph
        ("ch", "pp1", "起首机关名至序言部分第1段"),
    ],
)
def test_a_range_is_cited_with_what_its_ends_share(first: str, last: str, where: str) -> None:
    assert range_citation(a_document("A/C.3/80/L.4"), "key", first, last) == f"A/C.3/80/L.4，{where}"


@pytest.mark.parametrize(
    ("first", "last", "where"), [("op1", "op2", "第1至2段"), ("pp1", "op1", "序言部分第1段至执行部分第1段")]
)
def test_operative_paragraphs_of_a_resolution_need_no_part(first: str, last: str, where: str) -> None:
    assert range_citation(a_document("A/RES/64/293"), "key", first, last) == f"大会第64/293号决议，{where}"


def test_one_place_is_a_range_too() -> None:
    document = a_document("A/RES/64/293")
    assert citation(document, "key", "op2.a") == range_citation(document, "key", "op2.a", "op2.a")


def test_a_part_of_a_paragraph_is_quoted_alone() -> None:
    quoted = range_quotation(a_document("A/RES/64/293"), "key", [Chosen("op1", 0, 2)])
    assert quoted == "“敦促”（大会第64/293号决议，第1段）"


def test_of_several_paragraphs_those_quoted_from_their_beginning_keep_their_label() -> None:
    parts = [Chosen("op1", 2, 6), Chosen("op2", 0, 7), Chosen("op2.a", 0, 2)]
    assert range_text(a_document(None), parts) == "会员国；\n2. 请秘书长报告：\n(a) 每年"
