"""The reader: a document with tags and notes, and finding in it."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.events import Key
from textual.widgets import Input

from store.document import Document
from tui.commands import bindings
from tui.finding import Finding
from tui.history import Position
from tui.language import _
from tui.notices import tell
from tui.screens.marked import MarkedScreen
from tui.shown_keys import keys


class ReaderScreen(MarkedScreen):
    """Adds finding: incremental, with all hits lit until Escape."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("reader")]

    _finding: Finding | None = None
    _hit: int | None = None
    _start: str | None = None
    """Where one stood when the prompt was opened."""
    _words = ""

    def light(self, words: str) -> None:
        """Light words that were searched for, when the document is there."""
        self._words = words
        if self.document and self.document[0] == self.wanted.key:
            self._light()

    async def shown(self, wanted: Position) -> None:
        """Add the prompt, and light what was searched for."""
        await super().shown(wanted)
        if not self.query("#find"):
            prompt = Input(placeholder=_("find in this document"), id="find", compact=True)
            await self.mount(prompt)
        if self._finding and self.document and self._finding.document is not self.document[1]:
            self._finding = self._hit = None
        self._light()

    def _light(self) -> None:
        words, self._words = self._words, ""
        if words and self.document:
            self._finding, self._hit = Finding(self.document[1], words, apart=True), None
            self.pane.highlight(self._finding.by_place)
            self.show_status()

    def status_parts(self, document: Document, place: str) -> list[str]:
        """Adds which of the hits one is at."""
        return [*super().status_parts(document, place), *self._hit_parts()]

    def _hit_parts(self) -> list[str]:
        if self._finding is None or not self._finding.text:
            return []
        count = len(self._finding.hits)
        if not count:
            return [_("“{text}” not found").format(text=self._finding.text)]
        turn = "–" if self._hit is None else self._hit + 1
        return [_("hit {turn} of {count}").format(turn=turn, count=count)]

    def action_find(self) -> None:
        """Open the prompt."""
        prompt = self.query_one("#find", Input)
        self._start = self.pane.cursor
        prompt.display = True
        prompt.focus()

    @on(Input.Changed, "#find")
    def find_typed(self, event: Input.Changed) -> None:
        """Go to the first hit from where one stood."""
        if self.document is None:
            return
        self._finding = Finding(self.document[1], event.value)
        found = self._finding.first_from(self._start)
        if found is None and self._start:
            self.jump(self._start)
        self._go_to_hit(found)

    @on(Input.Submitted, "#find")
    def find_entered(self) -> None:
        """Read on at the hit."""
        if self._hit is not None:
            self._leave(self._start)
        self._close_prompt()

    def on_key(self, event: Key) -> None:
        """In the prompt the arrows go from hit to hit, and Escape goes back to where one stood."""
        if not self._in_prompt:
            return
        if event.key in ("down", "up"):
            self._step(1 if event.key == "down" else -1)
            event.stop()

    def action_escape(self) -> None:
        """Back to the text; from the prompt to where one stood; else put out the hits."""
        if self._in_prompt:
            if self._start:
                self.jump(self._start)
            self._close_prompt()
        elif self.pane.has_focus:
            self._put_out()
        self.leave_outline()

    def action_next_hit(self) -> None:
        """To the next hit."""
        self._step(1)

    def action_previous_hit(self) -> None:
        """To the previous hit."""
        self._step(-1)

    @property
    def _in_prompt(self) -> bool:
        return self.focused is not None and self.focused.id == "find"

    def _step(self, step: int) -> None:
        if self._finding is None or not self._finding.hits:
            tell(self, _("Nothing to go to: {key} finds text.").format(**keys(self, key="reader.find")))
        elif self._hit is None:
            self._go_to_hit(self._finding.first_from(self.pane.cursor))
        else:
            self._go_to_hit(self._finding.step(self._hit, step))

    def _go_to_hit(self, index: int | None) -> None:
        if self._finding is None:
            return
        self._hit = index
        hit = self._finding.hits[index] if index is not None else None
        self.pane.highlight(self._finding.by_place, (hit.place, hit.span) if hit else None)
        self.show_status()

    def _put_out(self) -> None:
        self._finding = self._hit = None
        self.pane.highlight({})
        self.show_status()

    def _close_prompt(self) -> None:
        self.query_one("#find", Input).display = False
        self.pane.focus()

    def _leave(self, place: str | None) -> None:
        """Keep where one stood before finding, so that one can go back."""
        if self.document and place and place != self.pane.cursor:
            self.workspace.history.leave(Position("document", self.document[0], place))
