"""Adding and removing in the library, and waiting for what takes long."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from conftest import DRAFT, Start, press, send, settle, write
from textual.pilot import Pilot
from textual.widgets import Input

from store.annotations.shelf import Shelf
from store.annotations.target import Target
from store.document import Document
from store.library import crew
from store.library.library import Library
from store.progress import Progress, silent
from tui import waiting_app
from tui.app import JueyiApp
from tui.screens.add import AddScreen
from tui.screens.confirm import ConfirmScreen
from tui.screens.library import LibraryScreen
from tui.screens.path import fitting
from tui.screens.reader import ReaderScreen
from tui.screens.waiting import WaitingScreen
from tui.widgets.rows import Rows

_TURNS = 300
TEXT = "A/C.3/90/L.7\n\n大会，\n\n1. 敦促会员国；\n"


@pytest.fixture(autouse=True)
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are read by the worker itself, so that no test waits for a process to begin."""
    monkeypatch.setattr(crew, "_processors", lambda: 0)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two versions of a draft, and what can't be read."""
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "a.txt").write_text(TEXT, encoding="utf-8")
    (texts / "b.txt").write_text(TEXT + "\n2. 决定休会。\n", encoding="utf-8")
    (texts / "c.txt").write_bytes(b"\xff\xff\xff\x81")
    return texts


def keys_listed(pilot: Pilot[None]) -> list[str]:
    assert isinstance(pilot.app.screen, LibraryScreen)
    return [row.entry.key for row in pilot.app.screen._list.rows if not row.entry.bundled]


def notices(pilot: Pilot[None]) -> str:
    return "\n".join(str(notice.message) for notice in pilot.app._notifications)


async def add(pilot: Pilot[None], path: Path) -> None:
    await press(pilot, "a")
    await write(pilot, str(path))
    await press(pilot, "enter")


async def test_a_folder_is_added_by_its_path(start: Start, folder: Path) -> None:
    async with start() as pilot:
        await add(pilot, folder)
        assert keys_listed(pilot) == ["A/C.3/90/L.7~2", "A/C.3/90/L.7"]
        assert "1 document added, 1 new version, 1 unreadable." in notices(pilot)
        assert "c.txt" in notices(pilot)


async def test_a_new_version_says_what_it_revises(start: Start, folder: Path) -> None:
    async with start() as pilot:
        await add(pilot, folder / "a.txt")
        await add(pilot, folder / "b.txt")
        assert "A/C.3/90/L.7~2 is a new version of A/C.3/90/L.7" in notices(pilot)


async def test_tab_completes_the_path_as_far_as_there_is_one_way(start: Start, folder: Path) -> None:
    (folder / "long name").mkdir()
    async with start() as pilot:
        await press(pilot, "a")
        await write(pilot, f"{folder}/lo")
        await press(pilot, "tab")
        assert pilot.app.screen.query_one(Input).value == f"{folder}/long name/"
        await press(pilot, "escape")
        assert keys_listed(pilot) == []


def test_what_fits_a_path_are_names_that_begin_so(folder: Path) -> None:
    (folder / ".hidden").touch()
    assert [Path(name).name for name in fitting(f"{folder}/")] == ["a.txt", "b.txt", "c.txt"]
    assert [Path(name).name for name in fitting(f"{folder}/.")] == [".hidden"]
    assert fitting("/no/such/folder/x") == fitting("\0") == []


async def test_a_path_that_leads_nowhere_is_said_before_anything_is_closed(start: Start, folder: Path) -> None:
    async with start() as pilot:
        await add(pilot, folder / "missing")
        assert isinstance(pilot.app.screen, AddScreen)


async def test_a_document_without_notes_goes_at_once_and_comes_back(start: Start, folder: Path) -> None:
    async with start() as pilot:
        await add(pilot, folder / "a.txt")
        await press(pilot, "end", "d")
        assert keys_listed(pilot) == []
        assert "A/C.3/90/L.7 removed. u brings it back." in notices(pilot)
        await press(pilot, "u")
        assert keys_listed(pilot) == ["A/C.3/90/L.7"]
        await press(pilot, "u")
        assert "nothing was removed, pasted, tagged or noted yet" in notices(pilot)


async def test_u_takes_back_what_was_done_last_be_it_a_removal_or_a_tag(start: Start, folder: Path) -> None:
    async with start() as pilot:
        assert isinstance(pilot.app, JueyiApp)
        shelf, tags = pilot.app.workspace.shelf, ("我方",)
        await add(pilot, folder / "a.txt")
        await press(pilot, "d", "home")
        target = Target(DRAFT, "place", "op5", "敦促")
        pilot.app.workspace.marking.tag(target, tags)
        await press(pilot, "u")
        assert shelf.counts() == {}
        assert "U does it again" in notices(pilot)
        await press(pilot, "U")
        assert [each.tags for each in shelf.of(DRAFT)] == [tags]
        await press(pilot, "u", "u")
        assert (shelf.counts(), keys_listed(pilot)) == ({}, ["A/C.3/90/L.7"])


