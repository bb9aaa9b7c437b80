"""Notes that stand where their sign stood are footnotes like any other."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from dress import Dress, dressed
from test_dresses import SEEDS
from test_dresses import block as described
from test_reading_keeps_everything import read_text

from store.document import Document
from store.paths import seeds_folder

TEXT = "大会，\n\n回顾其2012年12月20日第67/189号决议{}和其他有关决议，\n\n1. 重申各国的承诺；\n"


def understood(text: str) -> Document:
    document = read_text(text)
    assert "".join(text[piece.start : piece.end] for piece in document.pieces) == text
    return document


@pytest.mark.parametrize(
    ("inlined", "label", "text"),
    [
        ("[注1：见A/67/49(Vol. I)。]", "1", "见A/67/49(Vol. I)。"),
        ("（脚注2：见《大会正式记录》（补编第49号）。）", "2", "见《大会正式记录》（补编第49号）。"),
        ("【註 3：同上。】", "3", "同上。"),
        (" [Footnote 4: Ibid.]", "4", "Ibid."),
        ('<ref name="甲">见A/67/49。</ref>', "1", "见A/67/49。"),
        (r"\footnote{联合国，《条约汇编》。}", "1", "联合国，《条约汇编》。"),
        ("^[同上，[又见]第2段。]", "1", "同上，[又见]第2段。"),
        ("[注1：联合国，《条约汇\n编》，第2225卷。]", "1", "联合国，《条约汇编》，第2225卷。"),
    ],
)
def test_a_note_where_its_sign_stood(inlined: str, label: str, text: str) -> None:
    document = understood(TEXT.format(inlined))
    plain = understood(TEXT.format(""))
    assert [(note.label, note.text) for note in document.footnotes] == [(label, text)]
    assert [block._replace(markers=(), runs=()) for block in document.blocks] == [
        block._replace(runs=()) for block in plain.blocks
    ]
    markers = [(block.id, marker.at, marker.footnote) for block in document.blocks for marker in block.markers]
    assert markers == [("pp1", len("回顾其2012年12月20日第67/189号决议"), f"fn{label}")]


@pytest.mark.parametrize("words", ["[见上文注1]", "（注：有一国弃权。）", "[注1 没有关闭", "（注1：没有关闭"])
def test_what_only_mentions_a_note_is_text(words: str) -> None:
    document = understood(TEXT.format(words))
    assert not document.footnotes
    assert words in document.blocks[1].text


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("width", [None, 110])
def test_all_notes_of_a_document_where_their_signs_stood(seed: str, width: int | None) -> None:
    """In wrapped lines the notes go over lines too."""
    document = read_text((seeds_folder() / seed).read_text(encoding="utf-8"))
    texts = {note.label: note.text for note in document.footnotes}
    printed = dressed(replace(document, footnotes=()), Dress(marker="square"))
    printed = re.sub(r"\[(\d{1,3})\]", lambda sign: f"[注{sign[1]}：{texts[sign[1]]}]", printed)
    if width:
        printed = re.sub(
            rf"([^\n]{{{width // 2 - 4},{width // 2}}}[\u4e00-\u9fff])(?=[\u4e00-\u9fff][^\n])", r"\1\n", printed
        )
    again = understood(printed)
    assert [described(block) for block in again.blocks] == [described(block) for block in document.blocks]
    called = {marker.note for block in again.blocks for marker in block.markers}
    assert {note.label: note.text for note in again.footnotes} == {
        label: text for label, text in texts.items() if label in called
    }


RUN_IN = "大会，\n\n重申享有安全饮用水的人权，{}并重申其他有关决议，\n\n1. 重申各国的承诺；\n"


def guesses(document: Document) -> list[tuple[str | None, int, str]]:
    found = [doubt for doubt in document.doubts if doubt.kind in ("inlined-note", "stray-figure")]
    return [(doubt.block, doubt.at, doubt.kind) for doubt in found]


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        ("1 第70/1号决议。", "第70/1号决议。"),
        ("1第70/1号决议，第5段。", "第70/1号决议，第5段。"),
        ("¹ 第70/1号决议。", "第70/1号决议。"),
        ("<sup>1</sup> A/74/127，第3段。", "A/74/127，第3段。"),
        ("1 联合国，《条约汇编》，第2225卷，第39574号。", "联合国，《条约汇编》，第2225卷，第39574号。"),
        ("1 《大会正式记录，第七十四届会议，补编第12号》\n(A/74/12)。", None),
        ("1 见大会第70/1号\n决议。", "见大会第70/1号决议。"),
    ],
)
def test_a_note_that_ran_into_the_sentence_is_a_footnote_and_a_guess(printed: str, text: str | None) -> None:
    document = understood(RUN_IN.format(printed))
    if text is None:
        assert not document.footnotes
        return
    assert [(note.label, note.text) for note in document.footnotes] == [("1", text)]
    assert document.blocks[1].text == "重申享有安全饮用水的人权，并重申其他有关决议，"
    assert [(marker.at, marker.footnote) for marker in document.blocks[1].markers] == [(13, "fn1")]
    assert guesses(document) == [("pp1", 13, "inlined-note")]


def test_notes_that_ran_in_follow_one_another() -> None:
    text = (
        "大会，\n\n重申人权，1 同上。并重申《公约》，2 见A/74/127。又重申\n\n1. 决定，3 第71/2号决议。请秘书长报告。\n"
    )
    assert [note.label for note in understood(text).footnotes] == ["1", "2", "3"]
    assert [note.label for note in understood(text.replace("，2 ", "，4 ")).footnotes] == ["1"]


def test_a_number_that_is_due_but_whose_words_are_no_note_is_a_doubt() -> None:
    document = understood(RUN_IN.format("1 这一权利人人享有。"))
    assert not document.footnotes
    assert guesses(document) == [("pp1", 13, "stray-figure")]


@pytest.mark.parametrize(
    "printed",
    [
        "1 月通过。",
        "1 个国家。",
        "1 项决议。",
        "3 第70/1号决议。",
        "2018 年决议。",
        "1 第70/1号决议。\n\n____\n1 第70/1号决议。\n\n",
    ],
)
def test_a_number_that_counts_or_is_not_due_or_has_its_note_is_no_guess(printed: str) -> None:
    assert guesses(understood(RUN_IN.format(printed))) == []
