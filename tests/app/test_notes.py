"""Notes: written in an editor that loses nothing, kept at once, listed."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from conftest import DRAFT, REPORT, Start, press, settle, write
from textual.pilot import Pilot
from textual.widgets import Static, TextArea

from store.annotations.shelf import Shelf
from store.drafts import Drafts
from store.errors import StoreUnavailable
from store.paths import annotations_folder, drafts_folder
from tui.screens import note as note_module
from tui.screens.note import NoteScreen
from tui.screens.notes import NoteRow, NotesScreen
from tui.screens.reader import ReaderScreen


def shelf() -> Shelf:
    return Shelf(annotations_folder())


def note_at(place: str) -> str:
    found = shelf().at(DRAFT, place)
    return found.note if found else ""


@pytest.mark.parametrize("key", ["escape", "ctrl+s"])
async def test_a_note_of_several_lines_is_kept_on_leaving(start: Start, key: str) -> None:
    async with start(f"{DRAFT}#op5") as pilot:
        await press(pilot, "a")
        await write(pilot, "第一行")
        await press(pilot, "enter")
        await write(pilot, "second [line]")
        await press(pilot, key)
        assert note_at("op5") == "第一行\nsecond [line]"
        screen = pilot.app.screen
        assert isinstance(screen, ReaderScreen)
        assert screen.marks["op5"].note == "第一行\nsecond [line]"


async def test_a_note_can_be_written_on(start: Start) -> None:
    shelf().set_note(DRAFT, "op5", "quote", "begun")
    async with start(f"{DRAFT}#op5") as pilot:
        await press(pilot, "a")
        await write(pilot, " and ended")
        await press(pilot, "escape")
        assert note_at("op5") == "begun and ended"


async def test_an_empty_text_removes_the_note_and_u_brings_it_back(start: Start) -> None:
    shelf().set_note(DRAFT, "op5", "quote", "begun")
    async with start(f"{DRAFT}#op5") as pilot:
        await press(pilot, "a", "ctrl+u", "escape")
        assert note_at("op5") == ""
        await press(pilot, "u")
        assert note_at("op5") == "begun"


async def test_opening_and_closing_the_editor_changes_nothing(start: Start, home: Path) -> None:
    async with start(f"{DRAFT}#op5") as pilot:
        await press(pilot, "a", "escape")
        assert not (home / "annotations").exists()
        assert not list(pilot.app._notifications)


async def test_what_can_not_be_kept_stays_on_the_screen(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    async with start(f"{DRAFT}#op5") as pilot:
        await press(pilot, "a")
        await write(pilot, "dear")
        with monkeypatch.context() as broken:
            broken.setattr(Shelf, "put", _full)
            await press(pilot, "escape")
            screen = pilot.app.screen
            assert isinstance(screen, NoteScreen)
            assert screen.query_one(TextArea).text == "dear"
            assert "磁盘已满" in str(screen.query_one("#problem", Static).render())
        await press(pilot, "escape")
        assert note_at("op5") == "dear"


async def test_a_note_that_can_not_be_kept_can_be_given_up(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Shelf, "put", _full)
    async with start(f"{DRAFT}#op5") as pilot:
        await press(pilot, "a")
        await write(pilot, "dear")
        await press(pilot, "f10")
        assert isinstance(pilot.app.screen, NoteScreen)
        await press(pilot, "escape", "f10")
        assert isinstance(pilot.app.screen, ReaderScreen)


async def test_leaving_the_app_keeps_the_note(start: Start) -> None:
    async with start(f"{DRAFT}#op5") as pilot:
        await press(pilot, "a")
        await write(pilot, "late")
        await press(pilot, "ctrl+q")
    assert note_at("op5") == "late"


def listed(pilot: Pilot[None]) -> list[str]:
    screen = pilot.app.screen
    assert isinstance(screen, NotesScreen)
    return [row.annotation.place for row in screen.list.rows if isinstance(row, NoteRow)]


async def test_the_list_shows_the_document_and_with_tab_the_library(start: Start) -> None:
    shelf().set_note(DRAFT, "op7", "quote", "seven")
    shelf().set_tags(DRAFT, "op5", "quote", ["five"])
    shelf().set_note(REPORT, "p3", "quote", "three")
    async with start(DRAFT) as pilot:
        await press(pilot, "l")
        assert sorted(listed(pilot)) == ["op5", "op7"]
        await press(pilot, "tab")
        assert sorted(listed(pilot)) == ["op5", "op7", "p3"]
        await write(pilot, "three")
        await press(pilot, "enter")
        screen = pilot.app.screen
        assert isinstance(screen, ReaderScreen)
        assert screen.document and screen.document[0] == REPORT
        assert screen.pane.cursor == "p3"


async def test_enter_in_the_list_jumps_and_backspace_leads_back(start: Start) -> None:
    shelf().set_note(DRAFT, "op30", "quote", "far")
    async with start(f"{DRAFT}#op5") as pilot:
        await press(pilot, "l", "enter")
        screen = pilot.app.screen
        assert isinstance(screen, ReaderScreen)
        assert screen.pane.cursor == "op30"
        await press(pilot, "backspace")
        assert screen.pane.cursor == "op5"


async def test_without_notes_the_list_says_how_to_make_some(start: Start) -> None:
    async with start(DRAFT) as pilot:
        await press(pilot, "l")
        assert "Nothing yet: t tags, a notes." in str(pilot.app.screen.query_one("#words", Static).render())


async def test_a_damaged_file_of_notes_does_not_keep_a_document_shut(start: Start) -> None:
    shelf().set_note(DRAFT, "op7", "quote", "seven")
    (file,) = annotations_folder().glob("*.json")
    file.write_text("{ not json", encoding="utf-8")
    async with start(DRAFT) as pilot:
        await settle(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, ReaderScreen)
        assert screen.document
        assert any(notice.severity == "error" for notice in pilot.app._notifications)


def _full(*_args: object) -> None:
    raise StoreUnavailable("磁盘已满，批注未能保存：请腾出空间后再试。")


async def test_what_was_being_written_is_there_again_after_the_program_was_killed(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The editor keeps a draft beside while one types; killed then, nothing of it went into the annotations."""
    monkeypatch.setattr(note_module, "_PAUSE", 0.01)
    drafts = Drafts(drafts_folder())
    async with start(f"{DRAFT}#op5") as pilot:
        await press(pilot, "a")
        await write(pilot, "写到一半")
        async with asyncio.timeout(10):
            while not list(drafts.all()):
                await asyncio.sleep(0.01)
        killed = {path: path.read_bytes() for path in drafts_folder().iterdir()}
    shelf().remove(DRAFT, "op5")
    for path, data in killed.items():
        path.write_bytes(data)
    async with start(f"{DRAFT}#op5") as pilot:
        await press(pilot, "a")
        editor = pilot.app.screen
        assert isinstance(editor, NoteScreen)
        assert editor.query_one(TextArea).text == "写到一半"
        assert "was being written" in str(editor.query_one("#problem", Static).content)
        await write(pilot, "，写完了")
        await press(pilot, "escape")
        assert note_at("op5") == "写到一半，写完了"
        assert list(drafts.all()) == []


async def test_a_note_that_another_window_wrote_meanwhile_is_kept_too(start: Start) -> None:
    shelf().set_note(DRAFT, "op5", "quote", "原文")
    async with start(f"{DRAFT}#op5") as pilot:
        await press(pilot, "a")
        shelf().set_note(DRAFT, "op5", "quote", "别窗写的")
        await write(pilot, "，这里写的")
        await press(pilot, "escape")
        assert note_at("op5") == "原文，这里写的"
        assert [each.lost.note for each in shelf().conflicts(DRAFT)] == ["别窗写的"]


async def test_a_note_that_can_not_be_kept_lies_in_a_file_that_is_named(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object, **_more: object) -> None:
        raise StoreUnavailable("磁盘已满")

    async with start(f"{DRAFT}#op5") as pilot:
        await press(pilot, "a")
        await write(pilot, "要紧的话")
        monkeypatch.setattr(Shelf, "put", refuse)
        await press(pilot, "escape")
        (draft,) = Drafts(drafts_folder()).all()
        assert draft.text == "要紧的话"
        said = str(pilot.app.screen.query_one("#problem", Static).content)
        assert "磁盘已满" in said and str(drafts_folder()) in said
