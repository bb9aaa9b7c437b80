"""The library: its documents as a table, a filter, and where one stopped reading."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import ClassVar, Literal

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.events import Key
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Input, Static
from textual.worker import get_current_worker

from store.document import Document
from store.errors import JueyiError
from store.library.entry import Entry
from store.library.traditional import warm
from tui.commands import bindings
from tui.history import Position
from tui.language import _, n_
from tui.library_table import EntryRow, LibraryTable, matches
from tui.messages import OpenDocument, ResumeReading
from tui.naming import display_name, place_name
from tui.notices import refuse, tell
from tui.screens.pasting import PastingScreen
from tui.screens.welcome import welcome
from tui.session import last_session
from tui.shown_keys import keys
from tui.typeset import widths_for
from tui.widgets.key_hints import KeyHints
from tui.widgets.rows import Rows
from tui.widgets.two_ends import TwoEnds
from tui.workspace import Workspace

_PROGRESS = 0.5
"""Seconds between two looks at how many files are still to be read."""


@dataclass(frozen=True, slots=True)
class Bookmark:
    """Where the reader stopped."""

    key: str
    place: str | None
    name: str
    """Document and place as one would cite them."""


class ColumnHeads(Widget):
    """The row above the table."""

    table: reactive[LibraryTable | None] = reactive(None)
    """Whose columns; none while nothing is listed."""

    scroll_bar: reactive[int] = reactive(0)
    """Cells that it takes from the rows."""

    def render(self) -> Content:
        """The heads of the columns that have room."""
        if not self.table or not self.table.rows:
            return Content()
        return self.table.heading(self.content_size.width - self.scroll_bar)


class LibraryScreen(PastingScreen):
    """Shows what the library holds."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("library")]

    class Loaded(Message):
        """The library was read."""

        def __init__(
            self,
            entries: tuple[Entry, ...],
            notes: Mapping[str, int],
            bookmark: Bookmark | None,
            problems: tuple[str, ...],
        ) -> None:
            super().__init__()
            self.entries = entries
            self.notes = notes
            self.bookmark = bookmark
            self.problems = problems

    view: Literal["library", "reader", "card"] = "library"
    position: Position | None = None
    document: tuple[str, Document] | None = None

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._entries: tuple[Entry, ...] = ()
        self._unread = 0
        self._wanted: str | None = None
        """The key of a document that is to be at the cursor as soon as it is listed."""
        self._bookmark: Bookmark | None = None
        self._told: set[str] = set()
        self._loaded = False
        self._widths = widths_for(workspace.config.ambiguous_width)

    def compose(self) -> ComposeResult:
        """Head, filter, table, the line that resumes, hints."""
        yield TwoEnds(classes="head")
        yield Static(id="welcome", markup=False)
        yield Input(placeholder=_("symbol, title, kind, session or date"), id="filter", compact=True)
        yield ColumnHeads(id="columns")
        yield Rows[EntryRow](id="documents")
        yield Static(id="empty", markup=False)
        yield Static(id="resume", markup=False)
        yield KeyHints()

    def on_mount(self) -> None:
        """The list is there before the documents are."""
        self._list.focus()
        self.watch(self._list, "show_vertical_scrollbar", self._fit_heads)
        self._say(_("Reading the library…"))
        self.set_interval(_PROGRESS, self._show_progress)

    def on_screen_resume(self) -> None:
        """What was noted or added meanwhile shows."""
        self._greet()
        self.load()

    def open(self, position: Position) -> None:
        """The library has but one place."""

    def see_changes(self) -> None:
        """Another window may have changed something."""
        self.load()

    @work(thread=True, exclusive=True, group="library")
    def load(self) -> None:
        """Read the library; the first time this reads all texts."""
        worker = get_current_worker()
        library, shelf = self._workspace.library, self._workspace.shelf
        entries = self._entries
        try:
            entries = library.entries()
            self._merge_copies()
            counts, problems = shelf.counts(), shelf.problems()
            message = self.Loaded(entries, counts, self._last_bookmark(), (*shelf.news(), *problems))
        except JueyiError as error:
            message = self.Loaded(entries, {}, None, (str(error),))
        if not worker.is_cancelled:
            self.post_message(message)

    def _merge_copies(self) -> None:
        """Take in what a program for synchronizing left; what can't be merged is among the shelf's problems."""
        with suppress(JueyiError):
            self._workspace.shelf.merge_copies()

    def _last_bookmark(self) -> Bookmark | None:
        """The document read last and the place in it; None when there is none or it is gone."""
        session = last_session(self._workspace)
        if session is None:
            return None
        key, place = session.standing.key, session.standing.place
        entry = self._workspace.library.entry(key)
        if session.standing.kind == "card" or entry is None:
            return Bookmark(key, None, display_name(key))
        document = self._workspace.read(key)
        name = entry.symbol or entry.title or key
        if place is None or (place not in document.by_id and place not in document.notes_by_id):
            return Bookmark(key, None, name)
        where = _("{document}, {place}").format(document=name, place=place_name(document, place))
        return Bookmark(key, place, where)

    def _show_progress(self) -> None:
        """While new files are read, list those that are."""
        library = self._workspace.library
        if library.unread != self._unread:
            self._unread = library.unread
            self._entries = library.known()
            self._fill()

    @on(Loaded)
    def show_library(self, message: Loaded) -> None:
        """Show it."""
        self._entries, self._notes, self._bookmark = message.entries, message.notes, message.bookmark
        self._loaded = True
        for problem in message.problems:
            if problem not in self._told:
                self._told.add(problem)
                refuse(self, problem)
        self._fill(self._list.cursor or 0)

    @on(Input.Changed, "#filter")
    def filter_typed(self) -> None:
        """Show what matches."""
        self._fill()

    @on(Input.Submitted, "#filter")
    def filter_entered(self) -> None:
        """Open the document when there is just one, else go on in the list."""
        if len(self._list.rows) == 1:
            self._list.action_choose()
        self._list.focus()

    def on_key(self, event: Key) -> None:
        """The arrows move in the list while one types."""
        if self._filter.has_focus and event.key in ("down", "up", "pagedown", "pageup"):
            getattr(self._list, f"action_{_MOVES[event.key]}")()
            event.stop()

    @on(Rows.Chosen)
    def open_chosen(self, message: Rows.Chosen) -> None:
        """Open the document; say why when it can't be read."""
        row = self._list.current
        if row is None:
            return
        if row.entry.problem:
            refuse(self, row.entry.problem)
        else:
            self.post_message(OpenDocument(row.entry.key))

    def action_open_beside(self) -> None:
        """Open the document beside the one read last; say why when it can't be read."""
        row = self._list.current
        if row and row.entry.problem:
            refuse(self, row.entry.problem)
        elif row:
            self.post_message(OpenDocument(row.entry.key, beside=True))

    def action_filter(self) -> None:
        """Begin to filter, or go on with it."""
        self._filter.display = True
        self._filter.focus()
        self.run_worker(warm, thread=True)

    def action_resume(self) -> None:
        """Go on reading where one stopped."""
        if self._bookmark is None:
            tell(self, _("Nothing has been read yet: {key} opens a document.").format(**keys(self, key="list.choose")))
        else:
            self.post_message(ResumeReading())

    def action_list_notes(self) -> None:
        """List all tags and notes."""
        from tui.screens.notes import NotesScreen

        self.app.push_screen(NotesScreen(self._workspace, None), self._go)

    def action_export(self) -> None:
        """Write all tags and notes to a file."""
        from tui.screens.export import ExportScreen

        self.app.push_screen(ExportScreen(self._workspace, None))

    def action_import(self) -> None:
        """Take annotations in from a file or folder."""
        from tui.screens.intake import ImportScreen

        self.app.push_screen(ImportScreen(self._workspace))

    def action_escape(self) -> None:
        """End the filter; without one, put the welcome away for good."""
        if self._filter.display:
            self._filter.value = ""
            self._filter.display = False
            self._list.focus()
        elif self._workspace.state.is_new:
            try:
                self._workspace.state.set_welcomed()
            except JueyiError as error:
                refuse(self, error)
            self._greet()

    def action_quit(self) -> None:
        """Leave."""
        self.app.exit()

    def action_refresh(self) -> None:
        """Look at the files again."""
        self.load()

    def reload(self, wanted: str | None = None) -> None:
        """Look at the files again, and go to the document of a key."""
        self._wanted = wanted
        self.load()

    @property
    def chosen(self) -> Entry | None:
        """The document at the cursor."""
        row = self._list.current
        return row.entry if row else None

    def _greet(self) -> None:
        lines = self.query_one("#welcome", Static)
        lines.display = self._workspace.state.is_new
        lines.update(welcome(self))

    def _go(self, request: OpenDocument | None) -> None:
        if request:
            self.post_message(request)

    @property
    def _list(self) -> Rows[EntryRow]:
        return self.query_one("#documents", Rows)

    @property
    def _filter(self) -> Input:
        return self.query_one("#filter", Input)

    def _fill(self, otherwise: int = 0) -> None:
        """List what matches, the cursor where it was; at another row where that document is gone."""
        current = self._list.current
        found = [entry for entry in self._entries if matches(entry, self._filter.value)]
        table = LibraryTable(found, self._notes, self._widths)
        keys = [row.entry.key for row in table.rows]
        here = self._wanted if self._wanted in keys else current.entry.key if current else None
        self._list.show(table.rows, keys.index(here) if here in keys else otherwise)
        self._wanted = None if here == self._wanted else self._wanted
        self._fill_words(len(found))
        self.query_one(ColumnHeads).table = table

    def _fit_heads(self) -> None:
        self.query_one(ColumnHeads).scroll_bar = self._list.scrollbar_size_vertical

    def _fill_words(self, found: int) -> None:
        notes = sum(self._notes.values())
        counts: tuple[str, ...] = (
            n_("{count} document", "{count} documents", len(self._entries)).format(count=len(self._entries)),
            n_("{count} annotation", "{count} annotations", notes).format(count=notes),
        )
        if self._unread:
            reading = n_("{count} file is still being read", "{count} files are still being read", self._unread)
            counts += (reading.format(count=self._unread),)
        head = Content.assemble((_("Library"), "bold"), "   ", (" · ".join(counts), "$text-muted"))
        self.query_one(TwoEnds).show(head, Content())
        resume = self.query_one("#resume", Static)
        resume.display = self._bookmark is not None
        if self._bookmark:
            label = _("Continue reading: ")
            resume.update(Content.assemble((label, "$text-muted"), self._bookmark.name))
        if not self._entries and self._unread:
            self._say(_("Reading the library…"))
        elif not self._entries:
            folder = self._workspace.library.folder
            empty = _("The library is empty. {add} adds files, as does: jueyi add FILE…  They are kept in {folder}.")
            self._say(empty.format(folder=folder, **keys(self, add="library.add")))
        elif not found:
            self._say(
                _("No document holds “{text}”. {key} shows all of them again.").format(
                    text=self._filter.value, **keys(self, key="library.escape")
                )
            )
        else:
            self._say("")

    def _say(self, text: str) -> None:
        empty = self.query_one("#empty", Static)
        empty.display = bool(text)
        empty.update(Content(text))
        self._list.display = not text


_MOVES = {"down": "cursor_down", "up": "cursor_up", "pagedown": "page_down", "pageup": "page_up"}
