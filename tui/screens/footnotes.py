"""All footnotes of a document, each with the places that call it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from store.document import Document, Footnote
from store.library.folding import fold
from tui.commands import bindings
from tui.language import _
from tui.naming import place_name
from tui.screens.picker import Picker, nothing_found
from tui.typeset import Widths, visible
from tui.widgets.columns import cell
from tui.widgets.marks import NOTED, TAGGED, Mark
from tui.widgets.rows import Heading

Annotate = Callable[[str, str], None]
"""Opens the tags, "tag", or the note, "note", of a footnote."""

_SEVERAL = 2
_PLACES = 24


@dataclass(frozen=True, slots=True)
class FootnoteRow:
    """One footnote: its label, what is on it, its text, where it is called."""

    note: Footnote
    called: str
    mark: Mark
    label_cells: int
    widths: Widths
    selectable: ClassVar[bool] = True

    def line(self, width: int) -> Content:
        """Its row."""
        measure = self.widths.measure
        label = " " * (self.label_cells - measure(self.note.label)) + self.note.label
        sign = self.mark.signs
        sign += " " * (measure(TAGGED + NOTED) - measure(sign))
        called = cell(visible(self.called), min(_PLACES, width // 3), self.widths)
        room = width - measure(label) - measure(sign) - measure(called) - 6
        text = cell(visible(self.note.text), max(0, room), self.widths)
        return Content.assemble(
            (visible(label), "$accent"), "  ", (sign, "$secondary"), "  ", text, "  ", (called, "$text-muted")
        )

    def holds(self, wanted: str) -> bool:
        """Whether it shows a folded text somewhere."""
        said = (self.note.label, self.note.text, self.called, *self.mark.all_tags, self.mark.all_notes)
        return wanted in fold("\n".join(said))


class FootnoteScreen(Picker[FootnoteRow, str]):
    """Returns the id of the footnote to whose marker one wants to go."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("footnotes")]

    def __init__(
        self,
        document: Document,
        marks: Callable[[], Mapping[str, Mark]],
        annotate: Annotate,
        widths: Widths,
        start: str | None = None,
    ) -> None:
        super().__init__(
            Content.styled(_("Footnotes"), "bold"),
            _("part of a footnote, or where it is called"),
        )
        self._document = document
        self._marks = marks
        self._annotate = annotate
        self._widths = widths
        self._called = _called(document)
        self._start = start

    def typed(self, text: str) -> None:
        """Show those that hold what is typed."""
        cursor, self._start = self._start, None
        self._fill(self._document_order(cursor) if cursor and not text else 0)

    def chosen(self, row: FootnoteRow | None, text: str) -> None:
        """Return it."""
        if row:
            self.dismiss(row.note.id)

    def on_screen_resume(self) -> None:
        """What was put on a footnote meanwhile is shown."""
        if self.list.rows:
            self._fill(self.list.cursor)

    def action_note(self) -> None:
        """Open the note of the footnote at the cursor."""
        self._annotate_current("note")

    def action_tag(self) -> None:
        """Open its tags."""
        self._annotate_current("tag")

    def _annotate_current(self, what: str) -> None:
        if self.list.current:
            self._annotate(self.list.current.note.id, what)

    def _fill(self, cursor: int | None) -> None:
        notes, wanted = self._document.footnotes, fold(self.text)
        marks = self._marks()
        cells = max((self._widths.measure(note.label) for note in notes), default=0)
        rows = [FootnoteRow(note, self._where(note), marks.get(note.id, Mark()), cells, self._widths) for note in notes]
        found: list[FootnoteRow | Heading] = [row for row in rows if row.holds(wanted)]
        empty = nothing_found(self.text) if notes else _("This document has no footnotes.")
        self.show_rows(found, "" if found else empty, cursor)

    def _where(self, note: Footnote) -> str:
        """The addresses of the paragraphs that call it; that there are none is said."""
        places = self._called.get(note.id, [])
        if not places:
            return _("not called")
        named = "、".join(place_name(self._document, place) for place in places[:_SEVERAL])
        return (
            named
            if len(places) <= _SEVERAL
            else _("{places} and {count} more").format(places=named, count=len(places) - _SEVERAL)
        )

    def _document_order(self, note: str) -> int:
        return next((n for n, each in enumerate(self._document.footnotes) if each.id == note), 0)


def _called(document: Document) -> dict[str, list[str]]:
    """By footnote, the blocks that call it, each once."""
    found: dict[str, list[str]] = {}
    for block in document.blocks:
        for note in dict.fromkeys(marker.footnote for marker in block.markers if marker.footnote):
            found.setdefault(note or "", []).append(block.id)
    return found
