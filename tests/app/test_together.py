"""Two panes that scroll together by their corresponding paragraphs."""

from __future__ import annotations

import pytest
from conftest import DRAFT, REPORT, Start, press, settle, write
from textual.pilot import Pilot

from tui.screens.reader import ReaderScreen
from tui.widgets.status_line import StatusLine


def reader(pilot: Pilot[None]) -> ReaderScreen:
    screen = pilot.app.screen
    assert isinstance(screen, ReaderScreen)
    return screen


def places(pilot: Pilot[None]) -> list[str | None]:
    return [column.pane.cursor for column in reader(pilot).columns]


def rows(pilot: Pilot[None]) -> list[int | None]:
    """The row of each view in which the paragraph at the cursor begins."""
    anchors = [column.pane.anchor_line() for column in reader(pilot).columns]
    return [anchor.row if anchor else None for anchor in anchors]


def says_so(pilot: Pilot[None]) -> list[bool]:
    return ["scrolls together" in column.query_one(StatusLine).address for column in reader(pilot).columns]


def said(pilot: Pilot[None]) -> str:
    return list(pilot.app._notifications)[-1].message


async def open_beside(pilot: Pilot[None], target: str) -> None:
    await press(pilot, "g")
    await write(pilot, target)
    await press(pilot, "|")


OLD = "改进打击"
"""The title of the draft of 2021 begins with it."""


async def test_versions_scroll_together_from_the_beginning(start: Start) -> None:
    async with start(f"{DRAFT}#op10") as pilot:
        await open_beside(pilot, OLD)
        assert reader(pilot).together
        assert "scroll together" in said(pilot)
        assert says_so(pilot) == [True, True]
        # The version that came follows to where one stood.
        assert places(pilot) == ["op10", "op9"]
        await press(pilot, "w")
        reader(pilot).jump("op11")
        await settle(pilot)
        assert places(pilot) == ["op11", "op10"]
        await press(pilot, "k")
        assert places(pilot) == ["op10", "op9"]
        assert rows(pilot)[0] == rows(pilot)[1]


async def test_either_pane_leads(start: Start) -> None:
    async with start(f"{DRAFT}#op10") as pilot:
        await open_beside(pilot, OLD)
        reader(pilot).jump("op24")
        await settle(pilot)
        assert places(pilot) == ["op33", "op24"]
        await press(pilot, "w", "home")
        assert places(pilot) == ["ch", "ch"]
        await press(pilot, "w", "end")
        assert places(pilot) == ["op38", "op28"]


async def test_pages_and_the_wheel_take_the_other_pane_along(start: Start) -> None:
    async with start(DRAFT, size=(160, 40)) as pilot:
        await open_beside(pilot, OLD)
        await press(pilot, "w", "pagedown", "pagedown")
        reader(pilot).pane.scroll_rows(3)
        await settle(pilot)
        left, right = places(pilot)
        assert reader(pilot)._alignment is not None
        assert reader(pilot)._alignment.to_right(str(left)) == right
        assert rows(pilot)[0] == rows(pilot)[1]


async def test_a_paragraph_that_stands_in_one_version_only_is_said_to(start: Start) -> None:
    async with start(f"{DRAFT}#op10") as pilot:
        await open_beside(pilot, OLD)
        await press(pilot, "w")
        reader(pilot).jump("op20")
        await settle(pilot)
        lines = [column.query_one(StatusLine).address for column in reader(pilot).columns]
        assert ["only here" in line for line in lines] == [True, False]
        assert places(pilot) == ["op20", "op16"]


async def test_s_ends_it_and_begins_it_again(start: Start) -> None:
    async with start(f"{DRAFT}#op10") as pilot:
        await open_beside(pilot, OLD)
        await press(pilot, "w", "s")
        assert says_so(pilot) == [False, False]
        assert said(pilot) == "Each pane scrolls by itself. s lets them scroll together."
        still = places(pilot)[1]
        reader(pilot).jump("op33")
        await settle(pilot)
        assert places(pilot) == ["op33", still]
        await press(pilot, "s")
        assert says_so(pilot) == [True, True]
        assert places(pilot) == ["op33", "op24"]


@pytest.mark.parametrize("target", [REPORT, "CTOC/COP/RES/5/2"])
async def test_other_documents_scroll_by_themselves_until_one_says_so(start: Start, target: str) -> None:
    async with start(f"{DRAFT}#op10") as pilot:
        await open_beside(pilot, target)
        before = places(pilot)
        await press(pilot, "w", "j")
        assert not reader(pilot).together
        assert places(pilot) == ["op11", before[1]]
        await press(pilot, "s", "home")
        assert reader(pilot).together
        assert places(pilot)[1] != before[1]


async def test_two_places_of_one_document_stay_apart_until_one_says_so(start: Start) -> None:
    async with start(f"{DRAFT}#op10") as pilot:
        await press(pilot, "|", "j", "j")
        assert places(pilot) == ["op10", "op12"]
        await press(pilot, "s", "j")
        assert places(pilot) == ["op13", "op13"]


async def test_what_was_said_of_one_pair_does_not_hold_for_the_next(start: Start) -> None:
    async with start(f"{DRAFT}#op10") as pilot:
        await open_beside(pilot, REPORT)
        await press(pilot, "s")
        assert reader(pilot).together
        await press(pilot, "g")
        await write(pilot, "CTOC/COP/RES/5/2")
        await press(pilot, "enter")
        assert not reader(pilot).together


async def test_a_pinned_pane_is_not_taken_along(start: Start) -> None:
    async with start(f"{DRAFT}#op10") as pilot:
        await open_beside(pilot, OLD)
        await press(pilot, "p")
        before = places(pilot)[1]
        await press(pilot, "end")
        assert places(pilot) == ["op38", before]
        assert says_so(pilot) == [False, False]


async def test_what_is_folded_away_stays_so(start: Start) -> None:
    async with start(f"{DRAFT}#pp9") as pilot:
        await open_beside(pilot, OLD)
        reader(pilot).jump("pp10")
        await press(pilot, "z", "w")
        reader(pilot).jump("pp9.c")
        await settle(pilot)
        assert places(pilot) == ["pp9.c", "pp10"]
        page = reader(pilot).columns[1].pane.page
        assert page is not None
        assert page.folded == {"pp10"}


async def test_inside_a_long_paragraph_both_show_the_same_part(start: Start) -> None:
    async with start(f"{DRAFT}#pp6", size=(72, 12)) as pilot:
        await open_beside(pilot, OLD)
        await press(pilot, "w")
        reader(pilot).jump("pp14")
        await settle(pilot)
        for _turn in range(3):
            reader(pilot).pane.scroll_rows(1)
            await settle(pilot)
        assert reader(pilot)._alignment is not None
        assert places(pilot)[1] == reader(pilot)._alignment.to_right(str(places(pilot)[0]))
        tops = [column.pane.top_index(column.pane.page) for column in reader(pilot).columns if column.pane.page]
        left, right = (column.pane.page.blocks[top].id for column, top in zip(reader(pilot).columns, tops, strict=True))
        assert reader(pilot)._alignment.to_right(left) == right
