"""Asking for a file or folder to add."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from tui.commands import bindings
from tui.language import N_
from tui.screens.path import PathScreen


class AddScreen(PathScreen[str]):
    """Returns the path of a file or folder that is there, or a pattern."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("add")]
    heading = N_("Add a file or folder")
    placeholder = N_("path of a file or folder, or a pattern such as ~/texts/*.txt")

    def took(self, path: str) -> None:
        """Return it."""
        self.dismiss(path)
