"""A part of the text is quoted with its range of paragraphs as the United Nations cites them."""

from __future__ import annotations

import pytest

from store.document import Block, Document, FrontMatter
from store.export.quotation import FORMS
from store.library.citing import citation
from tui import language
from tui.quoting import quotation, range_quotation, range_text
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

SDG, COUNCIL = "General Assembly resolution 70/1", "Security Council resolution 2388 (2017)"


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
    assert citation(a_document("A/C.3/80/L.4"), "key", first, last) == f"A/C.3/80/L.4，{where}"


@pytest.mark.parametrize(
    ("first", "last", "where"), [("op1", "op2", "第1至2段"), ("pp1", "op1", "序言部分第1段至执行部分第1段")]
)
def test_operative_paragraphs_of_a_resolution_need_no_part(first: str, last: str, where: str) -> None:
    assert citation(a_document("A/RES/64/293"), "key", first, last) == f"大会第64/293号决议，{where}"


def test_one_place_is_a_range_too() -> None:
    document = a_document("A/RES/64/293")
    assert citation(document, "key", "op2.a") == citation(document, "key", "op2.a", "op2.a")


@pytest.mark.parametrize(
    ("symbol", "place", "chinese", "english"),
    [
        ("A/RES/70/1", "op2.a", "大会第70/1号决议，第2(a)段", f"{SDG}, para. 2 (a)"),
        (
            "A/RES/70/1",
            "pp1",
            "大会第70/1号决议，序言部分第1段",
            "General Assembly resolution 70/1, preambular para. 1",
        ),
        (
            "S/RES/2388(2017)",
            "op1",
            "安全理事会第2388(2017)号决议，第1段",
            "Security Council resolution 2388 (2017), para. 1",
        ),
        ("A/C.3/80/L.4", "op1", "A/C.3/80/L.4，执行部分第1段", "A/C.3/80/L.4, operative para. 1"),
    ],
)
def test_a_place_is_cited_as_the_united_nations_does_in_both_languages(
    symbol: str, place: str, chinese: str, english: str
) -> None:
    assert citation(a_document(symbol), symbol, place) == chinese
    assert citation(a_document(symbol), symbol, place, language="en") == english


def test_a_quotation_is_copied_in_the_form_that_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    document = a_document("A/RES/70/1")
    monkeypatch.setattr(language, "_chosen", "en")
    copied = {form: quotation(document, "A/RES/70/1", "op1", form) for form in FORMS}
    assert copied == {
        "zh": "“敦促会员国；”（大会第70/1号决议，第1段）",
        "en": "“敦促会员国；” (General Assembly resolution 70/1, para. 1)",
        "markdown": "> 敦促会员国；\n>\n> —— General Assembly resolution 70/1, para. 1\n",
        "footnote": "“敦促会员国；”[^A-RES-70-1-op1]\n\n"
        "[^A-RES-70-1-op1]: General Assembly resolution 70/1, para. 1.\n",
    }
    monkeypatch.setattr(language, "_chosen", "zh")
    assert quotation(document, "A/RES/70/1", "op1", "footnote").endswith("大会第70/1号决议，第1段。\n")


def test_a_part_of_a_paragraph_is_quoted_alone() -> None:
    quoted = range_quotation(a_document("A/RES/64/293"), "key", [Chosen("op1", 0, 2)])
    assert quoted == "“敦促”（大会第64/293号决议，第1段）"


def test_of_several_paragraphs_those_quoted_from_their_beginning_keep_their_label() -> None:
    parts = [Chosen("op1", 2, 6), Chosen("op2", 0, 7), Chosen("op2.a", 0, 2)]
    assert range_text(a_document(None), parts) == "会员国；\n2. 请秘书长报告：\n(a) 每年"
