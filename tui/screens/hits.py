"""All hits in the open document as a list, each with the words around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple, overload

from textual import on, work
from textual.content import Content
from textual.message import Message
from textual.widgets import Static
from textual.worker import get_current_worker

from store.document import Document
from tui.excerpt import excerpt
from tui.finding import Finding, Hit
from tui.language import _, n_
from tui.naming import place_name
from tui.screens.picker import Picker
from tui.typeset import Widths, visible, widths_for
from tui.widgets.columns import cell
from tui.widgets.rows import Rows

_ADDRESS = 20


class ChosenHit(NamedTuple):
    """A hit to go to: the how manieth of what was found, counted from 0."""

    finding: Finding
    turn: int


@dataclass(frozen=True, slots=True)
class HitRow:
    """One hit: the address of its paragraph or footnote, and its words in their context."""

    document: Document
    hit: Hit
    widths: Widths
    selectable: ClassVar[bool] = True

    def line(self, width: int) -> Content:
        """Its row."""
        place = self.hit.note or self.hit.place
        cells = min(_ADDRESS, width // 3)
        where = cell(visible(place_name(self.document, place)), cells, self.widths)
        text = excerpt(self.document.text_of(place), [self.hit.span], width - cells - 2, self.widths, "$accent bold")
        return Content.assemble((where, "$text-muted"), "  ", text)


class HitRows(Sequence[HitRow]):
    """The rows of very many hits, each made when it is looked at."""

    def __init__(self, finding: Finding, widths: Widths) -> None:
        self._finding = finding
        self._widths = widths

    def __len__(self) -> int:
        return len(self._finding.hits)

    @overload
    def __getitem__(self, index: int) -> HitRow: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[HitRow]: ...
    def __getitem__(self, index: int | slice) -> HitRow | Sequence[HitRow]:
        if isinstance(index, slice):
            return [self[each] for each in range(*index.indices(len(self)))]
        return HitRow(self._finding.document, self._finding.hits[index], self._widths)


class HitsScreen(Picker[HitRow, ChosenHit]):
    """Returns the hit that was chosen. What is found can be changed in its prompt."""

    DEFAULT_CLASSES = "tall"

    class Found(Message):
        """A text was looked for."""

        def __init__(self, finding: Finding) -> None:
            super().__init__()
            self.finding = finding

    def __init__(
        self, document: Document, text: str, ambiguous_width: int, place: str | None = None, apart: bool = False
    ) -> None:
        """The cursor is put on the first hit from a place on; `apart` is as in `Finding`, until one types."""
        super().__init__(
            Content(_("Hits in this document")),
            _("find in this document"),
            value=text,
        )
        self._document = document
        self._place = place
        self._apart = text if apart else None
        self._widths = widths_for(ambiguous_width)
        self._finding: Finding | None = None

    def typed(self, text: str) -> None:
        """Look for it."""
        if text:
            self.seek(Finding(self._document, text, apart=text == self._apart))
        else:
            self._finding = None
            self._show_title(_("Hits in this document"))
            self.show_rows([], _("Every place that holds what you type, footnotes too, or pinyin initials."))

    @work(thread=True, exclusive=True, group="hits")
    def seek(self, finding: Finding) -> None:
        """Look for a text."""
        if len(finding.hits) >= 0 and not get_current_worker().is_cancelled:
            self.post_message(self.Found(finding))

    @on(Found)
    def show_found(self, message: Found) -> None:
        """Show the hits, unless the user typed on."""
        finding = message.finding
        if finding.text != self.text:
            return
        self._finding = finding
        count = len(finding.hits)
        words = n_("{count} hit in this document", "{count} hits in this document", count)
        self._show_title(words.format(count=count))
        missing = _("“{text}” not found").format(text=finding.text)
        told = _("The letters stand nowhere; these are initials of pinyin.") if finding.by_initials else ""
        self.show_rows(HitRows(finding, self._widths), told if count else missing, finding.first_from(self._place))

    def chosen(self, row: HitRow | None, text: str) -> None:
        """Go there."""
        cursor = self.query_one(Rows).cursor
        if row and cursor is not None and self._finding is not None:
            self.dismiss(ChosenHit(self._finding, cursor))

    def _show_title(self, title: str) -> None:
        self.query_one(".panel-title", Static).update(Content(title))
