"""Copying from a screen: in a thread, since a clipboard program may hang, and with a notice of how it went."""

from __future__ import annotations

from functools import partial
from typing import Any

from textual.screen import Screen

from tui.clipboard import Way, copy
from tui.language import N_, _

_NOTICES = {
    Way.PROGRAM: N_("Copied {what}."),
    Way.TERMINAL: N_("Copied {what} through the terminal, if it allows that."),
}


def copy_text(screen: Screen[Any], text: str, what: str) -> None:
    """Copy a text and say so.

    Args:
        screen: Where it is asked for.
        text: What to copy.
        what: What the notice calls it.
    """
    screen.run_worker(partial(_copy, screen, text, what), group="copy", thread=True)


def _copy(screen: Screen[Any], text: str, what: str) -> None:
    app = screen.app
    way = copy(text, partial(app.call_from_thread, app.copy_to_clipboard))
    app.call_from_thread(screen.notify, _(_NOTICES[way]).format(what=what), markup=False)
