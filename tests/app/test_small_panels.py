"""Panels in small windows and through storms of resizing: their hint stays, nothing breaks."""

from __future__ import annotations

import pytest
from conftest import DRAFT, Start, press
from textual.geometry import Region
from textual.pilot import Pilot

from tui.screens.reader import ReaderScreen
from tui.widgets.key_hints import KeyHints

PANELS = {
    "tags": "t",
    "note": "a",
    "go to": "g",
    "notes": "l",
    "export": "e",
    "details": "i",
    "themes": "T",
    "help": "question_mark",
    "search": "ctrl+f",
}
SIZES = [(40, 12), (20, 6), (120, 36), (16, 5), (200, 50), (30, 10), (10, 4), (80, 24), (1, 1), (60, 8), (20, 6)]


@pytest.mark.parametrize("size", [(40, 12), (20, 6), (80, 24)])
async def test_the_hint_of_a_panel_is_seen_however_small_the_window(start: Start, size: tuple[int, int]) -> None:
    async with start(f"{DRAFT}#op5", size=size) as pilot:
        for name, key in PANELS.items():
            await press(pilot, key)
            hints = pilot.app.screen.query_one(KeyHints)
            assert hints.render().plain, name
            panel = pilot.app.screen.query_one(".panel").region
            window = Region(0, 0, *size)
            assert hints.region.height == 1, name
            assert window.contains_region(hints.region) and panel.contains_region(hints.region), name
            visible, _clip = pilot.app.screen.get_widget_at(hints.region.x, hints.region.y)
            assert visible is hints, name
            await close(pilot)


async def test_a_panel_survives_a_storm_of_sizes(start: Start) -> None:
    async with start(f"{DRAFT}#op5") as pilot:
        for turn, (name, key) in enumerate(PANELS.items()):
            await press(pilot, key)
            there = pilot.app.screen
            for size in SIZES[turn % 3 :: 3]:
                await pilot.resize_terminal(*size)
            await press(pilot, "down")
            assert pilot.app.screen is there, name
            await pilot.resize_terminal(80, 24)
            await press(pilot, "escape")
            assert pilot.app.screen is not there, name
            await close(pilot)
            await pilot.resize_terminal(120, 36)


async def close(pilot: Pilot[None]) -> None:
    """Back to the text, for the next panel to be opened there."""
    for _try in range(2):
        if not isinstance(pilot.app.screen, ReaderScreen):
            await press(pilot, "escape")
    assert isinstance(pilot.app.screen, ReaderScreen)
