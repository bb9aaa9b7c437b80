"""Footnotes that float beside what calls them, in which one selects words as in the text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Offset, Region
from textual.message import Message

from store.document import Citation
from tui.commands import bindings, commands
from tui.language import _
from tui.typeset import visible
from tui.widgets.footnote_view import FootnoteView
from tui.widgets.links import Link
from tui.widgets.page.selection import Selection

_PASSED = {f"text.{name}" for name in ("page-down", "page-up", "first", "last", "fold")}
"""Commands of the text that work as if nothing floated over it."""
_SELECTING = {command.action for command in commands("selection")}
_NOT_SELECTING = {"follow", "peek", "scroll_down", "scroll_up"}


@dataclass
class PopoverMessage(Message):
    """Something the popover says."""

    popover: Popover

    @property
    def control(self) -> Popover:
        """The popover that says it."""
        return self.popover


class Popover(FootnoteView):
    """Shows footnotes beside their marker, with keys for their links and for what one puts on them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("selection"),
        *bindings("popover"),
        *(
            Binding(each.keys, f"leave_for('{each.action}')", show=False, id=each.id)
            for each in commands("text")
            if each.id in _PASSED
        ),
    ]

    @dataclass
    class LinkFollowed(PopoverMessage):
        """One wants to go where a link in a footnote, or in a note on it, leads."""

        link: Link

    @dataclass
    class PeekWanted(PopoverMessage):
        """One wants to see what a link leads to, without going there."""

        index: int
        """Of the link among those of all notes shown."""

    @dataclass
    class NextRequested(PopoverMessage):
        """One wants to see the next footnote of the document."""

    @dataclass
    class AnnotationWanted(PopoverMessage):
        """One wants to put tags, "tag", or a note, "note", on the footnote or on what is selected in it."""

        what: str

    @dataclass
    class CopyRequested(PopoverMessage):
        """What is selected should be copied."""

        cited: bool
        """With where it stands."""

    @dataclass
    class SelectionChanged(PopoverMessage):
        """More, less or nothing is selected now."""

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
        if self.chosen is not None:
            keys = [("w b", _("word")), ("a", _("note")), ("t", _("tag")), ("y", _("copy")), ("Esc", _("leave"))]
            return "  ".join(f"{key} {meaning}" for key, meaning in keys)
        keys = [("Enter", _("follow"))] if self.links else []
        keys += [("n", _("next"))]
        keys += [("a", _("note")), ("t", _("tag"))] if any(note.found for note in self._notes.notes) else []
        keys += [("Esc", _("close"))]
        return "  ".join(f"{key} {meaning}" for key, meaning in keys)

    def link_region(self, index: int) -> Region:
        """Where a link stands on the screen, one line high; its height is 0 where that is scrolled away."""
        offset = self.link_offset(index)
        at = self.scrollable_content_region.offset
        return Region(at.x, at.y, 0, 0) if offset is None else Region(*(offset + at), 1, 1)

    def link_offset(self, index: int) -> Offset | None:
        """Where a link begins, by row and cell of what is seen; None where that is scrolled away."""
        place = self._notes.place_of(index)
        row = place.row - self.scroll_offset.y
        if not 0 <= row < self.scrollable_content_region.height:
            return None
        return Offset(self.hung + place.cell, row)

    def select_link(self, step: int) -> None:
        """Select the next link of the notes, 1, or the previous one, -1, round and round; words are no more."""
        self.chosen = None
        count = len(self.links)
        if count:
            before = self.selected_link if self.selected_link is not None else min(-step, 0)
            self.selected_link = (before + step) % count

    def watch_selected_link(self) -> None:
        """Show the link, which may be further down."""
        if self.selected_link is not None:
            self._show_row(self._notes.place_of(self.selected_link).row)
        self.refresh()

    def watch_chosen(self, before: Selection | None, chosen: Selection | None) -> None:
        """Show what is selected, and which keys work."""
        if (before is None) != (chosen is None):
            self.refresh_bindings()
            self.border_subtitle = Content(self.hint)
        self.refresh()
        self.post_message(self.SelectionChanged(self))

    def follow_link(self, index: int) -> None:
        """Follow a link, by its index among those of all notes shown."""
        self.post_message(self.LinkFollowed(self, self.links[index]))

    def peek_at(self, index: int) -> None:
        """Ask to see what a link leads to."""
        self.selected_link = index
        self.post_message(self.PeekWanted(self, index))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While one selects, the keys of the selection work and those that would mean two things do not."""
        if action in _SELECTING:
            return self.chosen is not None
        if self.chosen is not None and action in _NOT_SELECTING:
            return False
        return action != "peek" or bool(self.links)

    def on_click(self, event: events.Click) -> None:
        """Follow the link under the mouse, unless the click selects."""
        event.stop()
        if self.take_click(event):
            return
        at = event.get_content_offset(self)
        row = self.scroll_offset.y + (at.y if at is not None else 0)
        if at is None or row >= len(self._notes.rows):
            return
        link = self._notes.link_at(row, at.x - self.hung)
        if link is not None:
            self.follow_link(link)

    def action_select(self) -> None:
        """Begin to select, at the link that is selected or at the first words in view; or have done with it."""
        if self.chosen is not None:
            self.chosen = None
            return
        link = self.links[self.selected_link] if self.selected_link is not None else None
        rows = self._notes.rows
        turn, line = rows[min(self.scroll_offset.y, len(rows) - 1)]
        if link is not None and link.kind != "note":
            turn = self._notes.holder(self.selected_link or 0)
            self.begin_at(turn, link.at, link.end)
        elif self._notes.notes[turn].text:
            note = self._notes.notes[turn]
            at = note.lines[line].line.start if note.lines[line].part == "text" else 0
            self.begin_at(turn, at)

    def action_copy_selection(self) -> None:
        """Ask for a copy of what is selected, with its citation."""
        self.post_message(self.CopyRequested(self, True))

    def action_copy_bare(self) -> None:
        """Ask for a copy of nothing but the text."""
        self.post_message(self.CopyRequested(self, False))

    def action_follow(self) -> None:
        """Follow the selected link, or the first."""
        if self.links:
            self.follow_link(self.selected_link or 0)

    def action_peek(self) -> None:
        """See what the selected link, or the first, leads to."""
        if self.links:
            self.peek_at(self.selected_link or 0)

    def action_note(self) -> None:
        """Ask for a note on what is selected, else on the footnote one is at."""
        self.post_message(self.AnnotationWanted(self, "note"))

    def action_tag(self) -> None:
        """Ask for tags on it."""
        self.post_message(self.AnnotationWanted(self, "tag"))

    def action_next_note(self) -> None:
        """Ask for the next footnote of the document."""
        self.post_message(self.NextRequested(self))

    def action_next_link(self) -> None:
        """Select the next link."""
        self.select_link(1)

    def action_previous_link(self) -> None:
        """Select the previous link."""
        self.select_link(-1)

    @property
    def citation(self) -> Citation | None:
        """The citation that is selected, or else the first one; None in notes that cite nothing."""
        links = self.links
        link = links[self.selected_link or 0] if links else None
        return link.citation if link else None
