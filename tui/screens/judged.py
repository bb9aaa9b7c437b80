"""What the library says to each citation of a document, the gravest first: the check of a draft."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from textual import on, work
from textual.content import Content
from textual.widgets import Static
from textual.worker import get_current_worker

from store.document import Document
from store.errors import JueyiError
from store.library.folding import fold
from store.library.library import Library
from store.library.verdicts import GRAVEST_FIRST, Judged, judge
from tui.addresses import spoken_address
from tui.language import _, language
from tui.screens.picker import Picker, nothing_found
from tui.typeset import Widths, visible
from tui.verdicts import cited_words, count_words, reason_words, verdict_words
from tui.widgets.columns import cell
from tui.widgets.rows import Heading, Rows

_ADDRESS = {"zh": (20, 4), "en": (24, 3)}
"""Cells of the longest address in each language, and of how many parts of a row it takes one at most."""
_CITED = 34
_SIGNS = {"contradicts": ("!", "$error bold"), "open": ("?", "$secondary"), "absent": ("–", "$text-muted")}
_AGREES = ("✓", "$text-muted")


@dataclass(frozen=True, slots=True)
class JudgedRow:
    """One citation: where it stands, what it cites, and what was found."""

    judged: Judged
    widths: Widths
    selectable: ClassVar[bool] = True

    def line(self, width: int) -> Content:
        """Its row."""
        sign, style = _SIGNS.get(self.judged.verdict, _AGREES)
        most, share = _ADDRESS[language()]
        where = cell(visible(spoken_address(self.judged.address)), min(most, width // share), self.widths)
        cited = cell(visible(self._cited(min(_CITED, width // 3))), min(_CITED, width // 3), self.widths)
        room = max(0, width - self.widths.measure(where) - self.widths.measure(cited) - 7)
        said = self.widths.clip(visible(reason_words(self.judged)), room)
        return Content.assemble((f"{sign} ", style), (where, "$text-muted"), "  ", cited, "  ", (said, "$text-muted"))

    def _cited(self, room: int) -> str:
        """What it cites, by its name; by its symbol where the name would lose its number."""
        words = cited_words(self.judged)
        return words if self.widths.measure(words) <= room else self.judged.citation.symbol or words

    def holds(self, wanted: str) -> bool:
        """Whether it shows a folded text somewhere."""
        judged = self.judged
        symbol = judged.citation.symbol or judged.citation.surface
        said = (spoken_address(judged.address), symbol, cited_words(judged), verdict_words(judged.verdict))
        return wanted in fold("\n".join((*said, reason_words(judged))))


class JudgedScreen(Picker[JudgedRow, str]):
    """Returns the id of the block or footnote whose citation was chosen."""

    DEFAULT_CLASSES = "tall"

    def __init__(self, library: Library, key: str, document: Document, widths: Widths) -> None:
        super().__init__(Content.styled(_("Check of citations"), "bold"), _("part of a verdict, symbol or address"))
        self._library = library
        self._key = key
        self._document = document
        self._widths = widths
        self._judged: tuple[Judged, ...] | None = None

    def typed(self, text: str) -> None:
        """Show those that hold what is typed; the first time, let them be judged."""
        if self._judged is None:
            self.show_rows([], _("Comparing with the library …"))
            self.compare()
        else:
            self._fill(self._judged)

    def chosen(self, row: JudgedRow | None, text: str) -> None:
        """Return its place."""
        if row:
            self.dismiss(row.judged.citation.block)

    @work(thread=True, exclusive=True, group="judging")
    def compare(self) -> None:
        """Ask the library."""
        try:
            judged = judge(self._library, self._document, self._key)
        except JueyiError as error:
            self.app.call_from_thread(self.show_rows, [], str(error))
            return
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._take, judged)

    def _take(self, judged: tuple[Judged, ...]) -> None:
        self._judged = judged
        title = Content.assemble((_("Check of citations"), "bold"), "   ", (count_words(judged), "$text-muted"))
        self.query_one(".panel-title", Static).update(title)
        self._fill(judged)

    def _fill(self, judged: tuple[Judged, ...]) -> None:
        wanted = fold(self.text)
        rows = [row for row in (JudgedRow(each, self._widths) for each in judged) if row.holds(wanted)]
        none = nothing_found(self.text) if judged else _("It cites no resolution, decision or document.")
        self.show_rows(list(_grouped(rows)), "" if rows else none, 1 if rows else 0)

    @on(Rows.Highlighted)
    def say_all(self) -> None:
        """Under the list the row at the cursor stands whole."""
        row = self.list.current
        if row:
            self.say_words(_words(row.judged))


def _words(judged: Judged) -> str:
    if judged.verdict == "absent":
        return _("Not in the library does not mean that it does not exist: jueyi knows only what was added.")
    return reason_words(judged) or cited_words(judged)


def _grouped(rows: list[JudgedRow]) -> Iterator[JudgedRow | Heading]:
    """The rows of each verdict under its name."""
    for verdict in GRAVEST_FIRST:
        those = [row for row in rows if row.judged.verdict == verdict]
        if those:
            yield Heading(Content.styled(f"{verdict_words(verdict)} {len(those)}", "bold"))
            yield from those
