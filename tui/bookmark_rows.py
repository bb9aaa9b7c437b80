"""Bookmarks as rows of a list: name, address, first words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from textual.content import Content

from store.bookmarks import Bookmark
from store.document import Document
from store.library.folding import fold
from store.search.pinyin import pinyin_spans
from store.whereabouts import whereabouts
from tui.language import _
from tui.naming import place_name
from tui.typeset import Widths, visible
from tui.widgets.columns import cell

_NAME, _ADDRESS = 14, 22


@dataclass(frozen=True, slots=True)
class BookmarkRow:
    """A bookmark, with what its document says of it when that was read."""

    bookmark: Bookmark
    widths: Widths
    address: str = ""
    text: str = ""
    lost: str = ""
    """That it no longer stands where it was set."""
    turn: int = 0
    """Its turn in the document."""
    selectable: ClassVar[bool] = True

    def line(self, width: int) -> Content:
        """Its row."""
        name = cell(visible(self.bookmark.name), min(_NAME, width // 4), self.widths)
        where = cell(visible(self.address), min(_ADDRESS, width // 3), self.widths) + "  " if self.address else ""
        lost = f"{self.lost}  " if self.lost else ""
        words = " ".join(visible(self.text or self.bookmark.quote).split())
        return Content.assemble((name, "bold"), "  ", (where, "$text-muted"), (lost, "$text-warning"), words)

    def holds(self, text: str) -> bool:
        """Whether its name, address, document or words hold a text, or have it as the initials of their pinyin."""
        said = (self.bookmark.name, self.address, self.bookmark.document, self.text or self.bookmark.quote)
        return any(fold(text) in fold(each) or pinyin_spans(each, text.strip()) for each in said)


def rows_of(document: Document | None, bookmarks: Iterable[Bookmark], widths: Widths) -> list[BookmarkRow]:
    """The bookmarks of a document in its order, those that are lost last; None for one that is gone."""
    turns = {place: turn for turn, place in enumerate((*document.by_id, *document.notes_by_id))} if document else {}
    rows = [_row(document, bookmark, widths, turns) for bookmark in bookmarks]
    return sorted(rows, key=lambda row: (row.turn, row.bookmark.name))


def _row(document: Document | None, bookmark: Bookmark, widths: Widths, turns: dict[str, int]) -> BookmarkRow:
    if document is None:
        return BookmarkRow(bookmark, widths, lost=_("document gone"))
    state, place = whereabouts(document, bookmark)
    if place is None:
        return BookmarkRow(bookmark, widths, lost=_("place gone"), turn=len(turns))
    lost = {"moved": _("moved"), "changed": _("other words")}.get(state, "")
    return BookmarkRow(bookmark, widths, place_name(document, place), document.text_of(place), lost, turns[place])
