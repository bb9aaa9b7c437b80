"""Links in notes are found with what they lead to, and the other side finds them back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.annotations.records import Annotation
from store.citations.note_links import as_markdown, links_in, pointing_to


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("见 [[A/RES/64/293#op5]]。", [("A/RES/64/293#op5", "A/RES/64/293#op5")]),
        ("见 [[64/293|行动计划]]", [("64/293", "行动计划")]),
        ("比照 A/RES/64/293 和 A/C.3/80/L.4#op5。", [("A/RES/64/293",) * 2, ("A/C.3/80/L.4#op5",) * 2]),
        ("S/RES/2388(2017) 已更新", [("S/RES/2388(2017)",) * 2]),
        ("[[A/RES/64/293]] 与 A/RES/64/293", [("A/RES/64/293",) * 2] * 2),
        ("没有链接，and/or 也不是", []),
        ("[[]] [[ ]] [[半截", []),
        ("第64/293号决议", []),
    ],
)
def test_links(note: str, expected: list[tuple[str, str]]) -> None:
    assert [(link.target, link.label) for link in links_in(note)] == expected


def annotation(identity: str, note: str) -> Annotation:
    return Annotation(identity, "A/1", "op1", "", (), note, "t", "t")


def test_the_other_side_finds_the_notes_that_lead_to_it() -> None:
    notes = [
        annotation("1", "见 a/res/64/293"),
        annotation("2", "见 [[a/res/64/293 #op5|这里]]"),
        annotation("3", "A/RES/64/2"),
    ]
    assert [(each.id, link.target) for each, link in pointing_to(notes, "A/RES/64/293")] == [("2", "a/res/64/293 #op5")]


def test_links_are_links_in_markdown_and_all_else_is_left() -> None:
    assert as_markdown("**见** [[A/RES/64/293#op5|第5段]]！") == "**见** [第5段](<jueyi:A/RES/64/293#op5>)！"
    assert as_markdown("S/RES/2388(2017)") == "[S/RES/2388(2017)](<jueyi:S/RES/2388%282017%29>)"


@given(st.text("[]|A/RES64293#op. 甲\n", max_size=40))
def test_links_are_stretches_of_the_note_in_order(note: str) -> None:
    at = 0
    for link in links_in(note):
        assert at <= link.start < link.end <= len(note)
        assert link.target in note[link.start : link.end]
        at = link.end
