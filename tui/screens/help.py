"""All keys that work where one stands, to read, to filter by typing, and to do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.screen import Screen

from store.library.folding import fold
from tui.command import Command
from tui.commands import bindings, commands
from tui.language import N_, _
from tui.screens.picker import Picker, nothing_found
from tui.typeset import Widths, widths_for
from tui.widgets.columns import cell
from tui.widgets.rows import Heading

_TITLES = {
    "library": N_("Library"),
    "selection": N_("Selecting"),
    "text": N_("Reading"),
    "reader": N_("Document"),
    "card": N_("Card"),
    "outline": N_("Outline"),
    "list": N_("List"),
    "tags": N_("Tags"),
    "notes": N_("Tags and notes"),
    "themes": N_("Themes"),
    "help": N_("Help"),
    "picker": N_("Prompt with a list"),
    "note": N_("Note"),
    "export": N_("Export"),
    "details": N_("Details"),
    "panel": N_("Panel"),
    "app": N_("Everywhere"),
}
_KEY_CELLS = 17
_ASK = ("?", "？")


@dataclass(frozen=True, slots=True)
class KeyRow:
    """A command: its keys, and what it does."""

    command: Command
    keys: tuple[str, ...]
    widths: Widths
    selectable: ClassVar[bool] = True

    def line(self, width: int) -> Content:
        """Its row."""
        keys = cell("  ".join(self.keys), min(_KEY_CELLS, width // 3), self.widths)
        text = self.widths.clip(_(self.command.help), width - self.widths.measure(keys) - 1)
        return Content.assemble((keys, "bold"), " ", text)

    def holds(self, text: str) -> bool:
        """Whether a key is this text, or the words hold it."""
        said = (self.command.hint, self.command.help)
        return text in self.keys or fold(text) in fold("\n".join([*map(_, said), *said, self.command.id]))


class HelpScreen(Picker[KeyRow, Command]):
    """Lists what each key does, in the order of the footer and the palette. Returns the command to be done."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("help")]
    DEFAULT_CLASSES = "tall"

    def __init__(self, keys: Mapping[str, tuple[str, ...]], widths: Widths | None = None) -> None:
        super().__init__(Content(_("Keys")), _("filter: a key, or what it does"))
        self._keys = keys
        self._widths = widths or widths_for()

    def typed(self, text: str) -> None:
        """Show what holds the text; asking for help once more closes it."""
        if text in _ASK:
            self.action_close()
        rows = list(self._rows(text.strip()))
        self.show_rows(rows, "" if rows else nothing_found(text))

    def chosen(self, row: KeyRow | None, text: str) -> None:
        """Have it done."""
        if row:
            self.dismiss(row.command)

    def _rows(self, text: str) -> Iterator[KeyRow | Heading]:
        for group, title in _TITLES.items():
            told = [
                KeyRow(each, self._keys[each.id], self._widths) for each in commands(group) if each.id in self._keys
            ]
            found = [row for row in told if not text or row.holds(text)]
            if found:
                yield Heading(Content.styled(_(title), "$text-muted italic"))
                yield from found


def keys_of(screen: Screen[Any]) -> dict[str, tuple[str, ...]]:
    """By id, the keys of each command that works on a screen now, as they are shown."""
    found: dict[str, tuple[str, ...]] = {}
    for active in screen.active_bindings.values():
        if active.binding.id:
            shown = screen.app.get_key_display(active.binding)
            found[active.binding.id] = (*found.get(active.binding.id, ()), shown)
    return found
