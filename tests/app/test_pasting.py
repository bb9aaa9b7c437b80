"""A text on the clipboard becomes a document of the library: by a key, or by the terminal's own way to paste."""

from __future__ import annotations

import sys

import pytest
from conftest import Start, press, settle
from textual.events import Paste
from textual.pilot import Pilot
from textual.widgets import Static

from store.paths import home
from tui.clipboard import paste, take_from_program
from tui.screens import pasting
from tui.screens.library import LibraryScreen
from tui.screens.pasted import PastedScreen

TEXT = "A/C.3/90/L.7\r\r大会，\r\r回顾其 2010 年 7 月 30 日第 64/293 号决议，\r\r1. 请秘书长报告[/b]。\r"
NAME = "A-C.3-90-L.7.txt"


async def pasted(pilot: Pilot[None], text: str) -> None:
    """What a terminal does when its user pastes."""
    pilot.app.post_message(Paste(text))
    await settle(pilot)


def said(pilot: Pilot[None]) -> str:
    return " ".join(notice.message for notice in pilot.app._notifications)


def added() -> list[str]:
    folder = home() / "library"
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


async def test_the_terminal_pastes_a_document_and_it_can_be_taken_out_again(start: Start) -> None:
    async with start() as pilot:
        await pasted(pilot, TEXT)
        assert isinstance(pilot.app.screen, PastedScreen)
        assert str(pilot.app.screen.query_one("#name", Static).content) == "A/C.3/90/L.7"
        assert "3 paragraphs" in str(pilot.app.screen.query_one("#size", Static).content)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, LibraryScreen)
        assert added() == [NAME]
        assert "Added A/C.3/90/L.7" in said(pilot) and "u takes it out" in said(pilot)
        assert any(entry.key == "A/C.3/90/L.7" for entry in pilot.app.screen._entries)
        await press(pilot, "u")
        assert added() == []
        assert not any(entry.key == "A/C.3/90/L.7" for entry in pilot.app.screen._entries)
        await press(pilot, "u")
        assert "There is nothing to undo" in said(pilot)


async def test_the_key_takes_what_the_clipboard_holds(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pasting, "paste", lambda: TEXT)
    async with start() as pilot:
        await press(pilot, "v", "enter")
        assert added() == [NAME]
        await press(pilot, "v")
        assert isinstance(pilot.app.screen, LibraryScreen)
        assert "in the library already" in said(pilot)


async def test_a_pasted_text_that_is_not_wanted_leaves_nothing(start: Start) -> None:
    async with start() as pilot:
        await pasted(pilot, TEXT)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, LibraryScreen)
        assert added() == []


@pytest.mark.parametrize(
    ("held", "reason"), [(None, "can't be read here"), ("  \n", "holds no text"), ('{"a": 1}', "JSON")]
)
async def test_what_cannot_be_pasted_is_said(
    start: Start, monkeypatch: pytest.MonkeyPatch, held: str | None, reason: str
) -> None:
    monkeypatch.setattr(pasting, "paste", lambda: held)
    async with start() as pilot:
        await press(pilot, "v")
        assert isinstance(pilot.app.screen, LibraryScreen)
        assert reason in said(pilot)
        assert added() == []


async def test_pasting_into_the_filter_filters(start: Start) -> None:
    async with start() as pilot:
        await press(pilot, "slash")
        await pasted(pilot, "贩运")
        assert isinstance(pilot.app.screen, LibraryScreen)
        assert pilot.app.screen._filter.value == "贩运"


def test_only_the_users_own_clipboard_is_asked() -> None:
    assert paste({"DISPLAY": ":0"}, lambda: "text") == "text"
    assert paste({"DISPLAY": ":0", "SSH_TTY": "x"}, lambda: pytest.fail("asked")) is None


@pytest.mark.parametrize(
    ("script", "text"),
    [
        ("import sys; sys.stdout.buffer.write('大会[/b]'.encode())", "大会[/b]"),
        ("import sys; sys.exit(1)", None),
        ("import sys; print('x'); print(\"Can't open display\", file=sys.stderr)", None),
    ],
    ids=["text", "exit code", "words on stderr"],
)
def test_a_clipboard_program_is_believed_only_when_it_does_not_complain(script: str, text: str | None) -> None:
    assert take_from_program((sys.executable, "-c", script)) == text
