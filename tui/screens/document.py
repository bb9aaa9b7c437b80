"""A screen that shows one document: head, text, where one is, what the keys do.

Owns the place. Outline and links, marks and finding are what its subclasses add.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.timer import Timer

from store.document import Document
from store.errors import StoreUnavailable
from tui.composition import compose_text
from tui.history import Position
from tui.language import _
from tui.memory import leave_out
from tui.messages import LeaveScreen
from tui.naming import particulars, place_name, symbol_name, title_name
from tui.notices import refuse, tell, warn
from tui.screens.columns import Column, OfPane, Panes
from tui.screens.loading import LoadingScreen
from tui.screens.text import Text
from tui.typeset import visible
from tui.widgets.key_hints import KeyHints
from tui.widgets.marks import Mark
from tui.widgets.page_view import Anchor
from tui.widgets.reading_pane import ReadingPane
from tui.widgets.status_line import StatusLine
from tui.widgets.two_ends import TwoEnds
from tui.workspace import Workspace

OUTLINE_FROM = [(0, "-narrow"), (100, "-wide"), (160, "-roomy")]
"""Cells from which on the outline stands beside the text, and from which on it is wider."""
_UPPER = 4
"""A paragraph one jumps to stands below this part of the window."""
_LAYOUTS = 5
"""How many layouts a new pane is waited for; in the smallest windows it never gets a size."""
_SETTLED = 1.0
"""Seconds that one stands still before the place is remembered."""


class DocumentScreen(LoadingScreen):
    """Shows a document at a place, and other ones one after the other, in each of its panes."""

    view: Literal["library", "reader", "card"] = "reader"

    marks: OfPane[Mapping[str, Mark]] = OfPane({})
    """The tags and notes of the document by place, as they are on the screen."""
    _shown: OfPane[tuple[str, Document] | None] = OfPane(None)
    _unkept: OfPane[tuple[str, str] | None] = OfPane(None)
    """Document and place that are not remembered yet."""

    def __init__(self, workspace: Workspace, position: Position) -> None:
        super().__init__(workspace)
        self.HORIZONTAL_BREAKPOINTS = OUTLINE_FROM
        self.active = Column(Text(), workspace.history)
        self.columns.append(self.active)
        self.wanted = position
        self._settling: Timer | None = None

    @property
    def document(self) -> tuple[str, Document] | None:
        """What is shown, with its key."""
        return self._shown

    @property
    def position(self) -> Position | None:
        """Where the reader stands, and how that is scrolled."""
        if self._shown is None:
            return None
        return Position("document", self._shown[0], self.pane.cursor, self.pane.anchor_line())

    def compose(self) -> ComposeResult:
        """Head, outline and text, where one is, hints."""
        yield TwoEnds(classes="head")
        with Horizontal(id="body"):
            yield Vertical(id="side")
            yield Panes(*self.columns)
        yield StatusLine()
        yield KeyHints()

    def on_mount(self) -> None:
        """Show the document."""
        self.prepare(self.active)
        self.query_one(StatusLine).ambiguous_width = self.workspace.config.ambiguous_width
        self.pane.focus()
        self.open(self.wanted)

    def prepare(self, column: Column) -> None:
        """Make a pane as the settings want it."""
        compose_text(column.pane, self.workspace)

    def on_unmount(self) -> None:
        """Remember the places."""
        self._remember()

    def open(self, position: Position) -> None:
        """Show a document at a place; one that was read already is not read again."""
        self._remember()
        self.wanted = position
        read = self.workspace.read_already(position.key)
        if self._shown and self._shown[0] == position.key:
            self.stand(position)
        elif read:
            self.show(position, read)
        else:
            self.show_head(position.key, "", _("reading…"))
            self.load(position)

    def show(self, wanted: Position, document: Document) -> None:
        """Show a document that was read."""
        self._shown = wanted.key, document
        self._read_marks()
        place = wanted.place or self.workspace.state.last_place(wanted.key)
        self.show_head_of(document)
        self.pane.show(document, self.marks, place)
        leave_out(len(document.blocks))
        self.call_after_refresh(self._complete, self.column, wanted)

    async def furnish(self) -> None:
        """Put on the screen what the first text does not need; called each time a document was shown."""

    def shown(self, wanted: Position) -> None:
        """The text is on the screen, and so is what else belongs there."""
        self.stand(wanted)

    def stand(self, wanted: Position) -> None:
        """Put the cursor where it is wanted, the text scrolled as it was."""
        if self._shown is None or self.pane.page is None:
            return
        document = self._shown[1]
        if wanted.folded is not None:
            self.pane.fold(wanted.folded, wanted.place)
        if wanted.place in document.by_id:
            self.jump(wanted.place or "")
        elif wanted.place:
            self.stand_at_note(document, wanted.place)
        if wanted.view and wanted.view[0] in document.by_id:
            self.pane.hold(Anchor(*wanted.view))
        self.show_status()

    def stand_at_note(self, document: Document, note: str) -> None:
        """Go to where a footnote is called and show it; a note that nothing calls is told."""
        if note not in document.notes_by_id:
            return
        for block in document.blocks:
            if any(marker.footnote == note for marker in block.markers):
                self.jump(block.id)
                links = self.pane.links(block.id)
                self.pane.selected_link = next(n for n, link in enumerate(links) if link.target == note)
                self.pane.activate()
                return
        tell(self, _("{where}: {text}").format(where=place_name(document, note), text=document.text_of(note)))

    def jump(self, place: str) -> None:
        """Put the cursor on a block; when it was out of view, with what follows it in view as well."""
        pane = self.pane
        pane.uncover(place)
        page = pane.page
        if page is None or place not in page.index_of:
            return
        before = pane.scroll_offset.y
        pane.go_to(place)
        if pane.scroll_offset.y != before:
            pane.go_to_row(page.content(page.index_of[place])[0] - pane.size.height // _UPPER)

    def see_changes(self) -> None:
        """Show the tags and notes as they are on disk now, in all panes."""
        for column in self.columns:
            with self.at(column):
                if self._shown:
                    self._read_marks()
                    self.pane.set_marks(self.marks)

    def on_screen_resume(self) -> None:
        """Notes may have changed while another screen was on top."""
        self.see_changes()

    @on(ReadingPane.CursorMoved)
    def follow_cursor(self, message: ReadingPane.CursorMoved) -> None:
        """Say where one is, and remember it when one stays."""
        column = self.column_of(message.pane)
        if column is None:
            return
        with self.at(column):
            if self._shown and message.block_id in self._shown[1].by_id:
                self._unkept = self._shown[0], message.block_id
                self.show_status()
                if self._settling:
                    self._settling.stop()
                self._settling = self.set_timer(_SETTLED, self._remember)

    @on(ReadingPane.JumpMade)
    def keep_where_one_stood(self, message: ReadingPane.JumpMade) -> None:
        """One can go back to where one leapt from."""
        column = self.column_of(message.pane)
        if column is None:
            return
        with self.at(column):
            if self._shown:
                column.history.leave(Position("document", self._shown[0], message.block_id, message.anchor))

    @on(ReadingPane.Scrolled)
    def follow_scrolling(self, message: ReadingPane.Scrolled) -> None:
        """Say how far one has read."""
        column = self.column_of(message.pane)
        if column:
            self.status_of(column).percent = message.percent

    def show_status(self) -> None:
        """The address of the paragraph as one would cite it, and what is to be known of it."""
        if self._shown is None or self.pane.cursor is None:
            return
        status = self.status_of(self.column)
        status.address = " · ".join(self.status_parts(self._shown[1], self.pane.cursor))
        status.percent = self.pane.percent

    def status_of(self, column: Column) -> StatusLine:
        """The line that says where one is in a pane."""
        return self.query_one(StatusLine)

    def status_parts(self, document: Document, place: str) -> list[str]:
        """What the status line says of a paragraph."""
        from tui.doubts import doubt_words

        cited = len(document.citations_by_place.get(place, ()))
        doubts = [doubt_words(doubt.kind, doubt.message) for doubt in document.doubts if doubt.block == place]
        return [
            place_name(document, place),
            *([_("cites {count}").format(count=cited)] if cited else []),
            *(_("doubtful: {doubt}").format(doubt=doubt) for doubt in doubts),
        ]

    def action_close(self) -> None:
        """Back to the library."""
        self._remember()
        self.post_message(LeaveScreen())

    @property
    def stands(self) -> bool:
        """Whether the text is there still: a key may close the screen while its parts are being added."""
        return self in self.app.screen_stack and any(text.is_attached for text in self.query(Text))

    async def _complete(self, column: Column, wanted: Position) -> None:
        if self.stands:
            await self.furnish()
        self._stand_in(column, wanted, _LAYOUTS)

    def _stand_in(self, column: Column, wanted: Position, patience: int) -> None:
        """Stand where it is wanted as soon as the pane, which may be new, has a size."""
        if not self.stands or column not in self.columns:
            return
        with self.at(column):
            if self.pane.page is None and patience:
                self.call_after_refresh(self._stand_in, column, wanted, patience - 1)
            else:
                self.shown(wanted)

    def stay(self) -> None:
        """Go on with what is shown, or back to the library."""
        if self._shown:
            self.wanted = Position("document", self._shown[0])
            self.show_head_of(self._shown[1])
        else:
            self.post_message(LeaveScreen())

    def _read_marks(self) -> None:
        """A file of notes that can't be read keeps no document shut."""
        if self._shown is None:
            return
        try:
            self.marks = self.workspace.marks(*self._shown, self.pane.word_cutter)
            self.pane.set_tag_colours(self.workspace.tag_colours())
        except StoreUnavailable as error:
            self.marks = {}
            refuse(self.app, error)

    def show_head(self, symbol: str | None, title: str, particulars: str) -> None:
        """Say above the text what is read; None for a document without a symbol."""
        name = Content.styled(visible(symbol_name(symbol)), "bold" if symbol else "$text-muted")
        left = Content.assemble(name, "   ", visible(title)) if title else name
        self.query_one(TwoEnds).show(left, Content.styled(visible(particulars), "$text-muted"))

    def show_head_of(self, document: Document) -> None:
        """Say above the text what is known of the document."""
        front = document.front
        self.show_head(front.symbol, title_name(front.title), particulars(front))

    def _remember(self) -> None:
        """Keep the places for the next time, where the user is in as the last; where that fails, reading goes on."""
        if self._settling:
            self._settling.stop()
            self._settling = None
        for column in sorted(self.columns, key=lambda each: each is self.active):
            with self.at(column):
                self._remember_place()

    def _remember_place(self) -> None:
        if self._unkept is None:
            return
        key, place = self._unkept
        self._unkept = None
        try:
            self.workspace.state.remember_place(key, place)
        except StoreUnavailable as error:
            warn(self.app, str(error))
