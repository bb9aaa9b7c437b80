"""All tags and notes of a document, or of the library, as a list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.worker import get_current_worker

from store.annotations.records import Annotation
from store.document import Document
from store.errors import JueyiError
from store.export.sections import Entry, Section, entries
from store.library.folding import fold
from tui.addresses import spoken_address
from tui.commands import bindings
from tui.language import _
from tui.lost_words import lost_words
from tui.messages import OpenDocument
from tui.notices import refuse
from tui.screens.picker import Picker, nothing_found
from tui.shown_keys import keys
from tui.typeset import Widths, visible, widths_for
from tui.widgets.columns import cell
from tui.widgets.rows import Heading
from tui.workspace import Workspace

_ADDRESS = 22


@dataclass(frozen=True, slots=True)
class NoteRow:
    """One annotation: where, its tags, its note or else its quotation."""

    key: str
    entry: Entry
    widths: Widths
    selectable: ClassVar[bool] = True

    @property
    def annotation(self) -> Annotation:
        """The annotation."""
        return self.entry.annotation

    def line(self, width: int) -> Content:
        """Its row."""
        address = cell(visible(spoken_address(self.entry.address)), min(_ADDRESS, width // 3), self.widths)
        lost = f"{lost_words(self.entry.lost)}  " if self.entry.lost else ""
        tags = "".join(f"# {visible(tag)}  " for tag in self.annotation.tags)
        note = visible(" ".join(self.annotation.note.split()))
        quote = "" if note else visible(self.entry.quote)
        return Content.assemble(
            (address, "$text-muted"), "  ", (lost, "$text-warning"), (tags, "$secondary"), note, (quote, "$text-muted")
        )

    def holds(self, text: str) -> bool:
        """Whether its tags, note or quotation hold a text."""
        addresses = self.entry.address, spoken_address(self.entry.address)
        said = (*self.annotation.tags, self.annotation.note, self.entry.quote, *addresses)
        return fold(text) in fold("\n".join(said))


class NotesScreen(Picker[NoteRow, OpenDocument]):
    """Returns the request to go to the paragraph chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("notes")]

    class Gathered(Message):
        """The annotations were read."""

        def __init__(self, rows: list[NoteRow], problems: tuple[str, ...]) -> None:
            super().__init__()
            self.rows = rows
            self.problems = problems

    def __init__(self, workspace: Workspace, reading: tuple[str, Document] | None, text: str = "") -> None:
        super().__init__(Content(_("Tags and notes")), _("filter: a tag, words of a note"), value=text)
        self._workspace = workspace
        self._reading = reading
        self._all = reading is None
        self._rows: list[NoteRow] | None = None
        self._widths = widths_for(workspace.config.ambiguous_width)

    def on_mount(self) -> None:
        """Read them."""
        self.gather(self._all)

    @work(thread=True, exclusive=True, group="notes")
    def gather(self, everything: bool) -> None:
        """Read the annotations of the document, or all."""
        try:
            sections = list(self._sections(everything))
            problems = self._workspace.shelf.problems()
        except JueyiError as error:
            self.app.call_from_thread(refuse, self, error)
            return
        rows = [NoteRow(s.key, entry, self._widths) for s in sections for entry in entries(s)]
        if not get_current_worker().is_cancelled:
            self.post_message(self.Gathered(rows, problems))

    @on(Gathered)
    def show_gathered(self, message: Gathered) -> None:
        """Show them."""
        self._rows = message.rows
        for problem in message.problems:
            refuse(self, problem)
        self.typed(self.text)

    def typed(self, text: str) -> None:
        """Show those that hold what is typed."""
        if self._rows is None:
            return
        found = [row for row in self._rows if row.holds(text)]
        rows: list[NoteRow | Heading] = []
        for key, those in groupby(found, lambda row: row.key):
            if self._all:
                rows.append(Heading(Content.styled(visible(key), "bold")))
            rows += those
        empty = (
            nothing_found(text)
            if text
            else _("Nothing yet: {tag} tags, {note} notes.").format(**keys(self, tag="reader.tag", note="reader.note"))
        )
        self.show_rows(rows, "" if rows else empty)

    def chosen(self, row: NoteRow | None, text: str) -> None:
        """Go there; a document that is gone has no place to go to."""
        if row is None:
            return
        if row.entry.lost and self._workspace.library.entry(row.key) is None:
            refuse(self, _("{document} is no longer in the library.").format(document=row.key))
            return
        self.dismiss(OpenDocument(row.key, row.annotation.place))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Where no document is read there is but the library."""
        return action != "scope" or self._reading is not None

    def action_scope(self) -> None:
        """Change between the document and the library."""
        if self._reading:
            self._all = not self._all
            self.gather(self._all)

    def _sections(self, everything: bool) -> Iterator[Section]:
        shelf, library = self._workspace.shelf, self._workspace.library
        if self._reading and not everything:
            yield Section(*self._reading, shelf.of(self._reading[0]))
            return
        for key in shelf.documents():
            entry = library.entry(key)
            document = library.document(key) if entry and not entry.problem else None
            yield Section(key, document, shelf.of(key))
