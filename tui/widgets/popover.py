"""Footnotes that float beside what calls them.

It is a widget laid over the screen and no screen of its own: the text below stays alive, so that another marker
can be clicked and the marker that was followed stays lit. It takes the focus while it is open, and with it the
keys; a click elsewhere takes the focus away and closes it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.errors import NoWidget
from textual.geometry import Offset, Region, Size, clamp
from textual.message import Message
from textual.reactive import reactive, var
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget

from store.document import Citation, Document
from tui.commands import bindings, commands
from tui.language import _
from tui.typeset import Widths, visible, widths_for
from tui.widgets.links import Link
from tui.widgets.marks import Mark
from tui.widgets.page.annotated import RAIL
from tui.widgets.painting import Stroke, fill, paint_line
from tui.widgets.popover_notes import Note, NoteLine, set_footnote

_WIDEST = 46
"""Cells of the longest line: a footnote is narrower than the text that calls it."""
_NARROWEST = 2
"""Cells in which any character fits; what is wider than the screen is cut."""
_FRAME = 2
"""Cells and rows that the border takes."""
_PADDING = 2
_PASSED = {f"text.{name}" for name in ("page-down", "page-up", "first", "last", "fold")}
"""Commands of the text that work as if nothing floated over it."""
_SHARE = 3
"""It takes one part in so many of the screen's height at most."""


@dataclass
class PopoverMessage(Message):
    """Something the popover says."""

    popover: Popover

    @property
    def control(self) -> Popover:
        """The popover that says it."""
        return self.popover


