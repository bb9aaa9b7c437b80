"""Every key of the reader does what it says."""

from __future__ import annotations

import pytest
from conftest import DRAFT, REPORT, Start, press, settle, write
from textual.pilot import Pilot
from textual.widgets import Input

from store.state import State
from tui.screens.card import CardScreen
from tui.screens.help import HelpScreen
from tui.screens.library import LibraryScreen
from tui.screens.reader import ReaderScreen
from tui.screens.search import SearchScreen
from tui.widgets.fields import Fields
from tui.widgets.status_line import StatusLine


def reader(pilot: Pilot[None]) -> ReaderScreen:
    screen = pilot.app.screen
    assert isinstance(screen, ReaderScreen)
    return screen


def toasts(pilot: Pilot[None]) -> list[str]:
    return [notice.message for notice in pilot.app._notifications]


@pytest.mark.parametrize(("down", "up"), [("j", "k"), ("down", "up")])
async def test_paragraph_by_paragraph(start: Start, down: str, up: str) -> None:
    async with start(f"{DRAFT}#op1") as pilot:
        await press(pilot, down, down)
        assert reader(pilot).pane.cursor == "op3"
        await press(pilot, up)
        assert reader(pilot).pane.cursor == "op2"


@pytest.mark.parametrize("down", ["pagedown", "space"])
async def test_page_by_page(start: Start, down: str) -> None:
    async with start(DRAFT) as pilot:
        pane = reader(pilot).pane
        await press(pilot, down)
        further = pane.scroll_offset.y
        assert further > pane.size.height // 2
        await press(pilot, "pageup")
        assert pane.scroll_offset.y == 0


async def test_home_and_end(start: Start) -> None:
    async with start(DRAFT) as pilot:
        pane = reader(pilot).pane
        await press(pilot, "end")
        assert pane.percent == 100
        last = pane.document.blocks[-1].id if pane.document else ""
        assert pane.cursor == last
        await press(pilot, "home")
        assert (pane.cursor, pane.scroll_offset.y) == ("ch", 0)


async def test_tab_goes_through_the_links_of_the_paragraph(start: Start) -> None:
    async with start(f"{DRAFT}#pp6") as pilot:
        pane = reader(pilot).pane
        await press(pilot, "tab")
        assert pane.selected_link == 0
        await press(pilot, "tab")
        assert pane.selected_link == 1
        await press(pilot, "shift+tab")
        assert pane.selected_link == 0


async def test_enter_on_a_marker_opens_its_footnote_and_escape_closes_it(start: Start) -> None:
    async with start(f"{DRAFT}#op2") as pilot:
        screen = reader(pilot)
        await press(pilot, "tab", "tab", "enter")
        assert screen.popover.display
        assert "35" in str(screen.popover.border_title)
        await press(pilot, "escape")
        assert not screen.popover.display
        assert screen.pane.has_focus


async def test_f_shows_the_footnotes_of_the_paragraph(start: Start) -> None:
    async with start(f"{DRAFT}#op2") as pilot:
        await press(pilot, "f")
        assert reader(pilot).popover.display


async def test_f_says_when_there_are_none(start: Start) -> None:
    async with start(f"{DRAFT}#op1") as pilot:
        await press(pilot, "f")
        assert not reader(pilot).popover.display
        assert toasts(pilot) == ["This paragraph calls no footnote."]


async def test_n_in_a_popover_goes_to_the_next_footnote(start: Start) -> None:
    async with start(f"{DRAFT}#pp6") as pilot:
        await press(pilot, "f", "n", "n")
        assert reader(pilot).popover.display
        assert reader(pilot).pane.cursor != "pp5"


async def test_enter_on_a_citation_opens_the_card_and_backspace_leads_back(start: Start) -> None:
    async with start(f"{DRAFT}#op5") as pilot:
        pane = reader(pilot).pane
        before = (pane.cursor, pane.scroll_offset.y)
        await press(pilot, "tab", "enter")
        assert isinstance(pilot.app.screen, CardScreen)
        assert pilot.app.screen.position.key == "A/RES/68/192"
        await press(pilot, "backspace")
        assert (reader(pilot).pane.cursor, reader(pilot).pane.scroll_offset.y) == before
        await press(pilot, "alt+right")
        assert isinstance(pilot.app.screen, CardScreen)
        await press(pilot, "alt+left")
        assert (reader(pilot).pane.cursor, reader(pilot).pane.scroll_offset.y) == before


