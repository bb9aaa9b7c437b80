"""Footnotes that float beside what calls them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Offset, Region
from textual.message import Message
from textual.reactive import reactive

from store.document import Citation, Document
from tui.commands import bindings, commands
from tui.language import _
from tui.typeset import Line, Widths, visible, widths_for
from tui.widgets.floating import Floating
from tui.widgets.links import Link
from tui.widgets.marks import Mark
from tui.widgets.page.annotated import RAIL
from tui.widgets.painting import Stroke, paint_line
from tui.widgets.popover_notes import Note, NoteLine, set_footnote

_PASSED = {f"text.{name}" for name in ("page-down", "page-up", "first", "last", "fold")}
"""Commands of the text that work as if nothing floated over it."""


@dataclass
class PopoverMessage(Message):
    """Something the popover says."""

    popover: Popover

    @property
    def control(self) -> Popover:
        """The popover that says it."""
        return self.popover


class Popover(Floating):
    """Shows footnotes beside their marker, on a third of the screen at most."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"popover--{name}" for name in ("label", "link", "selected", "missing", "tag", "note")
    }

    DEFAULT_CSS = """
    Popover {
        .popover--label { color: $text-muted; }
        .popover--link { color: $accent; }
        .popover--selected { text-style: reverse; }
        .popover--missing { color: $text-muted; }
        .popover--tag { color: $secondary; }
        .popover--note { color: $text-muted; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("popover"),
        *(
            Binding(each.keys, f"leave_for('{each.action}')", show=False, id=each.id)
            for each in commands("text")
            if each.id in _PASSED
        ),
    ]

    selected_link: reactive[int | None] = reactive(None, init=False)
    """The link that Enter follows, by its index among those of all notes shown."""

    @dataclass
    class CitationFollowed(PopoverMessage):
        """One wants to go where a citation in a note leads."""

        citation: Citation

    @dataclass
    class PeekWanted(PopoverMessage):
        """One wants to see what a citation in a note leads to, without going there."""

        index: int
        """Of its link among those of all notes shown."""

    @dataclass
    class NextRequested(PopoverMessage):
        """One wants to see the next footnote of the document."""

    @dataclass
    class AnnotationWanted(PopoverMessage):
        """One wants to put tags, "tag", or a note, "note", on a footnote."""

        note: str
        what: str

    def __init__(self, *, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self.marks: Mapping[str, Mark] = {}
        """The reader's tags and notes by place; taken when notes are shown."""
        self._notes: tuple[Note, ...] = ()
        self._rows: list[tuple[int, int]] = []
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
        self.set_reactive(Popover.selected_link, None)
        self.float_beside(cause, take_focus=take_focus)

    @property
    def cause(self) -> Link | None:
        """The first of the markers whose notes are seen."""
        return self._shown[1][0] if self.display and self._shown else None

    def set_lines(self, room: int, widths: Widths) -> None:
        """Set the notes in lines, each with its label before it where there are several."""
        assert self._shown is not None
        document, markers = self._shown
        self.hung = max(widths.measure(m.label) for m in markers) + 1 if len(markers) > 1 else 0
        room = max(2, room - self.hung)
        self._notes = tuple(set_footnote(document, marker, self.marks, room, widths) for marker in markers)
        self._rows = [(n, line) for n, note in enumerate(self._notes) for line in range(len(note.lines))]

    @property
    def lines(self) -> list[Line]:
        """Those of all notes."""
        return [row.line for note in self._notes for row in note.lines]

    @property
    def title(self) -> str:
        """Which footnotes they are."""
        labels = [visible(marker.label) for marker in self._shown[1]] if self._shown else [""]
        if len(labels) == 1:
            return _("Footnote {label}").format(label=labels[0])
        return _("Footnotes {first} to {last}").format(first=labels[0], last=labels[-1])

    @property
    def hint(self) -> str:
        """The keys that work for what is shown."""
        if not self.is_keyed:
            return ""
        keys = [("Enter", _("follow"))] if self.links else []
        keys += [("n", _("next"))]
        keys += [("a", _("note")), ("t", _("tag"))] if any(note.found for note in self._notes) else []
        keys += [("Esc", _("close"))]
        return "  ".join(f"{key} {meaning}" for key, meaning in keys)

    @property
    def links(self) -> list[Link]:
        """The citations in all notes shown."""
        return [link for note in self._notes for link in note.links]

    def link_region(self, index: int) -> Region:
        """Where a link stands on the screen, one line high; its height is 0 where that is scrolled away."""
        offset = self.link_offset(index)
        at = self.scrollable_content_region.offset
        return Region(at.x, at.y, 0, 0) if offset is None else Region(*(offset + at), 1, 1)

    def link_offset(self, index: int) -> Offset | None:
        """Where a link begins, by row and cell of what is seen; None where that is scrolled away."""
        link = self.links[index]
        note = next(note for note in self._notes if any(each is link for each in note.links))
        row = self._row_of_link(index) - self.scroll_offset.y
        if not 0 <= row < self.scrollable_content_region.height:
            return None
        return Offset(self.hung + note.setting.locate(link.at).cell, row)

    def select_link(self, step: int) -> None:
        """Select the next link of the notes, 1, or the previous one, -1, round and round."""
        count = len(self.links)
        if count:
            before = self.selected_link if self.selected_link is not None else min(-step, 0)
            self.selected_link = (before + step) % count

    def watch_selected_link(self) -> None:
        """Show the link, which may be further down."""
        if self.selected_link is not None:
            row = self._row_of_link(self.selected_link)
            self.scroll_to_region(Region(0, row, 1, 1), animate=False, force=True)
        self.refresh()

    def follow_link(self, index: int) -> None:
        """Follow a link, by its index among those of all notes shown."""
        citation = self.links[index].citation
        if citation is not None:
            self.post_message(self.CitationFollowed(self, citation))

    def peek_at(self, index: int) -> None:
        """Ask to see what a link leads to."""
        self.selected_link = index
        self.post_message(self.PeekWanted(self, index))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is nothing to peek at where nothing is cited."""
        return action != "peek" or bool(self.links)

    def on_click(self, event: events.Click) -> None:
        """Follow the citation under the mouse."""
        event.stop()
        at = event.get_content_offset(self)
        row = self.scroll_offset.y + (at.y if at is not None else 0)
        if at is None or row >= len(self._rows):
            return
        number, line = self._rows[row]
        note, cell = self._notes[number], at.x - self.hung
        if note.lines[line].part == "text" and 0 <= cell < note.setting.lines[line].cells:
            offset = note.setting.offset_at(line, cell)
            before = sum(len(each.links) for each in self._notes[:number])
            for index, link in enumerate(note.links, before):
                if link.at <= offset < link.end:
                    self.follow_link(index)

    def action_follow(self) -> None:
        """Follow the selected link, or the first."""
        if self.links:
            self.follow_link(self.selected_link or 0)

    def action_peek(self) -> None:
        """See what the selected link, or the first, leads to."""
        if self.links:
            self.peek_at(self.selected_link or 0)

    def action_note(self) -> None:
        """Ask for a note on the footnote whose link is selected, else on the first in view."""
        self._annotate("note")

    def action_tag(self) -> None:
        """Ask for tags on it."""
        self._annotate("tag")

    def action_next_note(self) -> None:
        """Ask for the next footnote of the document."""
        self.post_message(self.NextRequested(self))

    def action_next_link(self) -> None:
        """Select the next link."""
        self.select_link(1)

    def action_previous_link(self) -> None:
        """Select the previous link."""
        self.select_link(-1)

    def paint_row(self, row: int, base: Style) -> Iterable[Segment]:
        """One line of a note, its label before the first where there are several."""
        widths = widths_for(self.ambiguous_width)
        number, line = self._rows[row]
        note = self._notes[number]
        label = visible(note.label) if self.hung and line == 0 else ""
        before = " " * max(0, self.hung - 1 - widths.measure(label)) + label + " " * bool(self.hung)
        ink = base if note.found else base + self._ink("missing")
        yield Segment(before, base + self._ink("label"))
        yield from self._paint(note, note.lines[line], ink)

    def _annotate(self, what: str) -> None:
        link = self.links[self.selected_link] if self.selected_link is not None else None
        top = self._notes[self._rows[min(self.scroll_offset.y, len(self._rows) - 1)][0]]
        note = link.block if link is not None else top.id
        if note is not None:
            self.post_message(self.AnnotationWanted(self, note, what))

    @property
    def citation(self) -> Citation | None:
        """The citation that is selected, or else the first one; None in notes that cite nothing."""
        links = self.links
        link = links[self.selected_link or 0] if links else None
        return link.citation if link else None

    def _row_of_link(self, index: int) -> int:
        """The row of a link among those of all notes."""
        link = self.links[index]
        for number, note in enumerate(self._notes):
            if link in note.links:
                return self._rows.index((number, note.setting.row_of(link.at)))
        raise IndexError(index)

    def _paint(self, note: Note, row: NoteLine, ink: Style) -> Iterator[Segment]:
        if row.part == "text":
            return paint_line(row.line, ink, self._strokes(note), {})
        if row.part == "tag":
            return paint_line(row.line, ink + self._ink("tag"), (), {})
        return chain([Segment(RAIL, ink + self._ink("tag"))], paint_line(row.line, ink + self._ink("note"), (), {}))

    def _strokes(self, note: Note) -> list[Stroke]:
        selected = None if self.selected_link is None else self.links[self.selected_link]
        ink = self._ink("link")
        chosen = ink + self.get_component_rich_style("popover--selected").without_color
        return [Stroke(link.at, link.end, chosen if link is selected else ink) for link in note.links]

    def _ink(self, name: str) -> Style:
        style = self.get_component_rich_style(f"popover--{name}")
        return style.without_color + Style(color=style.color)
