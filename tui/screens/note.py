"""The editor of a note: what is written is kept on leaving, whichever way one leaves."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Static, TextArea

from store.errors import JueyiError
from tui.commands import bindings
from tui.copying import copy_text
from tui.language import _
from tui.messages import OpenTarget
from tui.refusals import refusal_words
from tui.screens.panel import Panel
from tui.widgets.key_hints import KeyHints

if TYPE_CHECKING:
    from textual.widgets import Markdown

LINK = "jueyi:"
"""Before what a link in a previewed note leads to."""

Save = Callable[[str], None]
"""Keeps the note; raises JueyiError when that fails."""
Draft = Callable[[str | None], Path | None]
"""Keeps what is being written beside the note, and tells where; with None it drops that, the note being kept."""

_PAUSE = 1.0
"""Seconds after which what was typed is kept as a draft."""


def no_draft(_text: str | None) -> Path | None:
    """For a text that nobody would miss."""
    return None


class NoteScreen(Panel[None]):
    """Writes one note. When it can't be kept, it stays on the screen with the reason, and in a file beside."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("note")]

    def __init__(
        self, title: Content, text: str, save: Save, draft: Draft = no_draft, unfinished: str | None = None
    ) -> None:
        """Begin with the note as it is kept, or with what was left unfinished."""
        super().__init__()
        self._title = title
        self._text = text
        self._save = save
        self._draft = draft
        self._unfinished = unfinished if unfinished != text else None
        self._failed = False
        self._finished = False
        """The note is kept or given up: no draft is wanted any more."""
        self._typing: Timer | None = None

    @property
    def placeholder(self) -> str:
        """What stands there while nothing is written."""
        return _("Markdown. An empty note is removed. {link} links to a place.").format(link="[[A/RES/64/293#op5]]")

    def compose(self) -> ComposeResult:
        """Title, text, hint."""
        with Vertical(classes="panel"):
            yield Static(self._title, classes="panel-title", markup=False)
            yield TextArea(
                self._text if self._unfinished is None else self._unfinished,
                soft_wrap=True,
                show_line_numbers=False,
                compact=True,
                placeholder=self.placeholder,
            )
            yield Static(id="problem", markup=False)
            yield KeyHints()

    def preview(self, text: str) -> Widget:
        """What is written as it will look: Markdown, with links to documents and places."""
        from textual.widgets import Markdown

        from store.citations.note_links import as_markdown

        return Markdown(as_markdown(text), open_links=False)

    async def action_preview(self) -> None:
        """Show what is written as it will look, or go on writing."""
        area = self.query_one(TextArea)
        seen = self.query("#preview")
        if seen:
            await seen.remove()
        else:
            shown = VerticalScroll(self.preview(area.text), id="preview")
            await self.query_one(".panel").mount(shown, before="#problem")
            shown.focus()
        area.display = bool(seen)
        if seen:
            area.focus()

    def on_markdown_link_clicked(self, message: Markdown.LinkClicked) -> None:
        """Go where a link leads, the note kept; other addresses are opened in the browser."""
        address = message.href
        if not address.startswith(LINK):
            self.app.open_url(address)
        elif self.keep():
            from urllib.parse import unquote

            self.dismiss(None)
            self.app.post_message(OpenTarget(unquote(address.removeprefix(LINK))))

    def on_mount(self) -> None:
        """One writes on at the end."""
        area = self.query_one(TextArea)
        area.focus()
        area.move_cursor(area.document.end)
        unfinished = _("This was being written when jueyi ended, and was not kept yet.")
        self._show_problem("" if self._unfinished is None else unfinished)

    @on(TextArea.Changed)
    def show_state(self, event: TextArea.Changed) -> None:
        """A problem is told until one writes on; what is written is kept as a draft once one pauses."""
        if self._finished or event.text_area.text in (self._text, self._unfinished):
            return
        if not self._failed:
            self._show_problem("")
        if self._typing is None:
            self._typing = self.set_timer(_PAUSE, self._keep_draft)

    def _keep_draft(self) -> None:
        self._typing = None
        if not self._finished:
            for area in self.query(TextArea):
                self._write_draft(area.text)

    @work(thread=True, group="draft", exit_on_error=False)
    def _write_draft(self, text: str) -> None:
        """Keep what was written until now; where that fails, keeping the note will say so."""
        with suppress(JueyiError):
            self._draft(text)
            if self._finished:
                self._draft(None)

    def _drop_draft(self) -> None:
        self._finished = True
        if self._typing is not None:
            self._typing.stop()
        with suppress(JueyiError):
            self._draft(None)

    def keep(self) -> bool:
        """Keep the note; False when that fails, and the reason is shown. Before the editor is there, nothing is new."""
        try:
            for area in self.query(TextArea):
                self._save(area.text)
        except JueyiError as error:
            self._failed = True
            self._show_problem("\n".join(filter(None, (refusal_words(str(error)), self._rescued()))))
            self.refresh_bindings()
            return False
        self._drop_draft()
        return True

    def _rescued(self) -> str:
        """Where the text lies meanwhile; empty where nothing can be written anywhere."""
        try:
            paths = [self._draft(area.text) for area in self.query(TextArea)]
        except JueyiError:
            return ""
        return _("The text is also in {file}.").format(file=paths[0]) if paths and paths[0] else ""

    def action_save(self) -> None:
        """Keep the note and close."""
        if self.keep():
            self.dismiss(None)

    def action_copy(self) -> None:
        """Copy what is written, so that it can be taken elsewhere."""
        copy_text(self, self.query_one(TextArea).text, _("the note"))

    def action_discard(self) -> None:
        """Close without keeping."""
        self._drop_draft()
        self.dismiss(None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A note is only given up where it can't be kept."""
        return action != "discard" or self._failed

    def _show_problem(self, problem: str) -> None:
        said = self.query_one("#problem", Static)
        said.display = bool(problem)
        said.update(Content(problem))
