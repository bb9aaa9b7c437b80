"""A closed window or a dropped connection keeps the note that is being written; foreign themes do no harm."""

from __future__ import annotations

import os
import signal
import sys

import pytest
from conftest import DRAFT, Start, press, settle

from store.annotations.shelf import Shelf
from store.paths import annotations_folder
from tui.screens.note import NoteScreen


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither signal")
@pytest.mark.parametrize("name", ["SIGHUP", "SIGTERM"])
async def test_a_note_being_written_is_kept_when_the_terminal_goes(start: Start, name: str) -> None:
    async with start(f"{DRAFT}#op5") as pilot:
        await press(pilot, "a")
        assert isinstance(pilot.app.screen, NoteScreen)
        await press(pilot, "x", "y")
        os.kill(os.getpid(), getattr(signal, name))
        await settle(pilot)
    kept = Shelf(annotations_folder()).at(DRAFT, "op5")
    assert kept is not None
    assert kept.note == "xy"


@pytest.mark.parametrize("theme", ["nord", "dracula", "textual-light"])
async def test_themes_of_textual_can_be_chosen(start: Start, theme: str) -> None:
    async with start(DRAFT) as pilot:
        pilot.app.theme = theme
        await settle(pilot)
        assert pilot.app.theme == theme
