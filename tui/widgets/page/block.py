"""One block laid out: the rows it fills on the page and what stands in each."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import NamedTuple

from store.document import Block
from tui.typeset import Line, Place, Setting, Sign, Widths, typeset
from tui.widgets.links import Link, marker_signs
from tui.widgets.marks import Mark
from tui.widgets.page.geometry import Geometry, level_of, printed_label

RAIL = "│ "
"""Before each line of a note."""
CHIP_GAP = "  "
"""Between two tags."""

_NO_MARK = Mark()


class Kind(Enum):
    """What a row shows."""

    AIR = auto()
    TEXT = auto()
    TAGS = auto()
    NOTE = auto()
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
    tags: tuple[tuple[str, ...], ...]
    """Tags, row by row."""
    note: tuple[Line, ...]
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
        """Where a link begins in the text: its line, cell, and cells as far as that line shows it."""
        if self.links[link].kind == "marker":
            return self.setting.locate_sign(self.signs.index(link))
        start, end = (self.setting.locate(at) for at in (self.links[link].at, self.links[link].end - 1))
        cells = end.cell + end.cells - start.cell if end.row == start.row else start.cells
        return Place(start.row, start.cell, cells)


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
    tags = tuple(_pack(mark.tags, width, widths))
    note = tuple(_note_lines(mark.note, width, widths))
    counts = {
        Kind.AIR: air_above(block, first),
        Kind.TEXT: len(setting.lines),
        Kind.TAGS: len(tags),
        Kind.NOTE: len(note),
        Kind.FOLD: 1 if hidden else 0,
    }
    rows = tuple(Row(kind, index) for kind, count in counts.items() for index in range(count))
    return BlockLayout(block, links, label, indent, setting, tuple(link for _, link in signs), tags, note, hidden, rows)


def _marker_signs(block: Block, links: tuple[Link, ...]) -> list[tuple[Sign, int | None]]:
    """The signs of a block, each with the index of its link."""
    of_markers = [index for index, link in enumerate(links) if link.kind == "marker"]
    return [(sign, None if marker is None else of_markers[marker]) for sign, marker in marker_signs(block.markers)]


def _pack(tags: tuple[str, ...], width: int, widths: Widths) -> list[tuple[str, ...]]:
    """Chips in rows, as many side by side as fit."""
    rows: list[tuple[str, ...]] = []
    room = 0
    for tag in tags:
        chip = widths.clip(f"# {tag}", width)
        cells = widths.measure(chip)
        if not rows or cells + len(CHIP_GAP) > room:
            rows.append((chip,))
            room = width - cells
        else:
            rows[-1] += (chip,)
            room -= cells + len(CHIP_GAP)
    return rows


def _note_lines(note: str, width: int, widths: Widths) -> list[Line]:
    """The lines of a note, set between its rail and the end of the text."""
    room = width - widths.measure(RAIL)
    return [line for part in note.strip().splitlines() for line in typeset(part, room, widths=widths).lines]
