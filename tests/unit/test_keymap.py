"""Keys that a user writes into the settings: understood as people write them, conflicts and slips told."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest

from store.config import read_config
from tui import language
from tui.commands import TOGETHER, commands
from tui.keymap import key_of, make_keymap, work_together


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "_chosen", "en")


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("t", "t"),
        ("T", "T"),
        ("shift+t", "T"),
        ("Ctrl+G", "ctrl+g"),
        ("ctrl+G", "ctrl+g"),
        ("?", "question_mark"),
        ("/", "slash"),
        ("+", "plus"),
        (",", "comma"),
        ("question_mark", "question_mark"),
        ("F5", "f5"),
        ("PgDn", "pagedown"),
        ("Esc", "escape"),
        ("Del", "delete"),
        ("alt+left", "alt+left"),
        ("ctrl+shift+left", "ctrl+shift+left"),
        ("ctrl+i", "tab"),
        ("ctrl+m", "enter"),
        ("nokey", None),
        ("ctrl+", None),
        ("foo+a", None),
        ("gg", None),
        ("", None),
    ],
)
def test_a_key_is_understood_as_people_write_it(written: str, key: str | None) -> None:
    assert key_of(written) == key


@pytest.mark.parametrize("command", commands(), ids=lambda command: command.id)
def test_keys_of_the_table_are_keys(command: object) -> None:
    for key in command.binding_keys:
        assert key_of(key) == key


def test_no_two_commands_that_work_together_have_one_key() -> None:
    clashes = [
        (one.id, other.id)
        for one, other in combinations(commands(), 2)
        if work_together(one, other) and set(one.binding_keys) & set(other.binding_keys)
    ]
    assert clashes == []


def test_every_group_is_known_to_work_beside_others() -> None:
    overridden = {"help"}  # made of the prompt with a list, on whose keys it puts its own commands
    assert {command.group for command in commands()} - overridden == {group for groups in TOGETHER for group in groups}


@pytest.mark.parametrize(
    ("given", "keymap"),
    [
        ({"reader.tag": "f9"}, {"reader.tag": "f9"}),
        ({"reader.tag": "F9, ctrl+g"}, {"reader.tag": "f9,ctrl+g"}),
        ({"reader.tag": "a", "reader.note": "t"}, {"reader.tag": "a", "reader.note": "t"}),
        ({"library.filter": "t"}, {"library.filter": "t"}),
        ({"picker.close": "ctrl+g"}, {"picker.close": "ctrl+g"}),
    ],
)
def test_keys_that_can_be_used_are(given: dict[str, str], keymap: dict[str, str]) -> None:
    assert make_keymap(given) == (keymap, ())


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"reader.tagg": "x"}, "no command of this name. Did you mean reader.tag?"),
        ({"zzz": "x"}, "zzz: there is no command of this name."),
        ({"reader.tag": "nokey"}, "“nokey” is no key"),
        ({"reader.tag": "x,hyper-y"}, "“hyper-y” is no key"),
        ({"reader.tag": "a"}, "a is the key of reader.note (note)"),
        ({"reader.tag": "j"}, "j is the key of text.next-paragraph"),
        ({"app.go-to": "t"}, "t is the key of reader.tag"),
        ({"reader.tag": "ctrl+i"}, "Tab is the key of text.next-link"),
        ({"picker.close": "q"}, "q is typed into the prompt there"),
    ],
)
def test_what_can_not_be_used_is_told_and_the_keys_stay(given: dict[str, str], told: str) -> None:
    keymap, (problem,) = make_keymap(given)
    assert keymap == {}
    assert problem.startswith(f"config.toml, [keys] {next(iter(given))}: ")
    assert told in problem


def test_of_two_new_commands_on_one_key_the_first_has_it() -> None:
    keymap, (problem,) = make_keymap({"reader.tag": "f9", "reader.note": "f9"})
    assert keymap == {"reader.tag": "f9"}
    assert "reader.note" in problem and "reader.tag" in problem


def test_a_change_that_needed_another_one_falls_with_it() -> None:
    keymap, problems = make_keymap({"reader.tag": "a", "reader.note": "u"})
    assert keymap == {}
    assert len(problems) == 2


@pytest.mark.parametrize(
    "text", ['[keys]\n"reader.tag" = "T,ctrl+g"', '[keys]\nreader.tag = "T,ctrl+g"', '[keys.reader]\ntag = "T,ctrl+g"']
)
def test_the_settings_take_the_name_quoted_or_not(tmp_path: Path, text: str) -> None:
    (tmp_path / "config.toml").write_text(text, "utf-8")
    config = read_config(tmp_path / "config.toml")
    assert (config.keys, config.problems) == ({"reader.tag": "T,ctrl+g"}, ())


@pytest.mark.parametrize("text", ['keys = "T"', "[keys]\nreader.tag = 3", '[keys]\n"reader.tag" = ["T"]'])
def test_keys_of_another_form_are_told(tmp_path: Path, text: str) -> None:
    (tmp_path / "config.toml").write_text(text, "utf-8")
    (problem,) = read_config(tmp_path / "config.toml").problems
    assert "keys" in problem
