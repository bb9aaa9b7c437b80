"""What is seen beside and among the text: switches, kinds of links, the scroll bar."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import DRAFT, Start, press, quote_of, settle, write
from textual.pilot import Pilot

from store.annotations.shelf import Shelf
from store.config import SHOWN, read_config
from store.paths import annotations_folder
from store.state import State
from tui.screens.reader import ReaderScreen
from tui.view_switches import NAMES, chosen_view
from tui.widgets.page.view import SWITCHES


def reader(pilot: Pilot[None]) -> ReaderScreen:
    screen = pilot.app.screen
    assert isinstance(screen, ReaderScreen)
    return screen


def painted(pilot: Pilot[None]) -> str:
    pane = reader(pilot).pane
    return "\n".join(pane.render_line(y).text for y in range(pane.size.height))


def bar(pilot: Pilot[None]) -> str:
    pane = reader(pilot).pane
    return "".join(pane.render_line(y).text[-1] for y in range(pane.size.height))


ALL = ("addresses", "counts", "signs", "tags", "notes", "bar")


@pytest.fixture(autouse=True)
def everything_on(home: Path) -> None:
    """What these tests turn off is on."""
    home.mkdir()
    State().set_view(ALL)


def annotate() -> None:
    shelf = Shelf(annotations_folder())
    shelf.set_tags(DRAFT, "op5", quote_of(DRAFT, "op5"), ["我方"])
    shelf.set_note(DRAFT, "op5", quote_of(DRAFT, "op5"), "待查。")


def test_settings_panel_and_pane_know_the_same_switches() -> None:
    assert SHOWN == SWITCHES == tuple(NAMES)


def test_a_choice_made_in_the_app_counts_more_than_the_settings(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text('show = ["tags", "footnotes"]')
    state = State(tmp_path / "state.json")
    assert chosen_view(state, read_config(file)).names == ("tags", "footnotes")
    state.set_view(("notes",))
    assert chosen_view(state, read_config(file)).names == ("notes",)


def test_an_unknown_switch_in_the_settings_is_told(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text('show = ["tags", "halo"]')
    config = read_config(file)
    assert config.show is None and "show" in config.problems[0]


@pytest.mark.parametrize(
    ("name", "sign"),
    [("addresses", "OP5"), ("signs", "●✎"), ("tags", "# 我方"), ("notes", "│ 待查。"), ("bar", "◂")],
)
async def test_each_mark_is_turned_off_and_on_and_remembered(start: Start, name: str, sign: str) -> None:
    annotate()
    async with start(f"{DRAFT}#op5") as pilot:
        assert sign in painted(pilot)
        await press(pilot, "f4")
        await write(pilot, NAMES[name][:24])
        await press(pilot, "enter", "escape")
        assert sign not in painted(pilot)
        assert reader(pilot).pane.cursor == "op5"
    assert name not in (State().view or ())
    async with start(f"{DRAFT}#op5") as pilot:
        assert sign not in painted(pilot)
        reader(pilot).switch(name)
        assert sign in painted(pilot)


async def test_counts_stand_in_the_gutter_where_a_paragraph_is_cited(start: Start) -> None:
    async with start(f"{DRAFT}#op5") as pilot:
        assert "↩" not in painted(pilot)
        reader(pilot).pane.know(frozenset(), {"op5": 3})
        assert "↩3" in painted(pilot)
        reader(pilot).switch("counts")
        assert "↩3" not in painted(pilot)


async def test_switches_without_a_key_are_in_the_palette(start: Start) -> None:
    async with start(f"{DRAFT}#op5") as pilot:
        await press(pilot, "ctrl+p")
        await write(pilot, "addresses on or off")
        await press(pilot, "enter")
        assert not reader(pilot).pane.view.addresses


async def test_links_of_each_kind_differ_by_more_than_colour_and_are_named(start: Start) -> None:
    async with start(f"{DRAFT}#pp8") as pilot:
        await settle(pilot)
        pane = reader(pilot).pane
        inks = pane._painter.inks  # type: ignore[union-attr]
        styles = [(ink.underline, ink.italic) for ink in (inks.citation, inks.absent, inks.unresolved)]
        assert len(set(styles)) == 3
        place = "pp8"
        link = pane.links(place)[0]
        before = [
            segment for y in range(pane.size.height) for segment in pane.render_line(y) if segment.text == link.label
        ]
        assert before and all(segment.style and segment.style.italic for segment in before)
        pane.know(frozenset([link.target or ""]), {})
        after = [
            segment for y in range(pane.size.height) for segment in pane.render_line(y) if segment.text == link.label
        ]
        assert after and all(
            segment.style and segment.style.underline and not segment.style.italic for segment in after
        )


async def test_the_bar_marks_cursor_notes_and_hits_each_with_a_sign(start: Start) -> None:
    annotate()
    async with start(f"{DRAFT}#pp8") as pilot:
        assert bar(pilot).count("◂") == 1 and "✎" in bar(pilot) and "▪" not in bar(pilot)
        await press(pilot, "slash")
        await write(pilot, "人权")
        await press(pilot, "enter")
        assert "▪" in bar(pilot)
        await press(pilot, "escape")
        assert "▪" not in bar(pilot)


async def test_the_bar_is_dragged_and_the_cursor_goes_along(start: Start) -> None:
    async with start(DRAFT) as pilot:
        pane = reader(pilot).pane
        column, bottom = pane.size.width - 1, pane.size.height - 1
        await pilot.mouse_down(pane, offset=(column, bottom))
        await settle(pilot)
        assert pane.scroll_offset.y == pane.max_scroll_y
        assert pane.cursor != "ch"
        await pilot.hover(pane, offset=(column, 0))
        await pilot.mouse_up(pane, offset=(column, 0))
        await settle(pilot)
        assert pane.scroll_offset.y == 0
        cursor = pane.cursor
        await pilot.hover(pane, offset=(column, bottom))
        assert pane.scroll_offset.y == 0 and pane.cursor == cursor
