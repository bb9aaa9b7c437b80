"""What the app says in passing. Never read as markup: a title or a file's name may hold anything."""

from __future__ import annotations

from time import monotonic
from typing import Any
from weakref import WeakKeyDictionary

from textual.app import App
from textual.widget import Widget

from tui.refusals import refusal_words
from tui.typeset import visible

_said: WeakKeyDictionary[App[Any], dict[str, float]] = WeakKeyDictionary()
"""When each app last complained of what: two parts of it may meet the same broken file."""


def tell(where: Widget | App[Any], text: str) -> None:
    """Say what happened, in place of what was said before; complaints stand their time."""
    now = monotonic()
    if all(now - when >= where.app.NOTIFICATION_TIMEOUT for when in _said.get(where.app, {}).values()):
        where.app.clear_notifications()
    where.notify(visible(text), markup=False)


def warn(where: Widget | App[Any], text: str) -> None:
    """Say what is not as it should be, though one can go on."""
    text = refusal_words(text)
    if _is_news(where.app, text):
        where.notify(visible(text), severity="warning", markup=False)


def refuse(where: Widget | App[Any], reason: object) -> None:
    """Say why something could not be done."""
    text = refusal_words(str(reason))
    if _is_news(where.app, text):
        where.notify(visible(text), severity="error", markup=False)


def _is_news(app: App[Any], text: str) -> bool:
    """Whether the complaint does not stand on the screen already."""
    said = _said.setdefault(app, {})
    now = monotonic()
    standing = now - said.get(text, -app.NOTIFICATION_TIMEOUT) < app.NOTIFICATION_TIMEOUT
    if not standing:
        said[text] = now
    return not standing
