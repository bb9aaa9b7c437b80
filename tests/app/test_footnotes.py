"""Footnotes in place, as a list, and with tags and notes of their own."""

from __future__ import annotations

from conftest import DRAFT, Start, press, settle, write
from textual.geometry import Offset
from textual.pilot import Pilot
from textual.widgets import Static

from store.annotations.shelf import Shelf
from store.export.markdown import to_markdown
from store.export.sections import Section
from store.library.library import Library
from store.paths import annotations_folder
from tui.screens.card import CardScreen
from tui.screens.footnotes import FootnoteScreen
from tui.screens.note import NoteScreen
from tui.screens.reader import ReaderScreen
from tui.screens.tags import TagScreen
from tui.widgets.page.block import Kind
from tui.widgets.status_line import StatusLine


def reader(pilot: Pilot[None]) -> ReaderScreen:
    screen = pilot.app.screen
    assert isinstance(screen, ReaderScreen)
    return screen


def painted(pilot: Pilot[None]) -> str:
    pane = reader(pilot).pane
    return "\n".join(pane.render_line(y).text for y in range(pane.size.height))


async def test_footnotes_stand_below_what_calls_them_and_that_is_remembered(start: Start) -> None:
    async with start(f"{DRAFT}#op2") as pilot:
        assert "35 第 64/293 号决议。" not in painted(pilot)
        await press(pilot, "f2")
        assert "35 第 64/293 号决议。" in painted(pilot)
        assert reader(pilot).pane.cursor == "op2"
    async with start(f"{DRAFT}#op2") as pilot:
        assert "35 第 64/293 号决议。" in painted(pilot)
        await press(pilot, "f2")
        assert "35 第 64/293 号决议。" not in painted(pilot)


async def test_a_link_in_a_footnote_below_is_followed_by_tab_and_by_mouse(start: Start) -> None:
    async with start(f"{DRAFT}#op2") as pilot:
        await press(pilot, "f2", "shift+tab")
        pane = reader(pilot).pane
        link = pane.links("op2")[pane.selected_link or 0]
        assert link.block == "fn35"
        assert link.target == "A/RES/64/293"
        assert "not in the library" in reader(pilot).query_one(StatusLine).address
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, CardScreen)
        await press(pilot, "backspace")
        region = pane.link_region(link)
        await pilot.click(offset=Offset(region.x, region.y))
        await settle(pilot)
        assert isinstance(pilot.app.screen, CardScreen)


async def test_a_footnote_below_is_annotated_when_its_marker_is_selected(start: Start) -> None:
    async with start(f"{DRAFT}#op2") as pilot:
        await press(pilot, "f2", "tab", "tab", "t")
        assert isinstance(pilot.app.screen, TagScreen)
        await write(pilot, "mine")
        await press(pilot, "enter", "escape")
        assert "# mine" in painted(pilot)
        page = reader(pilot).pane.page
        assert page is not None
        rows = page.layout(page.index_of["op2"]).rows
        assert Kind.TAGS not in {row.kind for row in rows}
        await press(pilot, "delete")
        assert "# mine" not in painted(pilot)
        await press(pilot, "u")
        assert "# mine" in painted(pilot)
    assert [each.place for each in Shelf(annotations_folder()).of(DRAFT)] == ["fn35"]


async def test_a_note_written_in_the_popover_is_shown_there_listed_and_exported(start: Start) -> None:
    async with start(f"{DRAFT}#op2") as pilot:
        await press(pilot, "f", "a")
        assert isinstance(pilot.app.screen, NoteScreen)
        await write(pilot, "check")
        await press(pilot, "escape")
        popover = reader(pilot).popover
        assert popover is not None and popover.display
        assert "check" in "\n".join(popover.render_line(y).text for y in range(popover.size.height))
        await press(pilot, "t")
        assert isinstance(pilot.app.screen, TagScreen)
        await write(pilot, "mine")
        await press(pilot, "enter", "escape", "escape", "l")
        rows = pilot.app.screen.list.rows  # type: ignore[attr-defined]
        assert [(row.view.address(row.annotation), row.annotation.note, row.annotation.tags) for row in rows] == [
            ("footnote 35", "check", ("mine",))
        ]
        await press(pilot, "enter")
        assert reader(pilot).pane.cursor == "op2"
    document = Library().document(DRAFT)
    text = to_markdown([Section(DRAFT, document, Shelf(annotations_folder()).of(DRAFT))])
    assert "## 脚注35" in text and "check" in text and "#mine" in text


async def test_the_list_leads_to_the_marker_and_backspace_back(start: Start) -> None:
    async with start(f"{DRAFT}#op20") as pilot:
        await press(pilot, "f3")
        await write(pilot, "64/293")
        found = pilot.app.screen.list.rows  # type: ignore[attr-defined]
        assert all("64/293" in row.note.text for row in found)
        assert [row.called for row in found if row.note.label == "35"] == ["operative para. 2"]
        for _turn in [row.note.label for row in found][: [row.note.label for row in found].index("35")]:
            await press(pilot, "down")
        await press(pilot, "enter")
        pane = reader(pilot).pane
        assert pane.cursor == "op2" and pane.links("op2")[pane.selected_link or 0].target == "fn35"
        await press(pilot, "escape", "backspace")
        assert pane.cursor == "op20"


async def test_a_footnote_is_annotated_from_the_list_and_signed_there(start: Start) -> None:
    async with start(f"{DRAFT}#op2") as pilot:
        await press(pilot, "f3", "f6")
        assert isinstance(pilot.app.screen, NoteScreen)
        await write(pilot, "check")
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, FootnoteScreen)
        row = pilot.app.screen.list.current
        assert row is not None and row.note.id == "fn35"
        assert "✎" in row.line(80).plain
        assert "not called" not in row.line(80).plain
        assert pilot.app.screen.query_one("#words", Static)


async def test_n_goes_to_the_next_marker_and_backspace_to_where_one_stood(start: Start) -> None:
    async with start(f"{DRAFT}#pp7") as pilot:
        await press(pilot, "f", "n")
        pane = reader(pilot).pane
        assert pane.cursor != "pp7"
        await press(pilot, "backspace")
        assert pane.cursor == "pp7"
