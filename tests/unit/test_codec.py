"""The public form follows its schema; the stored form loses nothing."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_library import resolution

from store.document import (
    Block,
    Citation,
    Document,
    Doubt,
    Footnote,
    FrontMatter,
    Furniture,
    Link,
    Marker,
    Piece,
    Run,
    Span,
)
from store.library import codec, packed

KEYS = (
    "schema symbol title kind language date session committee agenda_item agenda_title sponsors body"
    " blocks footnotes citations references furniture doubts"
)
CITATION_KEYS = "in at surface symbol title date pinpoint form target rule words confidence candidates verb treatment"


def test_the_public_form_has_the_keys_of_schema_1_in_order() -> None:
    public = codec.public(resolution())
    assert list(public) == KEYS.split()
    assert public["schema"] == 1
    assert list(public["blocks"][0]) == ["id", "parent", "type", "label", "text", "markers"]
    assert list(public["citations"][0]) == CITATION_KEYS.split()


def test_the_public_form_names_footnotes_by_their_label() -> None:
    document = replace(
        resolution(), doubts=(Doubt("fn1", 0, "missing-marker", "存疑。"), Doubt(None, 0, "x", "存疑。"))
    )
    public = codec.public(document)
    assert [citation["in"] for citation in public["citations"]] == ["pp1", "fn:1", "fn:*"]
    assert [doubt["in"] for doubt in public["doubts"]] == ["fn:1", None]
    assert public["footnotes"][0] == {"label": "1", "text": "第70/1号决议。"}


def test_markers_stay_out_of_the_text_and_keep_their_place() -> None:
    block = codec.public(resolution())["blocks"][2]
    assert block["markers"] == [{"note": "1", "at": len(block["text"]) - 1}]


def test_furniture_is_a_list_of_strings_in_order() -> None:
    furniture = (Furniture("3/13", "page", Span(0, 4)), Furniture("___", "rule", Span(5, 8)))
    assert codec.public(replace(resolution(), furniture=furniture))["furniture"] == ["3/13", "___"]


words = st.text(max_size=6)
maybe = st.none() | words
numbers = st.integers(min_value=0, max_value=2**31)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    count = draw(st.integers(min_value=0, max_value=4))
    runs = st.lists(st.builds(Run, numbers, numbers, numbers), max_size=3).map(tuple)
    markers = st.lists(st.builds(Marker, words, numbers, maybe), max_size=2).map(tuple)
    blocks = tuple(
        Block(
            f"op{turn}",
            draw(st.sampled_from(["operative", "item", "heading"])),
            draw(maybe),
            draw(words),
            f"op{draw(st.integers(0, turn - 1))}" if turn and draw(st.booleans()) else None,
            draw(markers),
            draw(st.integers(0, 5)),
            draw(runs),
        )
        for turn in range(count)
    )
    notes = tuple(
        Footnote(f"fn{turn}", draw(words), draw(words), draw(runs)) for turn in range(draw(st.integers(0, 2)))
    )
    pieces = st.builds(Piece, numbers, numbers, st.sampled_from(["block", "label"]), words)
    front = FrontMatter(
        title=draw(maybe), sponsors=tuple(draw(st.lists(words, max_size=2))), revised=draw(st.booleans())
    )
    furniture = st.builds(Furniture, words, words, st.builds(Span, numbers, numbers))
    several = st.lists(words, max_size=2).map(tuple)
    citations = st.builds(Citation, words, numbers, words, maybe, words=words, candidates=several, verb=maybe)
    return Document(
        front,
        blocks,
        notes,
        tuple(draw(st.lists(furniture, max_size=2))),
        tuple(draw(st.lists(citations, max_size=2))),
        tuple(draw(st.lists(citations, max_size=2))),
        tuple(draw(st.lists(st.builds(Doubt, maybe, numbers, words, words), max_size=2))),
        tuple(draw(st.lists(st.builds(Link, words, numbers, words, words), max_size=2))),
        tuple(draw(st.lists(pieces, max_size=4))),
        draw(words),
    )


@given(documents())
def test_storing_loses_nothing(document: Document) -> None:
    loaded = packed.load(packed.dump(document))
    assert loaded == document
    assert loaded.digest == document.digest
    assert all(isinstance(run, Run) for block in loaded.blocks for run in block.runs)
    assert all(isinstance(piece, Piece) for piece in loaded.pieces)


def test_a_made_document_survives_with_citations() -> None:
    document = resolution()
    loaded = packed.load(packed.dump(document))
    assert loaded == document
    assert {field.name for field in fields(Document)} == set(vars(loaded))


@pytest.mark.parametrize("cut", [0, 3, 20, 200, -1])
def test_damaged_bytes_are_refused_and_not_misread(cut: int) -> None:
    with pytest.raises(ValueError):
        packed.load(packed.dump(resolution())[:cut])


def test_foreign_bytes_are_refused() -> None:
    with pytest.raises(ValueError):
        packed.load(b"\x05\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0[1,2]")
