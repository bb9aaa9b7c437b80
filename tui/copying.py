"""Copying from a screen: in a thread, since a clipboard program may hang, and with a notice of how it went."""

from __future__ import annotations

from functools import partial
from typing import Any

from textual.screen import Screen

from tui.clipboard import Way, copy, copy_to_page
from tui.language import N_, _

_NOTICES = {
    Way.PROGRAM: N_("Copied {what}."),
    Way.TERMINAL: N_("Copied {what} through the terminal, if it allows that."),
    Way.PAGE: N_("Copied {what} through the web page, if the browser allows that."),
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
    through_terminal = partial(app.call_from_thread, app.copy_to_clipboard)
    way = copy_to_page(text, through_terminal) if app.is_web else copy(text, through_terminal)
    app.call_from_thread(screen.notify, _(_NOTICES[way]).format(what=what), markup=False)
