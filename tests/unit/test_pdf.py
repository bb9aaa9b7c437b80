"""PDF files of every make are read or refused in one sentence, and no character that they show is lost."""

from __future__ import annotations

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from ctypes import ArgumentError

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_file import Leaf, Words, pdf_file
from test_reading_keeps_everything import assert_accounted

from store.document import Document
from store.errors import UnreadableSource
from store.progress import Cancelled
from store.reading.pdf.opening import opened as opened_file
from store.reading.pdf.zones import RULE
from store.reading.pipeline import read
from store.reading.source import Source, from_bytes

CLAUSE = "回顾其各项决议，并回顾联合国各会员国的承诺，"


def opened(*leaves: Leaf) -> Source:
    return from_bytes(pdf_file(leaves), "件.pdf")


def understood(*leaves: Leaf) -> Document:
    source = opened(*leaves)
    document = read(source)
    assert_accounted(source.text, document)
    return document


def marked(source: Source, kind: str) -> list[tuple[str, str]]:
    return [(mark.value, source.text[mark.start : mark.end]) for mark in source.marks if mark.kind == kind]


def lines(*texts: str, top: float = 700, step: float = 16, x: float = 100, size: float = 10) -> list[Words]:
    return [Words(text, x, top - turn * step, size) for turn, text in enumerate(texts)]


WHOLE = pdf_file([Leaf(lines("大会，"))])


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (WHOLE[:300], "不是完整的 PDF"),
        (b"%PDF-1.7\n", "不是完整的 PDF"),
        (pdf_file([Leaf(image=True)]), "没有文字"),
        (pdf_file([]), "不是完整的 PDF"),
    ],
    ids=["cut off", "empty", "scan", "no pages"],
)
def test_what_can_not_be_read_is_refused_with_its_reason(data: bytes, said: str) -> None:
    with pytest.raises(UnreadableSource, match=said) as refusal:
        from_bytes(data, "件.pdf")
    assert str(refusal.value).startswith("“件.pdf”")


def test_other_bytes_may_stand_before_the_file() -> None:
    assert from_bytes(b"\0\0\0junk\n" * 20 + WHOLE, "a").text == "大会，\n"


def test_pages_without_text_are_named_and_empty_ones_are_not() -> None:
    some = understood(Leaf(lines("大会，")), Leaf(image=True), Leaf(), Leaf(image=True))
    assert [(doubt.block, doubt.kind) for doubt in some.doubts] == [(None, "no-text")]
    assert some.doubts[0].message.startswith("第2、4页没有可读的文字")
    assert understood(Leaf(lines("大会，")), Leaf()).doubts == ()


def test_a_broken_page_is_named_and_the_others_are_read() -> None:
    data = pdf_file([Leaf(lines("大会，"))]).replace(b"/Count 1 /Kids [9 0 R]", b"/Count 2 /Kids [9 0 R 99 0 R]")
    source = from_bytes(data, "件.pdf")
    assert "大会，" in source.text
    assert [doubt.message[:3] for doubt in source.doubts] == ["第2页"]


def test_text_under_a_picture_is_read() -> None:
    assert opened(Leaf([Words("识别出的字", 100, 700, mode=3)], image=True)).text == "识别出的字\n"


def test_what_was_drawn_twice_is_read_once() -> None:
    words = "大会会议AA"
    assert opened(Leaf([Words(words, 100, 700), Words(words, 100.4, 700)])).text == words + "\n"


def test_words_are_ordered_by_place_and_not_by_turn() -> None:
    assert opened(Leaf([Words("会议", 120, 700), Words("结束", 100, 684), Words("大会", 100, 700)])).text == (
        "大会会议\n结束\n"
    )


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_page_is_read_upright_however_it_is_turned(turn: int) -> None:
    down = {0: (0, -16), 90: (16, 0), 180: (0, 16), 270: (-16, 0)}[turn]
    words = [Words(text, 300 + down[0] * at, 400 + down[1] * at, turn=turn) for at, text in enumerate(("大会", "会议"))]
    assert opened(Leaf(words, rotate=turn)).text == "大会\n会议\n"


def test_words_across_the_page_and_in_its_margin_belong_to_the_page() -> None:
    source = opened(
        Leaf([*lines(CLAUSE, CLAUSE), Words("草稿", 200, 300, 40, turn=45), Words("25-1", 580, 300, turn=90)])
    )
    assert marked(source, "furniture") == [("margin", "草稿"), ("margin", "25-1")]


def test_what_is_cut_off_is_not_shown() -> None:
    leaf = Leaf([Words("看见", 100, 700), Words("切掉", 10, 20)], crop=(50, 50, 500, 800))
    assert opened(leaf).text == "看见\n"


def test_links_lie_over_their_words() -> None:
    source = opened(Leaf(lines("见第64/293号决议"), links=[(118, 695, 165, 712, "https://undocs.org/A/RES/64/293")]))
    assert marked(source, "link") == [("https://undocs.org/A/RES/64/293", "64/293号")]


