"""The documents read lately, the last one first: where in them, and when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import ClassVar

from textual import on, work
from textual.content import Content
from textual.message import Message
from textual.worker import get_current_worker

from store.errors import JueyiError
from store.library.entry import Entry
from store.library.folding import fold
from store.search.pinyin import pinyin_spans, warm
from tui.language import _
from tui.messages import OpenDocument
from tui.naming import place_name
from tui.notices import refuse
from tui.screens.picker import Picker, nothing_found
from tui.typeset import Widths, visible, widths_for
from tui.widgets.columns import cell
from tui.workspace import Workspace

_NAME, _ADDRESS, _TIME = 22, 20, 16
_MOST = 200
"""Documents that are listed."""
_LARGE = 5000
"""Paragraphs from which on a document is not read just to say where one stood in it."""


@dataclass(frozen=True, slots=True)
class RecentRow:
    """A document, with when and where it was read."""

    entry: Entry
    time: datetime | None
    widths: Widths
    address: str = ""
    selectable: ClassVar[bool] = True

    def line(self, width: int) -> Content:
        """Its row; what there is no room for goes from the right, and the title gives way."""
        time = f"{self.time:%Y-%m-%d %H:%M}" if self.time else ""
        name = self.entry.symbol or self.entry.title or self.entry.key
        title = self.entry.title or "" if self.entry.symbol else ""
        where = cell(visible(self.address), min(_ADDRESS, width // 4), self.widths)
        parts = [(cell(time, _TIME, self.widths), "$text-muted"), (where, "$text-muted")]
        left = width - sum(self.widths.measure(text) + 2 for text, _style in parts)
        shown = self.widths.clip(visible(name), left)
        room = left - self.widths.measure(shown) - 3
        rest = f"   {self.widths.clip(visible(title), room)}" if title and room > 0 else ""
        return Content.assemble(parts[0], "  ", parts[1], "  ", shown, (rest, "$text-muted"))

    def holds(self, text: str) -> bool:
        """Whether its symbol, title or place hold a text, or the title has it as the initials of its pinyin."""
        said = (self.entry.key, self.entry.title or "", self.address)
        return any(fold(text) in fold(each) for each in said) or bool(
            pinyin_spans(self.entry.title or "", text.strip())
        )


class RecentScreen(Picker[RecentRow, OpenDocument]):
    """Returns the request to go on reading a document."""

    DEFAULT_CLASSES = "tall"

    class Gathered(Message):
        """The documents are known, or, later, where one stood in them."""

        def __init__(self, rows: list[RecentRow]) -> None:
            super().__init__()
            self.rows = rows

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(Content(_("Read lately")), _("filter: symbol, title, initials"))
        self._workspace = workspace
        self._rows: list[RecentRow] | None = None
        self._widths = widths_for(workspace.config.ambiguous_width)

    def on_mount(self) -> None:
        """Ask what was read."""
        self.gather()

    @work(thread=True, exclusive=True, group="recent")
    def gather(self) -> None:
        """Ask what was read; then, which takes longer, where."""
        worker = get_current_worker()
        warm()
        try:
            rows = list(self._read())
            self.post_message(self.Gathered(rows))
            placed = []
            for row in rows:
                if worker.is_cancelled:
                    return
                placed.append(self._placed(row))
        except JueyiError as error:
            self.app.call_from_thread(refuse, self, error)
            return
        if not worker.is_cancelled:
            self.post_message(self.Gathered(placed))

    @on(Gathered)
    def show_gathered(self, message: Gathered) -> None:
        """Show them."""
        self._rows = message.rows
        self._fill(self.list.cursor or 0)

    def typed(self, text: str) -> None:
        """Show those that hold what is typed."""
        self._fill(0)

    def chosen(self, row: RecentRow | None, text: str) -> None:
        """Go where one stood in it."""
        if row:
            self.dismiss(OpenDocument(row.entry.key, self._workspace.state.last_place(row.entry.key)))

    def _read(self) -> Iterator[RecentRow]:
        state, library = self._workspace.state, self._workspace.library
        for key in state.recent[:_MOST]:
            entry = library.entry(key)
            if entry and not entry.problem:
                yield RecentRow(entry, state.last_read(key), self._widths)

    def _placed(self, row: RecentRow) -> RecentRow:
        place = self._workspace.state.last_place(row.entry.key)
        if place is None or row.entry.paragraphs > _LARGE:
            return row
        document = self._workspace.library.document(row.entry.key)
        is_there = place in document.by_id or place in document.notes_by_id
        return replace(row, address=place_name(document, place)) if is_there else row

    def _fill(self, cursor: int) -> None:
        if self._rows is None:
            return
        rows = [row for row in self._rows if row.holds(self.text)]
        empty = nothing_found(self.text) if self.text else _("Nothing has been read yet: g goes to a document.")
        self.show_rows(rows, "" if rows else empty, cursor)
