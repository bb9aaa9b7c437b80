"""All doubts of a document and all corrections made in it, with the lines of the source as they came."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar, Protocol

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from store.corrections.record import Correction, place_of
from store.document import Document, Doubt
from tui.commands import bindings
from tui.correcting import Inquiry
from tui.correction_words import correction_words
from tui.doubts import doubt_words
from tui.language import _, n_
from tui.naming import place_name
from tui.screens.panel import Panel
from tui.source_content import source_rows
from tui.typeset import Widths, visible
from tui.widgets.columns import cell
from tui.widgets.key_hints import KeyHints
from tui.widgets.rows import Heading, Rows
from tui.widgets.source_view import SourceView

_ADDRESS = 22


class Desk(Protocol):
    """What the list needs of the screen under it, which makes the corrections."""

    def correct_place(self, place: str | None) -> None:
        """Offer what can be corrected of a place."""

    def confirm(self, doubts: Sequence[Doubt]) -> None:
        """Keep that doubts were looked at."""

    def take_back(self, correction: Correction) -> None:
        """Take a correction back."""

    def action_undo(self) -> None:
        """Take the last change back."""


@dataclass(frozen=True, slots=True)
class DoubtRow:
    """One line of the list: a doubt, or a correction."""

    place: str | None
    where: str
    words: str
    sign: str
    widths: Widths
    doubt: Doubt | None = None
    correction: Correction | None = None
    """The one that is listed, or by which the doubt was confirmed."""
    selectable: ClassVar[bool] = True

    def line(self, width: int) -> Content:
        """Its row."""
        where = cell(visible(self.where), min(_ADDRESS, width // 3), self.widths)
        room = max(0, width - self.widths.measure(where) - 6)
        settled = self.doubt is not None and self.correction is not None
        words = (self.widths.clip(visible(self.words), room), "$text-muted" if settled else "")
        return Content.assemble((f"{self.sign} ", "$secondary"), (where, "$text-muted"), "  ", words)


class DoubtsScreen(Panel[str]):
    """Returns the place to go to."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("doubts")]

    def __init__(self, desk: Desk, document: Document, widths: Widths, start: str | None) -> None:
        super().__init__()
        self._desk = desk
        self._document = document
        self._widths = widths
        self._start = start
        self._inquiry: Inquiry | None = None
        self._corrections = False
        """Whether the corrections are listed, and not the doubts."""

    def compose(self) -> ComposeResult:
        """Title, list, source, hints."""
        with Vertical(classes="panel"):
            yield Static(id="count", classes="panel-title", markup=False)
            yield Rows[DoubtRow]()
            yield Static(id="words", markup=False)
            with VerticalScroll(id="source", can_focus=False):
                yield SourceView()
            yield KeyHints()

    def on_mount(self) -> None:
        """The arrows move in the list."""
        self.query_one(Rows).focus()
        self._fill(None)

    def know(self, inquiry: Inquiry) -> None:
        """Show what is known of the document now."""
        self._inquiry, self._document = inquiry, inquiry.document
        if self.query(Rows):
            self._fill(self.query_one(Rows).cursor)

    @on(Rows.Chosen)
    def go(self) -> None:
        """Go there."""
        row = self._current
        if row and row.place:
            self.dismiss(row.place)

    @on(Rows.Highlighted)
    def show_source(self) -> None:
        """The lines on which the paragraph stands, as they came."""
        row, pane = self._current, self.query_one("#source", VerticalScroll)
        pane.display = bool(row and row.place and self._inquiry)
        if row and row.place and self._inquiry:
            lines = self._inquiry.source.around(row.place)
            view = pane.query_one(SourceView)
            view.ambiguous_width = self._widths.ambiguous
            view.rows = source_rows(lines, self._document, row.place)
            pane.scroll_home(animate=False)

    def action_correct(self) -> None:
        """Correct the paragraph of the line at the cursor."""
        if self._current:
            self._desk.correct_place(self._current.place)

    def action_confirm(self) -> None:
        """The doubt was looked at; or it is to be looked at again."""
        row = self._current
        if row and row.doubt and row.correction:
            self._desk.take_back(row.correction)
        elif row and row.doubt:
            self._desk.confirm([row.doubt])

    def action_take_back(self) -> None:
        """Take the correction at the cursor back."""
        if self._current and self._current.correction:
            self._desk.take_back(self._current.correction)

    def action_undo(self) -> None:
        """Take the last change back."""
        self._desk.action_undo()

    def action_other_list(self) -> None:
        """List the corrections instead of the doubts, or the doubts again."""
        self._corrections = not self._corrections
        self._fill(0)

    @property
    def _current(self) -> DoubtRow | None:
        return self.query_one(Rows).current

    def _fill(self, cursor: int | None) -> None:
        document = self._document
        rows = list(self._correction_rows(document) if self._corrections else self._doubt_rows(document))
        if cursor is None:
            cursor = next((turn for turn, row in enumerate(rows) if row.place == self._start), 0)
        shown: list[DoubtRow | Heading] = [*rows]
        self.query_one(Rows).show(shown, cursor)
        self.query_one("#count", Static).update(Content.styled(self._count(rows), "bold"))
        said = self.query_one("#words", Static)
        said.display = not rows
        said.update(_("Nothing was corrected here.") if self._corrections else _("Nothing here is doubtful."))

    def _count(self, rows: Sequence[DoubtRow]) -> str:
        made = len(self._inquiry.corrections) if self._inquiry else 0
        corrections = n_("{count} correction", "{count} corrections", made).format(count=made)
        if self._corrections:
            return corrections
        looked_at = sum(row.correction is not None for row in rows)
        count = n_("{count} doubt", "{count} doubts", len(rows) - looked_at).format(count=len(rows) - looked_at)
        if looked_at:
            count = _("{count}, {looked_at} looked at").format(count=count, looked_at=looked_at)
        return f"{count} · {corrections}" if made > looked_at else count

    def _doubt_rows(self, document: Document) -> Iterator[DoubtRow]:
        confirmed = self._inquiry.confirmed if self._inquiry else {}
        turns = {place: turn for turn, place in enumerate((*document.by_id, *document.notes_by_id), 1)}
        for doubt in sorted(document.doubts, key=lambda each: (turns.get(each.block or "", 0), each.at)):
            where = place_name(document, doubt.block) if doubt.block else _("whole document")
            record = confirmed.get(doubt)
            words = doubt_words(doubt.kind, doubt.message)
            yield DoubtRow(doubt.block, where, words, "✓" if record else " ", self._widths, doubt, record)

    def _correction_rows(self, document: Document) -> Iterator[DoubtRow]:
        inquiry = self._inquiry
        if inquiry is None:
            return
        for each in inquiry.corrections:
            span = place_of(each, inquiry.source.text)
            place = inquiry.source.owner_at(span.start) if span and each.quote else None
            place = place if place in document.by_id or place in document.notes_by_id else None
            words = correction_words(each)
            if span is None:
                words = _("not placed: {words}").format(words=words)
            where = place_name(document, place) if place else _("whole document") if span else "–"
            sign = "!" if span is None else " "
            quote = " ".join(each.quote.split())
            yield DoubtRow(place, where, f"{words}  {quote}", sign, self._widths, None, each)
