"""The keys that a user gives to commands in `config.toml`: understood, and checked before they work.

What can't be used is told in a sentence, and the command keeps the keys it has from the start.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from string import punctuation

from textual.keys import Keys, _character_to_key

from tui.command import Command, key_name
from tui.commands import TOGETHER, command_of, commands
from tui.language import _, in_a_row

_MODIFIERS = ("ctrl", "alt", "shift", "super", "hyper", "meta")
_SHORT = {"esc": "escape", "del": "delete", "ins": "insert", "pgup": "pageup", "pgdn": "pagedown", "return": "enter"}
_ONE_IN_TERMINALS = {
    "ctrl+at": "ctrl+@",
    "ctrl+i": "tab",
    "ctrl+m": "enter",
    "ctrl+[": "escape",
    "ctrl+left_square_bracket": "escape",
}
"""What most terminals send for two keys alike, and the name by which Textual knows one."""
_WITH_A_PROMPT = frozenset(
    {"picker", "tags", "why", "value", "bookmark", "correct", "filters", "notes", "themes", "help", "note", "export"}
)
"""Groups in which letters go into a text."""
_NAMED = {str(key.value).rpartition("+")[2] for key in Keys} | {_character_to_key(sign) for sign in punctuation}
"""Keys that are called by a word."""


def key_of(written: str) -> str | None:
    """A key as Textual calls it: "ctrl+g" for "Ctrl+G", "question_mark" for "?"; None when there is no such key."""
    *modifiers, last = written.rsplit("+", 1) if len(written) > 1 else ("", written)
    before = [each for part in modifiers for each in part.lower().split("+") if each]
    if not last or any(each not in _MODIFIERS for each in before):
        return None
    if len(last) == 1:
        if before == ["shift"] and last.isalpha():
            return last.upper()
        last = _character_to_key(last.lower() if before else last)
    else:
        last = last.lower()
        last = _SHORT.get(last, last)
        if last not in _NAMED:
            return None
    key = "+".join((*before, last))
    return _ONE_IN_TERMINALS.get(key, key)


def make_keymap(given: Mapping[str, str]) -> tuple[dict[str, str], tuple[str, ...]]:
    """The keys that can be used, by command, and a sentence for each that can't.

    Args:
        given: What the user wrote: keys separated by commas, by the command's name.
    """
    keymap: dict[str, str] = {}
    problems: list[str] = []
    for name, written in given.items():
        problem = _problem(name, written)
        if problem:
            problems.append(problem)
        else:
            keymap[name] = ",".join(filter(None, map(key_of, _parts(written))))
    while conflict := next(_conflicts(keymap), None):
        changed, other, key = conflict
        del keymap[changed.id]
        problems.append(
            _("config.toml, [keys] {name}: {key} is the key of {other} ({hint}). Its keys stay.").format(
                name=changed.id, key=key_name(key), other=other.id, hint=_(other.hint)
            )
        )
    return keymap, tuple(problems)


def _parts(written: str) -> list[str]:
    """The keys of a list; a comma alone is a key, too."""
    return [part.strip() for part in written.split(",") if part.strip()] or [written.strip()]


def _problem(name: str, written: str) -> str | None:
    command = command_of(name)
    if command is None:
        near = get_close_matches(name, [each.id for each in commands()], 1)
        hint = _("Did you mean {near}?").format(near=near[0]) if near else ""
        return in_a_row(_("config.toml, [keys] {name}: there is no command of this name.").format(name=name), hint)
    for part in _parts(written):
        key = key_of(part)
        if key is None:
            unknown = _("config.toml, [keys] {name}: “{key}” is no key: write for instance ctrl+g. Its keys stay.")
            return unknown.format(name=name, key=part)
        if command.group in _WITH_A_PROMPT and len(key_name(key)) == 1:
            typed = _("config.toml, [keys] {name}: {key} is typed into the prompt there. Its keys stay.")
            return typed.format(name=name, key=key_name(key))
    return None


def _conflicts(keymap: Mapping[str, str]) -> Iterator[tuple[Command, Command, str]]:
    """A changed command, another one that works beside it, and the key that both have; the last change first."""
    for changed in reversed(list(keymap)):
        command = command_of(changed)
        for other in commands():
            if command and other is not command and work_together(command, other):
                for key in _keys(command, keymap):
                    if key in _keys(other, keymap):
                        yield command, other, key


def _keys(command: Command, keymap: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(keymap[command.id].split(",")) if command.id in keymap else command.binding_keys


def work_together(one: Command, other: Command) -> bool:
    """Whether the keys of both work at the same time."""
    return one.group == other.group or any({one.group, other.group} <= set(groups) for groups in TOGETHER)
