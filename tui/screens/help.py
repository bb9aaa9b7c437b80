"""All keys that work on a screen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from tui.commands import commands
from tui.language import N_, _
from tui.screens.repainted import Repainted
from tui.typeset import widths_for
from tui.widgets.columns import cell

_TITLES = {
    "library": N_("Library"),
    "selection": N_("Selecting"),
    "text": N_("Reading"),
    "reader": N_("Document"),
    "card": N_("Card"),
    "list": N_("List"),
    "app": N_("Everywhere"),
}
_KEY_CELLS = 18


class HelpScreen(ModalScreen[None], Repainted):
    """Lists what each key does, in the order of the footer and the palette."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,question_mark,q,f1", "dismiss", N_("close"), id="help.close"),
        Binding("j", "app.simulate_key('down')", show=False),
    ]

    def __init__(self, keys: Mapping[str, tuple[str, ...]]) -> None:
        super().__init__()
        self._keys = keys

    def compose(self) -> ComposeResult:
        """A panel that scrolls."""
        with Vertical(classes="panel"):
            yield Static(Content.styled(_("Keys"), "bold"), classes="panel-title", markup=False)
            with VerticalScroll():
                yield Static(Content("\n").join(self._lines()), markup=False)
            yield Static(Content(_("↑ ↓ scroll   Esc close")), classes="panel-hint", markup=False)

    def on_mount(self) -> None:
        """The arrows scroll."""
        self.query_one(VerticalScroll).focus()

    def _lines(self) -> Iterator[Content]:
        widths = widths_for()
        for group, title in _TITLES.items():
            told = [command for command in commands(group) if command.id in self._keys]
            if told:
                yield Content.styled(_(title), "$text-muted italic")
            for command in told:
                keys = cell("  ".join(self._keys[command.id]), _KEY_CELLS, widths)
                yield Content.assemble("  ", (keys, "bold"), _(command.help))
            if told:
                yield Content()


def keys_of(screen: Screen[Any]) -> dict[str, tuple[str, ...]]:
    """By id, the keys of each command that works on a screen now, as they are shown."""
    found: dict[str, tuple[str, ...]] = {}
    for active in screen.active_bindings.values():
        if active.binding.id:
            shown = screen.app.get_key_display(active.binding)
            found[active.binding.id] = (*found.get(active.binding.id, ()), shown)
    return found
