"""The reader: a document with tags and notes, and finding in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.events import Key
from textual.message import Message
from textual.widgets import Input
from textual.worker import get_current_worker

from store.document import Document
from tui.commands import bindings
from tui.history import Position
from tui.language import _
from tui.notices import tell
from tui.screens.carried import CarriedScreen
from tui.screens.columns import OfPane
from tui.shown_keys import keys

if TYPE_CHECKING:
    from tui.finding import Finding
    from tui.screens.hits import ChosenHit


class ReaderScreen(CarriedScreen):
    """Adds finding: incremental, with all hits lit until Escape."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("reader")]

    class Found(Message):
        """A text was looked for."""

        def __init__(self, finding: Finding) -> None:
            super().__init__()
            self.finding = finding

    _sought: OfPane[Finding | None] = OfPane(None)
    """What was asked for last; its hits may not be known yet."""
    _finding: OfPane[Finding | None] = OfPane(None)
    """What is lit."""
    _hit: OfPane[int | None] = OfPane(None)
    _start: OfPane[Position | None] = OfPane(None)
    """Where one stood when the prompt was opened."""
    _words: OfPane[str] = OfPane("")
    _entered: OfPane[bool] = OfPane(False)
    """Whether Enter was pressed before the hits were known."""

    def light(self, words: str) -> None:
        """Light words that were searched for, when the document is there."""
        self._words = words
        if self.document and self.document[0] == self.wanted.key:
            self._light()

    async def furnish(self) -> None:
        """Add the prompt."""
        await super().furnish()
        if self.stands:
            await self._add_prompt()

    def shown(self, wanted: Position) -> None:
        """Light what was searched for."""
        super().shown(wanted)
        if self._finding and self.document and self._finding.document is not self.document[1]:
            self._sought = self._finding = self._hit = None
        self._light()

    def _light(self) -> None:
        words, self._words = self._words, ""
        if words and self.document:
            from tui.finding import Finding

            self._seek(Finding(self.document[1], words, apart=True))

    def _seek(self, finding: Finding) -> None:
        self._sought = finding
        self.seek(finding)

    @work(thread=True, exclusive=True, group="find")
    def seek(self, finding: Finding) -> None:
        """Look for a text."""
        if len(finding.hits) >= 0 and not get_current_worker().is_cancelled:
            self.post_message(self.Found(finding))

    @on(Found)
    def show_found(self, message: Found) -> None:
        """Light the hits in the pane for which they were looked for, unless other ones are wanted there by now."""
        for column in self.columns:
            with self.at(column):
                if self._sought is message.finding and self.document is not None:
                    self._light_found(message.finding)

    def _light_found(self, finding: Finding) -> None:
        """Light the hits and go to the first one from where one stood."""
        self._finding = finding
        if finding.apart:
            self._go_to_hit(None)
            return
        found = finding.first_from(self._start.place if self._start else None)
        if found is None:
            self._return()
        self._go_to_hit(found)
        if self._entered:
            self.find_entered()

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
        told = _("initials: hit {turn} of {count}") if self._finding.by_initials else _("hit {turn} of {count}")
        return [told.format(turn=turn, count=count)]

    async def _add_prompt(self) -> None:
        if not self.query("#find"):
            await self.mount(Input(placeholder=_("find in this document"), id="find", compact=True))

    async def action_find(self) -> None:
        """Open the prompt; keys may come before the first text does."""
        await self._add_prompt()
        prompt = self.query_one("#find", Input)
        self._start = self.position
        prompt.display = True
        prompt.focus()
        if self.document:
            from tui.finding import Finding

            self.make_ready(Finding(self.document[1], ""))

    @work(thread=True, exclusive=True, group="find")
    def make_ready(self, finding: Finding) -> None:
        """Load what finding needs, so that the first letter typed need not wait."""
        finding.make_ready()

    @on(Input.Changed, "#find")
    def find_typed(self, event: Input.Changed) -> None:
        """Look for it."""
        if self.readable is None:
            return
        from tui.finding import Finding

        self._seek(Finding(self.readable, event.value))

    @on(Input.Submitted, "#find")
    def find_entered(self) -> None:
        """Read on at the hit, as soon as there is one."""
        self._entered = self._finding is not self._sought
        if self._hit is not None and not self._entered:
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
            self._return()
            self._close_prompt()
            self.show_note_of(None)
        elif self.pane.has_focus and self.leave_kept():
            return
        elif self.pane.has_focus and self.pane.picked:
            self.leave_chosen()
        elif self.pane.has_focus and (self._finding is not None or not self.lift_filter()):
            self._put_out()
        self.leave_outline()

    def action_next_hit(self) -> None:
        """To the next hit."""
        self._step(1)

    def action_previous_hit(self) -> None:
        """To the previous hit."""
        self._step(-1)

    def action_list_hits(self) -> None:
        """List all hits; from the prompt those of what is typed, and without any there is a prompt to type in."""
        if self.document is None:
            return
        from tui.screens.hits import HitsScreen

        shown = self._sought
        text = self.query_one("#find", Input).value if self._in_prompt else shown.text if shown else ""
        apart = bool(shown and shown.apart and not self._in_prompt)
        width = self.workspace.config.ambiguous_width
        self.app.push_screen(HitsScreen(self.document[1], text, width, self.pane.cursor, apart), self._go_to_chosen)

    def _go_to_chosen(self, chosen: ChosenHit | None) -> None:
        """Read on at a hit of the list."""
        if chosen is None or not self.stands or self.document is None:
            return
        if chosen.finding.document is not self.document[1]:
            return
        start = self._start if self._in_prompt else self.position
        self._sought = self._finding = chosen.finding
        self._entered = False
        self._close_prompt()
        self._go_to_hit(chosen.turn)
        self._leave(start)

    @property
    def _in_prompt(self) -> bool:
        return self.focused is not None and self.focused.id == "find"

    def _step(self, step: int) -> None:
        if self._finding is None or not self._finding.hits:
            tell(self, _("Nothing to go to: {key} finds text.").format(**keys(self, key="reader.find")))
            return
        start = self.position
        stays = start is None or self._in_prompt or start.place == self._place_of_hit
        if self._hit is None:
            self._go_to_hit(self._finding.first_from(self.pane.cursor))
        else:
            self._go_to_hit(self._finding.step(self._hit, step))
        if not stays:
            self._leave(start)

    def _go_to_hit(self, index: int | None) -> None:
        if self._finding is None:
            return
        self._hit = index
        hit = self._finding.hits[index] if index is not None else None
        lit = (hit.place, hit.span) if hit and not hit.note else None
        self.pane.highlight(self._finding.by_place, lit)
        self.show_note_of(hit.note if hit else None)
        self.show_status()

    def _put_out(self) -> None:
        self._sought = self._finding = self._hit = None
        self.pane.highlight({})
        self.show_note_of(None)
        self.show_status()

    def _close_prompt(self) -> None:
        for prompt in self.query("#find"):
            prompt.display = False
        self.pane.focus()

    @property
    def _place_of_hit(self) -> str | None:
        """The paragraph of the hit one is at; of one in a footnote, that which calls it."""
        if self._finding is None or self._hit is None:
            return None
        return self._finding.hits[self._hit].place

    def _return(self) -> None:
        """Back to where one stood when the prompt was opened, scrolled as it was."""
        if self._start:
            self.stand(self._start)

    def _leave(self, start: Position | None) -> None:
        """Keep where one stood before finding, so that one can go back; stepping from hit to hit is one leap."""
        if start and start.place != self.pane.cursor:
            self.column.history.leave(start)
