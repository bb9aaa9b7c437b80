"""What the app opens with: looked up before there is a screen, so that the first screen is the right one.

Nothing here touches the terminal.
"""

from __future__ import annotations

from threading import Event, Thread
from typing import TYPE_CHECKING

from store.errors import JueyiError

if TYPE_CHECKING:
    from store.library.find import Found
    from tui.workspace import Workspace


class Opening:
    """The look-up of the target that the app was called with, in a thread of its own."""

    def __init__(self, workspace: Workspace, target: str) -> None:
        self._workspace = workspace
        self._target = target
        self._found: Found | None = None
        self._answered = Event()
        Thread(target=self._look_up, daemon=True).start()

    def found(self, patience: float) -> Found | None:
        """What it means, if that is known within so many seconds; None also when asking failed."""
        self._answered.wait(patience)
        return self._found

    def _look_up(self) -> None:
        from store.library.find import Held

        try:
            self._found = self._workspace.find(self._target, prepared=False)
        except JueyiError:
            # The app asks again, and says what is wrong.
            return
        finally:
            self._answered.set()
        if isinstance(self._found, Held) and (document := self._workspace.read_already(self._found.entry.key)):
            document.prepare()