async def test_the_cursor_goes_to_what_came_in_and_stays_where_a_document_was_removed(
    start: Start, folder: Path
) -> None:
    async with start() as pilot:
        await add(pilot, folder)
        rows = pilot.app.screen.query_one("#documents", Rows)
        assert rows.current.entry.key == "A/C.3/90/L.7"
        await press(pilot, "home")
        await add(pilot, folder / "b.txt")
        assert rows.current.entry.key == "A/C.3/90/L.7~2"
        here = rows.cursor
        await press(pilot, "d")
        assert rows.cursor == here
        await press(pilot, "home", "u")
        assert rows.current.entry.key == "A/C.3/90/L.7~2"


@pytest.mark.parametrize(("key", "left"), [("y", []), ("n", ["A/C.3/90/L.7"]), ("escape", ["A/C.3/90/L.7"])])
async def test_an_annotated_document_goes_when_one_agrees(
    start: Start, folder: Path, home: Path, key: str, left: list[str]
) -> None:
    shelf = Shelf(home / "annotations")
    async with start() as pilot:
        await add(pilot, folder / "a.txt")
        shelf.set_note("A/C.3/90/L.7", "op1", "敦促会员国", "要紧")
        await press(pilot, "r", "end", "d")
        assert isinstance(pilot.app.screen, ConfirmScreen)
        await press(pilot, key)
        assert keys_listed(pilot) == left
        assert shelf.of("A/C.3/90/L.7")


async def test_a_bundled_document_stays(start: Start) -> None:
    async with start() as pilot:
        await press(pilot, "home", "d")
        assert "came with jueyi and can't be removed" in notices(pilot)
        assert len(pilot.app.workspace.library.entries()) == 5  # type: ignore[attr-defined]


class Slow:
    """A library that reads when it is let, and tells how far it is meanwhile."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.go = threading.Event()
        self.told = threading.Event()
        read = Library.document
        monkeypatch.setattr(waiting_app, "_PATIENCE", 0.001)

        def document(library: Library, key: str, progress: Progress = silent) -> Document:
            for _turn in range(_TURNS):
                if self.go.wait(0.01):
                    break
                progress("citations", 1, 2)
                self.told.set()
            return read(library, key, progress)

        monkeypatch.setattr(Library, "document", document)

    async def waited_for(self, pilot: Pilot[None]) -> None:
        """Until the panel tells of it."""
        for _turn in range(_TURNS):
            if isinstance(pilot.app.screen, WaitingScreen) and self.told.is_set():
                return
            await pilot.pause(0.01)
        pytest.fail("nothing tells of what one waits for")


async def test_one_sees_what_one_waits_for_until_it_is_there(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    async with start() as pilot:
        slow = Slow(monkeypatch)
        send(pilot, "enter")
        await slow.waited_for(pilot)
        waiting = pilot.app.screen.waiting  # type: ignore[attr-defined]
        assert (waiting.what, waiting.words) == ("A/C.3/80/L.4", "finding citations  88%")
        slow.go.set()
        await settle(pilot)
        assert isinstance(pilot.app.screen, ReaderScreen)
        assert pilot.app.screen.document


async def test_escape_goes_back_to_where_one_was(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    async with start() as pilot:
        slow = Slow(monkeypatch)
        send(pilot, "enter")
        await slow.waited_for(pilot)
        send(pilot, "escape")
        for _turn in range(_TURNS):
            if isinstance(pilot.app.screen, LibraryScreen):
                break
            await pilot.pause(0.01)
        slow.go.set()
        await settle(pilot)
        assert isinstance(pilot.app.screen, LibraryScreen), "what comes too late is not shown"


async def test_who_gives_up_a_second_document_goes_on_reading_the_first(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with start("A/C.3/80/L.4") as pilot:
        slow = Slow(monkeypatch)
        await press(pilot, "g")
        await write(pilot, "A/74/127")
        send(pilot, "enter")
        await slow.waited_for(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, ReaderScreen)
        assert pilot.app.screen.document and pilot.app.screen.document[0] == "A/C.3/80/L.4"


async def test_who_gives_up_waiting_when_the_reader_was_closed_is_in_the_library(start: Start) -> None:
    async with start("A/C.3/80/L.4") as pilot:
        reader = pilot.app.screen
        assert isinstance(reader, ReaderScreen)
        send(pilot, "q")
        while reader in pilot.app.screen_stack:
            await pilot.pause(0)
        reader.give_up(reader.wanted)
        await settle(pilot)
        reader.give_up(reader.wanted)
        await settle(pilot)
        assert isinstance(pilot.app.screen, LibraryScreen)
