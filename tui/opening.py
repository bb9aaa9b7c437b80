"""What the app opens with: looked up before there is a screen, so that the first screen is the right one.

Nothing here touches the terminal.
"""

from __future__ import annotations

from threading import Event, Thread
from typing import TYPE_CHECKING

from store.errors import JueyiError
from store.progress import Cancelled, Progress

if TYPE_CHECKING:
    from store.library.find import Found
    from tui.workspace import Workspace

_LOOK = 0.1
"""Seconds between two looks how far it is."""


class Opening:
    """The look-up of the target that the app was called with, in a thread of its own."""

    def __init__(self, workspace: Workspace, target: str) -> None:
        self._workspace = workspace
        self._target = target
        self._found: Found | None = None
        self._answered = Event()
        self._given_up = False
        self._standing: tuple[str, int, int] = ("file", 0, 1)
        Thread(target=self._look_up, daemon=True).start()

    def found(self, patience: float) -> Found | None:
        """What it means, if that is known within so many seconds; None also when asking failed."""
        self._answered.wait(patience)
        return self._found

    def await_found(self, progress: Progress) -> Found | None:
        """What it means, however long that takes; raises Cancelled when `progress` does."""
        while not self._answered.wait(_LOOK):
            try:
                progress(*self._standing)
            except Cancelled:
                self._given_up = True
                raise
        return self._found

    def _look_up(self) -> None:
        from store.library.find import Held

        try:
            self._found = self._workspace.find(self._target, prepared=False, progress=self._hear)
        except (JueyiError, Cancelled):
            # The app asks again, and says what is wrong; or nobody waits any more.
            return
        finally:
            self._answered.set()
        if isinstance(self._found, Held) and (document := self._workspace.read_already(self._found.entry.key)):
            document.prepare()

    def _hear(self, stage: str, done: int, whole: int) -> None:
        if self._given_up:
            raise Cancelled
        self._standing = stage, done, whole
