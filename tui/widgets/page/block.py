"""One block laid out: the rows it fills on the page and what stands in each."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import NamedTuple

from store.document import Block
from tui.typeset import Line, Place, Setting, Sign, Widths, typeset
from tui.widgets.links import Link, marker_signs
from tui.widgets.marks import Mark
from tui.widgets.page.annotated import Chip, pack_tags, set_note
from tui.widgets.page.called import CalledRow
from tui.widgets.page.geometry import Geometry, level_of, printed_label

_NO_MARK = Mark()


class Kind(Enum):
    """What a row shows."""

    AIR = auto()
    TEXT = auto()
    TAGS = auto()
    NOTE = auto()
    FOOTNOTE = auto()
    FOLD = auto()


class Row(NamedTuple):
    """One row: its kind, and its number among the rows of that kind."""

    kind: Kind
    number: int


@dataclass(frozen=True, slots=True)
class BlockLayout:
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
    note: tuple[Line, ...]
    called: tuple[CalledRow, ...]
    """Footnotes set below it, row by row."""
    hidden: int
    """Blocks folded away under it."""
    rows: tuple[Row, ...]

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

    def place_of(self, link: int) -> Place:
        """Where a link begins: its row below the air, cell, and cells as far as that row shows it.

        Links of footnotes set below the text are counted on after its own.
        """
        if link >= len(self.links):
            return self._place_below(link)
        if self.links[link].kind == "marker":
            return self.setting.locate_sign(self.signs.index(link))
        start, end = (self.setting.locate(at) for at in (self.links[link].at, self.links[link].end - 1))
        cells = end.cell + end.cells - start.cell if end.row == start.row else start.cells
        return Place(start.row, start.cell, cells)

    def _place_below(self, link: int) -> Place:
        for row, called in enumerate(self.called):
            note = called.called
            if note.first <= link < note.first + len(note.links):
                place = note.place_of(link)
                above = self.rows.index(Row(Kind.FOOTNOTE, row)) - self.air
                return place._replace(row=above + place.row)
        raise IndexError(link)


def air_above(block: Block, first: bool) -> int:
    """Blank rows that set a block apart from what stands above it."""
    return 2 if block.type == "heading" and block.level <= 1 and not first else 1


def lay_out(
    block: Block,
    links: tuple[Link, ...],
    geometry: Geometry,
    widths: Widths,
    *,
    mark: Mark | None = None,
    called: tuple[CalledRow, ...] = (),
    hidden: int = 0,
    first: bool = False,
) -> BlockLayout:
    """Lay a block out in rows.

    Args:
        block: The block.
        links: All its links.
        geometry: Columns of the page.
        widths: Cells of characters.
        mark: The reader's tags and note.
        called: Its footnotes, set.
        hidden: How many blocks are folded away under it.
        first: Whether it is the first of the page.
    """
    mark = mark or _NO_MARK
    level = level_of(block)
    indent = geometry.indent(level)
    width = geometry.text - indent
    label = printed_label(block)
    signs = _marker_signs(block, links)
    if widths.measure(label) > geometry.label_room(level):
        signs.insert(0, (Sign(0, label + " "), None))
        label = ""
    setting = typeset(block.text, width, [sign for sign, _ in signs], widths)
    tags = pack_tags(mark.tags, width, widths)
    note = set_note(mark.note, width, widths)
    counts = {
        Kind.AIR: air_above(block, first),
        Kind.TEXT: len(setting.lines),
        Kind.TAGS: len(tags),
        Kind.NOTE: len(note),
        Kind.FOOTNOTE: len(called),
        Kind.FOLD: 1 if hidden else 0,
    }
    rows = tuple(Row(kind, index) for kind, count in counts.items() for index in range(count))
    of_signs = tuple(link for _, link in signs)
    return BlockLayout(block, links, label, indent, setting, of_signs, tags, note, called, hidden, rows)


def _marker_signs(block: Block, links: tuple[Link, ...]) -> list[tuple[Sign, int | None]]:
    """The signs of a block, each with the index of its link."""
    of_markers = [index for index, link in enumerate(links) if link.kind == "marker"]
    return [(sign, None if marker is None else of_markers[marker]) for sign, marker in marker_signs(block.markers)]
