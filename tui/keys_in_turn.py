"""Keys are given out one after the other, each when the one before has done all that it does.

Textual hands keys on as they come. Of keys that come in one burst, typed fast or over a slow line, those behind the
one that opens a prompt would still go to the screen under it, and be lost.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from functools import partial

from textual import events
from textual.app import App
from textual.await_complete import AwaitComplete
from textual.message import Message
from textual.message_pump import MessagePump
from textual.timer import Timer

_ROUNDS = 2
"""How often a follower goes up: behind the key, then behind the messages that it called forth, or from the screen
that it opened, which answers when it can be typed in."""
_PATIENCE, _TRIES = 0.25, 4
"""Seconds to wait for a follower before another one is sent, and how many are sent before the key is given up."""


class Follower(Message):
    """Goes behind a key from the focused widget up to the app, so that whatever the key meets was done before."""

    def __init__(self, turn: int, rounds: int) -> None:
        super().__init__()
        self.turn = turn
        self.rounds = rounds
        """How many more times it goes up."""


class KeysInTurn(App[None]):
    """An app that keeps keys and pasted text back while a key before them is under way."""

    def __init__(self) -> None:
        super().__init__()
        self._kept_back: deque[events.Key | events.Paste] = deque()
        self._turn = 0
        self._under_way: Timer | None = None

    async def on_event(self, event: events.Event) -> None:
        """Give out a key, or keep it until its turn comes."""
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
        elif self._under_way:
            self._kept_back.append(event)
        else:
            await self._give_out(event)

    def pop_screen(self) -> AwaitComplete:
        """Close a screen; the follower that may be lost with it has another one in its stead."""
        closing = super().pop_screen()
        self.post_message(Follower(self._turn, _ROUNDS - 1))
        return closing

    async def on_follower(self, message: Follower) -> None:
        """A follower came up: let it go again, or give out the next key."""
        if message.turn == self._turn and message.rounds:
            self._follow(self.focused or self.screen, message.rounds - 1)
        else:
            await self._go_on(message.turn)

    async def _give_out(self, event: events.Key | events.Paste) -> None:
        self._turn += 1
        self._under_way = self.set_interval(_PATIENCE, partial(self._look_after, self._turn, iter(range(_TRIES))))
        target = self.focused or self.screen
        await super().on_event(event)
        self._follow(target, _ROUNDS - 1)

    def _follow(self, target: MessagePump, rounds: int) -> None:
        follower = Follower(self._turn, rounds)
        if not (target.is_attached and target.post_message(follower)):
            self.post_message(follower)

    async def _look_after(self, turn: int, tries: Iterator[int]) -> None:
        """A follower may be lost with a widget that is removed."""
        if next(tries, None) is None:
            await self._go_on(turn)
        elif turn == self._turn:
            self._follow(self.focused or self.screen, 0)

    async def _go_on(self, turn: int) -> None:
        if turn != self._turn or self._under_way is None:
            return
        self._under_way.stop()
        self._under_way = None
        if self._kept_back:
            await self._give_out(self._kept_back.popleft())
