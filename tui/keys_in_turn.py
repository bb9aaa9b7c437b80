"""Keys are given out one after the other, each when the one before has done all that it does.

Textual hands keys on as they come. Of keys that come in one burst, typed fast or over a slow line, those behind the
one that opens a prompt would still go to the screen under it, and be lost.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from functools import partial

from textual import events
from textual.await_complete import AwaitComplete
from textual.message import Message
from textual.message_pump import MessagePump
from textual.timer import Timer

from tui.memory import FreeingApp

_ROUNDS = 2
"""How often a follower goes up: behind the key, then behind the messages that it called forth, or from the screen
that it opened, which answers when it can be typed in."""
_PATIENCE, _TRIES = 0.25, 4
"""Seconds to wait for a follower before another one is sent, and how many are sent before the key is given up."""


class Follower(Message):
    """Goes behind a key from the focused widget up to the app, so that whatever the key meets was done before."""

    def __init__(self, rounds: int) -> None:
        super().__init__()
        self.rounds = rounds
        """How many more times it goes up."""


class KeysInTurn(FreeingApp):
    """An app that keeps keys and pasted text back while a key before them is under way."""

    def __init__(self) -> None:
        super().__init__()
        self._kept_back: deque[events.Key | events.Paste] = deque()
        self._awaited: Follower | None = None
        self._waiting: Timer | None = None

    @property
    def has_keys_under_way(self) -> bool:
        """Whether a key is not done with yet."""
        return self._awaited is not None

    async def on_event(self, event: events.Event) -> None:
        """Give out a key, or keep it until its turn comes."""
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
        elif self._awaited:
            self._kept_back.append(event)
        else:
            await self._give_out(event)

    def pop_screen(self) -> AwaitComplete:
        """Close a screen; a follower that may be lost with it has another one in its stead."""
        closing = super().pop_screen()
        if self._awaited:
            self._follow(self, _ROUNDS - 1)
        return closing

    async def on_follower(self, message: Follower) -> None:
        """A follower came up: let it go again, or give out the next key; where all screens are closed, nobody types."""
        if message is self._awaited and self.screen_stack:
            if message.rounds:
                self._follow(self.focused or self.screen, message.rounds - 1)
            else:
                await self._go_on()

    async def _give_out(self, event: events.Key | events.Paste) -> None:
        self._waiting = self.set_interval(_PATIENCE, partial(self._look_after, iter(range(_TRIES))))
        target = self.focused or self.screen
        self._awaited = Follower(_ROUNDS - 1)
        await super().on_event(event)
        self._follow(target, _ROUNDS - 1)

    def _follow(self, target: MessagePump, rounds: int) -> None:
        self._awaited = Follower(rounds)
        if not (target.is_attached and target.post_message(self._awaited)):
            self.post_message(self._awaited)

    async def _look_after(self, tries: Iterator[int]) -> None:
        """A follower may be lost with a widget that is removed."""
        if next(tries, None) is None:
            await self._go_on()
        else:
            self._follow(self.focused or self.screen, 0)

    async def _go_on(self) -> None:
        if self._waiting:
            self._waiting.stop()
        self._awaited = self._waiting = None
        if self._kept_back:
            await self._give_out(self._kept_back.popleft())
