"""The session: the app goes on where it was left, with its scrolling, folds and ways, however it ended."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest
from conftest import DRAFT, REPORT, Start, press, settle, write
from terminal import Terminal
from textual.pilot import Pilot
from textual.widgets import Static

from store.paths import session_file
from store.session import Session, SessionFile, Standing
from store.state import State
from tui.app import JueyiApp
from tui.screens.card import CardScreen
from tui.screens.library import LibraryScreen
from tui.screens.reader import ReaderScreen

Resume = Callable[[], AbstractAsyncContextManager[Pilot[None]]]


@pytest.fixture
def resume() -> Resume:
    """Runs the app as `jueyi --continue` does."""

    @asynccontextmanager
    async def run() -> AsyncIterator[Pilot[None]]:
        app = JueyiApp(resume=True)
        async with app.run_test(size=(120, 36)) as pilot:
            await settle(pilot)
            yield pilot

    return run


async def leave(pilot: Pilot[None]) -> None:
    await pilot.press("ctrl+q")
    await pilot.pause()


def reader(pilot: Pilot[None]) -> ReaderScreen:
    screen = pilot.app.screen
    assert isinstance(screen, ReaderScreen)
    return screen


async def test_place_scrolling_and_ways_come_back(start: Start, resume: Resume) -> None:
    async with start(f"{DRAFT}#op5") as pilot:
        await press(pilot, "g")
        await write(pilot, "A/74/127#p98")
        await press(pilot, "enter", "j", "k", "pagedown", "k")
        left = reader(pilot).position
        await leave(pilot)
    async with resume() as pilot:
        assert reader(pilot).position == left
        await press(pilot, "backspace")
        assert reader(pilot).document and reader(pilot).document[0] == DRAFT
        assert reader(pilot).pane.cursor == "op5"
        await press(pilot, "alt+right")
        assert reader(pilot).position == left


async def test_folds_come_back(start: Start, resume: Resume) -> None:
    async with start(f"{REPORT}#p98") as pilot:
        await press(pilot, "z")
        folded = reader(pilot).pane.page.folded
        assert folded
        await leave(pilot)
    async with resume() as pilot:
        assert reader(pilot).pane.page.folded == folded


async def test_a_card_comes_back(start: Start, resume: Resume) -> None:
    async with start("64/293") as pilot:
        await leave(pilot)
    async with resume() as pilot:
        assert isinstance(pilot.app.screen, CardScreen)
        await press(pilot, "q")
        assert isinstance(pilot.app.screen, LibraryScreen)
        assert "64/293" in str(pilot.app.screen.query_one("#resume", Static).visual)


async def test_c_in_the_library_goes_on_as_it_was_left(start: Start) -> None:
    async with start(f"{DRAFT}#op5") as pilot:
        await press(pilot, "pagedown", "k")
        left = reader(pilot).position
        await press(pilot, "q", "c")
        assert reader(pilot).position == left
        await leave(pilot)
    async with start() as pilot:
        await press(pilot, "c")
        assert reader(pilot).position == left


async def test_what_was_read_before_the_library_is_kept_when_one_leaves_there(start: Start, resume: Resume) -> None:
    async with start(f"{DRAFT}#op5") as pilot:
        await press(pilot, "q")
        await leave(pilot)
    async with resume() as pilot:
        assert reader(pilot).pane.cursor == "op5"


async def test_with_nothing_read_there_is_the_library(resume: Resume) -> None:
    async with resume() as pilot:
        assert isinstance(pilot.app.screen, LibraryScreen)
        assert any("Nothing has been read" in notice.message for notice in pilot.app._notifications)


async def test_a_document_that_is_gone_gives_way_to_the_one_remembered(resume: Resume) -> None:
    State().remember_place(REPORT, "p98")
    SessionFile().save(Session((Standing("document", "A/RES/1/1", "op1"),)))
    async with resume() as pilot:
        assert (reader(pilot).wanted.key, reader(pilot).pane.cursor) == (REPORT, "p98")


@pytest.mark.parametrize(("start_with", "screen"), [("continue", ReaderScreen), ("library", LibraryScreen)])
async def test_the_setting_says_what_comes_first(home: Path, start: Start, start_with: str, screen: type) -> None:
    home.mkdir()
    (home / "config.toml").write_text(f'start = "{start_with}"\n', "utf-8")
    SessionFile().save(Session((Standing("document", DRAFT, "op5"),)))
    async with start() as pilot:
        assert isinstance(pilot.app.screen, screen)


async def test_what_stands_still_is_written_and_nothing_twice(start: Start) -> None:
    async with start(f"{DRAFT}#op5") as pilot:
        app = pilot.app
        assert isinstance(app, JueyiApp)
        app._look_at_session()
        app._look_at_session()
        await settle(pilot)
        session = SessionFile().load()
        assert session is not None
        assert session.standing.place == "op5"
        session_file().unlink()
        app._look_at_session()
        await settle(pilot)
        assert not session_file().exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")
def test_a_killed_app_is_continued(home: Path) -> None:
    with Terminal([f"{DRAFT}#op5"], home) as terminal:
        deadline = time.monotonic() + 30
        while not session_file().exists():
            assert time.monotonic() < deadline, "no session was written"
            terminal.read_on()
        os.kill(terminal.process, signal.SIGKILL)
    with Terminal(["-c"], home) as terminal:
        terminal.read_until("operative para. 5")
