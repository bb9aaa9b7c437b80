"""Rows of a page as strips for the terminal. Document text is never read as markup."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from store.document import Span
from tui.language import n_
from tui.typeset import Widths, visible
from tui.widgets.links import Link
from tui.widgets.marks import Stain
from tui.widgets.page.annotated import CHIP_GAP, RAIL, AsideRow, Chip, NotedLine
from tui.widgets.page.block import BlockLayout, Kind, Row
from tui.widgets.page.called import CalledRow
from tui.widgets.page.geometry import BAR, Geometry
from tui.widgets.page.gutter import NOTHING, Beside
from tui.widgets.page.inks import Inks
from tui.widgets.page.tag_inks import ink_number, stained
from tui.widgets.painting import Stroke, fill, paint_line

_FOLDED = "▸ …"
_NO_COLOURS: Mapping[str, str] = MappingProxyType({})


class Look(NamedTuple):
    """What is particular about a block at this moment."""

    at_cursor: bool = False
    selected: int | None = None
    """The index of the link that is selected."""
    hits: Sequence[Span] = ()
    current: Span | None = None
    """The hit one stands at."""
    chosen: Span | None = None
    """What is selected."""
    beside: Beside = NOTHING
    """What the gutter says."""
    noted: Container[str] = ()
    """Ids of footnotes that bear tags or a note."""
    held: Container[str] | None = None
    """Symbols of the library's documents; None when they are not known."""
    picked: bool = False
    """Whether it is picked out."""
    context: bool = False
    """Whether it is only shown for the sake of what stands below it."""


