"""Rows of a page as strips for the terminal. Document text is never read as markup."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from store.document import Span
from tui.language import n_
from tui.typeset import Widths
from tui.widgets.links import Link
from tui.widgets.page.block import CHIP_GAP, RAIL, BlockLayout, Kind, Row
from tui.widgets.page.geometry import BAR, Geometry
from tui.widgets.page.inks import Inks
from tui.widgets.painting import Stroke, fill, paint_line

_FOLDED = "▸ …"


@dataclass(frozen=True, slots=True)
class Look:
    """What is particular about a block at this moment."""

    at_cursor: bool = False
    selected: int | None = None
    """The index of the link that is selected."""
    hits: Sequence[Span] = ()
    current: Span | None = None
    """The hit one stands at."""
    chosen: Span | None = None
    """What is selected."""


class Painter:
    """Paints the rows of blocks on one page."""

    def __init__(self, inks: Inks, geometry: Geometry, widths: Widths) -> None:
        self.inks = inks
        self.geometry = geometry
        self.widths = widths

    def blank(self) -> Strip:
        """An empty row."""
        return Strip.blank(self.geometry.width, self.inks.paper)

    def paint(self, layout: BlockLayout, row: Row, look: Look) -> Strip:
        """One row of a block."""
        if row.kind is Kind.AIR:
            return self.blank()
        inks, geometry = self.inks, self.geometry
        ground = inks.paper + inks.cursor if look.at_cursor else inks.paper
        segments = self._segments(layout, row, look, ground)
        inside = fill(segments, geometry.band - geometry.margin, ground, self.widths)
        margin = Segment(" " * geometry.margin, inks.paper)
        return fill([margin, *inside], geometry.width, inks.paper, self.widths)

    def _segments(self, layout: BlockLayout, row: Row, look: Look, ground: Style) -> Iterator[Segment]:
        yield Segment(BAR if look.at_cursor else " " * self.widths[BAR], ground + self.inks.bar)
        label = layout.label if row == (Kind.TEXT, 0) else ""
        start = self.geometry.origin - self.geometry.margin + layout.indent
        before = start - 1 - self.widths[BAR] - self.widths.measure(label)
        yield Segment(" " * before, ground)
        yield Segment(label, ground + self._label_ink(layout))
        yield Segment(" ", ground)
        yield from self._content(layout, row, look, ground)

    def _content(self, layout: BlockLayout, row: Row, look: Look, ground: Style) -> Iterator[Segment]:
        inks = self.inks
        match row.kind:
            case Kind.TEXT:
                yield from self._text(layout, row.number, look, ground)
            case Kind.TAGS:
                for index, chip in enumerate(layout.tags[row.number]):
                    yield Segment(CHIP_GAP if index else "", ground)
                    yield Segment(chip, ground + inks.tag)
            case Kind.NOTE:
                yield Segment(RAIL, ground + inks.rail)
                yield from paint_line(layout.note[row.number], ground + inks.note, (), {})
            case Kind.FOLD:
                count = n_("{count} paragraph", "{count} paragraphs", layout.hidden).format(count=layout.hidden)
                yield Segment(f"{_FOLDED} {count}", ground + inks.fold)

    def _text(self, layout: BlockLayout, index: int, look: Look, ground: Style) -> Iterator[Segment]:
        strokes = [
            *(Stroke(link.at, link.end, self._link_ink(n, link, look)) for n, link in enumerate(layout.links)),
            *(Stroke(start, end, self.inks.hit) for start, end in look.hits),
        ]
        if look.current is not None:
            strokes.append(Stroke(*look.current, self.inks.current))
        if look.chosen is not None:
            strokes.append(Stroke(*look.chosen, self.inks.chosen))
        signs = {
            sign: self._link_ink(link, layout.links[link], look)
            for sign, link in enumerate(layout.signs)
            if link is not None
        }
        return paint_line(layout.setting.lines[index], ground + self._text_ink(layout), strokes, signs)

    def _link_ink(self, index: int, link: Link, look: Look) -> Style:
        ink = self.inks.marker if link.kind == "marker" else self.inks.citation
        return ink + self.inks.selected if look.at_cursor and index == look.selected else ink

    def _label_ink(self, layout: BlockLayout) -> Style:
        return self._text_ink(layout) if layout.block.type == "heading" else self.inks.label

    def _text_ink(self, layout: BlockLayout) -> Style:
        block = layout.block
        if block.type == "heading":
            return self.inks.heading if block.level <= 1 else self.inks.subheading
        return self.inks.chapeau if block.type == "chapeau" else Style.null()
