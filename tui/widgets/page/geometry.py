"""Where things stand across the page: margin, bar, labels, text. All in cells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from store.document import Block
from tui.typeset import Widths
from tui.widgets.page.gutter import NO_GUTTER, Gutter, plan_gutter
from tui.widgets.page.view import View

BAR = "▌"
"""Beside the paragraph under the cursor."""

_STEP = 2
_AIR = 2
_NARROWEST_TEXT = 16
_LEAST_BESIDE_GUTTER = 72
"""The gutter takes its room from the margin, and from the text no more than leaves a book's measure."""
_LABEL_CELLS = range(3, 8)
_ITEM_CELLS = range(3, 7)
_NUMERAL = re.compile(r"[0-9A-Za-z０-９]+|[〇一二三四五六七八九十百]+")


@dataclass(frozen=True, slots=True)
class Geometry:
    """The columns of a page. Labels are flush right against the text they belong to."""

    width: int
    """Of the whole page."""
    margin: int
    """Left of the bar."""
    origin: int
    """Where text without indent begins."""
    text: int
    """The width of text without indent: the measure."""
    indents: tuple[int, ...]
    """By level: from `origin` to the text; the first is 0."""
    rooms: tuple[int, ...]
    """By level: the widest label that hangs before the text."""
    gutter: Gutter = NO_GUTTER
    """Columns at the right end of the margin."""

    @property
    def band(self) -> int:
        """Where the ground under the paragraph at the cursor ends."""
        return min(self.width, self.origin + self.text + 1)

    def indent(self, level: int) -> int:
        """From `origin` to the text of a level; levels deeper than the page is wide share the last."""
        return self.indents[min(level, len(self.indents) - 1)]

    def label_room(self, level: int) -> int:
        """The widest label that hangs before the text of a level."""
        return self.rooms[min(level, len(self.rooms) - 1)]


def plan(blocks: Sequence[Block], width: int, measure: int, widths: Widths, view: View | None = None) -> Geometry:
    """Columns for a document on a page of a width, its text at most `measure` Chinese characters wide."""
    longest = _longest_labels(blocks)
    rooms = [_clamp(widths.measure(longest.pop(0, "")), _LABEL_CELLS)]
    gutter = widths[BAR] + 1 + rooms[0] + 1
    text = max(_NARROWEST_TEXT, min(2 * measure, width - gutter - _AIR))
    spare = max((width - gutter - text) // 2, width - gutter - _AIR - min(text, _LEAST_BESIDE_GUTTER))
    beside = plan_gutter(blocks, view or View(), spare, widths)
    text = max(_NARROWEST_TEXT, min(text, width - gutter - _AIR - beside.cells))
    margin = max(0, beside.cells, (width - gutter - text) // 2)
    indents = [0]
    for level in range(1, max(longest, default=0) + 1):
        room = _clamp(widths.measure(longest.get(level, "")), _ITEM_CELLS)
        indent = indents[-1] + _STEP + room + 1
        if indent > text - _NARROWEST_TEXT:
            break
        rooms.append(room)
        indents.append(indent)
    return Geometry(width, margin, margin + gutter, text, tuple(indents), tuple(rooms), beside)


def level_of(block: Block) -> int:
    """How many steps the block's text stands in from that of a paragraph."""
    return block.level if block.type == "item" else 0


def printed_label(block: Block) -> str:
    """The label with its full stop, as it stands before the text; empty when there is none."""
    label = block.label or ""
    return f"{label}." if _NUMERAL.fullmatch(label) else label


def _longest_labels(blocks: Sequence[Block]) -> dict[int, str]:
    """By level, the label with the most characters; headings give way to the labels of paragraphs."""
    longest: dict[int, str] = {}
    for block in blocks:
        if block.label and block.type != "heading":
            level = level_of(block)
            if len(block.label) >= len(longest.get(level, "")):
                longest[level] = printed_label(block)
    return longest


def _clamp(cells: int, bounds: range) -> int:
    return max(bounds[0], min(cells, bounds[-1]))
