"""Two panes side by side: opening, going over, pinning, closing, and what each of them keeps for itself."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from conftest import DRAFT, REPORT, Start, press, settle, write
from textual.geometry import Offset
from textual.pilot import Pilot

from store.library.library import Library
from store.state import State
from tui.history import Position
from tui.messages import OpenDocument
from tui.screens.card import CardScreen
from tui.screens.columns import Panes
from tui.screens.reader import ReaderScreen
from tui.widgets.pane_head import PaneHead
from tui.widgets.status_line import StatusLine

ADOPTED = "A/RES/64/293"


def reader(pilot: Pilot[None]) -> ReaderScreen:
    screen = pilot.app.screen
    assert isinstance(screen, ReaderScreen)
    return screen


def shown(pilot: Pilot[None]) -> list[tuple[str, str | None]]:
    """Document and place of each pane, from left to right."""
    found = []
    for column in reader(pilot).columns:
        with reader(pilot).at(column):
            document = reader(pilot).document
            found.append((document[0] if document else "", column.pane.cursor))
    return found


def turn(pilot: Pilot[None]) -> int:
    """Which pane one is in."""
    return reader(pilot).columns.index(reader(pilot).active)


def heads(pilot: Pilot[None]) -> list[str]:
    return [head.render_line(0).text for head in reader(pilot).query(PaneHead)]


def said(pilot: Pilot[None]) -> str:
    return list(pilot.app._notifications)[-1].message


async def go(pilot: Pilot[None], key: str, place: str | None = None, words: str = "") -> None:
    reader(pilot).post_message(OpenDocument(key, place, words))
    await settle(pilot)


@pytest.fixture
def adopted(home: Path, index: Path, tmp_path: Path) -> str:
    """A resolution that the draft cites, in the library."""
    home.mkdir()
    shutil.copy(index, home / index.name)
    file = tmp_path / "adopted.txt"
    file.write_text("联合国打击贩运人口的全球行动计划\n\n大会，\n\n1. 决定通过该计划；\n\n2. 请秘书长提出报告。\n")
    return Library().add(file, ADOPTED).key


async def test_a_second_pane_opens_at_the_same_place_and_one_is_in_it(start: Start) -> None:
    async with start(f"{DRAFT}#op5") as pilot:
        await press(pilot, "|")
        assert shown(pilot) == [(DRAFT, "op5"), (DRAFT, "op5")]
        assert turn(pilot) == 1
        assert pilot.app.focused is reader(pilot).columns[1].pane
        await press(pilot, "j")
        assert shown(pilot) == [(DRAFT, "op5"), (DRAFT, "op6")]


async def test_jumps_act_on_the_pane_one_is_in_and_so_does_the_way_back(start: Start) -> None:
    async with start(f"{DRAFT}#op5") as pilot:
        await press(pilot, "|", "g")
        await write(pilot, REPORT)
        await press(pilot, "enter")
        assert [key for key, _place in shown(pilot)] == [DRAFT, REPORT]
        await go(pilot, REPORT, "p9")
        await press(pilot, "w")
        await go(pilot, DRAFT, "pp3")
        await press(pilot, "backspace")
        assert shown(pilot) == [(DRAFT, "op5"), (REPORT, "p9")]
        await press(pilot, "w", "backspace", "backspace")
        assert shown(pilot) == [(DRAFT, "op5"), (DRAFT, "op5")]


async def test_w_and_a_click_go_over_to_the_other_pane(start: Start) -> None:
    async with start(f"{DRAFT}#op5") as pilot:
        await press(pilot, "|", "w")
        assert turn(pilot) == 0
        assert pilot.app.focused is reader(pilot).columns[0].pane
        region = reader(pilot).columns[1].pane.region_of("op6", 3)
        await pilot.click(offset=(region.x, region.y))
        await settle(pilot)
        assert turn(pilot) == 1
        assert shown(pilot) == [(DRAFT, "op5"), (DRAFT, "op6")]


async def test_the_pane_one_is_in_is_marked_by_more_than_colour(start: Start) -> None:
    async with start(DRAFT) as pilot:
        await press(pilot, "|")
        for expected in ([False, True], [True, False]):
            assert [head.startswith("▌ A/C.3/80/L.4") for head in heads(pilot)] == expected
            assert [head.is_active for head in reader(pilot).query(PaneHead)] == expected
            bold = [
                any(part.style and part.style.bold for part in head.render_line(0))
                for head in reader(pilot).query(PaneHead)
            ]
            assert bold == expected
            await press(pilot, "w")


async def test_each_pane_has_its_own_head_and_status(start: Start) -> None:
    async with start(f"{DRAFT}#op5") as pilot:
        await press(pilot, "|")
        await go(pilot, REPORT, "p9")
        assert [head.split()[0] for head in (each.strip("▌ ") for each in heads(pilot))] == [DRAFT, REPORT]
        lines = [column.query_one(StatusLine).address for column in reader(pilot).columns]
        assert [line.split(" · ")[0] for line in lines] == ["operative para. 5", "para. 9"]
        assert not reader(pilot).query_one(".head").display


async def test_the_same_key_closes_the_pane_one_is_not_in(start: Start) -> None:
    async with start(f"{DRAFT}#op5") as pilot:
        await press(pilot, "|")
        await go(pilot, REPORT, "p9")
        await press(pilot, "|")
        assert shown(pilot) == [(REPORT, "p9")]
        assert reader(pilot).query_one(".head").display
        assert "A/74/127" in str(reader(pilot).query_one(".head").render())
        assert reader(pilot).query_one("#body > StatusLine, ReaderScreen > StatusLine", StatusLine).address == "para. 9"
        await press(pilot, "j")
        assert shown(pilot) == [(REPORT, "s3.A.2")]
        await press(pilot, "|", "|", "|")
        assert len(shown(pilot)) == 2


@pytest.mark.parametrize("key", ["w", "p", "s"])
async def test_keys_of_two_panes_say_that_there_is_one(start: Start, key: str) -> None:
    async with start(DRAFT) as pilot:
        await press(pilot, key)
        assert said(pilot) == "There is one pane only: | opens another beside it."


async def test_a_pinned_pane_receives_what_is_followed_in_the_other(start: Start, adopted: str) -> None:
    async with start(f"{DRAFT}#op5") as pilot:
        await press(pilot, "|", "p")
        assert turn(pilot) == 0
        assert "» pinned" in heads(pilot)[1]
        assert "» pinned" not in heads(pilot)[0]
        assert said(pilot) == "What you follow here opens in the pinned pane now. p ends that."
        await go(pilot, DRAFT, "pp8")
        assert shown(pilot) == [(DRAFT, "op5"), (DRAFT, "pp8")]
        await press(pilot, "w", "w", "k")
        pane = reader(pilot).pane
        pane.go_to("pp8")
        await press(pilot, "tab", "enter")
        assert shown(pilot) == [(DRAFT, "pp8"), (adopted, "ch")]
        assert turn(pilot) == 0
        # The way back of the pinned pane is its own.
        await press(pilot, "w", "backspace")
        assert shown(pilot) == [(DRAFT, "pp8"), (DRAFT, "pp8")]
        await press(pilot, "p")
        assert not any("pinned" in head for head in heads(pilot))
        assert "p pins" in said(pilot)


async def test_go_to_search_and_citations_of_footnotes_end_in_the_pinned_pane(start: Start, adopted: str) -> None:
    async with start(f"{DRAFT}#op2") as pilot:
        await press(pilot, "|", "p", "g")
        await write(pilot, REPORT)
        await press(pilot, "enter")
        assert [key for key, _place in shown(pilot)] == [DRAFT, REPORT]
        await go(pilot, DRAFT, "op7", "世界日")
        with reader(pilot).at(reader(pilot).columns[1]):
            assert reader(pilot)._finding is not None
        assert reader(pilot)._finding is None
        await press(pilot, "f", "enter")
        assert shown(pilot) == [(DRAFT, "op2"), (adopted, "ch")]


async def test_a_card_lies_over_both_panes_and_leads_on_to_the_pinned_one(start: Start) -> None:
    async with start(f"{DRAFT}#op5") as pilot:
        await press(pilot, "|", "p", "enter")
        assert isinstance(pilot.app.screen, CardScreen)
        pilot.app.screen.post_message(OpenDocument(REPORT, "p9"))
        await settle(pilot)
        assert shown(pilot) == [(DRAFT, "op5"), (REPORT, "p9")]


async def test_tags_and_undo_show_at_once_in_both_panes_of_a_document(start: Start) -> None:
    async with start(f"{DRAFT}#op5") as pilot:
        await press(pilot, "|", "t")
        await write(pilot, "dear")
        await press(pilot, "enter", "escape")
        pages = [column.pane.page for column in reader(pilot).columns]
        assert [page.marks["op5"].tags for page in pages if page] == [("dear",), ("dear",)]
        await press(pilot, "w", "u")
        assert [dict(page.marks) for page in pages if page] == [{}, {}]


async def test_footnotes_open_in_either_pane_beside_their_marker(start: Start) -> None:
    async with start(f"{DRAFT}#op2", size=(160, 40)) as pilot:
        await press(pilot, "|")
        for column in reversed(reader(pilot).columns):
            await press(pilot, "f")
            popover = reader(pilot).popover
            assert popover and popover.cause
            marker = column.pane.link_region(popover.cause)
            assert marker.y in (popover.region.y - 1, popover.region.bottom)
            assert column.pane.region.contains_region(popover.region)
            await press(pilot, "escape", "w")


async def test_hits_are_found_in_the_pane_one_is_in(start: Start) -> None:
    async with start(f"{DRAFT}#op5") as pilot:
        await press(pilot, "|", "slash")
        await write(pilot, "COVID")
        await press(pilot, "enter")
        lines = [column.query_one(StatusLine).address for column in reader(pilot).columns]
        assert ["hit 1 of" in line for line in lines] == [False, True]
        await press(pilot, "w", "n")
        assert shown(pilot)[0] == (DRAFT, "op5")
        await press(pilot, "w", "n")
        assert "hit 2 of" in reader(pilot).columns[1].query_one(StatusLine).address


async def test_both_places_are_remembered_and_the_one_in_hand_is_the_last(start: Start) -> None:
    async with start(f"{DRAFT}#op5") as pilot:
        await press(pilot, "j", "|")
        await go(pilot, REPORT, "p9")
        await press(pilot, "j", "w", "j", "q")
        state = State()
        assert (state.last_place(DRAFT), state.last_place(REPORT)) == ("op7", "s3.A.2")
        assert state.last_document == DRAFT


async def test_narrow_panes_stand_one_above_the_other(start: Start) -> None:
    async with start(DRAFT, size=(70, 30)) as pilot:
        await press(pilot, "|")
        first, second = (column.region for column in reader(pilot).columns)
        assert (first.x, first.width, second.x) == (0, 70, 0)
        assert first.bottom == second.y
        await pilot.resize_terminal(120, 30)
        await settle(pilot)
        first, second = (column.region for column in reader(pilot).columns)
        assert (first.y, first.right) == (second.y, second.x)


@pytest.mark.parametrize(("width", "alone", "beside_two"), [(90, False, False), (120, True, False), (200, True, True)])
async def test_the_outline_gives_way_to_the_panes(start: Start, width: int, alone: bool, beside_two: bool) -> None:
    async with start(DRAFT, size=(width, 40)) as pilot:
        side = reader(pilot).query_one("#side")
        assert side.display is alone
        await press(pilot, "|")
        assert side.display is beside_two
        await press(pilot, "o")
        assert side.display
        assert pilot.app.focused is reader(pilot).outline
        await press(pilot, "escape", "|")
        assert side.display is alone


async def test_the_outline_is_that_of_the_pane_one_is_in(start: Start) -> None:
    async with start(f"{DRAFT}#op5", size=(200, 50)) as pilot:
        await press(pilot, "|")
        await go(pilot, REPORT, "p9")
        outline = reader(pilot).outline
        assert outline and outline.cursor_node and outline.cursor_node.data
        assert outline.cursor_node.data.block.id == "p9"
        await press(pilot, "w")
        assert outline.cursor_node.data.block.id == "op5"


async def test_go_to_opens_beside_by_the_same_key(start: Start) -> None:
    async with start(f"{DRAFT}#op5") as pilot:
        await press(pilot, "g")
        await write(pilot, REPORT)
        await press(pilot, "|")
        assert [key for key, _place in shown(pilot)] == [DRAFT, REPORT]
        assert turn(pilot) == 1
        await press(pilot, "w", "g")
        await write(pilot, "CTOC/COP/RES/5/2")
        await press(pilot, "|")
        assert [key for key, _place in shown(pilot)] == [DRAFT, "CTOC/COP/RES/5/2"]


async def test_the_library_opens_a_document_beside_the_one_read_last(start: Start) -> None:
    async with start(f"{DRAFT}#op5") as pilot:
        await press(pilot, "j", "q", "slash")
        await write(pilot, REPORT)
        await press(pilot, "down", "escape")
        while pilot.app.screen.query_one("#documents").current.entry.key != REPORT:
            await press(pilot, "down")
        await press(pilot, "|")
        assert [key for key, _place in shown(pilot)] == [DRAFT, REPORT]
        assert shown(pilot)[0] == (DRAFT, "op6")


async def test_with_nothing_read_yet_the_library_opens_a_document_twice(start: Start) -> None:
    async with start() as pilot:
        await press(pilot, "|")
        (left, _), (right, _) = shown(pilot)
        assert left == right


async def test_a_document_that_is_gone_leaves_no_empty_pane(start: Start) -> None:
    async with start(f"{DRAFT}#op5") as pilot:
        reader(pilot).place_beside(Position("document", "A/RES/1/1"))
        await settle(pilot)
        assert "A/RES/1/1" in said(pilot)
        assert shown(pilot) == [(DRAFT, "op5")]


async def test_a_line_of_the_hairline_s_colour_stands_between(start: Start) -> None:
    async with start(DRAFT) as pilot:
        await press(pilot, "|")
        first, second = reader(pilot).columns
        assert first.styles.border_left[0] == ""
        assert second.styles.border_left[0] == "solid"
        assert reader(pilot).query_one(Panes).region.offset == Offset(0, 0)
