"""Keys that come in one burst do what they would have done one by one: no character is lost to the screen below."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from conftest import DRAFT, Start, settle
from terminal import Terminal
from textual.events import Key, Paste
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from tui.screens.card import CardScreen
from tui.screens.goto import GotoScreen
from tui.screens.note import NoteScreen
from tui.screens.reader import ReaderScreen
from tui.screens.search import SearchScreen

_NAMES = {"/": "slash", "\r": "enter", "\x06": "ctrl+f", "\x1b": "escape"}


async def burst(pilot: Pilot[None], keys: str) -> None:
    """Send keys before the first of them has done anything."""
    for key in keys:
        pilot.app.post_message(Key(_NAMES.get(key, key), key))
    await settle(pilot)
    await settle(pilot)


async def test_a_target_typed_behind_the_key_of_the_prompt_is_gone_to(start: Start) -> None:
    async with start(DRAFT) as pilot:
        await burst(pilot, "g64/293\r")
        assert isinstance(pilot.app.screen, CardScreen)
        assert pilot.app.screen.position.key == "A/RES/64/293"


async def test_the_prompts_get_all_that_is_typed(start: Start) -> None:
    async with start(DRAFT) as pilot:
        await burst(pilot, "gPP3")
        assert isinstance(pilot.app.screen, GotoScreen)
        assert pilot.app.screen.text == "PP3"
        await burst(pilot, "\x1b\x0664/293")
        assert isinstance(pilot.app.screen, SearchScreen)
        assert pilot.app.screen.text == "64/293"
        await burst(pilot, "\x1b/2030")
        assert isinstance(pilot.app.screen, ReaderScreen)
        assert pilot.app.screen.query_one("#find", Input).value == "2030"
        await burst(pilot, "\x1bahello")
        assert isinstance(pilot.app.screen, NoteScreen)
        assert pilot.app.screen.query_one(TextArea).text == "hello"


async def test_keys_behind_a_prompt_that_closes_go_to_the_screen_below(start: Start) -> None:
    async with start(f"{DRAFT}#op5") as pilot:
        await burst(pilot, "gop9\x1bjj")
        assert isinstance(pilot.app.screen, ReaderScreen)
        assert pilot.app.screen.pane.cursor == "op7"


async def test_a_place_entered_before_its_suggestion_came_is_gone_to(start: Start) -> None:
    async with start(DRAFT) as pilot:
        await burst(pilot, "g执行部分第5段\r")
        assert isinstance(pilot.app.screen, ReaderScreen)
        assert pilot.app.screen.pane.cursor == "op5"


async def test_pasted_text_stays_behind_the_key_before_it(start: Start) -> None:
    async with start(DRAFT) as pilot:
        pilot.app.post_message(Key("g", "g"))
        pilot.app.post_message(Paste("64/293"))
        await burst(pilot, "\r")
        assert isinstance(pilot.app.screen, CardScreen)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")
def test_a_burst_through_a_terminal_loses_nothing(home: Path) -> None:
    """The whole way: bytes written at once, the card of the resolution on the screen."""
    with Terminal([f"{DRAFT}#op5"], home) as terminal:
        terminal.read_until("operative para. 5")
        terminal.write(b"g64/293\r")
        terminal.read_until("undocs.org/zh/A/RES/64/293")
