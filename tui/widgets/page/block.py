"""One block laid out: the rows it fills on the page and what stands in each."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

from store.document import Block
from tui.typeset import Place, Setting, Widths
from tui.widgets.links import Link, links_in_notes, marker_signs
from tui.widgets.marks import Mark, Stain
from tui.widgets.page.annotated import RAIL, AsideRow, Chip, NotedLine, pack_tags, set_aside, set_note
from tui.widgets.page.called import CalledRow
from tui.widgets.page.geometry import Geometry, level_of, printed_label

_NO_MARK = Mark()


class Kind(Enum):
    """What a row shows."""

    AIR = auto()
    TEXT = auto()
    LEADING = auto()
    """Between two lines of the text."""
    TAGS = auto()
    NOTE = auto()
    ASIDE = auto()
    """Of an annotation of some words, of several paragraphs, or of a kind."""
    FOOTNOTE = auto()
    FOLD = auto()


class Row(NamedTuple):
    """One row: its kind, and its number among the rows of that kind."""

    kind: Kind
    number: int


class Column(NamedTuple):
    """Where a block's text stands on the page."""

    label: str
    """What hangs before the first line; empty when there is none or when it stands in the text."""
    inset: str
    """The label that stands in the text, as there is no room for it before."""
    indent: int
    """Cells from the page's origin to the text."""
    width: int
    """Cells of a line."""


def column_of(block: Block, geometry: Geometry, widths: Widths) -> Column:
    """The column of a block, which a very wide label makes narrower, so that all lines begin after it."""
    label, level = printed_label(block), level_of(block)
    indent = geometry.indent_after(level, widths.measure(label))
    if indent is not None:
        return Column(label, "", indent, geometry.text - indent)
    indent = geometry.indent(level)
    return Column("", label, indent, geometry.text - indent)


class BlockLayout(NamedTuple):
    """A block on the page."""

    block: Block
    links: tuple[Link, ...]
    label: str
    """What hangs before the first line; empty when there is none or when it stands in the text."""
    indent: int
    """Cells from the page's origin to the text."""
    setting: Setting
    signs: tuple[int | None, ...]
    """By sign of the setting: the index of its link; None for a sign that is no link."""
    tags: tuple[tuple[Chip, ...], ...]
    """Tags, row by row."""
    note: tuple[NotedLine, ...]
    asides: tuple[AsideRow, ...]
    stains: tuple[Stain, ...]
    """Words that bear something of their own."""
    called: tuple[CalledRow, ...]
    """Footnotes set below it, row by row."""
    hidden: int
    """Blocks folded away under it."""
    rows: tuple[Row, ...]
    spacing: int = 1
    """Rows from one line of the text to the next."""

    def row_of_line(self, line: int) -> int:
        """The row in which a line of the text stands."""
        return self.air + line * self.spacing

    @property
    def air(self) -> int:
        """Blank rows above the text."""
        return sum(row.kind is Kind.AIR for row in self.rows)

    def link_at(self, line: int, cell: int) -> int | None:
        """The index of the link shown at a cell of a line of the text."""
        sign = self.setting.sign_at(line, cell)
        if sign is not None:
            return self.signs[sign]
        if not 0 <= cell < self.setting.lines[line].cells:
            return None
        offset = self.setting.offset_at(line, cell)
        return next((n for n, link in enumerate(self.links) if link.at <= offset < link.end), None)

    def note_link_at(self, row: Row, cell: int) -> int | None:
        """The index of the link shown at a cell of a row of a note; cells count from the block's text."""
        noted, room = self._noted(row)
        return noted.link_at(cell - room) if noted else None

    def place_of(self, link: int) -> Place:
        """Where a link begins in the text: its line, cell, and cells as far as that line shows it."""
        if self.links[link].kind == "marker":
            return self.setting.locate_sign(self.signs.index(link))
        start, end = (self.setting.locate(at) for at in (self.links[link].at, self.links[link].end - 1))
        cells = end.cell + end.cells - start.cell if end.row == start.row else start.cells
        return Place(start.row, start.cell, cells)

    def stand_of(self, link: int) -> Place:
        """Where a link begins: its row among all of the block, its cell, and cells as far as that row shows it.

        Links of notes on the block are counted on after its own, then those of footnotes set below, each with those of
        the notes on it.
        """
        if link < len(self.links):
            place = self.place_of(link)
            return place._replace(row=self.row_of_line(place.row))
        for number, row in enumerate(self.rows):
            noted, room = self._noted(row)
            found = noted.place_of(link) if noted else None
            if found:
                return Place(number, room + found.cell, found.cells)
        for number, called in enumerate(self.called):
            note = called.called
            if note.first <= link < note.first + len(note.links):
                place = note.place_of(link)
                return place._replace(row=self.rows.index(Row(Kind.FOOTNOTE, number)) + place.row)
        raise IndexError(link)

    def _noted(self, row: Row) -> tuple[NotedLine | None, int]:
        """The line of a note that a row shows, and the cells before it."""
        rail = self.setting.widths.measure(RAIL)
        if row.kind is Kind.NOTE:
            return self.note[row.number], rail
        if row.kind is Kind.ASIDE:
            return self.asides[row.number].note, rail
        if row.kind is Kind.FOOTNOTE:
            note, part, number = self.called[row.number]
            return (note.note[number], note.room + rail) if part == "note" else (None, 0)
        return None, 0


