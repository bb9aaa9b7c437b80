"""All pages of a file in order: the lines of the text, the notes under them, and what belongs to the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from store.reading.pdf.breaks import (
    Habit,
    beginnings,
    ends_a_clause,
    ends_before,
    goings_on,
    habit_of,
    surely_goes_on,
    usual_leading,
)
from store.reading.pdf.columns import Column, columns_of
from store.reading.pdf.headings import heading_levels, level_of, with_lone_calls, with_whole_headings
from store.reading.pdf.hyphens import compounds, join_words
from store.reading.pdf.margins import take_margins
from store.reading.pdf.pages import Page
from store.reading.pdf.typeset import Piece
from store.reading.pdf.zones import Zone, body_size, is_finished, take_zone


@dataclass(slots=True)
class Line:
    """A line of the text."""

    piece: Piece
    begins: bool
    """A paragraph begins with it."""
    indent: int
    """How far it is set in, in half sizes of type."""
    joins: bool = False
    """It surely goes on from the line above."""
    level: int = 0
    """What its size makes it as a heading, 1 for the largest; 0 for none."""


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
    leading = usual_leading([column for columns in by_page for column in columns])
    for columns in by_page:
        for column in columns:
            column.lines = with_whole_headings(with_lone_calls(column.lines, body), body, leading)
    zones: list[list[Zone]] = []
    before: list[Zone] = []
    last = 0
    for page, columns in zip(pages, by_page, strict=True):
        zones.append([])
        for column in _at_the_foot(columns):
            carries = bool(before and before[-1].notes and not is_finished(before[-1].notes[-1]))
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
    return _laid(pages, by_page, zones, body)


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


def _laid(
    pages: Sequence[Page], by_page: Sequence[Sequence[Column]], zones: list[list[Zone]], body: float
) -> list[Laid]:
    every = [column for columns in by_page for column in columns]
    known = compounds(line for column in every for line in column.lines)
    for column in every:
        column.lines = join_words(column.lines, known)
    habit = habit_of(every, body, usual_leading(every))
    levels = heading_levels(every, body)
    laid = []
    end: tuple[Piece, Column] | None = None
    for page, columns, own in zip(pages, by_page, zones, strict=True):
        lines: list[Line] = []
        for column in columns:
            if column.lines:
                lines += _lines(column, habit, levels, end)
                end = column.lines[-1], column
        for note in (note for zone in own for note in zone.notes):
            note.lines = join_words(note.lines, known)
        laid.append(Laid(page, lines, own))
    return laid


def _lines(column: Column, habit: Habit, levels: Sequence[float], end: tuple[Piece, Column] | None) -> list[Line]:
    found = beginnings(column, habit)
    joins = goings_on(column, found, habit)
    first = column.lines[0]
    if end is not None:
        found[0] = ends_before(*end, first) or (found[0] and ends_a_clause(end[0]))
        joins[0] = not found[0] and surely_goes_on(*end, first, habit)
    lines = []
    for piece, begins, goes_on in zip(column.lines, found, joins, strict=True):
        indent = max(0, round(2 * (piece.left - column.left) / max(piece.size, 1.0)))
        level = 0 if column.masthead or piece.row else level_of(piece, levels)
        lines.append(Line(piece, begins, indent, goes_on, level))
    return lines
