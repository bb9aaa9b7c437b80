"""The keys of commands as sentences of the app name them: those of the table, or what the user put in their place."""

from __future__ import annotations

from typing import Any

from textual.app import App
from textual.widget import Widget

from tui.keymap import shown_key


def key_shown(where: Widget | App[Any], identity: str) -> str:
    """The first key of a command, by its name: "u" for "reader.undo"."""
    return shown_key(identity, getattr(where.app, "keymap", {}))


def keys(where: Widget | App[Any], **identities: str) -> dict[str, str]:
    """Keys for the fields of a sentence: `_("{undo} takes it back.").format(**keys(self, undo="reader.undo"))`."""
    return {field: key_shown(where, identity) for field, identity in identities.items()}
