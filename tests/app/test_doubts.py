"""Doubts and corrections in the reader: listed, looked at, corrected by key, undone one by one."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Start, press, write
from textual.pilot import Pilot

from store.corrections.files import Corrections
from store.corrections.record import make_correction
from store.document import Document, Span
from tui.screens.corrected import CorrectedScreen
from tui.screens.doubts import DoubtRow, DoubtsScreen
from tui.widgets.rows import Rows
from tui.widgets.source_view import SourceView

TEXT = (
    "A/RES/70/1\n\n大会，\n\n回顾其以往决议，\n\n铭记各国的责任，\n\n1. 决定设立基金；请秘书长提出报告；\n\n"
    "3. 决定继续处理此案，见第7O/1号决议第l0段。\n"
)


@pytest.fixture
def text(tmp_path: Path) -> str:
    path = tmp_path / "text.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


def reader(pilot: Pilot[None]) -> CorrectedScreen:
    return next(screen for screen in reversed(pilot.app.screen_stack) if isinstance(screen, CorrectedScreen))


def document(pilot: Pilot[None]) -> Document:
    held = reader(pilot).document
    assert held
    return held[1]


def said(pilot: Pilot[None]) -> str:
    return "\n".join(str(notice.message) for notice in pilot.app._notifications)


def rows(pilot: Pilot[None]) -> list[DoubtRow]:
    return [row for row in pilot.app.screen.query_one(Rows).rows if isinstance(row, DoubtRow)]


async def test_the_list_shows_each_doubt_with_its_place_and_enter_goes_there(start: Start, text: str) -> None:
    async with start(text) as pilot:
        await press(pilot, "d")
        assert isinstance(pilot.app.screen, DoubtsScreen)
        assert [(row.where, row.doubt.kind if row.doubt else "") for row in rows(pilot)] == [
            ("operative para. 3", "sequence"),
            ("operative para. 3", "misread-symbol"),
            ("operative para. 3", "misread-number"),
        ]
        assert "3. 决定继续" in pilot.app.screen.query_one(SourceView).plain
        await press(pilot, "enter")
        assert reader(pilot).pane.cursor == "op3"


async def test_a_doubt_is_confirmed_shown_so_and_doubted_again(start: Start, text: str) -> None:
    async with start(text) as pilot:
        await press(pilot, "d", "y")
        assert [row.sign for row in rows(pilot)] == ["✓", " ", " "]
        assert "2 doubts, 1 looked at" in str(pilot.app.screen.query_one("#count").render())
        assert "looked at" in said(pilot)
        await press(pilot, "y")
        assert [row.sign for row in rows(pilot)] == [" ", " ", " "]


@pytest.mark.parametrize(
    "place, keys, expected",
    [
        ("pp2", "cj", ["ch", "pp1", "op1", "op3"]),
        ("pp1", "cJ", ["ch", "pp1", "op1", "op3"]),
        ("pp2", "cf", ["ch", "pp1", "op1", "op3"]),
        ("op3", "cl\b2\n", ["ch", "pp1", "pp2", "op1", "op2"]),
        ("pp2", "ctheading\n", ["ch", "pp1", "h1", "op1", "op3"]),
        ("op1", "cs请秘书长\n", ["ch", "pp1", "pp2", "op1", "t1", "op3"]),
        ("pp2", "cn1\n", ["ch", "pp1", "op1", "op3", "fn1"]),
    ],
)
async def test_a_correction_by_key_and_u_takes_it_back(
    start: Start, text: str, place: str, keys: str, expected: list[str]
) -> None:
    named = {"\n": "enter", "\b": "backspace"}
    async with start(f"{text}#{place}") as pilot:
        before = document(pilot)
        reader(pilot).jump(place)
        await press(pilot, *(named.get(key, key) for key in keys))
        assert [*document(pilot).by_id, *document(pilot).notes_by_id] == expected
        assert "u takes it back" in said(pilot)
        await press(pilot, "u")
        assert document(pilot) == before
        await press(pilot, "U")
        assert [*document(pilot).by_id, *document(pilot).notes_by_id] == expected


@pytest.mark.parametrize(
    ("place", "keys", "told"),
    [
        ("pp2", "cj", "“铭记各国的责任，”: joined"),
        ("pp1", "cJ", "“铭记各国的责任，”: joined"),
        ("pp2", "cf", "“铭记各国的责任，”: page furniture"),
        ("op1", "cf", "“1. 决定设立基金；请秘书…”: page furniture"),
    ],
)
async def test_a_paragraph_that_is_none_any_more_is_told_by_its_words(
    start: Start, text: str, place: str, keys: str, told: str
) -> None:
    async with start(text) as pilot:
        reader(pilot).jump(place)
        await press(pilot, *keys)
        assert told in said(pilot)


async def test_what_was_removed_becomes_text_again(start: Start, text: str) -> None:
    async with start(text) as pilot:
        await press(pilot, "c", "f")
        assert "ch" not in document(pilot).by_id
        await press(pilot, "c", "x")
        await write(pilot, "大会")
        await press(pilot, "enter")
        assert "ch" in document(pilot).by_id


async def test_tags_go_along_and_their_undo_still_finds_them(start: Start, text: str) -> None:
    async with start(text) as pilot:
        reader(pilot).jump("pp2")
        await press(pilot, "t")
        await write(pilot, "甲")
        await press(pilot, "enter", "escape", "c", "j")
        shelf, key = pilot.app.workspace.shelf, reader(pilot).document[0]
        assert {each.place: each.tags for each in shelf.of(key)} == {"pp1": ("甲",)}
        await press(pilot, "u", "u")
        assert "pp2" in document(pilot).by_id and not shelf.of(key)


async def test_corrections_are_listed_and_taken_back_one_by_one(start: Start, text: str) -> None:
    async with start(text) as pilot:
        reader(pilot).jump("pp2")
        await press(pilot, "c", "j", "c", "y", "ctrl+u")
        await write(pilot, "A/RES/71/1")
        await press(pilot, "enter")
        assert document(pilot).front.symbol == "A/RES/71/1"
        await press(pilot, "d", "tab")
        assert ["joined" in rows(pilot)[0].words, "A/RES/71/1" in rows(pilot)[1].words] == [True, True]
        await press(pilot, "delete")
        assert "pp2" in document(pilot).by_id and len(rows(pilot)) == 1
        await press(pilot, "delete")
        assert document(pilot).front.symbol == "A/RES/70/1" and not rows(pilot)
        await press(pilot, "escape", "u")
        assert "nothing to undo" in said(pilot)


async def test_the_source_is_shown_and_follows_the_cursor(start: Start, text: str) -> None:
    async with start(text) as pilot:
        reader(pilot).jump("pp1")
        await press(pilot, "r")
        shown = reader(pilot).query_one("#source")
        assert shown.display and "5 │ 回顾其以往决议，" in reader(pilot).query_one(SourceView).plain
        await press(pilot, "j")
        assert "7 │ 铭记各国的责任，" in reader(pilot).query_one(SourceView).plain
        await press(pilot, "r")
        assert not shown.display


async def test_what_makes_no_sense_is_told_and_changes_nothing(start: Start, text: str) -> None:
    async with start(text) as pilot:
        before = document(pilot)
        await press(pilot, "c", "j")
        assert "changes nothing" in said(pilot)
        await press(pilot, "c", "l")
        await write(pilot, "??")
        await press(pilot, "enter")
        assert "A number is written like" in str(pilot.app.screen.query_one("#words").render())
        await press(pilot, "escape", "c", "z", "escape", "c", "c")
        assert "Nothing of this paragraph is doubtful" in said(pilot)
        assert document(pilot) is before


async def test_both_panes_show_what_was_corrected(start: Start, text: str) -> None:
    async with start(text) as pilot:
        await press(pilot, "vertical_line")
        reader(pilot).jump("pp2")
        await press(pilot, "c", "j")
        shown = [column.kept["_shown"][1] for column in reader(pilot).columns]
        assert len(shown) == 2 and all("pp2" not in each.by_id for each in shown)


async def test_a_window_that_has_the_document_at_hand_reads_what_another_one_corrected(start: Start, text: str) -> None:
    async with start(text) as pilot:
        held = reader(pilot).document
        assert held
        workspace, (key, before) = pilot.app.workspace, held
        assert workspace.read_already(key) is before
        entry = workspace.library.entry(key)
        Corrections(workspace.library.revisions.folder).put(
            entry.digest, make_correction("join", Span(TEXT.index("铭记"), TEXT.index("铭记") + 8), "", TEXT)
        )
        assert workspace.read_already(key) is None
        assert "pp2" not in workspace.read(key).by_id


async def test_a_correction_that_cannot_be_kept_is_told_and_changes_nothing(
    start: Start, text: str, home: Path
) -> None:
    async with start(text) as pilot:
        before = document(pilot)
        (home / "corrections").write_text("in the way")
        await press(pilot, "c", "f")
        assert "corrections" in said(pilot) and document(pilot) is before
        (home / "corrections").unlink()
        await press(pilot, "c", "f")
        assert "ch" not in document(pilot).by_id
