"""What is known of the document that is read: its masthead, who cites it, and where its reading is doubtful."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static
from textual.worker import get_current_worker

from store.document import Document
from store.errors import JueyiError
from store.library.entry import Entry
from tui.backlinks import BacklinkRow, backlinks
from tui.commands import bindings
from tui.doubts import doubt_words
from tui.kinds import kind_name
from tui.language import _, n_
from tui.messages import AnnotateDocument, OpenCard, OpenDocument
from tui.naming import place_name, symbol_name, title_name
from tui.noted import noted_words
from tui.notices import refuse
from tui.screens.panel import Panel
from tui.typeset import Widths, visible, widths_for
from tui.widgets.columns import cell
from tui.widgets.fields import Fields
from tui.widgets.key_hints import KeyHints
from tui.widgets.rows import Heading, Rows
from tui.workspace import Workspace

_MUTED = "$text-muted"
_ADDRESS = 20

Request = OpenCard | OpenDocument | AnnotateDocument


@dataclass(frozen=True, slots=True)
class RequestRow:
    """Something one can go to from here."""

    label: str
    text: str
    request: Request
    widths: Widths
    selectable: ClassVar[bool] = True

    def line(self, width: int) -> Content:
        """Its row."""
        label = cell(visible(self.label), min(_ADDRESS, width // 3), self.widths)
        room = width - self.widths.measure(label) - 2
        return Content.assemble((label, _MUTED), "  ", self.widths.clip(visible(self.text), room))


class DetailsScreen(Panel[Request]):
    """Returns the request to go to a doubtful place, or to the card of the document."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("details")]

    class NotesFound(Message):
        """It is known which notes lead here."""

        def __init__(self, rows: list[BacklinkRow]) -> None:
            super().__init__()
            self.rows = rows

    def __init__(self, workspace: Workspace, key: str, document: Document) -> None:
        super().__init__()
        self._workspace = workspace
        self._key = key
        self._document = document
        self._entry = workspace.library.entry(key)
        self._widths = widths_for(workspace.config.ambiguous_width)

    def compose(self) -> ComposeResult:
        """Masthead, then what one can go to."""
        with Vertical(classes="panel"):
            yield Static(Content.styled(_("Details"), "bold"), classes="panel-title", markup=False)
            said = [
                (label, value) for label, value in (*masthead(self._document, self._entry), *self._noted()) if value
            ]
            with VerticalScroll(can_focus=False):
                yield Fields(said, self._widths)
            yield Rows[RequestRow | BacklinkRow]()
            yield KeyHints()

    def on_mount(self) -> None:
        """The arrows move in the list."""
        rows = self.query_one(Rows)
        rows.show(list(self._rows()))
        rows.focus()
        self.find_notes()

    @work(thread=True, exclusive=True, group="backlinks")
    def find_notes(self) -> None:
        """Look for notes that lead to this document."""
        try:
            rows = backlinks(self._workspace.shelf, self._key, self._widths)
        except JueyiError as error:
            self.app.call_from_thread(refuse, self, error)
            return
        if rows and not get_current_worker().is_cancelled:
            self.post_message(self.NotesFound(rows))

    @on(NotesFound)
    def show_notes(self, message: NotesFound) -> None:
        """List them below the rest."""
        rows = self.query_one(Rows)
        heading = Heading(Content.styled(_("Noted from"), "$text-muted italic"))
        rows.show([*self._rows(), heading, *message.rows], rows.cursor)

    def action_annotate(self) -> None:
        """Annotate the document as a whole."""
        self.dismiss(AnnotateDocument())

    @on(Rows.Chosen)
    def go(self) -> None:
        """Go there."""
        row = self.query_one(Rows).current
        if row is not None:
            self.dismiss(row.request)

    def _noted(self) -> list[tuple[str, str]]:
        """What is noted on the document as a whole."""
        try:
            present = [each for each in self._workspace.shelf.of(self._key) if each.scope == "document"]
        except JueyiError:
            return []  # the reader tells that the annotations can't be read
        return [(_("noted"), noted_words(each, self._workspace.kinds)) for each in present]

    def _rows(self) -> Iterator[RequestRow | Heading]:
        card = OpenCard(self._document.front.symbol or self._key)
        yield RequestRow(_("card"), _("its family, and who cites it"), card, self._widths)
        doubts = self._document.doubts
        if doubts:
            count = n_("{count} doubt", "{count} doubts", len(doubts)).format(count=len(doubts))
            yield Heading(Content.styled(count, "$text-muted italic"))
        for doubt in doubts:
            where = place_name(self._document, doubt.block) if doubt.block else _("whole document")
            yield RequestRow(
                where, doubt_words(doubt.kind, doubt.message), OpenDocument(self._key, doubt.block), self._widths
            )


def masthead(document: Document, entry: Entry | None) -> tuple[tuple[str, str | None], ...]:
    """What the document says of itself, each with what it is called; None for what it does not say."""
    front = document.front
    agenda = "  ".join(filter(None, (front.agenda_item, front.agenda_title)))
    return (
        (_("symbol"), symbol_name(front.symbol)),
        (_("title"), title_name(front.title)),
        (_("kind"), kind_name(front.kind, front.revised)),
        (_("body"), front.body),
        (_("session"), front.session),
        (_("committee"), front.committee),
        (_("agenda item"), agenda or None),
        (_("sponsors"), "、".join(front.sponsors) or None),
        (_("date"), front.date),
        (_("file"), _file(entry) if entry else None),
    )


def _file(entry: Entry) -> str:
    return _("{file}, came with jueyi").format(file=entry.path.name) if entry.bundled else str(entry.path)
