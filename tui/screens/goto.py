"""Go to: a symbol, a number, a place of the open document or a title, with suggestions while one types."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import on, work
from textual.content import Content
from textual.message import Message
from textual.worker import get_current_worker

from store.document import Document
from store.errors import JueyiError
from tui.language import _
from tui.messages import OpenDocument, OpenTarget
from tui.notices import refuse
from tui.screens.picker import Picker, nothing_found
from tui.suggesting import Suggestion, missing, suggest
from tui.typeset import Widths, visible, widths_for
from tui.workspace import Workspace

_BESIDE = ("|", "｜")
"""Typed in place of Enter, also by an input method: no symbol, number or title holds it."""


@dataclass(frozen=True, slots=True)
class SuggestionRow:
    """One suggestion: what it is called, and what it is."""

    suggestion: Suggestion
    widths: Widths
    selectable: ClassVar[bool] = True

    def line(self, width: int) -> Content:
        """Its row."""
        label = self.widths.clip(visible(self.suggestion.label), width)
        room = width - self.widths.measure(label) - 3
        detail = self.widths.clip(visible(self.suggestion.detail), room) if room > 0 else ""
        return Content.assemble(label, "   ", (detail, "$text-muted"))


class GotoScreen(Picker[SuggestionRow, OpenDocument | OpenTarget]):
    """Returns the request to go where the user chose."""

    class Suggested(Message):
        """The library answered."""

        def __init__(self, text: str, suggestions: tuple[Suggestion, ...], missing: str) -> None:
            super().__init__()
            self.text = text
            self.suggestions = suggestions
            self.missing = missing
            """What is to be said of a place that the document does not have."""

    def __init__(self, workspace: Workspace, reading: tuple[str, Document] | None) -> None:
        placeholder = _("64/293, A/C.3/80/L.4, a title…")
        if reading:
            placeholder = _("5a, PP3, 64/293, A/C.3/80/L.4, a title…")
        super().__init__(Content(_("Go to")), placeholder)
        self._workspace = workspace
        self._reading = reading
        self._answered: str | None = None
        self._widths = widths_for(workspace.config.ambiguous_width)

    def typed(self, text: str) -> None:
        """Ask for suggestions, or go there in a second pane."""
        if text.endswith(_BESIDE):
            self.go(self.list.current, text[:-1], beside=True)
        else:
            self.suggest(text)

    @work(thread=True, exclusive=True, group="suggest")
    def suggest(self, text: str) -> None:
        """Ask the library."""
        try:
            answer = self.Suggested(
                text, suggest(self._workspace.library, text, self._reading), missing(text, self._reading)
            )
        except JueyiError as error:
            self.app.call_from_thread(refuse, self, error)
            return
        if not get_current_worker().is_cancelled:
            self.post_message(answer)

    @on(Suggested)
    def show_suggestions(self, message: Suggested) -> None:
        """Show them, unless the user typed on."""
        if message.text == self.text:
            self._answered = message.text
            rows = [SuggestionRow(each, self._widths) for each in message.suggestions]
            typed = message.text.strip()
            words = "" if rows or not typed else message.missing or nothing_found(message.text)
            if not typed.isdecimal():  # the beginning of 64/293 is no place that is missing
                words = message.missing or words
            self.show_rows(rows, words, 0 if typed else None)

    def chosen(self, row: SuggestionRow | None, text: str) -> None:
        """Go there."""
        self.go(row, text)

    def go(self, row: SuggestionRow | None, text: str, *, beside: bool = False) -> None:
        """Go to the suggestion, or to what was typed when the suggestions are still those of a shorter text."""
        if self._answered != text:
            row = None
        if row and row.suggestion.place:
            self.dismiss(OpenDocument(row.suggestion.target, row.suggestion.place, beside=beside))
        elif row:
            self.dismiss(OpenTarget(row.suggestion.target, beside=beside))
        elif text.strip():
            self.dismiss(OpenTarget(text.strip(), self._reading, beside=beside))
        else:
            self.dismiss(None)