async def test_a_citation_in_a_footnote_can_be_followed(start: Start) -> None:
    async with start(f"{DRAFT}#op2") as pilot:
        await press(pilot, "f", "enter")
        assert isinstance(pilot.app.screen, CardScreen)
        assert pilot.app.screen.position.key == "A/RES/64/293"


async def test_back_leads_to_where_one_stood_in_another_document(start: Start) -> None:
    async with start(f"{DRAFT}#op9") as pilot:
        await press(pilot, "j", "pagedown")
        pane = reader(pilot).pane
        before = (pane.cursor, pane.scroll_offset.y)
        await press(pilot, "g")
        await write(pilot, "74/127")
        await press(pilot, "enter")
        assert reader(pilot).document and reader(pilot).document[0] == REPORT
        await press(pilot, "backspace")
        assert reader(pilot).document and reader(pilot).document[0] == DRAFT
        assert (reader(pilot).pane.cursor, reader(pilot).pane.scroll_offset.y) == before


async def test_at_the_ends_of_the_way_back_and_forward_one_is_told(start: Start) -> None:
    async with start(DRAFT) as pilot:
        await press(pilot, "backspace")
        assert toasts(pilot) == ["There is nothing to go back to: Backspace leads back after a jump."]
        await press(pilot, "alt+right")
        assert toasts(pilot)[-1] == "There is nothing to go forward to: Alt+→ goes forward after a step back."


async def test_find_is_incremental_and_blind_to_markers_and_spaces(start: Start) -> None:
    async with start(f"{DRAFT}#op2") as pilot:
        await press(pilot, "home", "slash")
        await write(pilot, "行动计划》中提及")
        assert reader(pilot).pane.cursor == "op2"
        await press(pilot, "enter")
        assert reader(pilot).pane.has_focus
        await press(pilot, "slash", "ctrl+u")
        await write(pilot, "2010年7月30日")
        assert reader(pilot).pane.cursor == "pp8"


async def test_n_and_capital_n_go_from_hit_to_hit_round_the_ends(start: Start) -> None:
    async with start(DRAFT) as pilot:
        await press(pilot, "home", "slash")
        await write(pilot, "64/293")
        await press(pilot, "enter")
        places = [reader(pilot).pane.cursor]
        for _turn in range(3):
            await press(pilot, "n")
            places.append(reader(pilot).pane.cursor)
        assert places == ["pp8", "pp49", "op2", "pp8"]
        await press(pilot, "N")
        assert reader(pilot).pane.cursor == "op2"
        assert "hit 3 of 3" in reader(pilot).query_one(StatusLine).address


async def test_escape_in_find_goes_back_to_where_one_stood(start: Start) -> None:
    async with start(f"{DRAFT}#op5") as pilot:
        await press(pilot, "slash")
        await write(pilot, "COVID")
        assert reader(pilot).pane.cursor != "op5"
        await press(pilot, "escape")
        assert reader(pilot).pane.cursor == "op5"
        assert not reader(pilot).query_one("#find", Input).display


async def test_text_that_is_not_there_is_said_to_be_missing(start: Start) -> None:
    async with start(f"{DRAFT}#op5") as pilot:
        await press(pilot, "slash")
        await write(pilot, "[/]不存在")
        assert "not found" in reader(pilot).query_one(StatusLine).address
        assert reader(pilot).pane.cursor == "op5"


async def test_z_folds_and_shows_again(start: Start) -> None:
    async with start(f"{DRAFT}#pp9") as pilot:
        pane = reader(pilot).pane
        assert pane.page
        before = pane.page.height
        await press(pilot, "z")
        assert pane.page.height < before
        await press(pilot, "z")
        assert pane.page.height == before


async def test_o_goes_into_the_outline_and_puts_it_away(start: Start) -> None:
    async with start(DRAFT) as pilot:
        screen = reader(pilot)
        assert screen.query_one("#side").display
        await press(pilot, "o")
        assert screen.outline.has_focus
        await press(pilot, "o")
        assert not screen.query_one("#side").display
        assert screen.pane.has_focus
        await press(pilot, "o")
        assert screen.query_one("#side").display


