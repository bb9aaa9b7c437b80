"""An open footnote while the text under it moves, and the keys of the text while it is open."""

from __future__ import annotations

import pytest
from conftest import DRAFT, Start, press, settle, write
from textual.pilot import Pilot

from store.annotations.shelf import Shelf
from store.paths import annotations_folder
from tui import clipboard
from tui.screens.card import CardScreen
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


def painted(popover: Popover) -> str:
    return "\n".join(popover.render_line(y).text for y in range(popover.size.height))


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


async def test_words_of_a_footnote_are_selected_and_annotated_as_those_of_a_paragraph(start: Start) -> None:
    async with start(f"{DRAFT}#op2") as pilot:
        await press(pilot, "f", "v", "l", "l", "l", "h", "t")
        await write(pilot, "mine")
        await press(pilot, "enter", "escape", "H", "v", "right_parenthesis", "a")
        await write(pilot, "all of it, see [[A/RES/70/1#op5]]")
        await press(pilot, "escape", "escape")
        found = Shelf(annotations_folder()).of(DRAFT)
        assert [(each.scope, each.place, each.quote, each.kind) for each in found] == [
            ("range", "fn35", "第 6", ""),
            ("range", "fn35", "第 6", "highlight"),
            ("place", "fn35", "第 64/293 号决议。", ""),
        ]
        notes = popover(pilot)
        assert notes.has_focus and notes.chosen is None
        assert "# mine" in painted(notes) and "see [[A/RES/70/1#op5]]" in painted(notes)
        await press(pilot, "D")
        assert "see" not in painted(notes)
        await press(pilot, "u", "tab", "tab")
        assert notes.links[notes.selected_link or 0].target == "A/RES/70/1#op5"
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, CardScreen)


async def test_words_of_a_footnote_are_selected_by_the_mouse_and_copied(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clipboard, "has_clipboard", lambda _environment: False)
    async with start(f"{DRAFT}#op2") as pilot:
        await press(pilot, "f")
        notes = popover(pilot)
        at = notes.scrollable_content_region.offset
        await pilot.mouse_down(offset=(at.x + 3, at.y))
        await pilot.hover(offset=(at.x + 8, at.y))
        await pilot.mouse_up(offset=(at.x + 8, at.y))
        await settle(pilot)
        assert [(part.block, part.start, part.end) for part in notes.parts] == [("fn35", 2, 8)]
        assert isinstance(pilot.app.screen, ReaderScreen)  # dragging over a citation does not follow it
        await press(pilot, "y")
        assert pilot.app.clipboard == "“64/293”（A/C.3/80/L.4，脚注35）"
        await press(pilot, "y")
        assert pilot.app.clipboard == "“第 64/293 号决议。”（A/C.3/80/L.4，脚注35）"
