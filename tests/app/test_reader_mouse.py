"""What the mouse does in the reader."""

from __future__ import annotations

from conftest import DRAFT, Start, press, settle
from textual.pilot import Pilot

from tui.screens.card import CardScreen
from tui.screens.reader import ReaderScreen
from tui.screens.text import Text
from tui.widgets.key_hints import KeyHints
from tui.widgets.outline import Outline
from tui.widgets.popover import Popover


def reader(pilot: Pilot[None]) -> ReaderScreen:
    screen = pilot.app.screen
    assert isinstance(screen, ReaderScreen)
    return screen


async def click_link(pilot: Pilot[None], place: str, kind: str) -> None:
    pane = reader(pilot).pane
    link = next(link for link in pane.links(place) if link.kind == kind)
    region = pane.link_region(link)
    await pilot.click(offset=(region.x, region.y))
    await settle(pilot)


async def test_a_click_on_a_marker_opens_its_footnote_and_on_another_one_that(start: Start) -> None:
    async with start(f"{DRAFT}#pp6") as pilot:
        await click_link(pilot, "pp6", "marker")
        popover = reader(pilot).popover
        assert popover.display
        before = str(popover.border_title)
        await click_link(pilot, "pp5", "marker")
        assert popover.display
        assert str(popover.border_title) != before


async def test_a_click_on_a_citation_opens_the_card(start: Start) -> None:
    async with start(f"{DRAFT}#op5") as pilot:
        await click_link(pilot, "op5", "citation")
        assert isinstance(pilot.app.screen, CardScreen)


async def test_a_click_on_a_paragraph_puts_the_cursor_there(start: Start) -> None:
    async with start(f"{DRAFT}#op5") as pilot:
        pane = reader(pilot).pane
        region = pane.region_of("op6", 3)
        await pilot.click(offset=(region.x, region.y))
        await settle(pilot)
        assert pane.cursor == "op6"


async def test_the_wheel_scrolls_the_text(start: Start) -> None:
    async with start(DRAFT) as pilot:
        pane = reader(pilot).pane
        await pilot._post_mouse_events([_wheel("down")], Text, offset=(40, 10))
        await settle(pilot)
        down = pane.scroll_offset.y
        assert down > 0
        await pilot._post_mouse_events([_wheel("up")], Text, offset=(40, 10))
        await settle(pilot)
        assert pane.scroll_offset.y < down


async def test_a_click_in_the_outline_leads_to_the_paragraph(start: Start) -> None:
    async with start(DRAFT) as pilot:
        await pilot.click(Outline, offset=(12, 4))
        await settle(pilot)
        assert reader(pilot).pane.cursor == "pp3"
        assert reader(pilot).pane.has_focus


async def test_a_click_beside_the_popover_closes_it(start: Start) -> None:
    async with start(f"{DRAFT}#op2") as pilot:
        await press(pilot, "f")
        assert reader(pilot).query_one(Popover).display
        region = reader(pilot).pane.region_of("op1", 2)
        await pilot.click(offset=(region.x, region.y))
        await settle(pilot)
        assert not reader(pilot).query_one(Popover).display


async def test_a_click_on_a_hint_presses_its_key(start: Start) -> None:
    async with start(f"{DRAFT}#op2") as pilot:
        hints = str(reader(pilot).query_one(KeyHints).render())
        await pilot.click(KeyHints, offset=(1 + hints.index("f footnote"), 0))
        await settle(pilot)
        assert reader(pilot).popover.display


async def test_a_click_beside_a_panel_closes_it(start: Start) -> None:
    async with start(DRAFT) as pilot:
        await press(pilot, "g")
        assert not isinstance(pilot.app.screen, ReaderScreen)
        await pilot.click(offset=(1, 1))
        await settle(pilot)
        assert isinstance(pilot.app.screen, ReaderScreen)


def _wheel(way: str) -> type:
    from textual.events import MouseScrollDown, MouseScrollUp

    return MouseScrollDown if way == "down" else MouseScrollUp
