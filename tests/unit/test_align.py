"""Which paragraph of one document is which of another."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.compare.align import align
from store.compare.alignment import Alignment
from store.compare.chain import Link, heaviest_chain
from store.document import Block, BlockType, Document, FrontMatter
from store.library.library import Library

TEXTS = st.lists(st.text("大会决议草案回顾重申强调指出人口", max_size=12), max_size=14)


def document(*texts: str, kind: BlockType = "paragraph") -> Document:
    blocks = (Block(f"p{turn}", kind, str(turn), text) for turn, text in enumerate(texts, 1))
    return Document(FrontMatter(), tuple(blocks))


def linked(alignment: Alignment) -> list[tuple[str, str]]:
    return [(pair.left, pair.right) for pair in alignment.pairs]


FIRST = "回顾大会通过《二〇三〇年可持续发展议程》，"
SECOND = "敦促会员国批准《打击跨国有组织犯罪公约》；"
THIRD = "请秘书长向大会第八十二届会议提交报告。"
NEW = "欢迎机构间协调小组举行第六次会议；"


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ([FIRST, SECOND], [FIRST, NEW, SECOND], [("p1", "p1"), ("p2", "p3")]),
        ([FIRST, SECOND, THIRD], [FIRST, THIRD], [("p1", "p1"), ("p3", "p2")]),
        # A figure changed, quotation marks and widths of another print.
        ([THIRD], [THIRD.replace("八十二", "七十八")], [("p1", "p1")]),
        (["“议程”，第 5 段"], ['"议程",第５段'], [("p1", "p1")]),
        # Another paragraph is no version of it, though it stands where it stood.
        ([FIRST], [THIRD], []),
        # A text that stands twice belongs to the one beside what surrounds it.
        (
            ["又回顾，", FIRST, "又回顾，", SECOND],
            [FIRST, "又回顾，", SECOND],
            [("p2", "p1"), ("p3", "p2"), ("p4", "p3")],
        ),
        ([], [FIRST], []),
    ],
)
def test_paragraphs_are_found_again(left: list[str], right: list[str], expected: list[tuple[str, str]]) -> None:
    assert linked(align(document(*left), document(*right))) == expected


def test_what_moved_is_found_elsewhere_and_said_to_have_moved() -> None:
    alignment = align(document(FIRST, SECOND, THIRD), document(SECOND, THIRD, FIRST.replace("可", "可能")))
    assert [(pair.left, pair.right, pair.moved) for pair in alignment.pairs] == [
        ("p1", "p3", True),
        ("p2", "p1", False),
        ("p3", "p2", False),
    ]


def test_a_heading_becomes_no_paragraph() -> None:
    assert linked(align(document(FIRST, kind="heading"), document(FIRST))) == []


def test_a_place_without_its_like_leads_to_the_nearest_that_has_one() -> None:
    alignment = align(document(FIRST, NEW, SECOND), document("弁言", FIRST, SECOND))
    assert [alignment.to_right(place) for place in ("p1", "p2", "p3", "op9")] == ["p2", "p2", "p3", None]
    assert [alignment.to_left(place) for place in ("p1", "p2", "p3")] == ["p1", "p1", "p3"]
    assert (alignment.left_only, alignment.right_only) == (("p2",), ("p1",))


def test_many_paragraphs_are_compared_by_what_is_rare_in_them() -> None:
    """More than is compared each with each: changed ones are found by candidates, worn ones by their place."""
    left = [f"第{turn}次会议审议了议程项目{turn * turn}并通过了决定" for turn in range(120)]
    right = [text.replace("通过", "核可") for text in left if "7" not in text]
    alignment = align(document(*left), document(*right))
    assert [left[int(pair.left[1:]) - 1].replace("通过", "核可") for pair in alignment.pairs] == right
    worn = align(document(*["同上文甲"] * 90), document(*["同上文乙"] * 90))
    assert linked(worn) == [(f"p{turn}", f"p{turn}") for turn in range(1, 91)]


def test_the_drafts_of_2021_and_2025_are_versions_and_the_other_documents_are_not(tmp_path: Path) -> None:
    library = Library(home=tmp_path)
    documents = {entry.key: library.document(entry.key) for entry in library.entries()}
    old = next(key for key in documents if "2021" in key)
    draft = documents.pop("A/C.3/80/L.4")
    alignment = align(draft, documents.pop(old))
    assert alignment.are_versions
    found = dict(linked(alignment))
    # Word for word, changed, renumbered, and an item under its paragraph.
    assert [found.get(place) for place in ("pp3", "pp1", "op10", "pp9.a")] == ["pp3", "pp1", "op9", "pp10.a"]
    assert "op20" in alignment.left_only
    assert "pp21" in {pair.left for pair in alignment.pairs if pair.moved}
    assert [key for key, other in documents.items() if align(draft, other).are_versions] == []


@given(TEXTS)
def test_a_document_is_aligned_with_itself_place_by_place(texts: list[str]) -> None:
    one = document(*texts)
    alignment = align(one, one)
    assert linked(alignment) == [(block.id, block.id) for block in one.blocks]
    assert all(pair.similarity == 1 and not pair.moved for pair in alignment.pairs)
    assert alignment.share == (1 if any(texts) else 0)


@given(TEXTS, TEXTS)
def test_pairs_are_one_to_one_and_keep_the_order_unless_they_moved(left: list[str], right: list[str]) -> None:
    one, other = document(*left), document(*right)
    alignment = align(one, other)
    steady = [(int(pair.left[1:]), int(pair.right[1:])) for pair in alignment.pairs if not pair.moved]
    assert all(a < c and b < d for (a, b), (c, d) in pairwise(steady))
    for side, only, order in (
        ([pair.left for pair in alignment.pairs], alignment.left_only, one.blocks),
        ([pair.right for pair in alignment.pairs], alignment.right_only, other.blocks),
    ):
        assert Counter([*side, *only]) == Counter(block.id for block in order)
    assert 0 <= alignment.share <= 1
    if steady:
        assert all(alignment.to_right(block.id) in other.by_id for block in one.blocks)
        assert all(alignment.to_left(block.id) in one.by_id for block in other.blocks)


@given(TEXTS, TEXTS)
def test_both_ways_round_as_much_is_found(left: list[str], right: list[str]) -> None:
    """Which of several equal ways is taken may differ; how much is found the same does not."""
    there, back = align(document(*left), document(*right)), align(document(*right), document(*left))
    equal = [sum(pair.similarity == 1 and not pair.moved for pair in each.pairs) for each in (there, back)]
    assert equal[0] == equal[1]


@given(st.lists(st.text("大会决议草案回顾重申强调指出", min_size=4), min_size=1, max_size=14, unique=True), st.data())
def test_what_was_neither_added_nor_deleted_is_found_at_its_place(texts: list[str], data: st.DataObject) -> None:
    deleted = data.draw(st.sets(st.sampled_from(texts)))
    right: list[str] = []
    for text in texts:
        right += [f"新增{text}"] * data.draw(st.booleans()) + [text] * (text not in deleted)
    alignment = align(document(*texts), document(*right))
    same = {texts[int(pair.left[1:]) - 1]: right[int(pair.right[1:]) - 1] for pair in alignment.pairs}
    assert {text: same.get(text) for text in texts if text not in deleted} == {
        text: text for text in texts if text not in deleted
    }


@given(st.lists(st.builds(Link, st.integers(0, 6), st.integers(0, 6), st.integers(1, 9)), max_size=9))
def test_no_chain_is_heavier(links: list[Link]) -> None:
    chain = heaviest_chain(links)
    assert all(a.left < b.left and a.right < b.right for a, b in pairwise(chain))
    assert set(chain) <= set(links)
    assert sum(link.weight for link in chain) == max(map(_weight, _chains(sorted(set(links)))), default=0)


def _chains(links: list[Link]) -> list[list[Link]]:
    found: list[list[Link]] = [[]]
    for link in links:
        found += [[*c, link] for c in found if not c or (c[-1].left < link.left and c[-1].right < link.right)]
    return found


def _weight(chain: list[Link]) -> float:
    return sum(link.weight for link in chain)
