"""Toasts that can't stop the app.

Textual (8.2) starts a toast's timer with the time the notice has left. When that has just run out, as it can when
a screen changes while notices expire, the timer counts backwards and never yields to the event loop again.
"""

from __future__ import annotations

from textual.notifications import Notification
from textual.widgets import _toast

_SHORTEST = 0.1
"""Seconds."""


class SoundToast(_toast.Toast):
    """A toast whose time is never less than none."""

    def __init__(self, notification: Notification) -> None:
        super().__init__(notification)
        self._timeout = max(self._timeout, _SHORTEST)


def mend_toasts() -> None:
    """Let racks of toasts, which name the class themselves, make sound ones."""
    _toast.Toast = SoundToast  # type: ignore[misc]  # the only handle that Textual leaves
