"""The last line of a screen: what the next keys do, as many as there is room for, help always among them."""

from __future__ import annotations

from typing import Any, ClassVar

from textual.binding import Binding
from textual.content import Content
from textual.events import Click
from textual.screen import Screen
from textual.style import Style
from textual.widget import Widget

from tui.command import Command
from tui.commands import command_of, commands, footer_order
from tui.language import _

_NARROW = 100
"""Below this width, in cells, there are only so few hints that the line stays calm."""
_FEW, _MANY = 5, 11
_GAP = "  "
_LAST = "help"
"""Stands at the end, where one looks for it."""


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
        active = self._active()
        chosen: list[Command] = []
        used = 0
        for command in footer_order(iter(active)):
            cells = self._hint(command, active[command.id]).cell_length + len(_GAP)
            if used + cells <= self.content_size.width + len(_GAP) and len(chosen) < self._limit:
                chosen.append(command)
                used += cells
        ordered = sorted(chosen, key=lambda each: (each.action == _LAST, each.group == "app", _ORDER[each.id]))
        return Content(_GAP).join(self._hint(command, active[command.id]) for command in ordered)

    @property
    def _limit(self) -> int:
        return _FEW if self.size.width < _NARROW else _MANY

    def _active(self) -> dict[str, Binding]:
        """By id, the first key of each command that works now."""
        found: dict[str, Binding] = {}
        for active in self.screen.active_bindings.values():
            binding = active.binding
            command = command_of(binding.id or "")
            if command and active.enabled and (command.id not in found or binding.key == command.binding_keys[0]):
                found[command.id] = binding
        return found

    def _keys_shown(self) -> set[str]:
        """What works now of the keys that the commands have from the start."""
        active = self.screen.active_bindings.values()
        declared = (
            each.binding
            for each in active
            if (known := command_of(each.binding.id or "")) and each.binding.key in known.binding_keys
        )
        return {self.app.get_key_display(binding) for binding in declared}

    def _hint(self, command: Command, binding: Binding) -> Content:
        key = self.app.get_key_display(binding)
        pair = set(command.shown.split())
        if key in pair <= self._keys_shown():
            key = command.shown
        hint = Content.assemble((key, ".key-hints--key"), " ", _(command.hint))
        return hint.stylize(Style.from_meta({"key": binding.key}))

    def _bindings_changed(self, screen: Screen[Any]) -> None:
        self.refresh()


_ORDER = {command.id: turn for turn, command in enumerate(commands())}
