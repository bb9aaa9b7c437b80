"""What can be corrected of a paragraph: a letter does it at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from textual.binding import BindingType
from textual.content import Content

from store.library.folding import fold
from tui.commands import bindings
from tui.language import N_, _
from tui.screens.picker import Picker, nothing_found
from tui.typeset import visible

Act = Literal[
    "join", "next", "split", "type", "label", "furniture", "note", "text", "confirm", "symbol", "title", "date"
]
Target = Literal["block", "footnote"]

_ACTS: tuple[tuple[str, Act, str], ...] = (
    ("j", "join", N_("join it with the paragraph before")),
    ("J", "next", N_("join the paragraph after it to it")),
    ("s", "split", N_("split it at a place")),
    ("t", "type", N_("it is something else: a heading, a paragraph, an item…")),
    ("l", "label", N_("it has another number, or none")),
    ("f", "furniture", N_("it is furniture of the page, no text")),
    ("n", "note", N_("it is a footnote")),
    ("x", "text", N_("what was removed is text")),
    ("c", "confirm", N_("its doubts were looked at: right as it is")),
    ("y", "symbol", N_("the document has another symbol")),
    ("i", "title", N_("the document has another title")),
    ("d", "date", N_("the document has another date")),
)
_OF_NOTES: dict[str, str] = {
    "furniture": N_("it is furniture of the page, no text"),
    "note": N_("the footnote has another number"),
    "text": N_("it is no footnote but text"),
    "confirm": N_("its doubts were looked at: right as it is"),
}
"""What makes sense for a footnote."""


@dataclass(frozen=True, slots=True)
class ActRow:
    """One thing to do."""

    letter: str
    act: Act
    words: str
    selectable: ClassVar[bool] = True

    def line(self, width: int) -> Content:
        """Its row."""
        return Content.assemble((self.letter, "bold $accent"), "  ", self.words)


class CorrectScreen(Picker[ActRow, Act]):
    """Returns what is to be done."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("correct")]

    def __init__(self, where: str, target: Target) -> None:
        super().__init__(
            Content.assemble((_("Correct"), "bold"), "   ", (visible(where), "$text-muted")),
            _("a letter, or a word of what is to be done"),
        )
        said = [(letter, act, words if target == "block" else _OF_NOTES.get(act, "")) for letter, act, words in _ACTS]
        self._rows = [ActRow(letter, act, _(words)) for letter, act, words in said if words]

    def typed(self, text: str) -> None:
        """A letter that stands for something does it; other text shows what holds it."""
        meant = next((row for row in self._rows if row.letter == text), None)
        if meant:
            self.dismiss(meant.act)
            return
        found = [row for row in self._rows if fold(text) in fold(row.words)]
        self.show_rows(found, "" if found else nothing_found(text))

    def chosen(self, row: ActRow | None, text: str) -> None:
        """Return it."""
        if row:
            self.dismiss(row.act)
