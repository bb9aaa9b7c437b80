"""The last line of a screen: what the next keys do, as many as there is room for, help always among them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar, TypeAlias

from textual.binding import ActiveBinding, Binding
from textual.content import Content
from textual.events import Click
from textual.screen import Screen
from textual.style import Style
from textual.widget import Widget

from tui.command import Command
from tui.commands import command_of, footer_order, help_order
from tui.language import _

_NARROW = 100
"""Below this width, in cells, there are only so few hints that the line stays calm."""
_FEW, _MANY = 5, 11
_GAP = "  "
_LAST = "help"
"""Stands at the end, where one looks for it."""

Known: TypeAlias = Sequence[tuple[Command, ActiveBinding]]
"""Keys that there are, each with its command."""


class KeyHints(Widget):
    """Hints for the keys that work now; a click presses the key."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"key-hints--key"}
    DEFAULT_CSS = """
    KeyHints {
        dock: bottom; height: 1; padding: 0 1; color: $text-muted;
        & > .key-hints--key { color: $foreground; }
    }
    """

    def on_mount(self) -> None:
        """Follow the keys as they come and go."""
        self.screen.bindings_updated_signal.subscribe(self, self._bindings_changed)

    def on_click(self, event: Click) -> None:
        """Press the key of the hint."""
        key = event.style.meta.get("key")
        if isinstance(key, str):
            self.app.simulate_key(key)

    def render(self) -> Content:
        """As many hints as fit, in the order of the help."""
        known = self._known()
        first, declared = _first_keys(known), self._declared_keys(known)
        hints: dict[Command, Content] = {}
        used = 0
        for command in footer_order(first):
            hint = self._hint(command, first[command.id], declared)
            cells = hint.cell_length + len(_GAP)
            if used + cells <= self.content_size.width + len(_GAP) and len(hints) < self._limit:
                hints[command] = hint
                used += cells
        ordered = sorted(help_order(hints), key=lambda each: (each.action == _LAST, each.group == "app"))
        return Content(_GAP).join(hints[command] for command in ordered)

    @property
    def _limit(self) -> int:
        return _FEW if self.size.width < _NARROW else _MANY

    def _known(self) -> Known:
        """Those that there are now, also of commands that can't be given."""
        active = self.screen.active_bindings.values()
        return [(command, each) for each in active if (command := command_of(each.binding.id or ""))]

    def _declared_keys(self, known: Known) -> set[str]:
        """Those that the commands have from the start."""
        declared = (each.binding for command, each in known if each.binding.key in command.binding_keys)
        return {self.app.get_key_display(binding) for binding in declared}

    def _hint(self, command: Command, binding: Binding, declared: set[str]) -> Content:
        key = self.app.get_key_display(binding)
        pair = set(command.shown.split())
        if key in pair <= declared:
            key = command.shown
        hint = Content.assemble((key, ".key-hints--key"), " ", _(command.hint))
        return hint.stylize(Style.from_meta({"key": binding.key}))

    def _bindings_changed(self, screen: Screen[Any]) -> None:
        self.refresh()


def _first_keys(known: Known) -> dict[str, Binding]:
    """By id, the first key of each command that works now."""
    found: dict[str, Binding] = {}
    for command, active in known:
        binding = active.binding
        if active.enabled and (command.id not in found or binding.key == command.binding_keys[0]):
            found[command.id] = binding
    return found
