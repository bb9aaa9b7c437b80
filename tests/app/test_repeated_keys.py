"""Keys that come faster than the screens they open and close: key repeat, impatience, a program that types."""

from __future__ import annotations

import pytest
from conftest import DRAFT, REPORT, Start, press, send, settle, write
from rich.style import Style
from textual.content import Content
from textual.events import Click, Paste
from textual.geometry import Region
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from tui.history import Position
from tui.messages import LeaveScreen
from tui.screens.card import CardScreen
from tui.screens.command_list import SoundCommandList
from tui.screens.export import ExportScreen
from tui.screens.goto import GotoScreen
from tui.screens.note import NoteScreen
from tui.screens.palette import Palette
from tui.screens.reader import ReaderScreen
from tui.widgets.reading_pane import ReadingPane


def reader(pilot: Pilot[None]) -> ReaderScreen:
    assert isinstance(pilot.app.screen, ReaderScreen)
    return pilot.app.screen


@pytest.mark.parametrize("opened", ["t", "a", "g", "l", "e", "i", "question_mark", "ctrl+f", "ctrl+p"])
async def test_a_screen_is_opened_and_closed_at_one_blow(start: Start, opened: str) -> None:
    async with start(f"{DRAFT}#op5") as pilot:
        send(pilot, opened, "escape", opened, "escape", "escape", "escape")
        await settle(pilot)
        await press(pilot, "escape")
        assert reader(pilot).pane.cursor == "op5"


async def test_a_note_whose_editor_is_not_there_yet_has_nothing_to_keep(start: Start) -> None:
    kept: list[str] = []
    async with start(DRAFT) as pilot:
        editor = NoteScreen(Content("Note"), "begun", kept.append)
        pilot.app.push_screen(editor)
        assert editor.keep()
        await settle(pilot)
    assert kept == []


async def test_leaving_the_reader_closes_no_editor_opened_meanwhile(start: Start) -> None:
    async with start(DRAFT) as pilot:
        editor = NoteScreen(Content("Note"), "", lambda _text: None)
        pilot.app.screen.post_message(LeaveScreen())
        pilot.app.push_screen(editor)
        await settle(pilot)
        assert pilot.app.screen is editor


async def test_a_screen_closes_once_and_not_what_lies_over_or_under_it(start: Start) -> None:
    async with start(DRAFT) as pilot:
        await press(pilot, "g")
        prompt = pilot.app.screen
        assert isinstance(prompt, GotoScreen)
        pilot.app.action_help()
        prompt.dismiss(None)
        assert prompt in pilot.app.screen_stack
        await press(pilot, "escape")
        prompt.dismiss(None)
        prompt.dismiss(None)
        await settle(pilot)
        assert reader(pilot)


async def test_a_screen_that_is_closed_before_it_is_there_is_not_missed(start: Start) -> None:
    async with start(DRAFT) as pilot:
        workspace = reader(pilot).workspace
        for unseen in (
            CardScreen(workspace, Position("card", "A/RES/64/293")),
            ReaderScreen(workspace, Position("document", REPORT)),
        ):
            pilot.app.push_screen(unseen)
            pilot.app.pop_screen()
        await settle(pilot)
        assert reader(pilot).wanted.key == DRAFT


async def test_the_palette_is_opened_again_before_it_has_gone(start: Start) -> None:
    async with start(DRAFT) as pilot:
        pilot.app.action_command_palette()
        pilot.app.screen.dismiss()
        pilot.app.action_command_palette()
        await settle(pilot)
        assert isinstance(pilot.app.screen, Palette)


async def test_what_was_typed_into_the_palette_is_not_looked_for_when_it_has_gone(start: Start) -> None:
    async with start(DRAFT) as pilot:
        await press(pilot, "ctrl+p")
        palette = pilot.app.screen
        prompt = palette.query_one(Input)
        await palette.query(SoundCommandList).remove()
        palette.dismiss()
        palette.post_message(Input.Changed(prompt, "tag"))
        await settle(pilot)
        assert reader(pilot)


async def test_a_line_of_the_palette_that_has_gone_can_be_clicked(start: Start) -> None:
    async with start(DRAFT) as pilot:
        await press(pilot, "ctrl+p", "n")
        lines = pilot.app.screen.query_one(SoundCommandList)
        gone = Style(meta={"option": lines.option_count})
        x, y = lines.region.offset
        lines.post_message(Click(lines, 0, 0, 0, 0, 1, False, False, False, screen_x=x, screen_y=y, style=gone))
        await settle(pilot)
        assert isinstance(pilot.app.screen, Palette)


async def test_find_is_there_before_its_prompt(start: Start) -> None:
    async with start(DRAFT) as pilot:
        await pilot.app.screen.query("#find").remove()
        await press(pilot, "slash")
        assert isinstance(pilot.app.focused, Input)
        assert pilot.app.focused.id == "find"


async def test_a_hit_of_the_list_is_gone_to_before_the_prompt_is_there(start: Start) -> None:
    async with start(DRAFT) as pilot:
        await pilot.app.screen.query("#find").remove()
        await press(pilot, "L")
        await write(pilot, "全球行动计划")
        await press(pilot, "enter")
        assert reader(pilot).pane.cursor == "pp8"


async def test_footnotes_opened_while_another_document_is_read_are_closed_when_it_is_there(start: Start) -> None:
    async with start(f"{DRAFT}#op2") as pilot:
        screen = reader(pilot)
        screen.open(Position("document", REPORT))
        assert screen.pane.request_footnotes()
        await settle(pilot)
        assert screen.document is not None
        assert screen.document[0] == REPORT
        assert screen.popover is not None
        assert not screen.popover.display


async def test_footnotes_asked_for_in_a_reader_that_was_left_are_not_shown(start: Start) -> None:
    async with start(f"{DRAFT}#op2") as pilot:
        screen = reader(pilot)
        asked = ReadingPane.FootnoteRequested(screen.pane, screen.pane.links("op2")[:1], Region(1, 1, 1, 1))
        await press(pilot, "q")
        assert screen not in pilot.app.screen_stack
        screen.show_footnotes(asked)


async def test_what_was_pasted_into_a_note_can_be_undone_when_it_was_longer_than_the_window(start: Start) -> None:
    async with start(DRAFT, size=(60, 15)) as pilot:
        await press(pilot, "a", "x", "enter")
        send(pilot, "y")
        pilot.app.post_message(Paste("一行\n" * 40))
        await settle(pilot)
        await press(pilot, "ctrl+z", "ctrl+z", "ctrl+z", "ctrl+z")
        assert pilot.app.screen.query_one(TextArea).text == ""


@pytest.mark.parametrize("name", ["字" * 300, "~nobody-has-this-name/x.md"])
async def test_a_name_that_no_file_can_have_is_told(start: Start, name: str) -> None:
    async with start(DRAFT) as pilot:
        await press(pilot, "e")
        screen = pilot.app.screen
        screen.query_one(Input).value = name
        await press(pilot, "enter")
        assert isinstance(screen, ExportScreen)
        assert "No file can have this name" in str(screen.query_one("#words").visual)
