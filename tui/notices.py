"""What the app says in passing. Never read as markup: a title or a file's name may hold anything."""

from __future__ import annotations

from typing import Any

from textual.app import App
from textual.widget import Widget

from tui.typeset import visible


def tell(where: Widget | App[Any], text: str) -> None:
    """Say what happened."""
    where.notify(visible(text), markup=False)


def warn(where: Widget | App[Any], text: str) -> None:
    """Say what is not as it should be, though one can go on."""
    where.notify(visible(text), severity="warning", markup=False)


def refuse(where: Widget | App[Any], reason: object) -> None:
    """Say why something could not be done."""
    where.notify(visible(str(reason)), severity="error", markup=False)
