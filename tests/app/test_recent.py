"""Documents read lately: the last one first, with when and where; chosen, one goes on where one stood."""

from __future__ import annotations

from conftest import DRAFT, REPORT, Start, press, write
from textual.pilot import Pilot

from store.state import State
from tui.screens.reader import ReaderScreen
from tui.screens.recent import RecentRow, RecentScreen


def rows(pilot: Pilot[None]) -> list[RecentRow]:
    screen = pilot.app.screen
    assert isinstance(screen, RecentScreen)
    return list(screen.list.rows)


async def test_the_last_one_read_is_first_with_time_and_place(start: Start) -> None:
    State().remember_place(REPORT, "p98")
    State().remember_place(DRAFT, "op5")
    State().remember_place("A/RES/1/1", "op1")  # is not in the library any more
    async with start() as pilot:
        await press(pilot, "ctrl+r")
        found = rows(pilot)
        assert [(row.entry.key, row.address) for row in found] == [(DRAFT, "operative para. 5"), (REPORT, "para. 98")]
        time = State().last_read(DRAFT)
        assert time is not None
        assert f"{time:%Y-%m-%d %H:%M}" in found[0].line(100).plain
        await press(pilot, "down", "enter")
        screen = pilot.app.screen
        assert isinstance(screen, ReaderScreen)
        assert screen.document and (screen.document[0], screen.pane.cursor) == (REPORT, "p98")


async def test_typing_filters_by_symbol_title_and_initials(start: Start) -> None:
    State().remember_place(REPORT, "p98")
    State().remember_place(DRAFT, "op5")
    for typed, key in (("127", REPORT), ("协调", DRAFT), ("gjgz", DRAFT)):
        async with start() as pilot:
            await press(pilot, "ctrl+r")
            await write(pilot, typed)
            assert [row.entry.key for row in rows(pilot)] == [key]


async def test_before_anything_was_read_it_says_so(start: Start) -> None:
    async with start() as pilot:
        await press(pilot, "ctrl+r")
        assert rows(pilot) == []
        assert "Nothing has been read" in str(pilot.app.screen.query_one("#words").visual)


async def test_a_narrow_row_keeps_to_its_width(start: Start) -> None:
    State().remember_place(DRAFT, "op5")
    async with start(size=(60, 24)) as pilot:
        await press(pilot, "ctrl+r")
        row = rows(pilot)[0]
        assert all(row.line(width).cell_length <= width for width in (40, 60, 80, 120))
