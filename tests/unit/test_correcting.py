"""Correcting a document: what one noted in it goes along with its words, and comes back when that is undone."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_corrections import TEXT, library_of

from store.annotations.shelf import Shelf
from store.bookmarks import Bookmark, Bookmarks
from store.corrections.record import Kind
from store.document import Document, Span
from store.errors import StoreUnavailable
from store.library.library import Library
from tui.correcting import Correcting, Outcome, Wish

TAGS = {"pp1": ("甲",), "pp2": ("乙",), "op1": ("丙",)}


class Desk:
    """A library of one document, with tags on three paragraphs and a bookmark."""

    def __init__(self, home: Path) -> None:
        self.library: Library = library_of(home)
        (entry,) = self.library.entries()
        self.key = entry.key
        self.shelf = Shelf(home / "annotations")
        self.bookmarks = Bookmarks(home / "bookmarks.json")
        self.correcting = Correcting(self.library, self.shelf, self.bookmarks)
        for place, tags in TAGS.items():
            self.shelf.set_tags(self.key, place, self.document.text_of(place), tags)
        self.bookmarks.put(Bookmark("x", self.key, "pp2", "铭记各国的责任，"))

    @property
    def document(self) -> Document:
        return self.library.document(self.key)

    def correct(self, wish: Wish) -> Outcome:
        outcome = self.correcting.correct(self.key, self.document, wish)
        assert outcome
        self.key = outcome.key
        return outcome

    def undo(self, outcome: Outcome) -> None:
        undone = self.correcting.take_back(self.key, [each.id for each in outcome.corrections])
        assert undone
        self.key = undone.key

    @property
    def tags(self) -> dict[str, tuple[str, ...]]:
        return {each.place: each.tags for each in self.shelf.of(self.key)}

    @property
    def bookmark(self) -> str:
        return self.bookmarks.all()[0].place


@pytest.fixture
def desk(home: Path) -> Desk:
    return Desk(home)


@pytest.mark.parametrize(
    "wish, tags, bookmark",
    [
        (Wish("join", "pp2"), {"pp1": ("甲", "乙"), "op1": ("丙",)}, "pp1"),
        (Wish("type", "pp2", "heading"), {"pp1": ("甲",), "h1": ("乙",), "op1": ("丙",)}, "h1"),
        (Wish("furniture", "pp1"), {"ch": ("甲",), "pp1": ("乙",), "op1": ("丙",)}, "pp1"),
        (Wish("label", "op1", "9"), {"pp1": ("甲",), "pp2": ("乙",), "op9": ("丙",)}, "pp2"),
        (Wish("symbol", None, "A/RES/70/1"), TAGS, "pp2"),
    ],
)
def test_annotations_go_along_with_their_words_and_come_back(
    desk: Desk, wish: Wish, tags: dict[str, tuple[str, ...]], bookmark: str
) -> None:
    before = {each.place: (each.id, each.tags, each.note) for each in desk.shelf.of(desk.key)}
    outcome = desk.correct(wish)
    assert desk.tags == tags
    assert desk.bookmark == bookmark
    desk.undo(outcome)
    assert {each.place: (each.id, each.tags, each.note) for each in desk.shelf.of(desk.key)} == before
    assert desk.bookmark == "pp2" and desk.bookmarks.all()[0].document == desk.key


def test_what_was_noted_since_stays_when_the_correction_is_undone(desk: Desk) -> None:
    outcome = desk.correct(Wish("join", "pp2"))
    desk.shelf.set_note(desk.key, "pp1", "回顾", "后来写的")
    desk.undo(outcome)
    (kept,) = (each for each in desk.shelf.of(desk.key) if each.place == "pp1")
    assert kept.note == "后来写的" and kept.tags == ("甲", "乙")


def test_what_follows_a_block_of_the_same_name_comes_back_as_well(desk: Desk) -> None:
    """The text that becomes furniture was "t1", and so is then the block before it, which takes what was said of it."""
    done = [
        desk.correct(Wish("furniture", "ch")),
        desk.correct(Wish("type", "pp2", "text")),
        desk.correct(Wish("furniture", "t1")),
    ]
    assert desk.bookmark == "t1" and desk.tags["t1"] == ("甲", "乙")
    for outcome in reversed(done):
        desk.undo(outcome)
    assert desk.tags == TAGS and desk.bookmark == "pp2"


def test_corrections_are_undone_one_by_one_in_any_order(desk: Desk) -> None:
    plain = desk.document
    first, second = desk.correct(Wish("join", "pp2")), desk.correct(Wish("label", "op1", "9"))
    desk.undo(first)
    assert "pp2" in desk.document.by_id and "op9" in desk.document.by_id
    desk.undo(second)
    assert desk.document == plain and desk.tags == TAGS


def test_a_split_is_made_where_it_is_wanted(desk: Desk) -> None:
    at = TEXT.index("基金")
    desk.correct(Wish("split", "op1", span=Span(at, at + 3)))
    assert [block.text for block in desk.document.blocks if block.text.endswith(("设立", "基金；"))] == [
        "决定设立",
        "基金；",
    ]


def test_what_changes_nothing_is_not_kept(desk: Desk) -> None:
    assert desk.correcting.correct(desk.key, desk.document, Wish("join", "ch")) is None
    assert desk.correcting.inquire(desk.key, desk.document).corrections == ()


def test_a_correction_that_cannot_carry_the_annotations_is_not_made(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise StoreUnavailable("磁盘已满。")

    monkeypatch.setattr(Shelf, "exchange", fail)
    with pytest.raises(StoreUnavailable):
        desk.correcting.correct(desk.key, desk.document, Wish("join", "pp2"))
    assert "pp2" in desk.document.by_id and desk.tags == TAGS


def test_the_lines_of_a_paragraph_are_shown_as_they_came(desk: Desk) -> None:
    source = desk.correcting.inquire(desk.key, desk.document).source
    lines = source.around("pp2")
    assert [(line.number, line.text, line.owner) for line in lines] == [
        (3, "回顾其以往决议，", "pp1"),
        (5, "铭记各国的责任，", "pp2"),
        (7, "1. 决定设立基金；", "op1"),
    ]


KINDS: list[Kind] = ["join", "type", "label", "furniture", "note", "text"]
VALUES = {"type": ["heading", "text", "operative", "item"], "label": ["9", "(a)", ""], "note": ["1", "*"]}
STEPS = st.lists(st.tuples(st.sampled_from(KINDS), st.integers(0, 4), st.integers(0, 3)), min_size=1, max_size=5)


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(STEPS)
def test_no_corrections_lose_a_tag_and_undoing_all_brings_everything_back(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[Kind, int, int]]
) -> None:
    desk = Desk(tmp_path_factory.mktemp("desk"))
    plain, done = desk.document, list[Outcome]()
    for kind, turn, choice in steps:
        blocks = desk.document.blocks
        values = VALUES.get(kind, [""])
        wish = Wish(kind, blocks[turn % len(blocks)].id, values[choice % len(values)]) if blocks else Wish("text", None)
        outcome = desk.correcting.correct(desk.key, desk.document, wish)
        if outcome:
            done.append(outcome)
        assert {tag for tags in desk.tags.values() for tag in tags} == {"甲", "乙", "丙"}
        assert not blocks or desk.bookmark
    for outcome in reversed(done):
        desk.undo(outcome)
    assert desk.document == plain and desk.tags == TAGS and desk.bookmark == "pp2"
