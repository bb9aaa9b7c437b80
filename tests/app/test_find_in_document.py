"""Finding in the open document: what is found, how one goes there, and all of it as a list."""

from __future__ import annotations

import pytest
from conftest import DRAFT, Start, press, settle, write
from textual.pilot import Pilot
from textual.widgets import Input, Static

from tui.screens.hits import HitRow, HitsScreen
from tui.screens.reader import ReaderScreen
from tui.widgets.rows import Rows
from tui.widgets.status_line import StatusLine


def reader(pilot: Pilot[None]) -> ReaderScreen:
    screen = pilot.app.screen
    assert isinstance(screen, ReaderScreen)
    return screen


def listed(pilot: Pilot[None]) -> HitsScreen:
    screen = pilot.app.screen
    assert isinstance(screen, HitsScreen)
    return screen


def title(pilot: Pilot[None]) -> str:
    return str(listed(pilot).query_one(".panel-title", Static).render())


def status(pilot: Pilot[None]) -> str:
    return reader(pilot).query_one(StatusLine).address


async def find(pilot: Pilot[None], text: str) -> None:
    await press(pilot, "slash")
    await write(pilot, text)


@pytest.mark.parametrize(
    ("typed", "place"), [("冠状病毒", "pp4"), ("冠狀病毒", "pp4"), ("gzbdb", "pp4"), ("ＣＯＶＩＤ", "pp4")]
)
async def test_text_is_found_in_either_script_by_initials_and_in_any_width(
    start: Start, typed: str, place: str
) -> None:
    async with start(DRAFT) as pilot:
        await find(pilot, typed)
        assert reader(pilot).pane.cursor == place


async def test_it_is_said_that_letters_were_taken_for_initials(start: Start) -> None:
    async with start(DRAFT) as pilot:
        await find(pilot, "gzbdb")
        assert "initials: hit 1 of" in status(pilot)
        await press(pilot, "ctrl+u")
        await write(pilot, "COVID")
        assert "initials" not in status(pilot)


async def test_a_hit_in_a_footnote_leads_to_what_calls_it_and_shows_the_note(start: Start) -> None:
    async with start(DRAFT) as pilot:
        await find(pilot, "第64/293号决议。")
        screen = reader(pilot)
        assert screen.pane.cursor == "op2"
        assert screen.popover and screen.popover.display
        assert "35" in str(screen.popover.border_title)
        assert not screen.popover.border_subtitle  # its keys do not work
        assert screen.focused is screen.query_one("#find", Input)
        await press(pilot, "enter")
        assert screen.pane.has_focus
        assert screen.popover.display
        await press(pilot, "j")
        assert screen.pane.cursor == "op3"
        assert not screen.popover.display


async def test_the_next_hit_puts_the_note_away(start: Start) -> None:
    async with start(f"{DRAFT}#op1") as pilot:
        await find(pilot, "64/293")
        await press(pilot, "enter")
        screen = reader(pilot)
        assert screen.pane.cursor == "op2" and screen.popover and screen.popover.display
        await press(pilot, "n")
        assert screen.pane.cursor == "pp8"
        assert not screen.popover.display


@pytest.mark.parametrize("entered", [True, False])
async def test_escape_puts_hits_and_note_away(start: Start, entered: bool) -> None:
    async with start(f"{DRAFT}#op1") as pilot:
        await find(pilot, "第64/293号决议。")
        if entered:
            await press(pilot, "enter")
        await press(pilot, "escape")
        screen = reader(pilot)
        assert screen.popover and not screen.popover.display
        assert screen.pane.has_focus


async def test_enter_before_the_hits_are_known_goes_there_too(start: Start) -> None:
    async with start(f"{DRAFT}#op5") as pilot:
        await press(pilot, "slash")
        prompt = reader(pilot).query_one("#find", Input)
        prompt.value = "冠状病毒"
        await prompt.action_submit()
        await settle(pilot)
        assert reader(pilot).pane.has_focus
        assert reader(pilot).pane.cursor == "pp4"
        await press(pilot, "backspace")
        assert reader(pilot).pane.cursor == "op5"


async def test_all_hits_are_listed_with_their_context(start: Start) -> None:
    async with start(f"{DRAFT}#op1") as pilot:
        await find(pilot, "64/293")
        await press(pilot, "enter", "L")
        assert title(pilot) == "3 hits in this document"
        rows = listed(pilot).query_one(Rows)
        lines = [row.line(80) for row in rows.rows]
        assert ["64/293" in line.plain.replace(" ", "") for line in lines] == [True, True, True]
        assert [" ".join(line.plain.split()[:2]) for line in lines] == [
            "preambular para.",
            "preambular para.",
            "footnote 35",
        ]
        assert all(any("accent" in str(span.style) for span in line.spans) for line in lines)
        assert rows.cursor == 2  # the first from where one stands
        await press(pilot, "up", "enter")
        assert reader(pilot).pane.cursor == "pp49"
        assert "hit 2 of 3" in status(pilot)
        await press(pilot, "backspace")
        assert reader(pilot).pane.cursor == "op2"


async def test_escape_in_the_list_stays_where_one_is(start: Start) -> None:
    async with start(f"{DRAFT}#op5") as pilot:
        await press(pilot, "L", "escape")
        assert reader(pilot).pane.cursor == "op5"


async def test_the_list_opens_from_the_prompt_and_goes_back_to_it(start: Start) -> None:
    async with start(DRAFT) as pilot:
        await find(pilot, "64/293")
        await press(pilot, "ctrl+l")
        assert title(pilot) == "3 hits in this document"
        await press(pilot, "escape")
        prompt = reader(pilot).query_one("#find", Input)
        assert prompt.has_focus and prompt.value == "64/293"
        await press(pilot, "ctrl+l", "down", "enter")
        assert not prompt.display
        assert reader(pilot).pane.cursor == "pp49"


async def test_one_may_type_something_else_in_the_list(start: Start) -> None:
    async with start(DRAFT) as pilot:
        await press(pilot, "L")
        assert title(pilot) == "Hits in this document"
        await write(pilot, "[/]")
        assert title(pilot) == "0 hits in this document"
        await press(pilot, "ctrl+u")
        await write(pilot, "gzbdb")
        row = listed(pilot).query_one(Rows).current
        assert isinstance(row, HitRow)
        assert row.hit.place == "pp4"
        await press(pilot, "enter")
        assert reader(pilot).pane.cursor == "pp4"
        assert "initials" in status(pilot)
