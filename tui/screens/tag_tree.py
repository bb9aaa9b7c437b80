"""All tags of the store as a tree: how often each is borne, its key, colour and description; new names, merging."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Click, Key
from textual.message import Message
from textual.widgets import Static

from store.annotations.records import clean_tags
from store.annotations.tag_book import COLOURS, KEYS, Tag
from store.annotations.tag_tree import Branch, tree
from store.errors import JueyiError
from tui.commands import bindings
from tui.language import N_, _, n_
from tui.notices import refuse
from tui.screens.counted import CountsTags, TagsCounted
from tui.screens.panel import Panel
from tui.screens.value import ValueRow, ValueScreen
from tui.shown_keys import keys
from tui.typeset import Widths, visible, widths_for
from tui.widgets.columns import cell
from tui.widgets.key_hints import KeyHints
from tui.widgets.rows import Rows
from tui.workspace import Workspace

if TYPE_CHECKING:
    from store.annotations.steps import Step
    from tui.annotation_desk import AnnotationDesk

COLOUR_NAMES = {
    "red": N_("red"),
    "orange": N_("orange"),
    "yellow": N_("yellow"),
    "green": N_("green"),
    "cyan": N_("cyan"),
    "blue": N_("blue"),
    "violet": N_("violet"),
    "grey": N_("grey"),
}
_NAME = 30
"""Cells of the column of names."""


@dataclass(frozen=True, slots=True)
class BranchRow:
    """A tag in the tree."""

    branch: Branch
    tag: Tag
    widths: Widths
    selectable: ClassVar[bool] = True

    def line(self, width: int) -> Content:
        """Its row."""
        name = f"{'  ' * self.branch.depth}# {visible(self.branch.leaf)}"
        count = n_("{count} place", "{count} places", self.branch.all).format(count=self.branch.all)
        colour = _(COLOUR_NAMES[self.tag.colour]) if self.tag.colour in COLOUR_NAMES else ""
        said = "  ".join(filter(None, (count, colour, visible(self.tag.description))))
        name = cell(name, min(_NAME, width // 2), self.widths)
        return Content.assemble((f"{self.tag.key or ' '}  ", "bold"), (name, "$secondary"), "  ", (said, "$text-muted"))


class TagTreeScreen(Panel[str], CountsTags):
    """Returns the tag whose places one wants to see."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("tag_tree")]

    class Renamed(Message):
        """A tag has another name everywhere now."""

        def __init__(self, step: Step | None) -> None:
            super().__init__()
            self.step = step

    def __init__(self, workspace: Workspace, desk: AnnotationDesk) -> None:
        super().__init__()
        self._workspace = workspace
        self._desk = desk
        self._widths = widths_for(workspace.config.ambiguous_width)
        self._counts: Counter[str] | None = None
        self._renaming = False

    def compose(self) -> ComposeResult:
        """Title, tree, words, hints."""
        with Vertical(classes="panel"):
            yield Static(Content.styled(_("All tags"), "bold"), classes="panel-title", markup=False)
            yield Rows[BranchRow]()
            yield Static(id="words", markup=False)
            yield KeyHints()

    def on_mount(self) -> None:
        """The keys work at once; the counts come when the store is read."""
        self.query_one(Rows).focus()
        self._say(_("Counting…"))
        self.count_tags()

    def on_click(self, event: Click) -> None:
        """A click beside the panel closes it."""
        if event.widget is self:
            self.action_close()

    @on(TagsCounted)
    def show_counted(self, message: TagsCounted) -> None:
        """Show the tree."""
        self._counts = message.counts
        self._fill()

    @on(Rows.Chosen)
    def choose(self) -> None:
        """See what bears it."""
        row = self._current
        if row:
            self.dismiss(row.branch.tag)

    def on_key(self, event: Key) -> None:
        """A digit becomes the key of the tag, or is taken from it."""
        row = self._current
        if row and event.character and event.character in KEYS:
            event.stop()
            event.prevent_default()
            self._define(replace(row.tag, key="" if row.tag.key == event.character else event.character))

    def action_rename(self) -> None:
        """Ask for another name."""
        row = self._current
        if row:
            self._ask_name(_("Another name"), row.branch.tag, row.branch.tag)

    def action_merge(self) -> None:
        """Ask with which tag it is to be made one."""
        row, counts = self._current, self._counts or Counter()
        others = [branch for branch in tree(counts) if row and branch.tag != row.branch.tag]
        if row and others:
            rows = [ValueRow(branch.tag, branch.tag) for branch in others]
            title = Content.assemble((_("Make one of it and of"), "bold"), "   ", f"# {visible(row.branch.tag)}")
            screen = ValueScreen(title, _("part of a tag"), rows=rows)
            self.app.push_screen(screen, lambda name: self._rename(row.branch.tag, name))

    def action_delete(self) -> None:
        """Take it away everywhere, when that is meant."""
        from tui.screens.confirm import ConfirmScreen

        row = self._current
        if row:
            count = row.branch.all
            asked = n_("Take # {tag} away from {count} place?", "Take # {tag} away from {count} places?", count)
            question = asked.format(tag=row.branch.tag, count=count)
            self.app.push_screen(ConfirmScreen(question), lambda agreed: self._delete(row.branch.tag, agreed))

    def action_colour(self) -> None:
        """Choose a colour."""
        row = self._current
        if row:
            rows = [ValueRow("", _("by its name")), *(ValueRow(name, _(COLOUR_NAMES[name])) for name in COLOURS)]
            start = next((turn for turn, each in enumerate(rows) if each.value == row.tag.colour), 0)
            title = Content.assemble((_("Colour"), "bold"), "   ", f"# {visible(row.branch.tag)}")
            screen = ValueScreen(title, _("a colour"), rows=rows, start=start)
            self.app.push_screen(screen, lambda value: self._change(row.tag, "colour", value))

    def action_describe(self) -> None:
        """Write what it is for."""
        row = self._current
        if row:
            title = Content.assemble((_("Description"), "bold"), "   ", f"# {visible(row.branch.tag)}")
            screen = ValueScreen(title, _("what the tag is for"), value=row.tag.description)
            self.app.push_screen(screen, lambda value: self._change(row.tag, "description", value))

    def action_undo(self) -> None:
        """Take the last change back."""
        self._desk.undo()
        self.count_tags()

    def action_redo(self) -> None:
        """Make it again."""
        self._desk.redo()
        self.count_tags()

    @work(thread=True, group="renaming")
    def rename(self, old: str, new: str | None) -> None:
        """Give a tag another name everywhere, or take it away; a large store takes its time."""
        try:
            step = self._workspace.marking.rename_tag(old, new)
        except JueyiError as error:
            self.app.call_from_thread(refuse, self, error)
            step = None
        self.post_message(self.Renamed(step))

    @on(Renamed)
    def show_renamed(self, message: Renamed) -> None:
        """Say it and count anew."""
        self._renaming = False
        self._desk.tell_step(message.step)
        self.count_tags()

    @property
    def _current(self) -> BranchRow | None:
        return next((rows.current for rows in self.query(Rows)), None)

    def _ask_name(self, what: str, tag: str, value: str) -> None:
        def check(text: str) -> str:
            return "" if clean_tags([text]) else _("A tag needs a name.")

        title = Content.assemble((what, "bold"), "   ", f"# {visible(tag)}")
        screen = ValueScreen(title, _("a name; / puts it under another tag"), value=value, check=check)
        self.app.push_screen(screen, lambda name: self._rename(tag, name))

    def _rename(self, old: str, name: str | None) -> None:
        new = clean_tags([name or ""])
        if new and new[0] != old:
            self._start_renaming(old, new[0])

    def _delete(self, tag: str, agreed: bool | None) -> None:
        if agreed:
            self._start_renaming(tag, None)

    def _start_renaming(self, old: str, new: str | None) -> None:
        if not self._renaming:
            self._renaming = True
            self._say(_("Changing it in all documents…"))
            self.rename(old, new)

    def _change(self, tag: Tag, what: str, value: str | None) -> None:
        if value is not None:
            fields: dict[str, Any] = {what: value}
            self._define(replace(tag, **fields))

    def _define(self, tag: Tag) -> None:
        self._desk.define(tag)
        self._fill()

    def _fill(self) -> None:
        known = self._read(self._workspace.marking.book.all)
        rows = list(self._rows(known))
        listed, current = self.query_one(Rows), self._current
        tags = [row.branch.tag for row in rows]
        at = tags.index(current.branch.tag) if current and current.branch.tag in tags else listed.cursor or 0
        listed.show(rows, at)
        none = _("No tags yet: {key} in the text gives the first.").format(**keys(self, key="reader.tag"))
        self._say(_("A digit gives the tag at the cursor that key.") if rows else none)

    def _rows(self, known: dict[str, Tag]) -> Iterator[BranchRow]:
        counts = dict.fromkeys(known, 0) | dict(self._counts or {})
        for branch in tree(counts):
            yield BranchRow(branch, known.get(branch.tag, Tag(branch.tag)), self._widths)

    def _read(self, ask: Callable[[], dict[str, Tag]]) -> dict[str, Tag]:
        try:
            return ask()
        except JueyiError as error:
            refuse(self, error)
            return {}

    def _say(self, words: str) -> None:
        self.query_one("#words", Static).update(Content(words))
