"""What citing texts say of a document: its names, dates, sentences."""

from __future__ import annotations

import pytest
from small_library import resolution

from store.document import Block, Citation, Document, Footnote, FrontMatter, Marker
from store.library.card import make_card, public
from store.library.mentions import mentions, sentence_around


def said(text: str, surface: str = "64/293", note: str | None = None, title: str | None = None) -> tuple[str, ...]:
    """The names that a paragraph, or a note that it calls where it has a ^, gives the cited document."""
    if note is None:
        blocks = (Block("pp1", "preamble", None, text),)
        citations = (Citation("pp1", text.index(surface), surface, "A/RES/64/293", title=title),)
        return next(mentions(Document(FrontMatter(), blocks, citations=citations), "key")).names
    called = Marker("1", text.index("^"), "fn1")
    blocks = (Block("pp1", "preamble", None, text.replace("^", ""), markers=(called,)),)
    citations = (Citation("fn1", note.index(surface), surface, "A/RES/64/293"),)
    document = Document(FrontMatter(), blocks, (Footnote("fn1", "1", note),), citations=citations)
    return next(mentions(document, "key")).names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("回顾第 64/293 号决议通过《全球行动计划》，", ("全球行动计划",)),
        ("大会在第64/293号决议中通过了《全球行动计划》，", ("全球行动计划",)),
        ("大会第64/293号决议通过的《全球行动计划》中提及的", ("全球行动计划",)),
        ("大会第64/293号决议，其中通过了《全球行动计划》，", ("全球行动计划",)),
        ("第64/293号决议附件所载《全球行动计划》", ("全球行动计划",)),
        ("第64/293号决议通过题为《我们希望的未来》的成果文件", ("我们希望的未来",)),
        ("《全球行动计划》（大会第64/293号决议，附件）", ("全球行动计划",)),
        ("《全球行动计划》(第64/293号决议)", ("全球行动计划",)),
        ("载有《全球行动计划》的大会第64/293号决议", ("全球行动计划",)),
        ("第64/293号决议通过《关于执行《全球计划》的宣言》。", ("关于执行《全球计划》的宣言",)),
        ("回顾关于《全球行动计划》的第64/293号决议，", ()),
        ("回顾第64/293号决议，并铭记《全球行动计划》，", ()),
        ("大会在第64/293号决议中请秘书长报告《全球行动计划》", ()),
        ("第64/293号决议通过《没有结尾", ()),
    ],
)
def test_a_name_is_taken_only_where_the_sentence_ties_it_to_the_number(text: str, names: tuple[str, ...]) -> None:
    assert said(text) == names


def test_in_a_list_of_numbers_a_name_belongs_to_none() -> None:
    text = "大会第64/293号和第72/195号决议通过的《全球行动计划》"
    blocks = (Block("pp1", "preamble", None, text),)
    citations = tuple(
        Citation("pp1", text.index(surface), surface, f"A/RES/{surface}") for surface in ("64/293", "72/195")
    )
    assert [m.names for m in mentions(Document(FrontMatter(), blocks, citations=citations), "key")] == [(), ()]


@pytest.mark.parametrize(
    ("text", "note", "names"),
    [
        ("回顾《2030年议程》^，", "第64/293号决议。", ("2030年议程",)),
        ("回顾《2030年议程》，^ 并", "大会第 64/293 号决议。", ("2030年议程",)),
        ("《行动计划》^中提及的", "第64/293号决议，附件。", ("行动计划",)),
        ("《行动计划》^中提及的", "第64/293号决议_o", ("行动计划",)),
        ("大会的宣言^，", "第64/293号决议。", ()),
        ("《行动计划》^中提及的", "见第64/293号决议，其中请秘书长报告。", ()),
    ],
)
def test_a_note_that_holds_one_number_alone_names_what_calls_it(text: str, note: str, names: tuple[str, ...]) -> None:
    assert said(text, note=note) == names


def test_the_title_that_the_citation_carries_comes_first() -> None:
    text = "题为“甲”的第64/293号决议通过《乙》。"
    assert said(text, title="甲") == ("甲", "乙")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("前句。回顾64/293号决议，后文；再后。", "回顾64/293号决议，后文；"),
        ("回顾64/293", "回顾64/293"),
        ("他说：“好。”请看64/293号决议。”完。", "请看64/293号决议。”"),
        ("一、64/293\n二", "一、64/293"),
    ],
)
def test_the_sentence_around_a_mention_ends_where_sentences_end(text: str, sentence: str) -> None:
    at = text.index("64/293")
    start, end = sentence_around(text, at, at + 6)
    assert text[start:end] == sentence


def test_a_card_gathers_names_dates_and_mentions() -> None:
    card = make_card("A/RES/64/293", mentions(resolution(), "A/C.3/80/L.4"))
    assert card.display == "大会第64/293号决议"
    assert card.link == "https://undocs.org/zh/A/RES/64/293"
    assert card.dates == ("2010-07-30",)
    (name,) = [name for name in card.names if "全球行动计划" in name.text]
    assert (name.document, name.place, name.address) == ("A/C.3/80/L.4", "pp1", "序言部分第1段")


def test_names_that_differ_only_in_width_are_one_and_the_most_frequent_leads() -> None:
    texts = ("第64/293号决议通过《乙》。", "第64/293号决议通过《甲 １》。", "第64/293号决议通过《甲1》。")
    blocks = tuple(Block(f"pp{n}", "preamble", None, text) for n, text in enumerate(texts, 1))
    citations = tuple(Citation(block.id, 1, "64/293", "A/RES/64/293") for block in blocks)
    card = make_card("A/RES/64/293", mentions(Document(FrontMatter(), blocks, citations=citations), "key"))
    assert [(name.text, name.place) for name in card.names] == [("甲 １", "pp2"), ("乙", "pp1")]


def test_mentions_are_grouped_by_document() -> None:
    first, second = mentions(resolution(), "一"), mentions(resolution(), "二")
    card = make_card("A/RES/64/293", [*first, *second])
    assert [(key, len(those)) for key, those in card.by_document] == [("一", 3), ("二", 3)]


def test_the_public_form_says_where_each_thing_stands() -> None:
    data = public(make_card("A/RES/64/293", list(mentions(resolution(), "A/C.3/80/L.4"))[:1]))
    assert data["held"] is False
    assert data["names"][0]["address"] == "序言部分第1段"
    mention = data["mentions"][0]
    assert mention["sentence"][mention["at"] :].startswith(mention["surface"])