def air_above(block: Block, first: bool, spacing: int) -> int:
    """Blank rows that set a block apart from what stands above it."""
    return spacing + (block.type == "heading" and block.level <= 1 and not first)


def text_rows(lines: int, spacing: int) -> int:
    """Rows that the lines of a text fill."""
    return (lines - 1) * spacing + 1


def lay_out(
    block: Block,
    links: tuple[Link, ...],
    column: Column,
    setting: Setting,
    *,
    mark: Mark | None = None,
    called: tuple[CalledRow, ...] = (),
    hidden: int = 0,
    first: bool = False,
    spacing: int = 1,
) -> BlockLayout:
    """Lay a block out in rows.

    Args:
        block: The block.
        links: All its links.
        column: Where its text stands.
        setting: Its text in lines, its label in it when the column says so.
        mark: The reader's tags and note.
        called: Its footnotes, set.
        hidden: How many blocks are folded away under it.
        first: Whether it is the first of the page.
        spacing: Rows from one line of the text to the next.
    """
    mark, widths = mark or _NO_MARK, setting.widths
    signs = (None,) if column.inset else ()
    tags = pack_tags(mark.tags, column.width, widths)
    note = set_note(mark.note, column.width, widths, len(links))
    asides = tuple(_asides(mark, column.width, widths, len(links)))
    rows = [Row(Kind.AIR, index) for index in range(air_above(block, first, spacing))]
    for index in range(text_rows(len(setting.lines), spacing)):
        line, between = divmod(index, spacing)
        rows.append(Row(Kind.LEADING if between else Kind.TEXT, line))
    rows += [Row(Kind.TAGS, index) for index in range(len(tags))]
    rows += [Row(Kind.NOTE, index) for index in range(len(note))]
    rows += [Row(Kind.ASIDE, index) for index in range(len(asides))]
    rows += [Row(Kind.FOOTNOTE, index) for index in range(len(called))]
    rows += [Row(Kind.FOLD, 0)] if hidden else []
    return BlockLayout(
        block,
        links,
        column.label,
        column.indent,
        setting,
        (*signs, *_marker_links(block, links)),
        tags,
        note,
        asides,
        mark.stains,
        called,
        hidden,
        tuple(rows),
        spacing,
    )


def _asides(mark: Mark, width: int, widths: Widths, first: int) -> Iterator[AsideRow]:
    first += len(links_in_notes("", (mark.note,)))
    for aside in mark.asides:
        yield from set_aside(aside, width, widths, first)
        first += len(links_in_notes("", (aside.note,)))


def _marker_links(block: Block, links: tuple[Link, ...]) -> list[int | None]:
    """By sign of a block's markers, the index of its link."""
    of_markers = [index for index, link in enumerate(links) if link.kind == "marker"]
    return [None if marker is None else of_markers[marker] for _sign, marker in marker_signs(block.markers)]
