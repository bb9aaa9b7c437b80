"""The commands of the screen, by name."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from textual.command import Hits, Provider

from tui.command import Command
from tui.commands import commands
from tui.language import _
from tui.providers.offers import match, offer
from tui.screens.help import keys_of


class CommandProvider(Provider):
    """Offers what the keys of the screen do."""

    async def discover(self) -> Hits:
        """All of them, before anything is typed."""
        for command, keys in self._commands():
            yield offer(_title(command), partial(self._run, command), _help(command, keys))

    async def search(self, query: str) -> Hits:
        """Those whose name or help goes with the query."""
        matcher = self.matcher(query)
        for command, keys in self._commands():
            score = max(matcher.match(_title(command)), matcher.match(_(command.help)))
            if score > 0:
                yield match(score, _title(command), partial(self._run, command), _help(command, keys))

    def _commands(self) -> Iterator[tuple[Command, tuple[str, ...]]]:
        keys = keys_of(self.screen)
        for command in commands():
            if command.in_palette and command.id in keys:
                yield command, keys[command.id]

    async def _run(self, command: Command) -> None:
        """Run it where its key would: in the focused widget, the screen or the app."""
        await self.app.run_action(command.namespaced)


def _title(command: Command) -> str:
    return _(command.hint)


def _help(command: Command, keys: tuple[str, ...]) -> str:
    return f"{_(command.help)}  {'  '.join(keys)}"
