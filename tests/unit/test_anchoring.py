"""Annotations are found again where their words went, and never put on other words without being asked."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.annotations.anchoring import Anchor, anchor
from store.annotations.passages import Passages
from store.annotations.selectors import Selector, select
from store.document import Block, Document, Footnote, FrontMatter

CHAPEAU = "大会，"
RECALL = "回顾其关于改进打击贩运人口工作的协调的各项决议，特别是最近通过的一项决议，"
URGE = "敦促尚未批准或加入《公约》及其《议定书》的会员国优先考虑予以批准或加入；"
TWIN = "敦促尚未批准或加入《公约》及其《补充议定书》的会员国优先考虑予以批准或加入；"
REQUEST = "请秘书长向大会第八十一届会议提交报告，说明本决议的执行情况；"
DECIDE = "决定在题为“预防犯罪和刑事司法”的项目下继续审议此事。"
PLAN = "又回顾《行动计划》的通过，并着重指出必须充分执行，"


def document(*texts: str, notes: tuple[str, ...] = ()) -> Document:
    blocks = tuple(Block(f"op{n}", "operative", str(n), text) for n, text in enumerate(texts, 1))
    footnotes = tuple(Footnote(f"fn{n}", str(n), text) for n, text in enumerate(notes, 1))
    return Document(FrontMatter(), blocks, footnotes)


BEFORE = document(RECALL, URGE, REQUEST, DECIDE, notes=("第70/1号决议。", "同上。", "A/79/322。", "同上。"))


def found(selector: Selector, *texts: str, notes: tuple[str, ...] = ()) -> Anchor:
    return anchor(selector, Passages(document(*texts, notes=notes)))


def words(text: str, before: Document = BEFORE) -> Selector:
    block = next(block for block in before.blocks if text in block.text)
    start = block.text.index(text)
    return select(before, block.id, start, start + len(text))


PARAGRAPHS = [
    # paragraph, new texts, state, place
    (URGE, (RECALL, URGE, REQUEST, DECIDE), "exact", "op2"),
    (URGE, (RECALL, "新增的一段，与其他各段都不一样。", URGE, REQUEST, DECIDE), "moved", "op3"),
    (URGE, (DECIDE, REQUEST, RECALL, URGE), "moved", "op4"),
    (URGE, (RECALL, URGE.replace("会员国", "缔约国"), REQUEST, DECIDE), "edited", None),
    (URGE, (RECALL, TWIN, REQUEST, DECIDE), "edited", None),  # asked about, never placed
    (URGE, (RECALL, REQUEST, TWIN, DECIDE, URGE.replace("优先", "尽快")), "ambiguous", None),
    (URGE, (RECALL, REQUEST, DECIDE), "gone", None),
    (URGE, (RECALL, URGE.replace("；", "，"), REQUEST, DECIDE, URGE), "ambiguous", None),  # a copy of what was edited
    (
        URGE,
        (RECALL, URGE.replace("，", ",").replace("《", " 《"), REQUEST),
        "exact",
        "op2",
    ),  # read otherwise, said alike
]


@pytest.mark.parametrize(("text", "texts", "state", "place"), PARAGRAPHS)
def test_a_paragraph_is_found_again(text: str, texts: tuple[str, ...], state: str, place: str | None) -> None:
    answer = found(select(BEFORE, f"op{[RECALL, URGE, REQUEST, DECIDE].index(text) + 1}"), *texts)
    assert (answer.state, answer.selector and answer.selector.place) == (state, place)


WORDS = [
    # words, new texts, state, place, words there
    ("会员国", (RECALL, URGE, REQUEST, DECIDE), "exact", "op2"),
    ("会员国", (RECALL, URGE + "又请各方合作；", REQUEST, DECIDE), "exact", "op2"),
    ("会员国", (RECALL, "新增的一段，与其他各段都不一样。", URGE, REQUEST), "moved", "op3"),
    ("秘书长", (RECALL, URGE, REQUEST.replace("第八十一届", "第八十二届"), DECIDE), "exact", "op3"),
    ("秘书长", (RECALL, REQUEST.replace("第八十一届", "第八十二届"), DECIDE), "edited", None),  # elsewhere and changed
    ("第八十一届会议", (RECALL, URGE, REQUEST.replace("第八十一届", "第八十二届"), DECIDE), "edited", None),
    ("会员国", (RECALL, "敦促会员国。", REQUEST, DECIDE), "edited", None),  # the same word in another sentence
    ("会员国", (RECALL, REQUEST, DECIDE), "gone", None),
]


@pytest.mark.parametrize(("text", "texts", "state", "place"), WORDS)
def test_words_in_a_paragraph_are_found_again(text: str, texts: tuple[str, ...], state: str, place: str | None) -> None:
    answer = found(words(text), *texts)
    assert (answer.state, answer.selector and answer.selector.place) == (state, place)
    if answer.selector:
        assert document(*texts).text_of(answer.selector.place)[answer.selector.start : answer.selector.end] == text


def test_of_two_same_paragraphs_the_one_in_the_old_surroundings_is_meant() -> None:
    twins = document(RECALL, "强调这一点。", URGE, "强调这一点。", REQUEST)
    for place, now in (("op2", "op3"), ("op4", "op5")):
        answer = found(select(twins, place), CHAPEAU, RECALL, "强调这一点。", URGE, "强调这一点。", REQUEST)
        assert (answer.state, answer.selector and answer.selector.place) == ("moved", now)


def test_a_short_paragraph_whose_like_remains_elsewhere_is_asked_about() -> None:
    """A heading 结论 of a part that is gone is not the heading 结论 of another part, though it bears its id."""
    before = document(RECALL, "结论", URGE, REQUEST, "结论", DECIDE)
    answer = found(select(before, "op2"), REQUEST, "结论", DECIDE)
    assert (answer.state, answer.selector) == ("edited", None)
    assert answer.candidates[0].selector.place == "op2"


def test_a_footnote_whose_words_come_again_is_told_by_its_neighbours() -> None:
    assert (
        found(select(BEFORE, "fn2"), RECALL, notes=("第70/1号决议。", "同上。", "A/79/322。", "同上。")).state
        == "exact"
    )
    moved = found(select(BEFORE, "fn2"), RECALL, notes=("新注。", "第70/1号决议。", "同上。", "A/79/322。", "同上。"))
    assert (moved.state, moved.selector and moved.selector.place) == ("moved", "fn3")


@pytest.mark.parametrize(
    ("texts", "state"),
    [((RECALL, URGE), "exact"), ((URGE, RECALL), "moved"), ((RECALL, CHAPEAU), "gone"), ((TWIN, TWIN), "ambiguous")],
)
def test_what_version_1_kept_without_context_is_placed_by_its_words(texts: tuple[str, ...], state: str) -> None:
    bare = Selector("op2", 0, len(URGE), URGE)
    assert found(bare, *texts).state == state


def test_of_an_edited_paragraph_the_changed_words_are_offered() -> None:
    answer = found(words("第八十一届会议"), RECALL, URGE, REQUEST.replace("第八十一届会议", "第八十二届会议"), DECIDE)
    offered = answer.candidates[0].selector
    assert offered.quote == "第八十二届会议"


def test_what_was_placed_is_found_exactly_the_next_time() -> None:
    after = (RECALL, PLAN, URGE, REQUEST, DECIDE)
    for selector in (select(BEFORE, "op2"), words("会员国")):
        moved = found(selector, *after)
        assert moved.state == "moved" and moved.selector
        again = found(moved.selector, *after)
        assert again == Anchor("exact", moved.selector)


texts = st.lists(st.sampled_from([RECALL, URGE, TWIN, REQUEST, DECIDE, PLAN, CHAPEAU, "结论", ""]), max_size=7)


@given(texts, texts, st.data())
def test_what_is_placed_has_the_very_words(old: list[str], new: list[str], data: st.DataObject) -> None:
    """Whatever became of a text: what is placed without asking says what was annotated, to the letter."""
    before = document(*old)
    filled = [block for block in before.blocks if block.text]
    if not filled:
        return
    block = data.draw(st.sampled_from(filled))
    start = data.draw(st.integers(0, len(block.text) - 1))
    end = data.draw(st.integers(start + 1, len(block.text)))
    selector = select(before, block.id, start, end)
    after = document(*new)
    answer = anchor(selector, Passages(after))
    if answer.selector:
        now = answer.selector
        assert after.text_of(now.place)[now.start : now.end] == selector.quote
    assert (answer.selector is None) == (answer.state not in ("exact", "moved"))
    assert anchor(selector, Passages(before)).selector == replace(selector)
