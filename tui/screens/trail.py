"""The way one came and the way forward, place by place, to go to one of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from textual import on, work
from textual.content import Content
from textual.message import Message
from textual.worker import get_current_worker

from store.document import Document
from store.errors import JueyiError
from store.library.folding import fold
from tui.history import Position, Trail
from tui.language import _
from tui.naming import display_name, place_name
from tui.screens.picker import Picker, nothing_found
from tui.typeset import Widths, visible, widths_for
from tui.widgets.columns import cell
from tui.workspace import Workspace

_DOCUMENT, _ADDRESS = 20, 20
_WORDS = 120
"""Characters of a paragraph that are at hand for a row."""
_LARGE = 5000
"""Paragraphs from which on a document that is not at hand is not read just to show words of it."""
_HERE = "●"


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """One place of the way: its document, its address, its first words."""

    turn: int
    position: Position
    is_here: bool
    widths: Widths
    address: str = ""
    words: str = ""
    selectable: ClassVar[bool] = True

    def line(self, width: int) -> Content:
        """Its row; the words take what is left."""
        measure = self.widths.measure
        sign = _HERE + " " * (2 - min(2, measure(_HERE))) if self.is_here else "  "
        name = cell(visible(self.position.key), min(_DOCUMENT, width // 4), self.widths)
        where = cell(visible(self.address), min(_ADDRESS, width // 4), self.widths)
        room = width - measure(sign) - measure(name) - measure(where) - 4
        words = self.widths.clip(visible(self.words), max(0, room))
        ink = "bold" if self.is_here else ""
        return Content.assemble((sign, "$accent"), (name, ink), "  ", (where, "$text-muted"), "  ", (words, ink))

    def holds(self, wanted: str) -> bool:
        """Whether it shows a folded text somewhere."""
        return wanted in fold("\n".join((self.position.key, self.address, self.words)))


class TrailScreen(Picker[PlaceRow, int]):
    """Returns the index of the place to go to."""

    DEFAULT_CLASSES = "tall"

    class Gathered(Message):
        """It is known what stands at the places."""

        def __init__(self, rows: list[PlaceRow]) -> None:
            super().__init__()
            self.rows = rows

    def __init__(self, workspace: Workspace, trail: Trail) -> None:
        super().__init__(Content(_("The way you came")), _("filter: document, address, words"))
        self._workspace = workspace
        self._trail = trail
        self._widths = widths_for(workspace.config.ambiguous_width)
        self._rows = [
            PlaceRow(turn, position, turn == trail.standing, self._widths)
            for turn, position in enumerate(trail.positions)
        ]

    def on_mount(self) -> None:
        """Show the places at once, then, which takes longer, what stands there."""
        self.gather()

    @work(thread=True, exclusive=True, group="trail")
    def gather(self) -> None:
        """Look up the words of the places, document by document."""
        worker = get_current_worker()
        documents: dict[str, Document | None] = {}
        rows = []
        for row in self._rows:
            if worker.is_cancelled:
                return
            key = row.position.key
            if row.position.kind == "document" and key not in documents:
                documents[key] = self._document(key)
            rows.append(self._filled(row, documents.get(key)))
        self.post_message(self.Gathered(rows))

    @on(Gathered)
    def show_gathered(self, message: Gathered) -> None:
        """Show them."""
        cursor = self.list.current
        self._rows = message.rows
        self._fill(cursor.turn if cursor else None)

    def typed(self, text: str) -> None:
        """Show those that hold what is typed."""
        self._fill(self._trail.standing if not text else None)

    def chosen(self, row: PlaceRow | None, text: str) -> None:
        """Go there."""
        if row:
            self.dismiss(row.turn)

    def _document(self, key: str) -> Document | None:
        """A document whose words are shown; None where they can't be had, or not soon."""
        at_hand = self._workspace.read_already(key)
        entry = self._workspace.library.entry(key)
        if at_hand or entry is None or entry.problem or entry.paragraphs > _LARGE:
            return at_hand
        try:
            return self._workspace.library.document(key)
        except JueyiError:
            # The row keeps its id; going there says what is wrong.
            return None

    def _filled(self, row: PlaceRow, document: Document | None) -> PlaceRow:
        position = row.position
        if position.kind == "card":
            return replace(row, address=_("card"), words=display_name(position.key))
        if document is None:
            return replace(row, address=position.place or "")
        place = position.place or (document.blocks[0].id if document.blocks else None)
        if place is None or (place not in document.by_id and place not in document.notes_by_id):
            return replace(row, address=position.place or "", words=document.front.title or "")
        return replace(row, address=place_name(document, place), words=document.text_of(place)[:_WORDS])

    def _fill(self, turn: int | None) -> None:
        """Show what the prompt leaves, the cursor on a place, else on the last one: where one was just now."""
        wanted = fold(self.text.strip())
        rows = list(self._kept(wanted))
        turns = [row.turn for row in rows]
        cursor = turns.index(turn) if turn in turns else max(0, len(rows) - 1)
        empty = nothing_found(self.text) if wanted else _("You have not been anywhere else yet.")
        self.show_rows(rows, "" if rows else empty, cursor)

    def _kept(self, wanted: str) -> Iterator[PlaceRow]:
        return (row for row in self._rows if row.holds(wanted))
