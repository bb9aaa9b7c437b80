"""Asking for a file or folder to add, with the path completed as one types."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from tui.commands import bindings
from tui.language import _
from tui.screens.panel import Panel
from tui.typeset import visible
from tui.widgets.key_hints import KeyHints

_SHOWN = 6
"""Names that are shown of those that fit."""


class AddScreen(Panel[str]):
    """Returns the path of a file or folder that is there, or a pattern."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("add")]

    def __init__(self, symbol: str | None = None, links: Mapping[str, str] = MappingProxyType({})) -> None:
        """Ask for any file; or for the text of one document, with the addresses at which it is, by language."""
        super().__init__()
        self._symbol = symbol
        self._links = links

    def compose(self) -> ComposeResult:
        """Title, path, what fits, hint."""
        with Vertical(classes="panel short"):
            yield Static(self._title(), classes="panel-title", markup=False)
            yield Input(placeholder=_("path of a file or folder, or a pattern such as ~/texts/*.txt"), compact=True)
            yield Static(id="words", markup=False)
            yield KeyHints()

    def on_mount(self) -> None:
        """One types at once."""
        self.query_one(Input).focus()
        self._say(self._where_from() or _("In {folder}").format(folder=Path.cwd()))

    def action_take(self) -> None:
        """Take the path, if something is there."""
        typed = self.query_one(Input).value.strip()
        if not typed:
            self.dismiss(None)
        elif _is_there(typed):
            self.dismiss(os.path.expanduser(typed))
        else:
            self._say(_("There is nothing at {path}.").format(path=typed))

    def action_complete(self) -> None:
        """Write on as far as there is but one way, and show the ways from there."""
        field = self.query_one(Input)
        names = fitting(field.value)
        if names:
            field.value = _shared_beginning(names)
            field.cursor_position = len(field.value)
        shown = [os.path.basename(name.rstrip(os.sep)) for name in names]
        more = ["…"] if len(shown) > _SHOWN else []
        self._say("  ".join(shown[:_SHOWN] + more) if shown else _("Nothing begins so."))

    def _title(self) -> Content:
        if self._symbol is None:
            return Content(_("Add a file or folder"))
        return Content(visible(_("Bring in the text of {symbol}").format(symbol=self._symbol)))

    def _where_from(self) -> str:
        """How one gets the text, where one document is asked for."""
        if not self._links:
            return ""
        first, *others = self._links.items()
        said = _("Get it at {address} (o on the card opens that), save it, and drop the file here or type its path.")
        languages = " · ".join(language for language, _address in others)
        more = _("Other languages: {languages} instead of {first}.").format(languages=languages, first=first[0])
        return said.format(address=first[1]) + "\n" + more

    def _say(self, text: str) -> None:
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