class Painter:
    """Paints the rows of blocks on one page."""

    def __init__(
        self, inks: Inks, geometry: Geometry, widths: Widths, colours: Mapping[str, str] = _NO_COLOURS
    ) -> None:
        """Paint with these inks; `colours` are the names of the colours that the user chose for tags."""
        self.inks = inks
        self.geometry = geometry
        self.widths = widths
        self.colours = colours

    def blank(self) -> Strip:
        """An empty row."""
        return Strip.blank(self.geometry.width, self.inks.paper)

    def paint(self, layout: BlockLayout, row: Row, look: Look) -> Strip:
        """One row of a block."""
        if row.kind is Kind.AIR:
            return self.blank()
        inks, geometry = self.inks, self.geometry
        ground = inks.paper + inks.cursor if look.at_cursor else inks.paper
        if look.context:
            ground += inks.context
        segments = self._segments(layout, row, look, ground)
        inside = fill(segments, geometry.band - geometry.margin, ground, self.widths)
        return fill([*self._margin(row, look), *inside], geometry.width, inks.paper, self.widths)

    def _margin(self, row: Row, look: Look) -> Iterator[Segment]:
        """The margin, with the gutter beside the first line of the text."""
        inks, gutter = self.inks, self.geometry.gutter
        yield Segment(" " * (self.geometry.margin - gutter.cells), inks.paper)
        if row != (Kind.TEXT, 0):
            yield Segment(" " * gutter.cells, inks.paper)
            return
        for text, ink in gutter.written(look.beside, self.widths):
            yield Segment(text, inks.paper + (inks.sign if ink == "sign" else inks.beside))

    def _segments(self, layout: BlockLayout, row: Row, look: Look, ground: Style) -> Iterator[Segment]:
        geometry = self.geometry
        if geometry.bar:
            bar = BAR if look.at_cursor or look.picked else " " * geometry.bar
            yield Segment(bar, ground + (self.inks.sign if look.picked else self.inks.bar))
        label = layout.label if row == (Kind.TEXT, 0) else ""
        room = geometry.origin - geometry.margin + layout.indent - geometry.bar
        if room:
            yield Segment(" " * (room - 1 - self.widths.measure(label)), ground)
            yield Segment(label, ground + self._label_ink(layout))
            yield Segment(" ", ground)
        yield from self._content(layout, row, look, ground)

    def _content(self, layout: BlockLayout, row: Row, look: Look, ground: Style) -> Iterator[Segment]:
        inks = self.inks
        match row.kind:
            case Kind.TEXT:
                yield from self._text(layout, row.number, look, ground)
            case Kind.TAGS:
                yield from self._chips(layout.tags[row.number], ground)
            case Kind.NOTE:
                yield from self._note(layout.note[row.number], look, ground)
            case Kind.ASIDE:
                yield from self._aside(layout.asides[row.number], look, ground)
            case Kind.FOOTNOTE:
                yield from self._called(layout, layout.called[row.number], look, ground)
            case Kind.FOLD:
                count = n_("{count} paragraph", "{count} paragraphs", layout.hidden).format(count=layout.hidden)
                yield Segment(f"{_FOLDED} {count}", ground + inks.fold)

    def _chips(self, chips: Sequence[Chip], ground: Style) -> Iterator[Segment]:
        for index, chip in enumerate(chips):
            yield Segment(CHIP_GAP if index else "", ground)
            yield Segment(chip.text, ground + self._chip_ink(chip))

    def _chip_ink(self, chip: Chip) -> Style:
        if chip.ink == "about":
            return self.inks.note
        return self._colour(chip.tag, chip.colour)

    def _colour(self, tag: str, colour: str = "") -> Style:
        """The ink of a colour by its name, else of a tag."""
        known = self.inks.named.get(colour or self.colours.get(tag, ""))
        return known if known is not None else self.inks.tags[ink_number(tag)]

    def _aside(self, row: AsideRow, look: Look, ground: Style) -> Iterator[Segment]:
        if row.note is not None:
            yield from self._note(row.note, look, ground)
        elif row.line is not None:
            yield Segment(RAIL, ground + self.inks.rail)
            yield from paint_line(row.line, ground, list(self._changes(row)), {})
        else:
            yield from self._chips(row.chips, ground)

    def _changes(self, row: AsideRow) -> Iterator[Stroke]:
        inks = {"same": Style.null(), "deleted": self.inks.deleted, "inserted": self.inks.inserted}
        at = 0
        for kind, text in row.aside.changes:
            yield Stroke(at, at + len(text), inks[kind])
            at += len(text)

    def _stain(self, stain: Stain) -> Stroke:
        """Words that bear something, on a ground of its colour; where there are few colours, underlined in it."""
        ink = self._colour(stain.tag, stain.colour)
        return Stroke(stain.start, stain.end, stained(ink, self.inks.paper, self.inks.few))

    def _note(self, noted: NotedLine, look: Look, ground: Style) -> Iterator[Segment]:
        yield Segment(RAIL, ground + self.inks.rail)
        plain, lit = self.inks.citation, self.inks.citation + self.inks.selected
        selected = look.selected if look.at_cursor else None
        inks = (lit if n == selected else plain for n in range(noted.first, noted.after))
        links = [Stroke(link.start, link.end, ink) for link, ink in zip(noted.links, inks, strict=True)]
        yield from paint_line(noted.line, ground + self.inks.note, links, {})

    def _called(self, layout: BlockLayout, row: CalledRow, look: Look, ground: Style) -> Iterator[Segment]:
        note = row.called
        label = visible(note.label) if (row.part, row.number) == ("text", 0) else ""
        yield Segment(" " * (note.room - 1 - self.widths.measure(label)), ground)
        yield Segment(label, ground + self._called_ink(layout, note.id, look))
        yield Segment(" ", ground)
        if row.part == "tags":
            yield from self._chips(note.tags[row.number], ground)
        elif row.part == "note":
            yield from self._note(note.note[row.number], look, ground)
        else:
            inks = (self._link_ink(note.first + n, link, look) for n, link in enumerate(note.links))
            strokes = [Stroke(link.at, link.end, ink) for link, ink in zip(note.links, inks, strict=True)]
            yield from paint_line(note.setting.lines[row.number], ground + self.inks.note, strokes, {})

    def _called_ink(self, layout: BlockLayout, note: str, look: Look) -> Style:
        """The label of a footnote is lit with its marker."""
        markers = [index for index, link in enumerate(layout.links) if link.target == note]
        is_lit = look.at_cursor and look.selected in markers
        return self.inks.marker + self.inks.selected if is_lit else self.inks.marker

    def _text(self, layout: BlockLayout, index: int, look: Look, ground: Style) -> Iterator[Segment]:
        strokes = [
            *map(self._stain, layout.stains),
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
        ink = self._ink_of(link, look)
        return ink + self.inks.selected if look.at_cursor and index == look.selected else ink

    def _ink_of(self, link: Link, look: Look) -> Style:
        if link.kind == "marker":
            return self.inks.annotated if link.target in look.noted else self.inks.marker
        if link.is_quiet:
            return self.inks.reference
        if link.target is None:
            return self.inks.unresolved
        return self.inks.citation if look.held is None or link.target in look.held else self.inks.absent

    def _label_ink(self, layout: BlockLayout) -> Style:
        return self._text_ink(layout) if layout.block.type == "heading" else self.inks.label

    def _text_ink(self, layout: BlockLayout) -> Style:
        block = layout.block
        if block.type == "heading":
            return self.inks.heading if block.level <= 1 else self.inks.subheading
        return self.inks.chapeau if block.type == "chapeau" else Style.null()
