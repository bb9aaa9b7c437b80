"""Where things stand across the page: margin, bar, labels, text. All in cells."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from store.document import Block
from tui.typeset import Widths, visible
from tui.widgets.page.gutter import NO_GUTTER, Gutter, plan_gutter
from tui.widgets.page.view import View

BAR = "▌"
"""Beside the paragraph under the cursor."""

_STEP = 2
_EDGE = 1
"""Left of the bar, at least."""
_AIR = 2
"""Right of the text, where a mark may hang."""
_LEAST_BESIDE_GUTTER = 72
"""The gutter takes its room from the margin, and from the text no more than leaves a book's measure."""
_NARROWEST_TEXT, _NARROWEST_BARE = 16, 8
"""Text narrower than this takes the room of the labels, and that of the bar."""
_LABEL_CELLS = range(3, 8)
_ITEM_CELLS = range(3, 7)
_NUMERAL = re.compile(r"[0-9A-Za-z０-９]+|[〇一二三四五六七八九十百]+")


class Geometry(NamedTuple):
    """The columns of a page. Labels are flush right against the text they belong to."""

    width: int
    """Of the whole page."""
    margin: int
    """Left of the bar."""
    bar: int
    """Of the bar; 0 where the page is too narrow for one."""
    origin: int
    """Where text without indent begins."""
    text: int
    """The width of text without indent: the measure."""
    indents: tuple[int, ...]
    """By level: from `origin` to the text; the first is 0."""
    rooms: tuple[int, ...]
    """By level: the widest label that hangs before the text; 0 where none does."""
    gutter: Gutter = NO_GUTTER
    """Columns at the right end of the margin."""

    @property
    def band(self) -> int:
        """Where the ground under the paragraph at the cursor ends."""
        return min(self.width, self.origin + self.text + _AIR)

    @property
    def air(self) -> int:
        """Cells of the band beyond the text."""
        return max(0, self.band - self.origin - self.text)

    def indent(self, level: int) -> int:
        """From `origin` to the text of a level; levels deeper than the page is wide share the last."""
        return self.indents[min(level, len(self.indents) - 1)]

    def label_room(self, level: int) -> int:
        """The widest label that hangs before the text of a level without pushing it aside."""
        return self.rooms[min(level, len(self.rooms) - 1)]

    def indent_after(self, level: int, label: int) -> int | None:
        """From `origin` to the text after a label of so many cells, which may push it aside.

        None where no label hangs, or too little would be left of the line: it stands in the text then.
        """
        room = self.label_room(level)
        indent = self.indent(level) + max(0, label - room)
        if label <= room or (room and self.text - indent >= _NARROWEST_TEXT):
            return indent
        return None


def plan(
    blocks: Sequence[Block],
    width: int,
    measure: int,
    widths: Widths,
    labels: Mapping[int, str] | None = None,
    view: View | None = None,
) -> Geometry:
    """Columns for a document on a page of a width, its text at most `measure` Chinese characters wide.

    Args:
        blocks: All blocks of the document.
        width: Of the page.
        measure: Chinese characters of a line.
        widths: Cells of characters.
        labels: What `longest_labels` says of the blocks, when it is known.
        view: What is seen beside the text.
    """
    view = view or View()
    labels = longest_labels(blocks) if labels is None else labels
    rooms = [_clamp(widths.measure(labels.get(0, "")), _LABEL_CELLS)]
    bar = widths[BAR]
    gutter = bar + 1 + rooms[0] + 1
    air = _AIR + view.bar
    text = min(2 * measure, width - _EDGE - gutter - air)
    if text < _NARROWEST_TEXT:
        return _plan_narrow(width, bar)
    spare = max((width - gutter - text) // 2, width - gutter - air - min(text, _LEAST_BESIDE_GUTTER)) - _EDGE
    beside = plan_gutter(blocks, view, spare, widths)
    text = min(text, width - _EDGE - gutter - air - beside.cells)
    margin = max(beside.cells + _EDGE, min((width - gutter - text) // 2, width - gutter - text - air))
    indents = [0]
    for level in range(1, max(labels, default=0) + 1):
        room = _clamp(widths.measure(labels.get(level, "")), _ITEM_CELLS)
        indent = indents[-1] + _STEP + room + 1
        if indent > text - _NARROWEST_TEXT:
            break
        rooms.append(room)
        indents.append(indent)
    return Geometry(width, margin, bar, margin + gutter, text, tuple(indents), tuple(rooms), beside)


def level_of(block: Block) -> int:
    """How many steps the block's text stands in from that of a paragraph."""
    return block.level if block.type == "item" else 0


def printed_label(block: Block) -> str:
    """The label with its full stop, as it stands before the text; empty when there is none."""
    label = visible(block.label or "")
    return f"{label}." if _NUMERAL.fullmatch(label) else label


def longest_labels(blocks: Sequence[Block]) -> Mapping[int, str]:
    """By level, the label with the most characters; headings give way to the labels of paragraphs."""
    longest: dict[int, Block] = {}
    lengths = [-1] * (1 + max((block.level for block in blocks), default=0))
    for block in blocks:
        if block.label and block.type != "heading":
            level = level_of(block)
            if len(block.label) >= lengths[level]:
                lengths[level] = len(block.label)
                longest[level] = block
    return {level: printed_label(block) for level, block in longest.items()}


def _plan_narrow(width: int, bar: int) -> Geometry:
    """Columns of a page so narrow that labels stand in the text, and the narrowest without a bar."""
    for gutter in (bar + 1, 0):
        text = width - gutter - _AIR
        if text >= _NARROWEST_BARE:
            return Geometry(width, 0, bar if gutter else 0, gutter, text, (0,), (0,))
    return Geometry(width, 0, 0, 0, max(2, width), (0,), (0,))


def _clamp(cells: int, bounds: range) -> int:
    return max(bounds[0], min(cells, bounds[-1]))
