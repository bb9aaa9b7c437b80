"""The keys of commands as sentences name them: those of the table, or what the user has put in their place."""

from __future__ import annotations

from typing import Any

from textual.app import App
from textual.widget import Widget

from tui.command import key_name
from tui.commands import command_of


def key_shown(where: Widget | App[Any], identity: str) -> str:
    """The first key of a command, by its name: "u" for "reader.undo".

    Raises:
        LookupError: there is no command of this name.
    """
    command = command_of(identity)
    if command is None:
        raise LookupError(identity)
    changed = getattr(where.app, "keymap", {}).get(identity)
    return key_name(changed.split(",")[0] if changed else command.binding_keys[0])
