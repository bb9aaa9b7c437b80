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
    assert [replace(block, markers=(), runs=()) for block in document.blocks] == [
        replace(block, runs=()) for block in plain.blocks
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
