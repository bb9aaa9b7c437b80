"""Go to: what is suggested, and where each kind of text leads."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import DRAFT, REPORT, Start, press, settle, write
from textual.pilot import Pilot
from textual.widgets import Static

from store.library.library import Library
from tui.messages import OpenTarget
from tui.screens.card import CardScreen
from tui.screens.choice import ChoiceScreen
from tui.screens.goto import GotoScreen
from tui.screens.library import LibraryScreen
from tui.screens.reader import ReaderScreen
from tui.suggesting import suggest


def labels(pilot: Pilot[None]) -> list[str]:
    screen = pilot.app.screen
    assert isinstance(screen, GotoScreen)
    return [row.suggestion.label for row in screen.list.rows]


@pytest.mark.parametrize(
    ("typed", "place"),
    [("5", "op5"), ("PP3", "pp3"), ("op22", "op22"), ("第7段", "op7"), ("序言部分第8段", "pp8"), ("pp9a", "pp9.a")],
)
async def test_places_of_the_document_that_is_read(start: Start, typed: str, place: str) -> None:
    async with start(DRAFT) as pilot:
        await press(pilot, "g")
        await write(pilot, typed)
        await press(pilot, "enter")
        screen = pilot.app.screen
        assert isinstance(screen, ReaderScreen)
        assert screen.pane.cursor == place


async def test_a_number_that_is_only_cited_leads_to_its_card(start: Start) -> None:
    async with start(DRAFT) as pilot:
        await press(pilot, "g")
        await write(pilot, "64/293")
        assert labels(pilot)[0] == "A/RES/64/293"
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, CardScreen)


async def test_part_of_a_title_leads_to_the_document(start: Start) -> None:
    async with start() as pilot:
        await press(pilot, "g")
        await write(pilot, "改进工作协调")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ReaderScreen)


async def test_the_arrows_choose_among_suggestions(start: Start) -> None:
    async with start(DRAFT) as pilot:
        await press(pilot, "g")
        await write(pilot, "64")
        wanted = labels(pilot)[1]
        await press(pilot, "down", "enter")
        assert isinstance(pilot.app.screen, CardScreen)
        assert pilot.app.screen.position.key == wanted


async def test_text_that_nothing_matches_is_looked_up_all_the_same(start: Start) -> None:
    async with start() as pilot:
        await press(pilot, "g")
        await write(pilot, "A/RES/99/999")
        assert labels(pilot) == []
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, LibraryScreen)
        assert any("A/RES/99/999" in notice.message for notice in pilot.app._notifications)


async def test_a_whole_symbol_leads_to_its_own_card_and_to_no_longer_one(start: Start) -> None:
    """A/RES/75/1 once led to A/RES/75/195, which begins alike and is cited."""
    async with start() as pilot:
        await press(pilot, "g")
        await write(pilot, "A/RES/75/1")
        assert labels(pilot)[0] == "A/RES/75/1"
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, CardScreen)
        assert pilot.app.screen.position.key == "A/RES/75/1"


async def test_initials_of_pinyin_lead_to_the_document(start: Start) -> None:
    async with start() as pilot:
        await press(pilot, "g")
        await write(pilot, "gjgzxt")
        assert labels(pilot) == [DRAFT]
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ReaderScreen)


@pytest.mark.parametrize(
    ("typed", "label", "place"),
    [
        (f"{REPORT}#p98", f"{REPORT}, para. 98", "p98"),
        (f"{REPORT} 98", f"{REPORT}, para. 98", "p98"),
        ("74/127第98段", f"{REPORT}, para. 98", "p98"),
    ],
)
async def test_a_place_in_another_document(start: Start, typed: str, label: str, place: str) -> None:
    async with start(DRAFT) as pilot:
        await press(pilot, "g")
        await write(pilot, typed)
        assert labels(pilot)[0] == label
        await press(pilot, "enter")
        screen = pilot.app.screen
        assert isinstance(screen, ReaderScreen)
        assert screen.document and (screen.document[0], screen.pane.cursor) == (REPORT, place)
        await press(pilot, "backspace")
        assert screen.document and screen.document[0] == DRAFT


async def test_a_place_in_a_document_that_is_only_cited_leads_to_its_card(start: Start) -> None:
    async with start(DRAFT) as pilot:
        await press(pilot, "g")
        await write(pilot, "A/RES/64/293#op5")
        assert labels(pilot) == ["A/RES/64/293#op5"]
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, CardScreen)


async def test_a_place_that_is_not_there_is_told_with_those_that_are(start: Start) -> None:
    async with start(f"{DRAFT}#op5") as pilot:
        await press(pilot, "g")
        await write(pilot, "OP99")
        assert "执行部分第1–38段" in str(pilot.app.screen.query_one("#words", Static).visual)
        await press(pilot, "enter")
        screen = pilot.app.screen
        assert isinstance(screen, ReaderScreen)
        assert screen.pane.cursor == "op5"
        assert ["执行部分第1–38段" in notice.message for notice in pilot.app._notifications] == [True]


async def test_another_document_that_lacks_the_place_says_which_it_has(start: Start) -> None:
    async with start(DRAFT) as pilot:
        await press(pilot, "g")
        await write(pilot, f"{REPORT} 999")
        screen = pilot.app.screen
        assert isinstance(screen, GotoScreen)
        assert "第1–139段" in screen.list.rows[0].suggestion.detail
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ReaderScreen)


async def test_a_place_entered_before_the_answer_is_looked_for_where_one_reads(start: Start) -> None:
    async with start(DRAFT) as pilot:
        pilot.app.post_message(OpenTarget("op7", pilot.app.screen.document))
        await settle(pilot)
        await settle(pilot)
        assert pilot.app.screen.pane.cursor == "op7"


async def test_escape_goes_nowhere(start: Start) -> None:
    async with start(f"{DRAFT}#op5") as pilot:
        await press(pilot, "g")
        await write(pilot, "op7")
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, ReaderScreen)
        assert pilot.app.screen.pane.cursor == "op5"


async def test_a_number_that_several_organs_own_is_a_choice(start: Start, home: Path) -> None:
    (home / "library").mkdir(parents=True)
    text = "大会，\n\n回顾人权理事会第44/4号决议和大会第44/4号决议，\n\n1. 决定继续审议此事。\n"
    (home / "library" / "two.txt").write_text(text, encoding="utf-8")
    async with start("44/4") as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, ChoiceScreen)
        await press(pilot, "down", "enter")
        await settle(pilot)
        assert isinstance(pilot.app.screen, CardScreen)
        assert pilot.app.screen.position.key.endswith("44/4")


def test_the_librarys_own_stand_before_what_it_cites() -> None:
    library = Library()
    found = suggest(library, "74/127", None)
    assert found[0].target == REPORT


def test_before_anything_is_typed_the_documents_are_offered() -> None:
    assert next(each.target for each in suggest(Library(), " ", None)) == DRAFT


def test_suggestions_end_at_the_limit() -> None:
    assert len(suggest(Library(), "6", None, limit=3)) == 3
