"""A page as rows of pieces: light enough to keep for every page of a long file."""

from __future__ import annotations

from dataclasses import dataclass, field

from store.reading.pdf.glyphs import Box, Sheet
from store.reading.pdf.rows import rows_of
from store.reading.pdf.typeset import Piece, pieces_of


@dataclass(slots=True)
class Page:
    """What is kept of a page."""

    number: int
    width: float
    height: float
    rows: list[list[Piece]]
    """From top to bottom; each with its pieces from left to right."""
    aside: list[Piece]
    """What runs in other directions, in the margin or across the page."""
    strokes: list[Box]
    nameless: int
    drawn: bool
    """Anything at all is drawn on it."""
    heads: list[list[Piece]] = field(default_factory=list)
    """Rows that belong to the page, at its head; no longer among `rows`."""
    feet: list[list[Piece]] = field(default_factory=list)
    """The same, at its foot."""

    @property
    def shows_text(self) -> bool:
        """Whether it holds any character."""
        return bool(self.rows or self.aside)


def page_of(sheet: Sheet, number: int) -> Page:
    """The page that a sheet is."""
    walls = [box for box in sheet.strokes if box.bottom - box.top > box.right - box.left]
    rows = [pieces_of(row, sheet.targets, walls) for row in rows_of(sheet.glyphs)]
    aside = [piece for glyphs in sheet.aside for row in rows_of(glyphs) for piece in pieces_of(row, ())]
    return Page(number, sheet.width, sheet.height, rows, aside, sheet.strokes, sheet.nameless, sheet.drawn)
