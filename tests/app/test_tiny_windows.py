"""Windows too small for anything: every screen opens, is drawn and closes, and nothing is lost."""

from __future__ import annotations

import pytest
from conftest import DRAFT, Start, press, settle

from tui.screens.library import LibraryScreen
from tui.screens.reader import ReaderScreen

SIZES = [(20, 6), (10, 4), (3, 2), (1, 1)]
OVER_THE_TEXT = {
    "g": "GotoScreen",
    "t": "TagScreen",
    "a": "NoteScreen",
    "l": "NotesScreen",
    "e": "ExportScreen",
    "i": "DetailsScreen",
    "question_mark": "HelpScreen",
    "ctrl+f": "SearchScreen",
    "ctrl+p": "Palette",
}


@pytest.mark.parametrize("size", SIZES)
async def test_every_screen_over_the_text_opens_in_a_tiny_window(start: Start, size: tuple[int, int]) -> None:
    async with start(f"{DRAFT}#op2", size=size) as pilot:
        for key, name in OVER_THE_TEXT.items():
            await press(pilot, key)
            assert type(pilot.app.screen).__name__ == name
            await press(pilot, "pagedown", "n", "down", "pageup", "escape")
            if type(pilot.app.screen).__name__ == name:
                await press(pilot, "escape")
            assert isinstance(pilot.app.screen, ReaderScreen), name


@pytest.mark.parametrize("size", SIZES)
async def test_library_text_footnotes_outline_and_card_stand_in_a_tiny_window(
    start: Start, size: tuple[int, int]
) -> None:
    async with start(size=size) as pilot:
        assert isinstance(pilot.app.screen, LibraryScreen)
        await press(pilot, "down", "slash", "escape", "enter")
        reader = pilot.app.screen
        assert isinstance(reader, ReaderScreen)
        await press(pilot, "j", "pagedown", "f", "escape", "o", "down", "o", "slash", "大", "enter", "z", "end", "tab")
        assert reader.pane.cursor is not None
        pilot.app.look_up("64/293")
        await settle(pilot)
        assert type(pilot.app.screen).__name__ == "CardScreen"


async def test_a_window_made_tiny_and_wide_again_stands_where_one_was(start: Start) -> None:
    async with start(f"{DRAFT}#op5") as pilot:
        for opened in ("", "ctrl+p", "a", "l", "i", "question_mark"):
            if opened:
                await press(pilot, opened)
            for size in SIZES:
                await pilot.resize_terminal(*size)
                await press(pilot, "pagedown")
                await pilot.resize_terminal(120, 36)
            if opened:
                await press(pilot, "escape")
                assert isinstance(pilot.app.screen, ReaderScreen), opened
