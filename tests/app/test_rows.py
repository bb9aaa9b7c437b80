"""The list that all screens share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import pytest
from textual.app import App, ComposeResult
from textual.content import Content

from tui.widgets.rows import Heading, Rows


@dataclass(frozen=True)
class Named:
    name: str
    selectable: ClassVar[bool] = True

    def line(self, width: int) -> Content:
        return Content(self.name)


HEADING = Heading(Content("heading [/]"))


class RowsApp(App[None]):
    def compose(self) -> ComposeResult:
        yield Rows[Named]()


async def test_keys_on_an_empty_list_do_nothing() -> None:
    async with RowsApp().run_test() as pilot:
        rows = pilot.app.query_one(Rows)
        await pilot.press("down", "up", "pagedown", "pageup", "home", "end", "enter")
        assert rows.cursor is None


async def test_headings_are_passed_over() -> None:
    async with RowsApp().run_test() as pilot:
        rows = pilot.app.query_one(Rows)
        rows.show([HEADING, Named("a"), HEADING, Named("b"), HEADING])
        assert rows.cursor == 1
        await pilot.press("down")
        assert rows.cursor == 3
        await pilot.press("down")
        assert rows.cursor == 3
        await pilot.press("home")
        assert rows.cursor == 1


async def test_a_list_of_headings_has_no_cursor() -> None:
    async with RowsApp().run_test() as pilot:
        rows = pilot.app.query_one(Rows)
        rows.show([HEADING, HEADING])
        await pilot.press("down", "enter")
        assert rows.cursor is None
        assert rows.current is None


async def test_without_a_cursor_down_goes_to_the_first_row() -> None:
    async with RowsApp().run_test() as pilot:
        rows = pilot.app.query_one(Rows)
        rows.show([Named("a"), Named("b")], None)
        assert rows.cursor is None
        await pilot.press("down")
        assert rows.cursor == 0


async def test_the_cursor_stays_in_view_in_a_very_long_list() -> None:
    async with RowsApp().run_test(size=(40, 10)) as pilot:
        rows = pilot.app.query_one(Rows)
        rows.show([Named(str(number)) for number in range(50_000)])
        await pilot.press("end")
        assert rows.cursor == 49_999
        assert rows.scroll_offset.y == 49_990
        await pilot.press("pageup", "home")
        assert (rows.cursor, rows.scroll_offset.y) == (0, 0)


@pytest.mark.parametrize("width", [1, 2, 3, 80])
async def test_every_line_fills_the_width(width: int) -> None:
    async with RowsApp().run_test(size=(width, 5)) as pilot:
        rows = pilot.app.query_one(Rows)
        rows.show([HEADING, Named("联合国[b]大会")])
        await pilot.pause()
        assert {rows.render_line(y).cell_length for y in range(5)} == {width}
