"""Footnotes in lines that float over the text, with what the reader put on them; words in them can be selected."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Offset, Region
from textual.reactive import reactive

from store.document import Document, Span
from tui.typeset import Line, Setting, Widths, visible, widths_for
from tui.widgets.dragging import Dragging
from tui.widgets.floating import Floating, FloatingMessage
from tui.widgets.links import Link
from tui.widgets.marks import Mark, Stain
from tui.widgets.page.annotated import RAIL
from tui.widgets.page.selection import Point
from tui.widgets.page.tag_inks import ink_number, named_inks, stained, tag_inks
from tui.widgets.page.units import Unit
from tui.widgets.painting import Stroke, paint_line
from tui.widgets.popover_notes import Note, NoteLine, Notes, set_notes


class FootnoteView(Floating, Dragging):
    """Shows footnotes beside their marker."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"popover--{name}" for name in ("label", "link", "selected", "chosen", "missing", "tag", "note")
    }

    DEFAULT_CSS = """
    FootnoteView {
        .popover--label { color: $text-muted; }
        .popover--link { color: $accent; }
        .popover--selected { text-style: reverse; }
        .popover--chosen { text-style: reverse; }
        .popover--missing { color: $text-muted; }
        .popover--tag { color: $secondary; }
        .popover--note { color: $text-muted; }
    }
    """

    selected_link: reactive[int | None] = reactive(None, init=False)
    """The link that Enter follows, by its index among those of all notes shown."""

    @dataclass
    class WordsWanted(FloatingMessage):
        """Somebody selects by words: whoever knows where they end sets `cut`."""

    def __init__(self, *, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self.marks: Mapping[str, Mark] = {}
        """The reader's tags and notes by place; taken when notes are shown."""
        self.tag_colours: Mapping[str, str] = {}
        """The names of the colours that the user chose for tags; taken at the same time."""
        self._notes = Notes()
        self._shown: tuple[Document, Sequence[Link]] | None = None

    def show(self, document: Document, markers: Sequence[Link], cause: Region, *, take_focus: bool = True) -> None:
        """Show the notes that markers call.

        Args:
            document: Where the notes are.
            markers: The markers, at least one.
            cause: Where the first of them stands on the screen; its line is left uncovered.
            take_focus: The keys are for the notes; else they stay where they are.
        """
        self._shown = document, markers
        self.set_reactive(FootnoteView.selected_link, None)
        self.chosen = None
        self.float_beside(cause, take_focus=take_focus)

    def close(self) -> None:
        """Vanish, with nothing selected."""
        self.chosen = None
        super().close()

    @property
    def cause(self) -> Link | None:
        """The first of the markers whose notes are seen."""
        return self._shown[1][0] if self.display and self._shown else None

    @property
    def note(self) -> str | None:
        """The id of the footnote one is at: the one whose link is selected, else the first in view."""
        if self.selected_link is not None:
            return self.links[self.selected_link].block
        rows = self._notes.rows
        return self._notes.notes[rows[min(self.scroll_offset.y, len(rows) - 1)][0]].id if rows else None

    def set_lines(self, room: int, widths: Widths) -> None:
        """Set the notes in lines, each with its label before it where there are several."""
        assert self._shown is not None
        document, markers = self._shown
        self.hung = max(widths.measure(m.label) for m in markers) + 1 if len(markers) > 1 else 0
        self._notes = set_notes(document, markers, self.marks, max(2, room - self.hung), widths)

    @property
    def lines(self) -> list[Line]:
        """Those of all notes."""
        return [row.line for note in self._notes.notes for row in note.lines]

    @property
    def links(self) -> list[Link]:
        """The links in all notes shown, and in what is noted on them."""
        return self._notes.links

    @property
    def texts(self) -> Document:
        """The notes, as blocks."""
        return self._notes.texts

    def neighbour(self, index: int, step: int) -> int | None:
        """The next note."""
        return index + step if 0 <= index + step < len(self._notes.notes) else None

    def standing(self, index: int) -> tuple[Setting, int]:
        """A note in lines."""
        return self._notes.notes[index].setting, 0

    def show_point(self, point: Point) -> None:
        """See to it that a point is in view."""
        line = self.standing(point.ordinal)[0].locate(point.at).row
        self._show_row(self._notes.row_of(point.ordinal, line))

    def want_words(self) -> None:
        """Say that somebody selects by words."""
        self.post_message(self.WordsWanted(self))

    def scroll_rows(self, rows: int) -> None:
        """Scroll by rows."""
        self.scroll_to(y=self.scroll_offset.y + rows, animate=False, force=True)

    def reach(self, mouse: Offset) -> tuple[int, Span] | None:
        """The note and the character under the mouse, or those next to it; beside text the range is empty."""
        if not self._notes.rows:
            return None
        x, y = mouse - self.scrollable_content_region.offset
        row = self.scroll_offset.y + max(0, min(y, self.size.height - 1))
        turn, line = self._notes.rows[min(row, len(self._notes.rows) - 1)]
        note, cell = self._notes.notes[turn], x - self.hung
        if note.lines[line].part != "text" or not note.found:
            return turn, Span(len(note.text), len(note.text))
        at = note.setting.offset_at(line, max(0, cell))
        inside = 0 <= cell < note.setting.lines[line].cells
        return turn, self.units.around(Point(turn, at), Unit.CHARACTER) if inside else Span(at, at)

    def paint_row(self, row: int, base: Style) -> Iterable[Segment]:
        """One line of a note, its label before the first where there are several."""
        widths = widths_for(self.ambiguous_width)
        number, line = self._notes.rows[row]
        note = self._notes.notes[number]
        label = visible(note.label) if self.hung and line == 0 else ""
        before = " " * max(0, self.hung - 1 - widths.measure(label)) + label + " " * bool(self.hung)
        ink = base if note.found else base + self._ink("missing")
        yield Segment(before, base + self._ink("label"))
        yield from self._paint(number, note.lines[line], ink)

    def _show_row(self, row: int) -> None:
        self.scroll_to_region(Region(0, row, 1, 1), animate=False, force=True)

    def _paint(self, turn: int, row: NoteLine, ink: Style) -> Iterator[Segment]:
        note = self._notes.notes[turn]
        first = self._notes.first_link(turn)
        if row.part == "text":
            return paint_line(row.line, ink, list(self._strokes(turn, note, first)), {})
        if row.part == "tag" or row.noted is None:
            return paint_line(row.line, ink + self._ink("tag"), (), {})
        links = [
            Stroke(each.start, each.end, self._link_ink(first + n))
            for n, each in enumerate(row.noted.links, row.noted.first)
        ]
        rail = Segment(RAIL, ink + self._ink("tag"))
        return chain([rail], paint_line(row.line, ink + self._ink("note"), links, {}))

    def _strokes(self, turn: int, note: Note, first: int) -> Iterator[Stroke]:
        yield from map(self._stain, note.stains)
        for n, link in enumerate(note.links, first):
            if link.kind != "note":
                yield Stroke(link.at, link.end, self._link_ink(n))
        if self.chosen is not None:
            chosen = self.get_component_rich_style("popover--chosen").without_color
            yield Stroke(*self.chosen.within(turn, len(note.text)), chosen)

    def _stain(self, stain: Stain) -> Stroke:
        """Words that bear something, on a ground of its colour as in the text."""
        paper, tag = self.rich_style, self._ink("tag")
        named = named_inks(tag, paper).get(stain.colour or self.tag_colours.get(stain.tag, ""))
        ink = named or tag_inks(tag, self._ink("link"), paper)[ink_number(stain.tag)]
        return Stroke(stain.start, stain.end, stained(ink, paper, self.app.has_class("-few-colours")))

    def _link_ink(self, index: int) -> Style:
        selected = self.get_component_rich_style("popover--selected").without_color
        return self._ink("link") + selected if index == self.selected_link else self._ink("link")

    def _ink(self, name: str) -> Style:
        style = self.get_component_rich_style(f"popover--{name}")
        return style.without_color + Style(color=style.color)
