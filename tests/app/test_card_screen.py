"""The card of a resolution that the library does not hold."""

from __future__ import annotations

import pytest
from conftest import DRAFT, Start, press, settle
from textual.events import MouseDown
from textual.pilot import Pilot
from textual.widgets import Static

from tui import clipboard
from tui.screens.card import CardScreen, MentionRow
from tui.screens.library import LibraryScreen
from tui.screens.reader import ReaderScreen
from tui.widgets.rows import Rows
from tui.widgets.two_ends import TwoEnds

LINK = "https://undocs.org/zh/A/RES/64/293"


def mentions(pilot: Pilot[None]) -> list[MentionRow]:
    rows = pilot.app.screen.query_one("#mentions", Rows).rows
    return [row for row in rows if isinstance(row, MentionRow)]


async def test_the_card_names_the_resolution_and_who_cites_it(start: Start) -> None:
    async with start("64/293") as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, CardScreen)
        assert screen.query_one(TwoEnds).left.plain.startswith("A/RES/64/293")
        assert screen.query_one(TwoEnds).right.plain == "not in the library"
        particulars = str(screen.query_one("#particulars", Static).render())
        for part in ("联合国打击贩运人口", "2010-07-30", LINK):
            assert part in particulars
        assert len({row.mention.document for row in mentions(pilot)}) > 1


async def test_every_row_shows_the_number_that_is_cited(start: Start) -> None:
    async with start("64/293", size=(80, 24)) as pilot:
        for row in mentions(pilot):
            line = row.line(70)
            assert row.mention.citation.surface[:6] in line.plain
            assert line.cell_length <= 70


async def test_enter_goes_to_the_citing_paragraph_and_backspace_leads_back_to_its_line(start: Start) -> None:
    async with start("64/293") as pilot:
        await press(pilot, "j", "enter")
        screen = pilot.app.screen
        assert isinstance(screen, ReaderScreen)
        assert screen.pane.cursor == "pp49"
        await press(pilot, "backspace")
        card = pilot.app.screen
        assert isinstance(card, CardScreen)
        assert card.position.place == f"{DRAFT}#pp49"


async def test_a_citing_footnote_is_shown_beside_what_calls_it(start: Start) -> None:
    async with start("64/293") as pilot:
        await press(pilot, "j", "j", "enter")
        screen = pilot.app.screen
        assert isinstance(screen, ReaderScreen)
        assert screen.pane.cursor == "op2"
        assert screen.popover.display


async def test_a_click_on_a_citing_paragraph_goes_there(start: Start) -> None:
    async with start("64/293") as pilot:
        rows = pilot.app.screen.query_one("#mentions", Rows).rows
        at, row = next((n, row) for n, row in enumerate(rows[2:], 2) if isinstance(row, MentionRow))
        await pilot.click("#mentions", offset=(10, at))
        await settle(pilot)
        assert isinstance(pilot.app.screen, ReaderScreen)
        assert pilot.app.screen.position.place == row.mention.place


async def test_o_opens_the_official_address(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    async with start("64/293") as pilot:
        monkeypatch.setattr(pilot.app, "open_url", lambda url, **_: opened.append(url))
        await press(pilot, "o")
        assert opened == [LINK]


async def test_y_copies_the_official_address(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clipboard, "has_clipboard", lambda _environment: False)
    async with start("64/293") as pilot:
        await press(pilot, "y")
        assert pilot.app.clipboard == LINK


@pytest.mark.parametrize("key", ["q", "escape"])
async def test_closing_leads_to_what_lay_under_it(start: Start, key: str) -> None:
    async with start(f"{DRAFT}#op5") as pilot:
        await press(pilot, "tab", "enter", key)
        assert isinstance(pilot.app.screen, ReaderScreen)
        assert pilot.app.screen.pane.cursor == "op5"


async def test_a_card_named_at_start_closes_to_the_library(start: Start) -> None:
    async with start("64/293") as pilot:
        await press(pilot, "q")
        assert isinstance(pilot.app.screen, LibraryScreen)


async def test_from_a_citing_document_q_leads_to_the_library_and_not_to_the_card(start: Start) -> None:
    async with start("64/293") as pilot:
        await press(pilot, "enter", "q")
        assert isinstance(pilot.app.screen, LibraryScreen)


async def test_a_click_where_something_was_removed_and_is_painted_still_does_nothing(start: Start) -> None:
    async with start("64/293") as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, CardScreen)
        counts = screen.query_one("#counts")
        x, y = counts.region.offset
        parent = counts._parent
        counts._parent = None
        try:
            screen._forward_event(MouseDown(screen, x, y, 0, 0, 1, False, False, False, x, y))
            assert screen.get_widget_and_offset_at(x, y) == (None, None)
        finally:
            counts._parent = parent
