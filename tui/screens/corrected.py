"""What was guessed in reading a document, and correcting it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from textual import on, work
from textual.message import Message

from store.document import Document, Doubt, Span
from store.errors import JueyiError
from tui.history import Position
from tui.language import _
from tui.naming import place_name
from tui.notices import refuse, tell
from tui.screens.sourced import SourcedScreen
from tui.shown_keys import keys
from tui.typeset import widths_for

if TYPE_CHECKING:
    from store.corrections.record import Correction
    from tui.correcting import Correcting, Inquiry, Outcome, Wish
    from tui.marking import Corrected, What
    from tui.screens.correct import Act, Target
    from tui.screens.doubts import DoubtsScreen

_QUOTED = 24
"""Characters after a place by which it is known again."""
_ABSORBED = frozenset(("join", "furniture"))
"""Corrections after which a paragraph is none of its own."""
_WORDS = 24
"""Cells of the words that stand for such a paragraph."""


class CorrectedScreen(SourcedScreen):
    """Adds the list of doubts, and corrections."""

    class Done(Message):
        """A correction was made or taken back; None where that changed nothing."""

        def __init__(self, outcome: Outcome | None, what: What) -> None:
            super().__init__()
            self.outcome = outcome
            self.what = what

    _list: DoubtsScreen | None = None
    _is_correcting = False

    def action_list_doubts(self) -> None:
        """List the doubts and the corrections."""
        if self.document:
            from tui.screens.doubts import DoubtsScreen

            widths = widths_for(self.workspace.config.ambiguous_width)
            self._list = DoubtsScreen(self, self.document[1], widths, self.pane.cursor)
            self.app.push_screen(self._list, self._go_to_doubt)
            self._ask(self._list.know)

    def action_correct(self) -> None:
        """Offer what can be corrected of the paragraph, or of the footnote selected below it."""
        self.correct_place(self._place)

    def correct_place(self, place: str | None) -> None:
        """Offer what can be corrected of a place; of the document where there is none."""
        if self.document is None:
            return
        from tui.screens.correct import CorrectScreen

        document = self.document[1]
        if place not in document.by_id and place not in document.notes_by_id:
            place = self.pane.cursor  # a doubt of the whole document, or of a paragraph that is another one by now
        if place is None:
            return
        target: Target = "footnote" if place in document.notes_by_id else "block"
        screen = CorrectScreen(place_name(document, place), target)
        self.app.push_screen(screen, lambda act: self._act(place, act))

    def confirm(self, doubts: Sequence[Doubt]) -> None:
        """Keep that doubts were looked at and the reading is right."""
        if self.document:
            key, document = self.document
            present = [doubt for doubt in doubts if doubt in document.doubts]
            if present:
                self._run("made", lambda desk: desk.confirm(key, document, present))

    def take_back(self, correction: Correction) -> None:
        """Take one correction back."""
        if self.document:
            key = self.document[0]
            self._run("taken back", lambda desk: desk.take_back(key, [correction.id]))

    def action_undo(self) -> None:
        """Take the last change back, be it a correction or something noted."""
        last = self.workspace.marking.next_undone
        if last is None and not self._is_correcting:
            super().action_undo()
        else:
            self._run("undone", lambda desk: _taken_back(desk, last), last)

    def action_redo(self) -> None:
        """Do again what was undone last."""
        last = self.workspace.marking.next_redone
        if last is None and not self._is_correcting:
            super().action_redo()
        else:
            read = self.workspace.library.document
            self._run("redone", lambda desk: _made_again(desk, last, read), last)

    @on(Done)
    def show_done(self, message: Done) -> None:
        """Show the document as it is read now, and say what became of it."""
        self._is_correcting = False
        outcome = message.outcome
        if outcome is None:
            tell(self, _("That changes nothing here: the document is read so already."))
            return
        self._show_anew(outcome)
        self._tell_done(outcome, message.what)
        if self._list and self._list.is_attached:
            self._ask(self._list.know)

    @on(SourcedScreen.Failed)
    def tell_failed(self, message: SourcedScreen.Failed) -> None:
        """Say why."""
        self._is_correcting = self._is_correcting and not message.correcting
        refuse(self, message.error)

    def _act(self, place: str, act: Act | None) -> None:
        """Make the correction, after asking what it needs."""
        if act is None or self.document is None or not self.stands:
            return
        if place not in self.document[1].by_id and place not in self.document[1].notes_by_id:
            return  # the document was read anew while one chose
        from tui.correcting import Wish

        document = self.document[1]
        if act == "confirm":
            doubts = [doubt for doubt in document.doubts if doubt.block == place]
            if doubts:
                self.confirm(doubts)
            else:
                tell(self, _("Nothing of this paragraph is doubtful."))
        elif act == "next":
            self._join_next(place)
        elif act in ("join", "furniture") or (act == "text" and place in document.notes_by_id):
            self._correct(Wish(act, place))
        elif act == "text":
            self._ask(lambda inquiry: self._choose_removed(place, inquiry))
        else:
            self._ask_value(place, act)

    def _join_next(self, place: str) -> None:
        from tui.correcting import Wish

        assert self.document
        document = self.document[1]
        turn = document.order[place] + 1
        if turn < len(document.blocks):
            self._correct(Wish("join", document.blocks[turn].id))
        else:
            tell(self, _("This is the last paragraph."))

    def _ask_value(self, place: str, act: Act) -> None:
        """Ask for the value that a correction needs, and make it."""
        from tui import correction_questions as questions
        from tui.correcting import Wish

        assert self.document
        document = self.document[1]
        where, block = place_name(document, place), document.by_id.get(place)
        if act in ("symbol", "title", "date"):
            now = getattr(document.front, act) or ""
            self._ask_for(questions.ask_front(act, now), lambda value: Wish(act, None, value))
        elif act == "note":
            label = document.notes_by_id[place].label if place in document.notes_by_id else ""
            self._ask_for(questions.ask_note(where, label), lambda value: Wish("note", place, value))
        elif block and act == "type":
            self._ask_for(questions.ask_type(where, block), lambda value: Wish("type", place, value))
        elif block and act == "label":
            self._ask_for(questions.ask_label(where, block), lambda value: Wish("label", place, value))
        elif block and act == "split":
            chosen = next((part.start for part in self.pane.selection if part.block == place), None)
            screen = questions.ask_place(where, document, block, chosen)
            self._ask_for(screen, lambda value: Wish("split", place, span=Span(int(value), int(value) + _QUOTED)))

    def _choose_removed(self, place: str, inquiry: Inquiry) -> None:
        from tui import correction_questions as questions
        from tui.correcting import Wish
        from tui.source_content import removed_lines

        assert self.document
        document = self.document[1]
        lines = inquiry.source.lines()
        removed = list(removed_lines(lines))
        if self.app.screen not in (self, self._list):
            return
        if removed:
            screen = questions.ask_removed(place_name(document, place), document, place, lines)
            self._ask_for(screen, lambda value: Wish("text", None, span=removed[int(value)].span))
        else:
            tell(self, _("Nothing was removed from this document."))

    def _ask_for(self, screen: object, wish: Callable[[str], Wish]) -> None:
        from tui.screens.value import ValueScreen

        assert isinstance(screen, ValueScreen)
        self.app.push_screen(screen, lambda value: None if value is None else self._correct(wish(value)))

    def _correct(self, wish: Wish) -> None:
        if self.document:
            key, document = self.document
            self._run("made", lambda desk: desk.correct(key, document, wish))

    def _run(self, what: What, job: Callable[[Correcting], Outcome | None], last: Corrected | None = None) -> None:
        """Let one correction be made at a time: the next one may concern what this one changes."""
        if self._is_correcting:
            tell(self, _("The last correction is still being made."))
            return
        self._is_correcting = True
        self.make(what, job, last)

    @work(thread=True, group="correcting")
    def make(self, what: What, job: Callable[[Correcting], Outcome | None], last: Corrected | None) -> None:
        """Make a correction, or take it back; it is remembered also where the screen is closed meanwhile."""
        try:
            outcome = job(self._desk)
            self._remember_corrected(outcome, what, last)
            if outcome:
                self.workspace.read(outcome.key)
        except JueyiError as error:
            self.post_message(self.Failed(error, correcting=True))
            return
        self.post_message(self.Done(outcome, what))

    def _remember_corrected(self, outcome: Outcome | None, what: What, last: Corrected | None) -> None:
        from tui.marking import Corrected

        marking = self.workspace.marking
        if outcome:
            marking.remember(what, outcome.before, Corrected(outcome.key, outcome.corrections), outcome.moved)
        elif last:
            marking.forget_corrected(last.document, last, {})

    def _show_anew(self, outcome: Outcome) -> None:
        """Show the document in all panes that show it, each where it stood."""
        self.workspace.history.follow(outcome.before, outcome.key, outcome.moved)
        for column in self.columns:
            if column.history is not self.workspace.history:
                column.history.follow(outcome.before, outcome.key, outcome.moved)
            with self.at(column):
                position = self.position
                if position and self.document and position.key == outcome.before:
                    self._unkept = None
                    moved = position.moved(outcome.key, outcome.moved)
                    self.wanted = replace(moved, place=_block_near(position.place, self.document[1], outcome))
                    self.show(self.wanted, outcome.document)

    def _tell_done(self, outcome: Outcome, what: What) -> None:
        from tui.correction_words import done_words, undone_words

        where = self._where_corrected(outcome)
        if what in ("made", "redone"):
            said = done_words(where, outcome.corrections, outcome.carried)
            tell(self, f"{said} {_('{key} takes it back.').format(**keys(self, key='reader.undo'))}")
        elif what == "undone":
            again = _("{key} does it again.").format(**keys(self, key="reader.redo"))
            tell(self, f"{undone_words(where, outcome.corrections)} {again}")
        else:
            tell(self, undone_words(where, outcome.corrections))

    def _where_corrected(self, outcome: Outcome) -> str:
        """The paragraph that was corrected, as one would cite it now, or its words where it is none of its own now."""
        first = outcome.corrections[0]
        if first.kind in _ABSORBED:
            widths = widths_for(self.workspace.config.ambiguous_width)
            return f"“{widths.clip(' '.join(first.quote.split()), _WORDS)}”"
        starts = [piece for piece in outcome.document.pieces if piece.role in ("block", "label", "footnote")]
        place = next((piece.owner for piece in reversed(starts) if piece.start <= first.start), None)
        return place_name(outcome.document, place) if place and first.quote else _("whole document")

    def _go_to_doubt(self, place: str | None) -> None:
        self._list = None
        if place and self.document:
            self.workspace.history.leave(self.position)
            self.stand(Position("document", self.document[0], place))


def _block_near(place: str | None, before: Document, outcome: Outcome) -> str | None:
    """Where a block is now, or the nearest one before it that is text still."""
    for turn in range(before.order.get(place or "", -1), -1, -1):
        known = before.blocks[turn].id
        if outcome.moved.get(known, known) in outcome.document.by_id:
            return outcome.moved.get(known, known)
    return None


def _taken_back(desk: Correcting, last: Corrected | None) -> Outcome | None:
    return desk.take_back(last.document, [each.id for each in last.corrections]) if last else None


def _made_again(desk: Correcting, last: Corrected | None, read: Callable[[str], Document]) -> Outcome | None:
    return desk.apply(last.document, read(last.document), last.corrections) if last else None
