"""All annotations of a document, or of the library: grouped, filtered as one types, gone to, changed in bulk."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from store.annotations.records import Annotation
from store.document import Document
from store.listing.filtering import Sieve, Unready
from store.listing.groups import GROUPINGS, Group, Grouping, fitting, groups_of
from store.listing.wanted import Wanted, parse
from tui.commands import bindings
from tui.language import _
from tui.messages import OpenDocument
from tui.note_list_words import FILTER_WORDS, list_title
from tui.note_preview import preview
from tui.note_rows import ConflictRow, NoteRow, NoteRows, NoteView
from tui.notices import refuse
from tui.screens.bulk import MarkPrompt
from tui.screens.gathering import GatheringScreen
from tui.screens.picker import nothing_found
from tui.shown_keys import keys
from tui.typeset import visible, widths_for
from tui.widgets.key_hints import KeyHints
from tui.widgets.rows import Rows
from tui.workspace import Workspace

if TYPE_CHECKING:
    from store.annotations.steps import Entry

__all__ = ["NoteRow", "NotesScreen"]


class NotesScreen(GatheringScreen):
    """Returns the request to go to the paragraph chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("notes")]
    FILTER_WORDS: ClassVar[Sequence[tuple[str, str]]] = FILTER_WORDS

    def __init__(self, workspace: Workspace, reading: tuple[str, Document] | None, text: str = "") -> None:
        super().__init__(Content(""), _("filter: words, #tag, kind:, by:, in:, cites:, since:, is:"), value=text)
        self._workspace = workspace
        self._reading = reading
        self._all = reading is None
        self._by: Grouping = "document"
        self._grouped: tuple[Sieve, Grouping, Sequence[Group]] | None = None

    @cached_property
    def view(self) -> NoteView:
        """What all rows share."""
        workspace = self._workspace
        return NoteView(workspace, widths_for(workspace.config.ambiguous_width), self.want_places)

    def compose(self) -> ComposeResult:
        """Title, prompt, list, what is at the cursor, hints."""
        with Vertical(classes="panel"):
            yield Static(id="title", classes="panel-title", markup=False)
            yield MarkPrompt(self._value, placeholder=self._placeholder, compact=True, select_on_focus=False)
            yield Rows[NoteRow | ConflictRow]()
            yield Static(id="words", markup=False)
            with VerticalScroll(id="preview", can_focus=False):
                yield Static(id="previewed", markup=False)
            yield KeyHints()

    def on_mount(self) -> None:
        """Read them."""
        self._show_title()
        self.gather(self._all)

    def typed(self, text: str) -> None:
        """Show those that are wanted."""
        self.fill()
        self.refresh_bindings()

    def chosen(self, row: NoteRow | ConflictRow | None, text: str) -> None:
        """Go there; a document that is gone has no place to go to."""
        if row is None:
            return
        annotation = row.annotation
        if annotation.scope == "card":
            self.open_card(annotation.document)
            return
        if self._workspace.library.entry(annotation.document) is None:
            refuse(self, _("{document} is no longer in the library.").format(document=annotation.document))
            return
        self.dismiss(OpenDocument(annotation.document, self.view.place(annotation) or None))

    @on(Rows.Highlighted)
    def show_row(self) -> None:
        """Show what is at the cursor; other keys may work on it."""
        self.show_preview()
        self.refresh_bindings()

    def on_resize(self) -> None:
        """Set what is at the cursor anew."""
        self.show_preview()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Where no document is read there is but the library."""
        if action == "scope":
            return self._reading is not None
        return super().check_action(action, parameters)

    def action_scope(self) -> None:
        """Change between the document and the library."""
        if self._reading:
            self._all = not self._all
            self.gather(self._all)

    def action_group(self) -> None:
        """Group by the next thing."""
        self._by = GROUPINGS[(GROUPINGS.index(self._by) + 1) % len(GROUPINGS)]
        self.fill(stay=True)

    @property
    def rows(self) -> NoteRows | None:
        """What is listed now."""
        return self.list.rows if isinstance(self.list.rows, NoteRows) else None

    def where(self, entry: Entry) -> str:
        """The place of a change as one would cite it, with its document."""
        return f"{entry.document} {entry.place}".strip()

    def fill(self, stay: bool = False) -> None:
        """Show what is wanted, the cursor where it was or at the top."""
        sieve = self._sieve
        if sieve is None:
            return
        current = self.list.current if stay else None
        wanted = parse(self.text)
        try:
            rows = self._found(sieve, wanted)
        except Unready as error:
            self._finding_out = error.what
            self.find_out(sieve, error.what)
            self._say_share(error.what, 0, len(sieve.listing.sources))
            return
        self._show(rows, wanted, rows.index_of(current) if current else 0)

    def _found(self, sieve: Sieve, wanted: Wanted) -> NoteRows:
        listing = sieve.listing
        if self._by == "cited" and sieve.citing is None:
            raise Unready("cites")
        found = None if wanted.is_empty else sieve.find(wanted)
        groups = fitting(self._groups(sieve), found)
        total = len(listing.annotations) if found is None else found.count(1)
        with_headings = self._all or self._by != "document"
        contested = listing.contested if wanted.is_empty or "conflict" in wanted.states else ()
        return NoteRows(listing, self._by, groups, contested, self.view, total=total, with_headings=with_headings)

    def _groups(self, sieve: Sieve) -> Sequence[Group]:
        """All annotations in the groups of now, made once for a list."""
        if self._grouped is None or self._grouped[:2] != (sieve, self._by):
            self._grouped = (sieve, self._by, groups_of(sieve.listing, self._by, sieve.citing))
        return self._grouped[2]

    def _show(self, rows: NoteRows, wanted: Wanted, cursor: int) -> None:
        complete = self._sieve is not None and self._sieve.listing.is_complete
        words = ""
        if wanted.unknown:
            words = _("Not understood: {words}. Dates are written 2026, 2026-11 or 2026-11-03.").format(
                words=" ".join(wanted.unknown)
            )
        elif not rows and complete:
            nothing = _("Nothing yet: {tag} tags, {note} notes.")
            named = keys(self, tag="reader.tag", note="reader.note")
            words = nothing_found(self.text) if self.text else nothing.format(**named)
        self.show_rows(rows, visible(words), cursor)
        self._show_title()

    def _show_title(self) -> None:
        """Of what, how many, how they are grouped, how many are marked."""
        key = "" if self._all or not self._reading else self._reading[0]
        listing = self._sieve.listing if self._sieve else None
        total = self.rows.total if self.rows is not None else None
        self.query_one("#title", Static).update(list_title(key, total, listing, self._by, len(self.view.marked)))

    def show_marked(self) -> None:
        """Show which rows are marked."""
        self.list.redraw()
        self._show_title()

    def show_preview(self) -> None:
        panes, row = self.query("#preview"), self.row
        if not panes:
            return
        pane = panes.first(VerticalScroll)
        pane.display = row is not None
        if row is not None:
            width = max(10, self.list.size.width - 3)
            self.query_one("#previewed", Static).update(preview(row, self.view, width))
            pane.scroll_home(animate=False)

    def open_card(self, symbol: str) -> None:
        """Go to the card of a document that the library does not hold."""
        from tui.messages import OpenTarget

        self.dismiss(None)
        self.app.screen.post_message(OpenTarget(symbol))

    @property
    def listed(self) -> Sequence[Annotation]:
        """All annotations that are listed, each once."""
        return self.rows.annotations() if self.rows is not None else ()
