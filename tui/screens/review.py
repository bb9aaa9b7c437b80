"""What the reviews of annotations have in common: a list of them, and beside it the words of the one at the cursor."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from store.annotations.finding_again import Found, Proposal
from store.document import Document
from tui.commands import bindings
from tui.review import FoundRow, KindLabel, details
from tui.screens.panel import Panel
from tui.typeset import Widths
from tui.widgets.key_hints import KeyHints
from tui.widgets.redline_view import RedlineView
from tui.widgets.rows import Heading, Rows

_WIDE = 100
"""Cells from which on the words stand beside the list and not below it."""


_OF_ROW = {"next_candidate", "look", "attach_here", "remove"}


class ReviewRows(Rows[FoundRow], inherit_bindings=False):
    """The list; Enter accepts what is proposed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(binding for binding in bindings("list") if binding.action != "choose"),
        *bindings("review"),
    ]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Where nothing is listed there is nothing to accept."""
        return action != "choose" or self.current is not None


class ReviewScreen(Panel[str]):
    """Returns a place to go to. Subclasses fill the list and do what the keys say."""

    DEFAULT_CLASSES = "review"

    def __init__(self, document: Document, kind_label: KindLabel, widths: Widths) -> None:
        """Review annotations over a text; `kind_label` names their kinds."""
        super().__init__()
        self.document = document
        self.widths = widths
        self._kind_label = kind_label
        self._turns: dict[str, int] = {}
        """Which candidate of an annotation is looked at."""
        self.HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (_WIDE, "-wide")]

    def compose(self) -> ComposeResult:
        """Title, list and words, hints."""
        with Vertical(classes="panel"):
            yield Static(id="count", classes="panel-title", markup=False)
            with Container(id="review"):
                yield ReviewRows()
                with VerticalScroll(id="beside", can_focus=False):
                    yield RedlineView()
            yield Static(id="words", markup=False)
            yield KeyHints()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is done to an annotation needs one."""
        return action not in _OF_ROW or (bool(self.query(ReviewRows)) and self.current is not None)

    def on_mount(self) -> None:
        """The arrows move in the list."""
        self.query_one(RedlineView).ambiguous_width = self.widths.ambiguous
        self.query_one(ReviewRows).focus()
        self.fill(0)

    def fill(self, cursor: int | None = None) -> None:
        """Show what is to be reviewed now, the cursor where it was."""
        raise NotImplementedError

    def show_rows(self, title: str, rows: Sequence[FoundRow | Heading], cursor: int | None, words: str = "") -> None:
        """Show the list.

        Args:
            title: Above it.
            rows: The list.
            cursor: Where the cursor is put; None for where it is.
            words: Below it; empty for nothing.
        """
        listed = self.query_one(ReviewRows)
        at = listed.cursor if cursor is None else cursor
        self.query_one("#count", Static).update(Content.styled(title, "bold"))
        said = self.query_one("#words", Static)
        said.display = bool(words)
        said.update(Content(words))
        listed.show(rows, at or 0)
        self.refresh_bindings()

    @on(Rows.Highlighted)
    def show_words(self) -> None:
        """Show what is to be known of the annotation at the cursor."""
        found, beside = self.current, self.query_one("#beside", VerticalScroll)
        beside.display = found is not None
        if found:
            parts = details(found, self._turns.get(found.annotation.id, 0), self.document, self._kind_label)
            beside.query_one(RedlineView).parts = tuple(parts)
            beside.scroll_home(animate=False)

    @on(Rows.Chosen)
    def accept_current(self) -> None:
        """Accept what is proposed for the annotation at the cursor."""
        if self.current:
            self.accept(self.current, self.proposal)

    def accept(self, found: Found, proposal: Proposal | None) -> None:
        """Put the annotation where it is proposed; there may be no proposal."""
        raise NotImplementedError

    def action_next_candidate(self) -> None:
        """Look at the next candidate."""
        found = self.current
        if found and len(found.proposals) > 1:
            turn = self._turns.get(found.annotation.id, 0)
            self._turns[found.annotation.id] = (turn + 1) % len(found.proposals)
            self.show_words()

    def action_look(self) -> None:
        """Go to the candidate in the text."""
        proposal = self.proposal
        if proposal:
            self.dismiss(proposal.selectors[0].place)

    @property
    def current(self) -> Found | None:
        """The annotation at the cursor."""
        row = self.query_one(ReviewRows).current
        return row.found if row else None

    @property
    def proposal(self) -> Proposal | None:
        """What is proposed for it: where its words stand, or the candidate that is looked at."""
        found = self.current
        if found is None:
            return None
        if found.is_placed:
            return Proposal(found.selectors, 1.0) if found.selectors else None
        turn = self._turns.get(found.annotation.id, 0)
        return found.proposals[turn % len(found.proposals)] if found.proposals else None
