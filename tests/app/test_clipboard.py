"""Copying: which way is taken, and that no program can write into the screen."""

from __future__ import annotations

import sys

import pytest
from conftest import DRAFT, Start, press

from store.library.citing import citation
from tui import clipboard
from tui.clipboard import Way, copy, give_to_program, has_clipboard


@pytest.mark.parametrize(
    ("environment", "platform", "expected"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"WSL_DISTRO_NAME": "Debian"}, "linux", True),
        ({"DISPLAY": ":0", "SSH_CONNECTION": "a b c d"}, "linux", False),
        ({"SSH_TTY": "/dev/pts/0"}, "darwin", False),
        ({}, "darwin", True),
        ({}, "win32", True),
    ],
)
def test_the_clipboard_of_this_machine_is_used_only_where_it_is_the_users(
    environment: dict[str, str], platform: str, expected: bool
) -> None:
    assert has_clipboard(environment, platform) is expected


def test_a_program_that_took_the_text_spares_the_terminal() -> None:
    sent: list[str] = []
    way = copy("text", sent.append, {"DISPLAY": ":0"}, lambda text: text == "text")
    assert (way, sent) == (Way.PROGRAM, [])


def test_the_terminal_is_asked_when_the_program_fails() -> None:
    sent: list[str] = []
    way = copy("text", sent.append, {"DISPLAY": ":0"}, lambda _text: False)
    assert (way, sent) == (Way.TERMINAL, ["text"])


def test_over_ssh_no_program_is_tried() -> None:
    sent: list[str] = []
    way = copy("text", sent.append, {"DISPLAY": ":0", "SSH_TTY": "x"}, lambda _text: pytest.fail("tried"))
    assert (way, sent) == (Way.TERMINAL, ["text"])


def test_a_program_gets_the_text_as_it_is(tmp_path: object) -> None:
    check = "import sys; sys.exit(sys.stdin.buffer.read().decode() != '大会[/b]\\n')"
    assert give_to_program("大会[/b]\n", (sys.executable, "-c", check))


@pytest.mark.parametrize(
    "script",
    ["import sys; sys.exit(1)", 'import sys; print("Error: Can\'t open display", file=sys.stderr)'],
    ids=["exit code", "words on stderr"],
)
def test_a_program_that_complains_has_failed_and_is_not_heard(script: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert not give_to_program("text", (sys.executable, "-c", script))
    assert capfd.readouterr() == ("", "")


def test_a_program_that_is_missing_or_hangs_has_failed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clipboard, "_PATIENCE", 0.2)
    assert not give_to_program("text", ("/no/such/program",))
    assert not give_to_program("text", (sys.executable, "-c", "import time; time.sleep(30)"))


async def test_y_copies_the_paragraph_with_its_citation(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clipboard, "has_clipboard", lambda _environment: False)
    async with start(f"{DRAFT}#op3") as pilot:
        await press(pilot, "y")
        assert pilot.app.clipboard.startswith("“促请各国政府密切关注")
        assert pilot.app.clipboard.endswith("（A/C.3/80/L.4，执行部分第3段）")
        (notice,) = pilot.app._notifications
        assert "A/C.3/80/L.4，执行部分第3段" in notice.message
        assert "terminal" in notice.message


def test_paragraphs_of_a_resolution_are_cited_without_their_part() -> None:
    from store.document import Block, Document, FrontMatter

    blocks = (
        Block("pp1", "preamble", None, "回顾，"),
        Block("op5", "operative", "5", "决定："),
        Block("op5.a", "item", "(a)", "继续；", "op5", (), 1),
    )
    adopted = Document(FrontMatter(symbol="A/RES/64/293", kind="resolution"), blocks)
    assert citation(adopted, "key", "op5.a") == "大会第64/293号决议，第5(a)段"
    assert citation(adopted, "key", "pp1") == "大会第64/293号决议，序言部分第1段"
    nameless = Document(FrontMatter(title="标题"), blocks)
    assert citation(nameless, "key", "op5") == "《标题》，执行部分第5段"
