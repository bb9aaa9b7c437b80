"""What a file itself says of its text goes before every rule; its links settle what the words leave open."""

from __future__ import annotations

from test_reading_keeps_everything import assert_accounted

from store.citations.cite import cite
from store.document import Document
from store.reading.marks import Mark, MarkKind
from store.reading.pipeline import read
from store.reading.source import Source

TEXT = """A/RES/79/200

一个大会的决议

大会，

回顾其关于贩运的决议并认识到没有标点也是一段

铭记《议定书》*的规定，

国家 | 数目

中国 | 1

1. 决定处理第64/293号决议提到的问题；

右上角的页码三

* 联合国，《条约汇编》，第2237卷。
"""


def marked(*marks: tuple[str, MarkKind, str]) -> Document:
    """The text with marks over the first place where these words stand."""
    made = tuple(Mark(TEXT.index(words), TEXT.index(words) + len(words), kind, value) for words, kind, value in marks)
    document = cite(read(Source(TEXT, "0", "t", made)))
    assert_accounted(TEXT, document)
    return document


def texts(document: Document, kind: str) -> list[str]:
    return [block.text for block in document.blocks if block.type == kind]


def test_a_block_begins_where_the_file_says_so() -> None:
    told = marked(("铭记《议定书》", "paragraph", ""), ("回顾其关于", "paragraph", ""))
    assert texts(told, "preamble")[:2] == ["回顾其关于贩运的决议并认识到没有标点也是一段", "铭记《议定书》的规定，"]


def test_a_note_and_its_marker_are_those_that_the_file_names() -> None:
    told = marked(("*的"[:1], "call", "*"), ("* 联合国，《条约汇编》，第2237卷。", "note", "*"))
    block = next(block for block in told.blocks if block.text.startswith("铭记"))
    assert block.text == "铭记《议定书》的规定，"
    assert [(marker.note, marker.at, marker.footnote) for marker in block.markers] == [("*", 7, "fn*")]
    assert [(note.label, note.text) for note in told.footnotes] == [("*", "联合国，《条约汇编》，第2237卷。")]


def test_furniture_rows_and_headings_are_as_told() -> None:
    told = marked(
        ("右上角的页码三", "furniture", "head"),
        ("国家 | 数目", "row", ""),
        ("中国 | 1", "row", ""),
        ("回顾其关于贩运的决议并认识到没有标点也是一段", "heading", "2"),
    )
    assert [(each.text, each.kind) for each in told.furniture] == [("右上角的页码三", "head")]
    assert {"国家 | 数目", "中国 | 1"} <= {block.text for block in told.blocks}
    assert texts(told, "heading") == ["回顾其关于贩运的决议并认识到没有标点也是一段"]


def test_a_link_settles_whose_resolution_is_cited() -> None:
    assert [citation.symbol for citation in cite(read(Source("见第5/2号决议。", "0", "t"))).citations] == [None]
    for address, symbol in (
        ("https://undocs.org/zh/A/HRC/RES/5/2", "A/HRC/RES/5/2"),
        ("https://undocs.org/zh/A/HRC/RES/6/1", None),
        ("https://example.org/5/2", None),
    ):
        document = cite(read(Source("见第5/2号决议。", "0", "t", (Mark(2, 5, "link", address),))))
        assert [citation.symbol for citation in document.citations] == [symbol]
        assert [link.words for link in document.links] == ["5/2"]
        assert ("open-organ" in [doubt.kind for doubt in document.doubts]) == (symbol is None)


def test_a_link_that_contradicts_the_text_is_a_doubt() -> None:
    mark = Mark(0, 9, "link", "https://undocs.org/zh/A/RES/70/2")
    document = cite(read(Source("大会第70/1号决议是有效的。", "0", "t", (mark,))))
    assert [citation.symbol for citation in document.citations] == ["A/RES/70/1"]
    assert "other-link" in [doubt.kind for doubt in document.doubts]
