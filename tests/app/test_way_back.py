"""Back, forward and the list of the way: each jump counts, and one comes back to the place and the line."""

from __future__ import annotations

import pytest
from conftest import DRAFT, REPORT, Start, press, write
from textual.pilot import Pilot

from store.session import LONGEST_WAY
from tui.app import JueyiApp
from tui.history import Position
from tui.screens.card import CardScreen
from tui.screens.library import LibraryScreen
from tui.screens.reader import ReaderScreen
from tui.screens.trail import TrailScreen


def reader(pilot: Pilot[None]) -> ReaderScreen:
    screen = pilot.app.screen
    assert isinstance(screen, ReaderScreen)
    return screen


def listed(pilot: Pilot[None]) -> TrailScreen:
    screen = pilot.app.screen
    assert isinstance(screen, TrailScreen)
    return screen


def places(pilot: Pilot[None]) -> list[str | None]:
    """The places to which one can go back, the nearest last."""
    app = pilot.app
    assert isinstance(app, JueyiApp)
    return [position.place for position in app.workspace.history.behind]


def stand(pilot: Pilot[None]) -> tuple[str | None, int]:
    pane = reader(pilot).pane
    return pane.cursor, pane.scroll_offset.y


JUMPS = {
    "end": ["end"],
    "the beginning": ["home"],
    "find": ["slash", *"冠状病毒", "enter"],
    "the next hit": ["slash", *"会员国", "enter", "j", "j", "n"],
    "the list of hits": ["L", *"会员国", "down", "enter"],
    "go to": ["g", *"op30", "enter"],
    "a footnote of the list": ["f3", "down", "down", "enter", "escape"],
    "a bookmark": ["m", "x", "end", "apostrophe", "x"],
    "the outline": ["o", "G", "enter"],
    "a citation": ["g", *"op5", "enter", "tab", "enter"],
    "a search": ["ctrl+f", *"贩运人口", "down", "enter"],
}


@pytest.mark.parametrize("keys", JUMPS.values(), ids=JUMPS.keys())
async def test_each_jump_leads_back_to_the_place_and_the_line(start: Start, keys: list[str]) -> None:
    """The keys before the last jump may be jumps themselves: one goes back as often as there are places."""
    async with start(f"{DRAFT}#op8", size=(100, 30)) as pilot:
        pane = reader(pilot).pane
        pane.scroll_rows(3)
        before = stand(pilot)
        await press(pilot, *keys)
        way = places(pilot)
        assert way
        await press(pilot, *["backspace"] * len(way))
        assert stand(pilot) == before


async def test_stepping_from_hit_to_hit_is_one_jump(start: Start) -> None:
    async with start(f"{DRAFT}#op8") as pilot:
        await press(pilot, "slash", *"会员国", "enter", "n", "n", "n", "n")
        assert places(pilot) == ["op8"]
        await press(pilot, "backspace")
        assert reader(pilot).pane.cursor == "op8"


async def test_escape_in_the_prompt_is_no_jump_and_scrolls_back(start: Start) -> None:
    async with start(f"{DRAFT}#op8", size=(80, 24)) as pilot:
        reader(pilot).pane.scroll_rows(2)
        before = stand(pilot)
        await press(pilot, "slash", *"铭记", "escape")
        assert stand(pilot) == before
        assert places(pilot) == []


async def test_steps_and_pages_are_no_jumps(start: Start) -> None:
    async with start(f"{DRAFT}#op8") as pilot:
        await press(pilot, "j", "k", "pagedown", "ctrl+d", "ctrl+e", "tab", "z")
        assert places(pilot) == []


async def test_the_end_twice_is_one_jump(start: Start) -> None:
    async with start(f"{DRAFT}#op8") as pilot:
        await press(pilot, "end", "end")
        assert places(pilot) == ["op8"]


async def test_h_lists_the_way_with_where_one_is_marked(start: Start) -> None:
    async with start(f"{DRAFT}#op8") as pilot:
        await press(pilot, "g", *"op20", "enter", "g", *f"{REPORT}#p98", "enter", "backspace", "h")
        rows = listed(pilot)._rows
        assert [(row.position.key, row.position.place) for row in rows] == [
            (DRAFT, "op8"),
            (DRAFT, "op20"),
            (REPORT, "p98"),
        ]
        assert [row.is_here for row in rows] == [False, True, False]
        assert listed(pilot).list.current == rows[1]
        assert [row.address for row in rows] == ["operative para. 8", "operative para. 20", "para. 98"]
        assert all(row.words for row in rows)


async def test_enter_goes_to_a_place_of_the_way_and_the_way_stays(start: Start) -> None:
    async with start(f"{DRAFT}#op8") as pilot:
        await press(pilot, "g", *"op20", "enter", "end", "h", "up", "up", "enter")
        assert reader(pilot).pane.cursor == "op8"
        await press(pilot, "alt+right")
        assert reader(pilot).pane.cursor == "op20"
        await press(pilot, "h", "down", "enter")
        assert reader(pilot).pane.cursor == reader(pilot).pane.document.blocks[-1].id
        assert places(pilot) == ["op8", "op20"]


async def test_typing_filters_the_way(start: Start) -> None:
    async with start(f"{DRAFT}#op8") as pilot:
        await press(pilot, "g", *f"{REPORT}#p98", "enter", "g", *"p5", "enter", "h")
        await write(pilot, "L.4")
        assert [row.position.place for row in listed(pilot).list.rows] == ["op8"]
        await press(pilot, "enter")
        assert stand(pilot)[0] == "op8"
        assert reader(pilot).document[0] == DRAFT


async def test_cards_stand_in_the_way_and_are_gone_to(start: Start) -> None:
    async with start("64/293") as pilot:
        assert isinstance(pilot.app.screen, CardScreen)
        await press(pilot, "g", *f"{DRAFT}#op8", "enter", "h")
        card, _place = listed(pilot)._rows
        assert (card.position.key, card.address) == ("A/RES/64/293", "card")
        assert card.words == "General Assembly resolution 64/293"
        await press(pilot, "up", "enter")
        assert isinstance(pilot.app.screen, CardScreen)
        await press(pilot, "alt+right")
        assert stand(pilot)[0] == "op8"


async def test_from_the_library_the_way_leads_back_as_well(start: Start) -> None:
    async with start(f"{DRAFT}#op8") as pilot:
        await press(pilot, "q")
        assert isinstance(pilot.app.screen, LibraryScreen)
        await press(pilot, "h")
        assert [row.is_here for row in listed(pilot)._rows] == [False]
        await press(pilot, "enter")
        assert stand(pilot)[0] == "op8"


async def test_an_empty_way_says_so(start: Start) -> None:
    async with start() as pilot:
        await press(pilot, "h")
        assert listed(pilot).list.rows == []
        assert "not been anywhere" in str(listed(pilot).query_one("#words").render())


async def test_the_way_is_bounded(start: Start) -> None:
    async with start(DRAFT) as pilot:
        app = pilot.app
        assert isinstance(app, JueyiApp)
        for turn in range(LONGEST_WAY + 20):
            app.workspace.history.leave(Position("document", DRAFT, f"op{turn % 7}", None))
        assert len(app.workspace.history.behind) == LONGEST_WAY
