"""All pages of a file in order: the lines of the text, the notes under them, and what belongs to the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from store.reading.pdf.breaks import beginnings, usual_leading
from store.reading.pdf.columns import Column, columns_of
from store.reading.pdf.hyphens import compounds, join_words
from store.reading.pdf.margins import take_margins
from store.reading.pdf.pages import Page
from store.reading.pdf.typeset import Piece
from store.reading.pdf.zones import Zone, body_size, take_zone


@dataclass(slots=True)
class Line:
    """A line of the text."""

    piece: Piece
    begins: bool
    """A paragraph begins with it."""
    indent: int
    """How far it is set in, in half sizes of type."""


@dataclass(slots=True)
class Laid:
    """A page whose every line has its place."""

    page: Page
    lines: list[Line]
    zones: list[Zone]


def lay_out(pages: Sequence[Page]) -> list[Laid]:
    """Each page's lines, notes and margins; a note that goes on on the next page is whole where it began."""
    take_margins(pages)
    by_page = [columns_of(page) for page in pages]
    body = body_size([column for columns in by_page for column in columns])
    zones: list[list[Zone]] = []
    before: list[Zone] = []
    last = 0
    for page, columns in zip(pages, by_page, strict=True):
        zones.append([])
        for column in _at_the_foot(columns):
            carries = bool(before and before[-1].notes)
            zone = take_zone(column, page.strokes, body, last, carries=carries)
            if zone is None:
                continue
            if carries:
                before[-1].notes[-1].lines += zone.carried
                zone.carried = []
            last = max([last, *(int(label) for label in zone.labels if label.isdecimal())])
            if zone.notes:
                zones[-1].append(zone)
                before = [zone]
    return _laid(pages, by_page, zones)


def _at_the_foot(columns: Sequence[Column]) -> list[Column]:
    """The columns below which there is no other."""
    return [column for column in columns if not any(_is_below(other, column) for other in columns)]


def _is_below(other: Column, column: Column) -> bool:
    return (
        other is not column
        and other.lines[0].base > column.lines[-1].base
        and other.left < column.right
        and column.left < other.right
    )


def _laid(pages: Sequence[Page], by_page: Sequence[Sequence[Column]], zones: list[list[Zone]]) -> list[Laid]:
    every = [column for columns in by_page for column in columns]
    leading = usual_leading(every)
    known = compounds(line for column in every for line in column.lines)
    laid = []
    end: tuple[Piece, Column] | None = None
    for page, columns, own in zip(pages, by_page, zones, strict=True):
        lines: list[Line] = []
        for column in columns:
            column.lines = join_words(column.lines, known)
            if column.lines:
                lines += _lines(column, leading, end)
                end = column.lines[-1], column
        for note in (note for zone in own for note in zone.notes):
            note.lines = join_words(note.lines, known)
        laid.append(Laid(page, lines, own))
    return laid


def _lines(column: Column, leading: float, end: tuple[Piece, Column] | None) -> list[Line]:
    found = beginnings(column, leading)
    first = column.lines[0]
    if end is not None and not found[0]:
        above, over = end
        found[0] = (
            first.row
            or above.row
            or abs(first.size - above.size) > 1.5
            or above.right + first.opening + 0.6 * first.size < over.right
        )
    indents = [round(2 * (piece.left - column.left) / max(piece.size, 1.0)) for piece in column.lines]
    return [Line(*each) for each in zip(column.lines, found, indents, strict=True)]
