"""Asking for a file or folder, with the path completed as one types."""

from __future__ import annotations

import os
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from tui.language import _
from tui.screens.panel import Panel, Result
from tui.typeset import visible
from tui.widgets.key_hints import KeyHints

_SHOWN = 6
"""Names that are shown of those that fit."""


class PathScreen(Panel[Result]):
    """A panel with a path, which it checks and gives to `took`."""

    heading: ClassVar[str]
    placeholder: ClassVar[str]

    def compose(self) -> ComposeResult:
        """Title, path, what else there is, what fits, hint."""
        with Vertical(classes="panel short"):
            yield Static(self.title_shown(), classes="panel-title", markup=False)
            yield Input(placeholder=_(self.placeholder), compact=True)
            yield from self.choices()
            yield Static(id="words", markup=False)
            yield KeyHints()

    def choices(self) -> ComposeResult:
        """What is chosen beside the path; nothing unless a subclass has it."""
        return iter(())

    def title_shown(self) -> Content:
        """What heads the panel."""
        return Content(_(self.heading))

    def first_words(self) -> str:
        """What is said before anything is typed."""
        return _("In {folder}").format(folder=Path.cwd())

    def took(self, path: str) -> None:
        """Do with the path what it was asked for."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """One types at once."""
        self.query_one(Input).focus()
        self.say(self.first_words())

    def action_take(self) -> None:
        """Take the path, if something is there."""
        typed = self.query_one(Input).value.strip()
        if not typed:
            self.dismiss(None)
        elif _is_there(typed):
            self.took(os.path.expanduser(typed))
        else:
            self.say(_("There is nothing at {path}.").format(path=typed))

    def action_complete(self) -> None:
        """Write on as far as there is but one way, and show the ways from there."""
        field = self.query_one(Input)
        names = fitting(field.value)
        if names:
            field.value = _shared_beginning(names)
            field.cursor_position = len(field.value)
        shown = [os.path.basename(name.rstrip(os.sep)) for name in names]
        more = ["…"] if len(shown) > _SHOWN else []
        self.say("  ".join(shown[:_SHOWN] + more) if shown else _("Nothing begins so."))

    def say(self, text: str) -> None:
        """Say something below the path."""
        self.query_one("#words", Static).update(Content(visible(text)))


def fitting(typed: str) -> list[str]:
    """Paths that begin so, folders with a stroke at their end; hidden ones only when their dot was typed."""
    folder, beginning = os.path.split(typed)
    try:
        entries = sorted(os.scandir(os.path.expanduser(folder) or "."), key=lambda entry: entry.name)
    except (OSError, ValueError):
        return []
    return [
        os.path.join(folder, entry.name) + (os.sep if entry.is_dir() else "")
        for entry in entries
        if entry.name.startswith(beginning) and (beginning or not entry.name.startswith("."))
    ]


def _shared_beginning(names: list[str]) -> str:
    """What all names begin with."""
    first, last = min(names), max(names)
    length = next((at for at, (one, other) in enumerate(zip(first, last, strict=False)) if one != other), len(first))
    return first[:length]


def _is_there(typed: str) -> bool:
    """Whether a path leads to something; what a pattern fits is looked for when it is taken."""
    try:
        return Path(typed).expanduser().exists() or any(sign in typed for sign in "*?[")
    except (OSError, RuntimeError, ValueError):  # too long; of a user who is unknown; with a zero byte
        return False
