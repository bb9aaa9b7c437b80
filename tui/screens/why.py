"""Why a citation is read as it is, and settling what it cites: a candidate, a symbol typed, or nothing at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from store.document import Citation, Span
from store.library.folding import fold
from store.symbols import candidates
from tui.commands import bindings
from tui.language import _
from tui.naming import display_name
from tui.reasons import confidence_sign, confidence_words, reason_words
from tui.screens.picker import Picker
from tui.typeset import visible

_SHOWN = 24
"""Characters shown before and after the words."""
NO_CITATION = ""
"""What is returned where the words cite nothing."""


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """One way to read the citation."""

    symbol: str
    """Empty: it is no citation."""
    words: str
    selectable: ClassVar[bool] = True

    def line(self, width: int) -> Content:
        """Its row."""
        if not self.symbol:
            return Content(visible(self.words))
        name = display_name(self.symbol)
        aside = (f"{visible(self.words)}   ", "$text-muted")
        return Content.assemble(f"{visible(self.symbol)}   ", aside, visible(name) if name != self.symbol else "")


class WhyScreen(Picker[ReadingRow, str]):
    """Returns the symbol that the user settles on, or NO_CITATION."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("why")]

    def __init__(self, where: str, text: str, at: Span, citation: Citation | None) -> None:
        """Of a citation; or with None of words of a text that are none yet."""
        surface = text[at.start : at.end]
        title = Content.assemble((visible(surface), "bold"), "   ", (visible(where), "$text-muted"))
        super().__init__(title, _("a symbol or number, if it is none of these"))
        self._citation = citation
        self._in_text = _context(text, at)
        self._readings = list(_readings(surface, citation))

    def on_mount(self) -> None:
        """Say the reason above the readings."""
        super().on_mount()
        given = self.query_one("#given", Static)
        given.display = True
        given.update(Content("\n").join((self._in_text, self._reason())))

    def typed(self, text: str) -> None:
        """Show the readings of what is typed; other words show the readings that hold them."""
        wanted = text.strip()
        if not wanted:
            self.show_rows(self._readings)
            return
        rows = [ReadingRow(symbol.text, _("as typed")) for symbol in candidates(wanted)]
        rows += [row for row in self._readings if fold(wanted) in fold(f"{row.symbol} {row.words}")]
        unknown = _("“{text}” is neither a symbol nor a number: write for instance A/RES/64/293.")
        self.show_rows(_once(rows), "" if rows else unknown.format(text=wanted))

    def chosen(self, row: ReadingRow | None, text: str) -> None:
        """Return it."""
        if row:
            self.dismiss(row.symbol)

    def _reason(self) -> Content:
        if self._citation is None:
            return Content(_("No rule took these words for a citation."))
        confidence = self._citation.confidence
        head = f"{confidence_sign(confidence)} {confidence_words(confidence)}"
        return Content.assemble((head, "bold"), "   ", visible(reason_words(self._citation)))


def _context(text: str, at: Span) -> Content:
    """The words, lit, and some before and after them."""
    start, end = max(0, at.start - _SHOWN), min(len(text), at.end + _SHOWN)
    before, after = "…" * (start > 0) + text[start : at.start], text[at.end : end] + "…" * (end < len(text))
    lit = (visible(text[at.start : at.end]), "$accent")
    return Content.assemble((visible(before), "$text-muted"), lit, (visible(after), "$text-muted"))


def _readings(surface: str, citation: Citation | None) -> Iterator[ReadingRow]:
    """As it is read, what else it may be by what stands around it, and by its number alone."""
    current = citation.symbol if citation else None
    if current:
        yield ReadingRow(current, _("as it is read: right"))
    offered = citation.candidates if citation else ()
    for symbol in dict.fromkeys((*offered, *(each.text for each in candidates(surface)))):
        if symbol != current:
            yield ReadingRow(symbol, _("may be meant") if symbol in offered else _("numbers so too"))
    if citation:
        yield ReadingRow(NO_CITATION, _("it is no citation"))


def _once(rows: Sequence[ReadingRow]) -> list[ReadingRow]:
    return list({row.symbol: row for row in reversed(rows)}.values())[::-1]
