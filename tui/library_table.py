"""The library as a table: what each column says of a document, and which columns have room."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar

from textual.content import Content

from store.library.entry import Entry
from store.library.folding import fold
from tui.kinds import kind_name
from tui.language import _
from tui.naming import NONE, symbol_name
from tui.refusals import refusal_words
from tui.typeset import Widths
from tui.widgets.columns import Column, line, plan

_MUTED = "$text-muted"
_MEASURED = 2000
"""Rows whose texts decide how wide the columns are."""


@dataclass(frozen=True, slots=True)
class EntryRow:
    """A document in the table."""

    entry: Entry
    texts: tuple[str, ...]
    styles: tuple[str, ...]
    table: LibraryTable
    selectable: ClassVar[bool] = True

    def line(self, width: int) -> Content:
        """Its row."""
        return line(self.texts, self.styles, self.table.columns, self.table.cells(width), self.table.widths)


class LibraryTable:
    """The rows of some documents."""

    def __init__(self, entries: Sequence[Entry], notes: Mapping[str, int], widths: Widths) -> None:
        self.columns = _columns()
        self.widths = widths
        self.rows = [self._row(entry, notes.get(entry.key, 0)) for entry in entries]
        self._cells: dict[int, dict[int, int]] = {}

    def cells(self, width: int) -> dict[int, int]:
        """The columns that have room in a width, each with its cells."""
        if width not in self._cells:
            texts = [row.texts for row in self.rows[:_MEASURED]]
            self._cells[width] = plan(self.columns, texts, width, self.widths)
        return self._cells[width]

    def heading(self, width: int) -> Content:
        """The row above the table."""
        titles = [column.heading for column in self.columns]
        return line(titles, [_MUTED] * len(titles), self.columns, self.cells(width), self.widths)

    def _row(self, entry: Entry, notes: int) -> EntryRow:
        texts = (
            symbol_name(entry.key if entry.is_version else entry.symbol),
            kind_name(entry.kind, entry.revised),
            entry.title or _("(no title)"),
            (entry.session or NONE).removesuffix("会议"),
            entry.date or NONE,
            str(entry.paragraphs),
            str(notes) if notes else NONE,
        )
        if entry.problem:
            texts = (
                symbol_name(None),
                _("unreadable"),
                f"{entry.path.name}：{refusal_words(entry.problem)}",
                NONE,
                NONE,
                NONE,
                texts[-1],
            )
        symbol = "bold" if entry.symbol else _MUTED
        title = "$text-error" if entry.problem else ("" if entry.title else _MUTED)
        return EntryRow(entry, texts, (symbol, _MUTED, title, _MUTED, _MUTED, _MUTED, ""), self)


def matches(entry: Entry, typed: str) -> bool:
    """Whether a document holds all words typed, in its symbol, title, kind, session or date."""
    folded = _folded(entry, kind_name(entry.kind, entry.revised))
    return all(fold(word) in folded for word in typed.split())


@lru_cache(maxsize=65_536)
def _folded(entry: Entry, kind: str) -> str:
    said = (entry.symbol, entry.title, entry.key, kind, entry.session, entry.date)
    return fold("\n".join(filter(None, said)))


def _columns() -> tuple[Column, ...]:
    return (
        Column(_("symbol"), most=26, keeps=6),
        Column(_("kind"), most=20, keeps=3),
        Column(_("title"), most=160, keeps=7, least=24),
        Column(_("session"), most=16, keeps=1),
        Column(_("date"), most=10, keeps=4),
        Column(_("paragraphs"), most=10, keeps=2, right=True),
        Column(_("notes"), most=6, keeps=5, right=True),
    )