async def test_enter_in_the_outline_leads_to_the_paragraph(start: Start) -> None:
    async with start(DRAFT) as pilot:
        await press(pilot, "o", "j", "j", "enter")
        assert reader(pilot).pane.has_focus
        assert reader(pilot).pane.cursor == "pp1"


async def test_narrow_the_outline_is_laid_over_the_text(start: Start) -> None:
    async with start(DRAFT, size=(80, 24)) as pilot:
        screen = reader(pilot)
        assert not screen.query_one("#side").display
        width = screen.pane.size.width
        await press(pilot, "o")
        assert screen.query_one("#side").display
        assert screen.pane.size.width == width
        await press(pilot, "escape")
        assert not screen.query_one("#side").display


async def test_q_leads_to_the_library_and_the_place_is_remembered(start: Start) -> None:
    async with start(f"{DRAFT}#op7") as pilot:
        await press(pilot, "j", "q")
        assert isinstance(pilot.app.screen, LibraryScreen)
        assert State().last_place(DRAFT) == "op8"
        await press(pilot, "enter")
        assert reader(pilot).pane.cursor == "op8"


async def test_the_library_leads_back_to_what_was_read(start: Start) -> None:
    async with start(f"{DRAFT}#op7") as pilot:
        await press(pilot, "q", "backspace")
        assert reader(pilot).pane.cursor == "op7"


async def test_ctrl_f_searches_the_library(start: Start) -> None:
    async with start(DRAFT) as pilot:
        await press(pilot, "ctrl+f")
        assert isinstance(pilot.app.screen, SearchScreen)


async def test_help_names_the_keys_that_work(start: Start) -> None:
    async with start(DRAFT) as pilot:
        await press(pilot, "question_mark")
        screen = pilot.app.screen
        assert isinstance(screen, HelpScreen)
        told = "\n".join(row.line(70).plain for row in screen.list.rows)
        for key in ("PgDn", "Backspace", "Alt+→", "Ctrl+F", "Shift+Tab", "N"):
            assert key in told
        await press(pilot, "escape")
        assert reader(pilot)


async def test_the_palette_runs_a_command(start: Start) -> None:
    async with start(DRAFT) as pilot:
        await press(pilot, "home", "ctrl+p")
        await write(pilot, "To the end of the document")
        await pilot.pause(0.3)
        await press(pilot, "down", "enter")
        assert reader(pilot).pane.percent == 100


async def test_ctrl_t_changes_the_theme_for_good(start: Start) -> None:
    async with start(DRAFT) as pilot:
        dark = pilot.app.current_theme.dark
        await press(pilot, "ctrl+t")
        assert pilot.app.current_theme.dark is not dark
        assert State().theme == pilot.app.theme


async def test_i_shows_the_masthead_and_leads_to_who_cites_the_document(start: Start) -> None:
    async with start(DRAFT) as pilot:
        await press(pilot, "i")
        assert "第八十届会议" in str(pilot.app.screen.query_one(Fields).render())
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, CardScreen)
        await press(pilot, "escape")
        assert reader(pilot)


async def test_the_status_line_cites_the_place(start: Start) -> None:
    async with start(f"{DRAFT}#op5") as pilot:
        assert reader(pilot).query_one(StatusLine).address == "operative para. 5 · cites 1"


async def test_keys_that_mean_nothing_change_nothing(start: Start) -> None:
    async with start(f"{DRAFT}#op5") as pilot:
        await press(pilot, "X", "ctrl+x", "f7", "left", "right", "7")
        assert reader(pilot).pane.cursor == "op5"


async def test_a_place_that_is_not_there_is_said_and_the_document_opens(start: Start) -> None:
    async with start(f"{DRAFT}#op999") as pilot:
        assert reader(pilot).document
        assert any("op999" in toast for toast in toasts(pilot))


async def test_a_target_that_nobody_knows_leads_to_the_library(start: Start) -> None:
    async with start("A/RES/99/999") as pilot:
        assert isinstance(pilot.app.screen, LibraryScreen)
        assert any("A/RES/99/999" in toast for toast in toasts(pilot))


async def test_q_from_a_document_named_at_start_opens_the_library(start: Start) -> None:
    async with start(DRAFT) as pilot:
        await press(pilot, "q")
        await settle(pilot)
        assert isinstance(pilot.app.screen, LibraryScreen)
        assert len(pilot.app.screen.query_one("#documents").rows) == 5
