"""What a command is: a declaration that gives a key, a hint, a line of the help and a name for settings."""

from __future__ import annotations

from typing import NamedTuple

from textual.binding import Binding
from textual.keys import key_to_character

UNSET = "unset-"
"""Before the name of a command without a key: what stands for one until the user gives it one."""


class Command(NamedTuple):
    """Something a user can do."""

    group: str
    """Where it works: "app", "library", "selection", "text", "reader", "card", "list", "picker"…"""
    action: str
    """The action of the screen or widget that does it."""
    keys: str
    """As Textual names them, separated by commas; the first is shown in the footer. Empty: only in the palette."""
    hint: str
    """A word or two, for the footer and the palette."""
    help: str
    """One sentence, for the help and the tooltip."""
    footer: int = 0
    """Its turn in the footer, 1 for the first to be kept when there is little room; 0 keeps it out."""
    priority: bool = False
    """Works before the focused widget sees the key."""
    in_palette: bool = True
    """Makes sense when chosen from a list."""
    shown: str = ""
    """How the footer shows its keys when they are the declared ones: "j k"."""

    @property
    def id(self) -> str:
        """Its name in keymaps and settings: "reader.tag"."""
        return f"{self.group}.{self.action.partition('(')[0].replace('_', '-')}"

    @property
    def binding_keys(self) -> tuple[str, ...]:
        """Its keys as declared, the first one first."""
        return tuple(self.keys.split(",")) if self.keys else ()

    @property
    def namespaced(self) -> str:
        """Its action as it is run from elsewhere: in the focused widget, on the screen or in the app."""
        return f"{_PLACES.get(self.group, 'screen')}.{self.action}"

    def binding(self) -> Binding:
        """Its keys as a screen declares them."""
        return Binding(
            self.keys or UNSET + self.id,
            self.action,
            self.hint,
            show=self.footer > 0,
            tooltip=self.help,
            id=self.id,
            priority=self.priority,
        )


_PLACES = {"text": "focused", "outline": "focused", "list": "focused", "app": "app"}
"""Where a group's actions are, unless on the screen."""

_KEY_NAMES = {
    "enter": "Enter",
    "escape": "Esc",
    "tab": "Tab",
    "shift+tab": "Shift+Tab",
    "backspace": "Backspace",
    "space": "Space",
    "delete": "Del",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "home": "Home",
    "end": "End",
    "question_mark": "?",
    "slash": "/",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "equals_sign": "=",
    "left_parenthesis": "(",
    "right_parenthesis": ")",
    "left_curly_bracket": "{",
    "right_curly_bracket": "}",
    "plus": "+",
    "minus": "-",
    "apostrophe": "'",
    "asterisk": "*",
    "vertical_line": "|",
}


def key_name(key: str) -> str:
    """A key as it stands on the keyboard: "Ctrl+F" for "ctrl+f"."""
    *modifiers, last = key.split("+")
    shown = _KEY_NAMES.get(last) or key_to_character(last) or last
    if shown == last and (modifiers or len(last) > 1):
        shown = shown.upper()
    return "+".join([*(modifier.capitalize() for modifier in modifiers), shown])
