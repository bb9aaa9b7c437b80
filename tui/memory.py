"""When what nobody needs any more is freed: while the user rests, for to look for it holds the keys up.

Python looks through all that a program holds, at a moment that nobody chooses; with 50,000 paragraphs open this
takes 50 to 100 milliseconds. Only what hangs together in circles waits for that, such as closed screens; all else
is freed at once.
"""

from __future__ import annotations

import gc
from time import monotonic

from textual.app import App
from textual.events import Event, InputEvent

_PAUSE = 20.0
"""Seconds between two looks whether it is time."""
_REST = 5.0
"""Seconds without a key or the mouse after which it is."""
_YOUNG = 2_000, 20
"""How many new things are made before the young are looked through, and how many times before those grown up."""
_NEVER = 1_000_000_000
_LONG = 2_000
"""Blocks from which a document is long."""


def leave_out(blocks: int) -> None:
    """Leave out, from now on, what there is when a long document is shown: it is in no circle, and frees itself."""
    if blocks >= _LONG:
        gc.freeze()


class FreeingApp(App[None]):
    """An app that frees its memory while its user rests, when it was started by `open_app`, which began this."""

    def __init__(self) -> None:
        super().__init__()
        self._last_input = monotonic()

    def free_memory_at_rest(self) -> None:
        """Begin; what was made until now lasts as long as the app and is left out."""
        if not gc.isenabled():
            gc.freeze()
            gc.set_threshold(*_YOUNG, _NEVER)
            gc.enable()
            self.set_interval(_PAUSE, self._free)

    async def on_event(self, event: Event) -> None:
        """Note when the user did something."""
        if isinstance(event, InputEvent):
            self._last_input = monotonic()
        await super().on_event(event)

    @property
    def rested(self) -> float:
        """Seconds since the user last did something."""
        return monotonic() - self._last_input

    def _free(self) -> None:
        if self.rested >= _REST:
            gc.collect()
