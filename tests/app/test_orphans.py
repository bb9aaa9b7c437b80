"""Annotations whose words moved, changed or are gone: none stands at other words, and the user decides."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from threading import Timer

import pytest
from conftest import DRAFT, Start, press, quote_of, settle
from textual.pilot import Pilot

from store.annotations.identity import new_identity
from store.annotations.records import Annotation
from store.annotations.selectors import Selector
from store.annotations.shelf import Shelf
from tui.screens import placed as placed_screen
from tui.screens.confirm import ConfirmScreen
from tui.screens.orphans import OrphansScreen
from tui.screens.reader import ReaderScreen
from tui.widgets.redline_view import RedlineView
from tui.widgets.status_line import StatusLine

LOST = "促请月球上的缔约方于每个朔日公布潮汐与罐头的清册，并附上海鸥的意见；"


@pytest.fixture
def shelf(home: Path) -> Shelf:
    return Shelf(home / "annotations")


def noted(shelf: Shelf, place: str, quote: str, note: str) -> Annotation:
    """A note as it was kept when the text still was another one."""
    selector = Selector(place, 0, len(quote), quote)
    made = Annotation(new_identity(), DRAFT, place, quote, (), note, "2026-01-01T00:00:00Z", "", selectors=(selector,))
    return shelf.put(made)


def reader(pilot: Pilot[None]) -> ReaderScreen:
    screen = pilot.app.screen
    assert isinstance(screen, ReaderScreen)
    return screen


def status(pilot: Pilot[None]) -> str:
    return reader(pilot).query_one(StatusLine).address


def panel(pilot: Pilot[None]) -> OrphansScreen:
    screen = pilot.app.screen
    assert isinstance(screen, OrphansScreen)
    return screen


def beside(pilot: Pilot[None]) -> str:
    return panel(pilot).query_one(RedlineView).plain


def messages(pilot: Pilot[None]) -> str:
    return " ".join(each.message for each in pilot.app._notifications)


async def test_a_note_goes_where_its_words_went_and_that_is_said(start: Start, shelf: Shelf) -> None:
    made = noted(shelf, "op2", quote_of(DRAFT, "op5"), "跟着走")
    async with start(f"{DRAFT}#op1") as pilot:
        await settle(pilot)
        assert "1 annotation moved with its words" in messages(pilot)
        assert reader(pilot).marks["op5"].note == "跟着走" and "op2" not in reader(pilot).marks
        assert "looked at" not in status(pilot)
    kept = shelf.by_id(DRAFT, made.id)
    assert kept and kept.place == "op5" and kept.selectors[0].prefix
    assert [(move.how, move.before, move.after) for move in kept.moves] == [("moved", "op2", "op5")]
    assert kept.modified == made.modified


async def test_edited_words_are_asked_about_and_accepted_with_enter(start: Start, shelf: Shelf) -> None:
    now = quote_of(DRAFT, "op5")
    made = noted(shelf, "op5", "鉴于" + now[2:], "还在吗")
    async with start(f"{DRAFT}#op1") as pilot:
        await settle(pilot)
        assert "1 is to be looked at: O" in messages(pilot) and "1 annotation to be looked at: O" in status(pilot)
        assert "op5" not in reader(pilot).marks
        await press(pilot, "O")
        assert "还在吗" in beside(pilot) and "Candidate 1 of" in beside(pilot)
        await press(pilot, "enter")
        assert panel(pilot).current is None
        await press(pilot, "escape")
        assert reader(pilot).marks["op5"].note == "还在吗" and "looked at" not in status(pilot)
        kept = shelf.by_id(DRAFT, made.id)
        assert kept and kept.quote == now
        assert [(m.how, m.before, m.after, m.quote) for m in kept.moves[-1:]] == [
            ("edited", "", "op5", "鉴于" + now[2:])
        ]
        await press(pilot, "u")
        assert "op5" not in reader(pilot).marks and "1 annotation to be looked at" in status(pilot)
        await press(pilot, "U")
        assert reader(pilot).marks["op5"].note == "还在吗"


async def test_an_orphan_is_put_on_the_paragraph_at_the_cursor(start: Start, shelf: Shelf) -> None:
    noted(shelf, "op5", LOST, "无处可去")
    async with start(f"{DRAFT}#op7") as pilot:
        await settle(pilot)
        await press(pilot, "O")
        assert "Nothing like it is left" in beside(pilot) or "Candidate" in beside(pilot)
        await press(pilot, "a", "escape")
        assert reader(pilot).marks["op7"].note == "无处可去"


async def test_an_orphan_is_removed_only_when_one_agrees(start: Start, shelf: Shelf) -> None:
    noted(shelf, "op5", LOST, "无处可去")
    async with start(DRAFT) as pilot:
        await settle(pilot)
        await press(pilot, "O", "x")
        assert isinstance(pilot.app.screen, ConfirmScreen)
        await press(pilot, "n")
        assert panel(pilot).current is not None
        await press(pilot, "delete", "y")
        assert panel(pilot).current is None and shelf.of(DRAFT) == ()
        await press(pilot, "u")
        assert panel(pilot).current is not None


async def test_what_is_noted_on_a_paragraph_is_not_added_to_an_orphan_that_stood_there(
    start: Start, shelf: Shelf
) -> None:
    noted(shelf, "op5", LOST, "旧注")
    async with start(f"{DRAFT}#op5") as pilot:
        await settle(pilot)
        await press(pilot, "t", "x", "enter", "escape")
        assert reader(pilot).marks["op5"].tags == ("x",) and not reader(pilot).marks["op5"].note
    assert sorted((each.note, each.tags) for each in shelf.of(DRAFT)) == [("", ("x",)), ("旧注", ())]


async def test_of_candidates_the_next_one_is_shown(start: Start, shelf: Shelf) -> None:
    words = Selector("op5", 0, 3, "会员国", whole=False)
    shelf.put(replace(noted(shelf, "op5", "会员国", "两可"), scope="range", selectors=(words,)))
    async with start(DRAFT) as pilot:
        await settle(pilot)
        await press(pilot, "O")
        assert "Candidate 1 of" in beside(pilot)
        await press(pilot, "n")
        assert "Candidate 2 of" in beside(pilot)
        await press(pilot, "o")
        assert reader(pilot).pane.cursor


async def test_without_orphans_the_panel_says_that_all_is_well(start: Start) -> None:
    async with start(DRAFT) as pilot:
        await settle(pilot)
        await press(pilot, "O")
        assert panel(pilot).current is None
        await press(pilot, "enter", "n", "a", "x", "o", "u", "escape")
        reader(pilot)


async def test_where_nothing_can_be_written_the_note_is_shown_all_the_same(
    start: Start, shelf: Shelf, home: Path
) -> None:
    """A file that holds something of a newer version is only read."""
    made = noted(shelf, "op2", quote_of(DRAFT, "op5"), "跟着走")
    (file,) = (home / "annotations").glob("*.json")
    content = json.loads(file.read_text("utf-8"))
    content["annotations"]["f" * 32] = {**content["annotations"][made.id], "place": "op9", "schema": 99}
    file.write_text(json.dumps(content), "utf-8")
    before = file.read_bytes()
    async with start(DRAFT) as pilot:
        await settle(pilot)
        assert reader(pilot).marks["op5"].note == "跟着走" and "op2" not in reader(pilot).marks
        assert "moved with" in messages(pilot)
    assert file.read_bytes() == before


async def test_nothing_is_annotated_while_annotations_are_being_found(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a very long text that takes a while, and what stood at the paragraph before may belong elsewhere."""
    monkeypatch.setattr(placed_screen, "_PATIENCE", 0.0)
    async with start(f"{DRAFT}#op5") as pilot:
        await settle(pilot)
        placed = reader(pilot).workspace.placed
        placed._finders.clear()
        with placed._lock:
            await press(pilot, "t")
            assert "still being found" in messages(pilot)
        await press(pilot, "t", "x", "enter", "escape")
        assert reader(pilot).marks["op5"].tags == ("x",)


async def test_a_key_pressed_while_the_text_has_just_come_up_waits_and_is_not_refused(start: Start) -> None:
    """A note was lost when `a` came while the annotations of a short document were still being found."""
    async with start(f"{DRAFT}#op5") as pilot:
        await settle(pilot)
        placed = reader(pilot).workspace.placed
        placed._finders.clear()
        placed._lock.acquire()
        Timer(0.05, placed._lock.release).start()
        await press(pilot, "t", "x", "enter", "escape")
        assert reader(pilot).marks["op5"].tags == ("x",)
        assert "still being found" not in messages(pilot)
