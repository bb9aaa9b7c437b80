"""All keys that work where one stands, to read, to filter by typing, and to do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.screen import Screen

from store.library.folding import fold
from tui.command import UNSET, Command
from tui.commands import bindings, commands
from tui.language import N_, _
from tui.screens.picker import Picker, nothing_found
from tui.typeset import Widths, typeset, widths_for
from tui.widgets.columns import cell
from tui.widgets.rows import Heading

TITLES = {
    "library": N_("Library"),
    "selection": N_("Selecting"),
    "text": N_("Reading"),
    "reader": N_("Document"),
    "card": N_("Card"),
    "popover": N_("Footnote"),
    "peek": N_("Peeking"),
    "hints": N_("Letters on links"),
    "outline": N_("Outline"),
    "list": N_("List"),
    "tags": N_("Tags"),
    "why": N_("Why a citation is read so"),
    "value": N_("Choosing"),
    "bookmark": N_("Bookmark"),
    "correct": N_("Correct"),
    "filters": N_("Show only"),
    "annotations": N_("Annotations"),
    "tag_tree": N_("All tags"),
    "notes": N_("Tags and notes"),
    "footnotes": N_("Footnotes"),
    "view": N_("View"),
    "bookmarks": N_("Bookmarks"),
    "doubts": N_("Doubts and corrections"),
    "themes": N_("Themes"),
    "help": N_("Help"),
    "picker": N_("Prompt with a list"),
    "note": N_("Note"),
    "export": N_("Export"),
    "import": N_("Taking annotations in"),
    "add": N_("Adding files"),
    "confirm": N_("Question"),
    "waiting": N_("Waiting"),
    "pasted": N_("Add the pasted text"),
    "details": N_("Details"),
    "citing": N_("List of those who cite"),
    "review": N_("Review of annotations"),
    "orphans": N_("Annotations to be looked at"),
    "carrying": N_("Carrying annotations over"),
    "panel": N_("Panel"),
    "app": N_("Everywhere"),
}
"""What a group of commands is called, in the order of the help."""
_KEY_CELLS = 17
_PANEL, _AROUND = 84, 9
"""Cells of the widest panel, and of what stands in it beside the rows."""
_ASK = ("?", "？")


@dataclass(frozen=True, slots=True)
class KeyRow:
    """A command: its keys, and what it does."""

    command: Command
    keys: tuple[str, ...]
    said: str
    """As much of its sentence as the row has room for."""
    cells: int
    """Of the column of keys."""
    widths: Widths
    selectable: ClassVar[bool] = True

    def line(self, width: int) -> Content:
        """Its row."""
        keys = cell("  ".join(self.keys), self.cells, self.widths)
        return Content.assemble((keys, "bold"), " ", self.widths.clip(self.said, width - self.widths.measure(keys) - 1))


class HelpScreen(Picker[KeyRow, Command]):
    """Lists what each key does, in the order of the footer and the palette. Returns the command to be done."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("help")]
    DEFAULT_CLASSES = "tall"

    def __init__(
        self,
        keys: Mapping[str, tuple[str, ...]],
        widths: Widths | None = None,
        words: Sequence[tuple[str, str]] = (),
    ) -> None:
        """List what can be done.

        Args:
            keys: By the id of a command, its keys as they are shown.
            widths: Of characters.
            words: What can be typed into the prompt of the screen, and what that asks for; msgids.
        """
        super().__init__(Content(_("Keys")), _("filter: a key, or what it does"))
        self._words = words
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

    def on_resize(self) -> None:
        """Set the sentences anew for the width."""
        self.typed(self.text)

    def _rows(self, text: str) -> Iterator[KeyRow | Heading]:
        for group, title in TITLES.items():
            found = [each for each in commands(group) if self._keys.get(each.id) and self._holds(each, text)]
            if found:
                yield Heading(Content.styled(_(title), "$text-muted italic"))
            for command in found:
                yield from self._rows_of(command)
        yield from self._rows_of_words(text)

    def _rows_of_words(self, text: str) -> Iterator[Heading]:
        """What the prompt of the screen understands."""
        found = [(_(word), _(said)) for word, said in self._words if fold(text) in fold(_(word) + _(said))]
        if found:
            yield Heading(Content.styled(_("Words of the filter"), "$text-muted italic"))
        width, cells = self._room
        for word, said in found:
            lines = typeset(said, max(2, width - cells - 1), widths=self._widths).lines
            yield Heading(Content.assemble((cell(word, cells, self._widths), "bold"), " ", lines[0].text.rstrip()))
            yield from (Heading(Content(" " * (cells + 1) + line.text.rstrip())) for line in lines[1:])

    @property
    def _room(self) -> tuple[int, int]:
        """Cells of a row, and of its column of keys."""
        width = min(_PANEL, self.app.size.width * 94 // 100) - _AROUND
        return width, min(_KEY_CELLS, width // 3)

    def _rows_of(self, command: Command) -> Iterator[KeyRow | Heading]:
        """A command's row, with others below it for what its sentence has no room for."""
        width, cells = self._room
        first, *others = typeset(_(command.help), max(2, width - cells - 1), widths=self._widths).lines
        yield KeyRow(command, self._keys[command.id], first.text.rstrip(), cells, self._widths)
        yield from (Heading(Content(" " * (cells + 1) + line.text.rstrip())) for line in others)

    def _holds(self, command: Command, text: str) -> bool:
        """Whether a key of the command is this text, or its words hold it."""
        said = (command.hint, command.help)
        return text in self._keys[command.id] or fold(text) in fold("\n".join([*map(_, said), *said, command.id]))


def keys_of(screen: Screen[Any]) -> dict[str, tuple[str, ...]]:
    """By id, the keys of each command that works on a screen now, as they are shown; one may have none."""
    found: dict[str, tuple[str, ...]] = {}
    for active in screen.active_bindings.values():
        if active.binding.id:
            unset = active.binding.key.startswith(UNSET)
            shown = () if unset else (screen.app.get_key_display(active.binding),)
            found[active.binding.id] = (*found.get(active.binding.id, ()), *shown)
    return found
