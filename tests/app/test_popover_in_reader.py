"""An open footnote while the text under it moves, and the keys of the text while it is open."""

from __future__ import annotations

import pytest
from conftest import DRAFT, Start, press, settle
from textual.pilot import Pilot

from tui.screens.reader import ReaderScreen
from tui.widgets.popover import Popover


def reader(pilot: Pilot[None]) -> ReaderScreen:
    screen = pilot.app.screen
    assert isinstance(screen, ReaderScreen)
    return screen


def popover(pilot: Pilot[None]) -> Popover:
    popover = reader(pilot).popover
    assert popover is not None
    return popover


def is_beside_its_marker(pilot: Pilot[None]) -> bool:
    cause = popover(pilot).cause
    assert cause is not None
    marker, region = reader(pilot).pane.link_region(cause), popover(pilot).region
    return marker.y in (region.y - 1, region.bottom) and pilot.app.screen.region.contains_region(region)


@pytest.mark.parametrize("size", [(80, 24), (200, 50), (60, 16)])
async def test_it_stays_beside_its_marker_when_the_window_changes(start: Start, size: tuple[int, int]) -> None:
    async with start(f"{DRAFT}#op2") as pilot:
        await press(pilot, "f")
        await pilot.resize_terminal(*size)
        await settle(pilot)
        assert popover(pilot).display
        assert is_beside_its_marker(pilot)


async def test_it_goes_with_the_text_and_vanishes_with_its_line(start: Start) -> None:
    async with start(f"{DRAFT}#op2") as pilot:
        await press(pilot, "f")
        pane = reader(pilot).pane
        pane.scroll_rows(2)
        await settle(pilot)
        assert is_beside_its_marker(pilot)
        pane.scroll_rows(60)
        await settle(pilot)
        assert not popover(pilot).display
        assert pilot.app.focused is pane


@pytest.mark.parametrize(("key", "place"), [("j", "op3"), ("down", "op3"), ("k", "op1"), ("home", "ch")])
async def test_keys_of_the_text_close_it_and_do_what_they_do(start: Start, key: str, place: str) -> None:
    async with start(f"{DRAFT}#op2", size=(120, 50)) as pilot:
        await press(pilot, "f", key)
        assert not popover(pilot).display
        assert reader(pilot).pane.cursor == place


async def test_f_closes_what_f_opened(start: Start) -> None:
    async with start(f"{DRAFT}#op2") as pilot:
        await press(pilot, "f")
        assert popover(pilot).display
        await press(pilot, "f")
        assert not popover(pilot).display