def test_heads_and_feet_are_told_by_place_and_return() -> None:
    def leaf(number: int) -> Leaf:
        head = Words("改进协调" if number % 2 else "A/80/1", 100 if number % 2 else 400, 800)
        return Leaf([head, *lines(*[CLAUSE] * 9), Words(f"第{number}页", 280, 30), Words("同一句话", 100, 400)])

    source = opened(*map(leaf, range(1, 7)))
    assert sorted(set(marked(source, "furniture"))) == [
        ("head", "A/80/1"),
        ("head", "改进协调"),
        *(("page", f"第{number}页") for number in range(1, 7)),
    ]
    assert source.text.count("同一句话") == 6


def note_leaf(call: str = "1", *notes: str, stroke: bool = True) -> Leaf:
    words = [*lines(*[CLAUSE] * 20), Words(call, 100 + 10 * len(CLAUSE), 704, 6)]
    for turn, text in enumerate(notes):
        words += [Words(text[:1], 100, 123 - 14 * turn, 5), Words(text[1:], 106, 120 - 14 * turn, 8)]
    return Leaf(words, strokes=[(100, 140, 200, 140)] if stroke else [])


@pytest.mark.parametrize("stroke", [True, False])
def test_notes_are_told_by_stroke_or_size(stroke: bool) -> None:
    source = opened(note_leaf("12", "1见第70/1号决议。", "2同上。", stroke=stroke))
    assert marked(source, "call") == [("1", "¹"), ("2", "²")]
    assert marked(source, "note") == [("1", "¹ 见第70/1号决议。"), ("2", "² 同上。")]
    assert marked(source, "furniture") == [("rule", RULE)]


def test_a_note_that_goes_on_over_the_page_is_whole_where_it_began() -> None:
    rest = Leaf([*lines(*[CLAUSE] * 20), Words("第二页上的后半句。", 100, 120, 8)], strokes=[(100, 140, 200, 140)])
    source = opened(note_leaf("1", "1见第70/1号决议，"), rest)
    assert marked(source, "note") == [("1", "¹ 见第70/1号决议，\n第二页上的后半句。")]
    assert source.text.index("第二页") < source.text.index("\f")


def test_two_threads_read_at_once() -> None:
    data = pdf_file([note_leaf("1", "1见第70/1号决议。")] * 5)
    with ThreadPoolExecutor(4) as pool:
        assert len({source.text for source in pool.map(lambda _: from_bytes(data, "a"), range(12))}) == 1


def test_each_page_is_told_and_reading_can_be_ended() -> None:
    told: list[tuple[str, int, int]] = []
    data = pdf_file([Leaf(lines("大会，"))] * 3)
    from_bytes(data, "a", lambda *what: told.append(what))
    assert told == [("pdf", page, 3) for page in range(4)]

    def stop(_stage: str, done: int, _all: int) -> None:
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        from_bytes(data, "a", stop)
    assert from_bytes(data, "a").text


PLACES = st.tuples(st.integers(2, 18), st.integers(1, 50))
TEXTS = st.text("大会决议，。第号12a-/(1)（一）ABfi*", min_size=1, max_size=3)


@settings(max_examples=60)
@given(
    st.lists(st.dictionaries(PLACES, st.tuples(TEXTS, st.sampled_from([5.0, 8.0, 10.0, 14.0]))), min_size=1, max_size=4)
)
def test_every_character_that_is_shown_is_in_the_text(pages: list[dict[tuple[int, int], tuple[str, float]]]) -> None:
    leaves = [
        Leaf([Words(text, x * 30.0 - 50, y * 16.0, size) for (x, y), (text, size) in page.items()]) for page in pages
    ]
    shown = Counter(character for leaf in leaves for words in leaf.words for character in words.text)
    if not shown:
        return
    source = opened(*leaves)
    assert_accounted(source.text, read(source))
    text = source.text.translate(str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹\u00ad", "0123456789-"))
    assert shown - Counter(text) == Counter()


def test_a_note_like_that_of_another_page_is_no_running_foot() -> None:
    """ "1 同上。" stands on many pages; a foot counts them: "大会 3", "大会 4"."""

    def leaf(number: int) -> Leaf:
        notes = [Words("1", 100, 103, 5), Words("同上。" if number < 3 else "同上", 106, 100, 8)]
        foot = Words(f"大会正式记录 {number + 10}", 100, 60, 8)
        return Leaf([*lines(*[CLAUSE] * 20), *notes, foot], strokes=[(100, 120, 200, 120)])

    source = opened(*map(leaf, range(1, 5)))
    assert [text for _, text in marked(source, "note")] == ["¹ 同上。", "¹ 同上。", "¹ 同上", "¹ 同上"]
    assert [text for kind, text in marked(source, "furniture") if kind == "foot"] == [
        f"大会正式记录 {number}" for number in range(11, 15)
    ]


def test_ctrl_c_in_the_midst_of_a_page_is_no_fault_of_the_file() -> None:
    with pytest.raises(KeyboardInterrupt), opened_file(WHOLE, "件.pdf"):
        raise ArgumentError("argument 1: KeyboardInterrupt: ")
