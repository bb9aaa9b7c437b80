"""The app's part in waiting: what lasts is told in a panel, from which one can go back to where one was."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from tui.keys_in_turn import KeysInTurn
from tui.waiting import Waiting

_PATIENCE = 0.3
"""Seconds of waiting that need no word."""


class WaitingApp(KeysInTurn):
    """An app in which one sees what one waits for."""

    def wait_for(self, what: str, given_up: Callable[[], None] | None = None) -> Waiting:
        """Tell of work that begins now, should it last.

        Args:
            what: What is waited for.
            given_up: Called when the user waits no longer.
        """
        waiting = Waiting(what, lambda waiting: self.call_from_thread(self._close_waiting, waiting))
        self.set_timer(_PATIENCE, partial(self._show_waiting, waiting, given_up))
        return waiting

    def _show_waiting(self, waiting: Waiting, given_up: Callable[[], None] | None) -> None:
        from tui.screens.waiting import WaitingScreen

        # Said before it is asked whether the work is over, as the work asks in the other order.
        waiting.is_shown = True
        if not waiting.is_over and not waiting.is_cancelled:
            self.push_screen(WaitingScreen(waiting), partial(self._left, waiting, given_up))

    def _left(self, waiting: Waiting, given_up: Callable[[], None] | None, _result: None) -> None:
        if waiting.is_cancelled and given_up:
            given_up()

    def _close_waiting(self, waiting: Waiting) -> None:
        from tui.screens.waiting import WaitingScreen

        screen = self.screen
        if isinstance(screen, WaitingScreen) and screen.waiting is waiting:
            screen.dismiss(None)