class Popover(ScrollView, can_focus=True, inherit_bindings=False):
    """Shows footnotes beside their marker, never over its line, on a third of the screen at most."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"popover--{name}" for name in ("label", "link", "selected", "missing", "tag", "note")
    }

    DEFAULT_CSS = """
    Popover {
        display: none;
        overlay: screen;
        padding: 0 1;
        overflow: hidden auto;
        scrollbar-size-vertical: 1;
        background: $panel;
        color: $foreground;
        border: round $foreground-muted;
        border-title-color: $foreground;
        border-subtitle-color: $text-muted;
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
    ambiguous_width: var[int] = var(1)
    """Cells of “ ” — … in this terminal: 1 or 2."""

    @dataclass
    class CitationFollowed(PopoverMessage):
        """One wants to go where a citation in a note leads."""

        citation: Citation

    @dataclass
    class NextRequested(PopoverMessage):
        """One wants to see the next footnote of the document."""

    @dataclass
    class AnnotationWanted(PopoverMessage):
        """One wants to put tags, "tag", or a note, "note", on a footnote."""

        note: str
        what: str

    @dataclass
    class TextWanted(PopoverMessage):
        """One wants to go on in the text, by an action of it; the popover is closed by then."""

        action: str

    @dataclass
    class Closed(PopoverMessage):
        """It is no longer seen."""

    def __init__(self, *, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self.marks: Mapping[str, Mark] = {}
        """The reader's tags and notes by place; taken when notes are shown."""
        self._notes: tuple[Note, ...] = ()
        self._rows: list[tuple[int, int]] = []
        self._gutter = 0
        self._focused_before: Widget | None = None
        self._area = Region()
        self._shown: tuple[Document, Sequence[Link]] | None = None
        self._keyed = True
        """Whether it took the focus, and with it the keys."""

    def show(self, document: Document, markers: Sequence[Link], cause: Region, *, take_focus: bool = True) -> None:
        """Show the notes that markers call.

        Args:
            document: Where the notes are.
            markers: The markers, at least one.
            cause: Where the first of them stands on the screen; its line is left uncovered.
            take_focus: The keys are for the notes; else they stay where they are.
        """
        self._keyed = take_focus
        self._set(document, markers, cause, self._area_around(cause))
        self.set_reactive(Popover.selected_link, None)
        self.scroll_to(y=0, animate=False, force=True)
        if take_focus:
            self._take_focus()
        else:
            self.display = True
            self.screen.refresh(layout=True)

    def follow(self, cause: Region, view: Region) -> None:
        """Stay beside a marker that is elsewhere now; vanish with its line when that is out of view.

        Args:
            cause: Where the first marker stands on the screen now.
            view: The part of the screen in which the text is seen.
        """
        if not self.display or self._shown is None:
            return
        if view.contains_point(cause.offset):
            self._set(*self._shown, cause, view)
            self.screen.refresh(layout=True)
        else:
            self.close()

    @property
    def cause(self) -> Link | None:
        """The first of the markers whose notes are seen."""
        return self._shown[1][0] if self.display and self._shown else None

    def _set(self, document: Document, markers: Sequence[Link], cause: Region, area: Region) -> None:
        """Set the notes in lines for the room there is, and stand beside their cause."""
        self._shown = document, markers
        self._area = area
        widths = widths_for(self.ambiguous_width)
        self._gutter = max(widths.measure(m.label) for m in markers) + 1 if len(markers) > 1 else 0
        room = max(_NARROWEST, min(_WIDEST, area.width - _FRAME - _PADDING) - self._gutter)
        self._notes = tuple(set_footnote(document, marker, self.marks, room, widths) for marker in markers)
        self._rows = [(n, line) for n, note in enumerate(self._notes) for line in range(len(note.lines))]
        self.border_title = Content(_title([visible(marker.label) for marker in markers]))
        self.border_subtitle = Content(self._hint())
        self._take_place(cause, area, widths)

    def close(self) -> None:
        """Vanish and give the focus back."""
        if not self.display:
            return
        if self.has_focus and self._focused_before is not None:
            self.screen.set_focus(self._focused_before)
        self.display = False
        self.screen.refresh(layout=True)
        self.post_message(self.Closed(self))

    def select_link(self, step: int) -> None:
        """Select the next link of the notes, 1, or the previous one, -1, round and round."""
        count = len(self._links)
        if count:
            before = self.selected_link if self.selected_link is not None else min(-step, 0)
            self.selected_link = (before + step) % count

    def watch_selected_link(self) -> None:
        """Show the link, which may be further down."""
        row = self._row_of_link(self.selected_link) if self.selected_link is not None else None
        if row is not None:
            self.scroll_to_region(Region(0, row, 1, 1), animate=False, force=True)
        self.refresh()

    def on_blur(self) -> None:
        """Vanish when something else in the app is used, but not when the terminal loses the focus."""
        if self.app.app_focus and self.screen.focused is not self:
            self.close()

    def on_click(self, event: events.Click) -> None:
        """Follow the citation under the mouse."""
        event.stop()
        at = event.get_content_offset(self)
        row = self.scroll_offset.y + (at.y if at is not None else 0)
        if at is None or row >= len(self._rows):
            return
        number, line = self._rows[row]
        note, cell = self._notes[number], at.x - self._gutter
        if note.lines[line].part == "text" and 0 <= cell < note.setting.lines[line].cells:
            offset = note.setting.offset_at(line, cell)
            for link in note.links:
                if link.at <= offset < link.end:
                    self._follow(link)

    def action_close(self) -> None:
        """Close."""
        self.close()

    def action_follow(self) -> None:
        """Follow the selected link, or the first."""
        if self._links:
            self._follow(self._links[self.selected_link or 0])

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

    def action_scroll_down(self) -> None:
        """Scroll a long note; go on in the text when all of it is seen."""
        self._scroll(1, "next_paragraph")

    def action_scroll_up(self) -> None:
        """Scroll back; go back in the text when all of it is seen."""
        self._scroll(-1, "previous_paragraph")

    def action_leave_for(self, action: str) -> None:
        """Close, and do something with the text."""
        self.close()
        self.post_message(self.TextWanted(self, action))

    def _annotate(self, what: str) -> None:
        link = self._links[self.selected_link] if self.selected_link is not None else None
        top = self._notes[self._rows[min(self.scroll_offset.y, len(self._rows) - 1)][0]]
        note = link.block if link is not None else top.id
        if note is not None:
            self.post_message(self.AnnotationWanted(self, note, what))

    def _scroll(self, rows: int, beyond: str) -> None:
        if self.max_scroll_y:
            self.scroll_to(y=self.scroll_offset.y + rows, animate=False, force=True)
        else:
            self.action_leave_for(beyond)

    def render_line(self, y: int) -> Strip:
        """One line of a note, its label before the first where there are several."""
        widths, base = widths_for(self.ambiguous_width), self.rich_style
        row = self.scroll_offset.y + y
        if row >= len(self._rows):
            return Strip.blank(self.size.width, base)
        number, line = self._rows[row]
        note = self._notes[number]
        label = visible(note.label) if self._gutter and line == 0 else ""
        before = " " * max(0, self._gutter - 1 - widths.measure(label)) + label + " " * bool(self._gutter)
        ink = base if note.found else base + self._ink("missing")
        segments = [
            Segment(before, base + self._ink("label")),
            *self._paint(note, note.lines[line], ink),
        ]
        return fill(segments, self.size.width, base, widths)

    @property
    def citation(self) -> Citation | None:
        """The citation that is selected, or else the first one; None in notes that cite nothing."""
        link = self._links[self.selected_link or 0] if self._links else None
        return link.citation if link else None

    @property
    def _links(self) -> list[Link]:
        return [link for note in self._notes for link in note.links]

    def _row_of_link(self, index: int) -> int:
        """The row of a link among those of all notes."""
        link = self._links[index]
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
        selected = None if self.selected_link is None else self._links[self.selected_link]
        ink = self._ink("link")
        chosen = ink + self.get_component_rich_style("popover--selected").without_color
        return [Stroke(link.at, link.end, chosen if link is selected else ink) for link in note.links]

    def _ink(self, name: str) -> Style:
        style = self.get_component_rich_style(f"popover--{name}")
        return style.without_color + Style(color=style.color)

    def _follow(self, link: Link) -> None:
        if link.citation is not None:
            self.post_message(self.CitationFollowed(self, link.citation))

    def _hint(self) -> str:
        if not self._keyed:
            return ""
        keys = [("Enter", _("follow"))] if self._links else []
        keys += [("n", _("next"))]
        keys += [("a", _("note")), ("t", _("tag"))] if any(note.found for note in self._notes) else []
        keys += [("Esc", _("close"))]
        return "  ".join(f"{key} {meaning}" for key, meaning in keys)

    def _area_around(self, cause: Region) -> Region:
        """The widget in which the marker stands: what is around that, such as a status line, is left alone."""
        try:
            widget, region = self.screen.get_widget_at(*cause.offset)
        except NoWidget:
            return self.screen.region
        return self._area if widget is self else region

    def _take_place(self, cause: Region, area: Region, widths: Widths) -> None:
        """Stand below the line of the marker, or above it where there is more room."""
        lines = [row.line for note in self._notes for row in note.lines]
        frame_text = max(widths.measure(self._hint()), widths.measure(str(self.border_title)))
        inside = max(frame_text + 2, self._gutter + max(line.cells for line in lines))
        below, above = area.bottom - cause.bottom, cause.y - area.y
        wanted = min(len(lines) + _FRAME, max(_FRAME + 1, self.screen.size.height // _SHARE))
        height = min(wanted, max(below, above))
        scrolls = height < len(lines) + _FRAME
        width = min(area.width, inside + _FRAME + _PADDING + scrolls)
        self.styles.width, self.styles.height = width, height
        x = clamp(cause.x - _FRAME, area.x, area.right - width)
        y = cause.bottom if height <= below else cause.y - height
        self.absolute_offset = Offset(x, y)
        self.virtual_size = Size(inside, len(lines))

    def _take_focus(self) -> None:
        focused = self.screen.focused
        if focused is not self:
            self._focused_before = focused
        self.display = True
        self.screen.set_focus(self, scroll_visible=False)
        self.screen.refresh(layout=True)


def _title(labels: Sequence[str]) -> str:
    if len(labels) == 1:
        return _("Footnote {label}").format(label=labels[0])
    return _("Footnotes {first} to {last}").format(first=labels[0], last=labels[-1])
