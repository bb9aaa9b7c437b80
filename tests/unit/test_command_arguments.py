"""How the command understands its arguments, and what its exit codes tell."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

import pytest
from command_line import run

from tui import cli, start

pytestmark = pytest.mark.usefixtures("speaking_english", "in_shared_home")


def apps_opened(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str | None, bool]]:
    """What the app is opened with, in place of opening it."""
    opened: list[tuple[str | None, bool]] = []

    class App:
        def __init__(self, target: str | None, *, resume: bool) -> None:
            self.what = (target, resume)

        def run(self) -> None:
            opened.append(self.what)

    monkeypatch.setattr(cli, "is_terminal", lambda stream: True)
    monkeypatch.setattr("tui.app.JueyiApp", App)
    monkeypatch.setattr(gc, "disable", lambda: None)
    return opened


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["show"], 2),
        (["show", "--bad"], 2),
        (["show", "A/RES/1/1", "more"], 2),
        (["search"], 2),
        (["search", "难民", "--limit", "0"], 2),
        (["export", "--format", "pdf"], 2),
        (["add", "a", "b", "--symbol", "A/RES/1/1"], 2),
        (["show", "64/293"], 1),
        (["show", "A/C.3/80/L.4#op99"], 1),
        (["cites", "胡言乱语"], 1),
        (["add", "/no/such/file"], 3),
        (["show", "/dev/null#x"], 3),
    ],
)
def test_exit_codes_tell_what_happened(capsys: pytest.CaptureFixture[str], arguments: list[str], code: int) -> None:
    assert run(capsys, *arguments)[0] == code


@pytest.mark.parametrize("target", ["64/293", "A/C.3/80/L.4#op5", "file.txt", "难民", "lookpu"])
def test_a_word_that_is_no_verb_opens_the_app_there(monkeypatch: pytest.MonkeyPatch, target: str) -> None:
    opened = apps_opened(monkeypatch)
    assert cli.main([target]) == 0
    assert cli.main([]) == 0
    assert opened == [(target, False), (None, False)]


@pytest.mark.parametrize("option", ["-c", "--continue"])
def test_the_app_can_be_continued_where_it_was_left(monkeypatch: pytest.MonkeyPatch, option: str) -> None:
    opened = apps_opened(monkeypatch)
    assert cli.main([option]) == 0
    assert opened == [(None, True)]
    assert cli.main([option, "64/293"]) == 2
    assert cli.main([option, "list"]) == 2
    assert len(opened) == 1


@pytest.mark.parametrize("arguments", [[], ["64/293"], ["A/C.3/80/L.4#op5"], ["难民"]])
def test_what_can_only_be_a_target_opens_the_app_without_the_command_line(
    monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    opened: list[tuple[str, ...]] = []
    monkeypatch.setattr(sys, "argv", ["jueyi", *arguments])
    monkeypatch.setattr(start, "is_terminal", lambda stream: True)
    monkeypatch.setattr(start, "open_app", lambda *named: opened.append(named) or 0)
    monkeypatch.setattr(cli, "main", lambda: pytest.fail("the command line was asked"))
    assert start.main() == 0
    assert opened == [tuple(arguments)]


@pytest.mark.parametrize("arguments", [["list"], ["--help"], ["-x"], ["lookpu"], ["show", "64/293"], ["a", "b"]])
def test_all_else_is_for_the_command_line_to_understand(monkeypatch: pytest.MonkeyPatch, arguments: list[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["jueyi", *arguments])
    monkeypatch.setattr(start, "is_terminal", lambda stream: True)
    monkeypatch.setattr(cli, "main", lambda: 7)
    assert start.main() == 7


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["show", ""], 1, "An empty name means no document"),
        (["lookup", " "], 1, "An empty name means no document"),
        (["cites", ""], 1, "An empty name means no document"),
        (["search", ""], 2, "Name the words to search for."),
        (["search", "--json", " "], 2, "Name the words to search for."),
    ],
)
def test_what_is_empty_is_asked_for(
    capsys: pytest.CaptureFixture[str], arguments: list[str], code: int, said: str
) -> None:
    found, out, err = run(capsys, *arguments)
    assert (found, out) == (code, "")
    assert said in err


def test_check_tells_of_keys_and_themes_that_can_not_be_used(
    capsys: pytest.CaptureFixture[str], own_home: Path
) -> None:
    own_home.mkdir()
    (own_home / "config.toml").write_text('theme = "solarised"\n[keys]\n"reader.tag" = "a"\n', "utf-8")
    code, out, _err = run(capsys, "check", "A/C.3/80/L.4")
    assert code == 3
    assert "“solarised”" in out
    assert "reader.note" in out
