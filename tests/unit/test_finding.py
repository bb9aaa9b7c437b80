"""Finding in a document equals a scan of each of its texts, in the order of reading."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.document import Block, Document, Footnote, FrontMatter, Marker, Span
from store.library.folding import fold, spans
from store.search import searchable
from store.search.pinyin import pinyin_spans
from tui.finding import Finding, Hit


def a_document(*texts: str) -> Document:
    """Paragraphs; the first calls a footnote twice, the second not at all, and one note is called by nobody."""
    called = (Marker("1", 0, "fn1"), Marker("1", 0, "fn1"))
    blocks = tuple(
        Block(f"p{turn}", "paragraph", str(turn), text, markers=called if turn == 0 else ())
        for turn, text in enumerate(texts)
    )
    notes = (Footnote("fn1", "1", "第 64/293 号决议。"), Footnote("fn2", "2", "同上，贩运。"))
    return Document(FrontMatter(), blocks, notes)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("贩运", ["p0", "p1", "fn2"]),
        ("販運", ["p0", "p1", "fn2"]),
        ("64/293", ["p0"]),
        ("第64/293号", ["p0"]),
        ("gjgzxt", ["p1"]),
        ("gj gzxt", ["p1"]),
        ("unodc", ["p1"]),
        ("zzzz", []),
        ("g", []),
        ("", []),
        ("改进工作协调贩运", []),  # not from one paragraph into the next
    ],
)
def test_what_is_found(text: str, places: list[str]) -> None:
    document = a_document("打击販運人口", "UNODC 办公室改进工作协调，打击贩运")
    assert [hit.place for hit in Finding(document, text).hits] == places


def test_a_note_is_found_once_where_it_is_called_and_after_the_text_there() -> None:
    finding = Finding(a_document("第64/293号决议", "第64/293号决议"), "64/293")
    assert list(finding.hits) == [
        Hit("p0", Span(1, 7)),
        Hit("p0", Span(2, 8), "fn1"),
        Hit("p1", Span(1, 7)),
    ]
    assert dict(finding.by_place) == {"p0": (Span(1, 7),), "fn1": (Span(2, 8),), "p1": (Span(1, 7),)}
    assert "fn2" not in finding.by_place and "nowhere" not in finding.by_place


def test_letters_that_stand_in_the_text_are_no_initials() -> None:
    literal, initials = (Finding(a_document(text), "dj") for text in ("DJ 打击", "打击"))
    assert (len(literal.hits), literal.by_initials) == (1, False)
    assert (len(initials.hits), initials.by_initials) == (1, True)


def test_the_hits_go_round_the_ends_and_begin_where_one_stands() -> None:
    finding = Finding(a_document("贩运", "无", "贩运", "无"), "贩运")
    assert [finding.first_from(place) for place in ("p0", "p1", "p2", "p3", None)] == [0, 1, 1, 2, 0]
    assert Finding(a_document("贩运"), "没有").first_from("p0") is None
    assert (finding.step(2, 1), finding.step(0, -1), finding.step(None, 1)) == (0, 2, 0)


@given(
    st.lists(st.text(alphabet="贩販运人，口 aA（\n", max_size=12), min_size=1, max_size=8),
    st.text(alphabet="贩运人aA（fyr", min_size=1, max_size=3),
    st.integers(1, 20),
)
def test_the_hits_equal_a_scan_of_every_text(texts: list[str], typed: str, stretch: int) -> None:
    """However the texts are cut up for scanning."""
    document = a_document(*texts)
    before, searchable._STRETCH = searchable._STRETCH, stretch
    try:
        finding = Finding(document, typed)
        found = [(hit.note or hit.place, hit.span) for hit in finding.hits]
        by_place = {place: list(those) for place, those in finding.by_place.items()}
    finally:
        searchable._STRETCH = before
    reading = ["p0", "fn1", *(block.id for block in document.blocks[1:]), "fn2"]
    literal = [(place, span) for place in reading for span in spans(document.text_of(place), fold(typed))]
    initials = [(place, span) for place in reading for span in pinyin_spans(document.text_of(place), typed)]
    assert found == (literal or initials)
    assert [(place, span) for place, those in by_place.items() for span in those] == found
