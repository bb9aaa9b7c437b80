"""Asking for commands: by group, by the id of a binding, for the footer. They are declared in `command_table`.

Screens build their bindings from here. Texts are msgids and are translated when they are shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from textual.binding import Binding

from tui.command import Command
from tui.command_table import COMMANDS

TOGETHER = (
    ("library", "list", "app"),
    ("selection",),
    ("popover", "app"),
    ("peek", "app"),
    ("hints", "panel"),
    ("view", "panel"),
    ("footnotes", "panel"),
    ("bookmarks", "picker", "panel"),
    ("text", "reader", "app"),
    ("outline", "reader", "app"),
    ("card", "list", "app"),
    ("picker", "panel"),
    ("tags", "panel"),
    ("annotations", "list", "panel"),
    ("tag_tree", "list", "panel"),
    ("why", "panel"),
    ("value", "panel"),
    ("bookmark", "panel"),
    ("correct", "panel"),
    ("filters", "panel"),
    ("notes", "picker", "panel"),
    ("themes", "panel"),
    ("note", "panel"),
    ("export", "panel"),
    ("add", "panel"),
    ("import", "panel"),
    ("confirm", "panel"),
    ("waiting", "panel"),
    ("pasted", "panel"),
    ("details", "list", "panel"),
    ("doubts", "list", "panel"),
    ("citing", "list", "panel"),
    ("review", "orphans", "panel"),
    ("orphans", "list", "panel"),
    ("review", "carrying", "panel"),
    ("carrying", "list", "panel"),
)
"""Groups whose keys work at the same time, so that no key may stand for two of their commands.

A panel made of another one, such as the tags of the prompt with a list, may put its command on that one's key;
so may the footnotes over the text, whose keys stand for those of the text meanwhile, and the selection of text, whose
keys stand for all others.
"""


def commands(*groups: str) -> tuple[Command, ...]:
    """The commands of these groups in the order of the help; of all when none is named."""
    return tuple(command for command in COMMANDS if not groups or command.group in groups)


def bindings(group: str) -> list[Binding]:
    """The keys of a group, for the BINDINGS of its screen or widget."""
    return [command.binding() for command in commands(group)]


@cache
def _by_id() -> Mapping[str, Command]:
    return {command.id: command for command in COMMANDS}


def command_of(identity: str) -> Command | None:
    """The command of a binding's id."""
    return _by_id().get(identity)


def help_order(chosen: Iterable[Command]) -> list[Command]:
    """The same commands in the order of the help."""
    return sorted(chosen, key=COMMANDS.index)


def footer_order(identities: Iterable[str]) -> list[Command]:
    """The commands among these ids that the footer may show, the ones to keep longest first.

    Of two with the same turn the one declared first, so that a selection comes before what one does without.
    """
    found = set(identities)
    offered = (command for identity, command in _by_id().items() if identity in found and command.footer)
    return sorted(offered, key=lambda command: command.footer)
