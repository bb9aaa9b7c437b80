"""The keys of commands as sentences of the app name them: those of the table, or what the user put in their place."""

from __future__ import annotations

from collections.abc import Mapping
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
    return shown_key(identity, getattr(where.app, "keymap", {}))


def shown_key(identity: str, keymap: Mapping[str, str]) -> str:
    """The same, with the keys that the user gives to commands."""
    command = command_of(identity)
    if command is None:
        raise LookupError(identity)
    return key_name(keymap[identity].split(",")[0] if identity in keymap else command.binding_keys[0])


def keys(where: Widget | App[Any], **identities: str) -> dict[str, str]:
    """Keys for the fields of a sentence: `_("{undo} takes it back.").format(**keys(self, undo="reader.undo"))`."""
    return {field: key_shown(where, identity) for field, identity in identities.items()}
