"""The first screen is what the target means: nothing blank under it, and the library wherever one leaves."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from conftest import DRAFT, REPORT, Start, press, settle
from textual.css.stylesheet import Stylesheet
from textual.events import Resize
from textual.geometry import Size

from tui.app import JueyiApp
from tui.opening import Opening
from tui.screens.card import CardScreen
from tui.screens.choice import ChoiceScreen
from tui.screens.library import LibraryScreen
from tui.screens.reader import ReaderScreen


@pytest.mark.parametrize(
    ("target", "screens"),
    [
        (None, [LibraryScreen]),
        (DRAFT, [ReaderScreen]),
        (f"{DRAFT}#op5", [ReaderScreen]),
        (f"{DRAFT}#op500", [ReaderScreen]),
        ("A/RES/64/293", [LibraryScreen, CardScreen]),
        ("贩运人口", [LibraryScreen, ChoiceScreen]),
        ("胡言乱语", [LibraryScreen]),
    ],
)
async def test_screens_that_stand_at_the_start(start: Start, target: str | None, screens: list[type]) -> None:
    async with start(target) as pilot:
        assert [type(screen) for screen in pilot.app.screen_stack] == screens


async def test_a_document_that_takes_long_to_find_comes_up_above_the_library(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Opening, "found", lambda self, patience: None)
    async with start(DRAFT) as pilot:
        assert [type(screen) for screen in pilot.app.screen_stack] == [LibraryScreen, ReaderScreen]
        await press(pilot, "q")
        assert isinstance(pilot.app.screen, LibraryScreen)


async def test_the_library_takes_the_place_of_the_first_document_and_stays_below_the_next(start: Start) -> None:
    async with start(REPORT) as pilot:
        first = pilot.app.screen
        await press(pilot, "q")
        assert [type(screen) for screen in pilot.app.screen_stack] == [LibraryScreen]
        assert not first.is_attached
        for _time in range(2):
            await press(pilot, "enter")
            assert [type(screen) for screen in pilot.app.screen_stack] == [LibraryScreen, ReaderScreen]
            await press(pilot, "q")
            assert [type(screen) for screen in pilot.app.screen_stack] == [LibraryScreen]


async def test_one_can_go_back_to_a_document_that_was_the_first_screen(start: Start) -> None:
    async with start(f"{DRAFT}#op5") as pilot:
        await press(pilot, "q", "backspace")
        screen = pilot.app.screen
        assert isinstance(screen, ReaderScreen)
        assert (screen.wanted.key, screen.pane.cursor) == (DRAFT, "op5")


async def test_a_storm_of_resizes_ends_with_a_sound_screen(start: Start) -> None:
    sizes = random.Random(5)
    async with start(f"{DRAFT}#op5") as pilot:
        for _time in range(200):
            size = Size(sizes.randint(1, 200), sizes.randint(1, 60))
            pilot.app.post_message(Resize(size, size))
        await pilot.resize_terminal(120, 36)
        await settle(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, ReaderScreen)
        pane, page = screen.pane, screen.pane.page
        assert page is not None
        assert page.geometry.width == pane.size.width
        assert pane.cursor == "op5"
        top, bottom = page.content(page.index_of["op5"])
        assert pane.scroll_offset.y < bottom and top < pane.scroll_offset.y + pane.size.height
        row = max(top - pane.scroll_offset.y, 0)
        assert pane.render_line(row).text.strip() != ""
        assert {pane.render_line(y).cell_length for y in range(pane.size.height)} == {pane.size.width}


async def test_styles_of_panels_that_one_opened_early_are_not_read_again(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are read where no key comes for a moment, unless a panel that was opened before brought them."""
    read: list[str] = []
    reading = Stylesheet.read
    monkeypatch.setattr(Stylesheet, "read", lambda sheet, path: (read.append(Path(path).name), reading(sheet, path)))
    async with start(DRAFT) as pilot:
        assert isinstance(pilot.app, JueyiApp)
        await press(pilot, "question_mark", "escape")
        pilot.app._last_input = 0.0
        pilot.app._read_panels()
    assert read.count("panels.tcss") == 1
