"""Finding the annotations of a document again after its first text is shown, and what the user decides about them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from textual import on, work
from textual.message import Message
from textual.worker import get_current_worker

from store.document import Document
from store.errors import JueyiError
from tui.history import Position
from tui.language import _, in_a_row, n_
from tui.naming import place_name
from tui.notices import refuse, tell
from tui.screens.explained import ExplainedScreen
from tui.shown_keys import keys
from tui.typeset import widths_for

if TYPE_CHECKING:
    from store.annotations.finding_again import Found, FoundAgain, Proposal
    from store.annotations.selectors import Selector
    from store.annotations.target import Target

_PATIENCE = 1.0
"""Seconds for which a key that annotates waits until it is known what stands there."""


class PlacedScreen(ExplainedScreen):
    """Adds the annotations that moved and those that are to be looked at."""

    class FoundAnnotations(Message):
        """The annotations of a document were found again; None where that was done before."""

        def __init__(self, key: str, found: FoundAgain | None, wants_list: bool) -> None:
            super().__init__()
            self.key = key
            self.found = found
            self.wants_list = wants_list

    def shown(self, wanted: Position) -> None:
        """Find the annotations again."""
        super().shown(wanted)
        if self.document and not self.workspace.placed.is_settled(*self.document):
            self.find_annotations(*self.document)

    @work(thread=True, group="annotations")
    def find_annotations(self, key: str, document: Document, wants_list: bool = False) -> None:
        """Find the annotations of a document again; in a long one that takes its time."""
        try:
            found = self.workspace.placed.settle(key, document)
        except JueyiError as error:
            self.app.call_from_thread(refuse, self.app, error)
            return
        if not get_current_worker().is_cancelled:
            self.post_message(self.FoundAnnotations(key, found, wants_list))

    @on(FoundAnnotations)
    def show_found_annotations(self, message: FoundAnnotations) -> None:
        """Show them where they are now, and say quietly what became of them."""
        if not self.stands:
            return
        if message.found is not None:
            self.see_changes()
            self._tell_found(message.found)
        if message.wants_list and self.document and self.document[0] == message.key:
            self._list_orphans(*self.document)

    def see_changes(self) -> None:
        """Show also how many are to be looked at."""
        super().see_changes()
        self.show_status()

    def status_parts(self, document: Document, place: str) -> list[str]:
        """Adds how many annotations are to be looked at."""
        count = len(self.workspace.placed.open(self.document[0])) if self.document else 0
        if not count:
            return super().status_parts(document, place)
        told = n_("{count} annotation to be looked at: {key}", "{count} annotations to be looked at: {key}", count)
        return [
            *super().status_parts(document, place),
            told.format(count=count, **keys(self, key="reader.list-orphans")),
        ]

    def action_list_orphans(self) -> None:
        """List the annotations whose words were not found again."""
        if self.document:
            self.find_annotations(*self.document, wants_list=True)

    def put_on(self, found: Found, proposal: Proposal) -> None:
        """Put an annotation where it is proposed."""
        self._keep_on(found, proposal.selectors, "edited" if found.is_asked else "attached")

    def put_here(self, found: Found) -> None:
        """Put an annotation on the paragraph at the cursor, or the footnote selected below it."""
        from store.annotations.selectors import select

        if self.document and self._place:
            self._keep_on(found, (select(self.document[1], self._place),), "attached")

    def remove_orphan(self, found: Found, then: Callable[[], None]) -> None:
        """Remove an annotation if the user agrees."""
        from tui.screens.confirm import ConfirmScreen

        def agreed(agrees: bool | None) -> None:
            if agrees:
                self.desk.remove(found.annotation)
                then()

        self.app.push_screen(ConfirmScreen(_("Remove this annotation? What was noted there goes with it.")), agreed)

    def _keep_on(self, found: Found, selectors: tuple[Selector, ...], how: str) -> None:
        if self.document is None:
            return
        try:
            step = self.workspace.marking.attach(found.annotation, selectors, self.document[1].digest, how)
        except JueyiError as error:
            refuse(self, error)
            return
        self.desk.tell_step(step)

    def _list_orphans(self, key: str, document: Document) -> None:
        from tui.screens.orphans import OrphansScreen

        widths = widths_for(self.workspace.config.ambiguous_width)
        here = place_name(document, self._place) if self._place else ""
        known = partial(self._open, key, document)
        screen = OrphansScreen(self, document, known, self.desk.kind_label, widths, here)
        self.app.push_screen(screen, self._look_at)

    def _open(self, key: str, document: Document) -> tuple[Found, ...]:
        try:
            return self.workspace.placed.find(key, document).open
        except JueyiError as error:
            refuse(self, error)
            return ()

    @property
    def target(self) -> Target | None:
        """What is to be annotated, when it is known what stands there."""
        return super().target if self._know_places() else None

    def place_target(self, place: str) -> Target | None:
        """A whole block or footnote, when it is known what stands there."""
        return super().place_target(place) if self._know_places() else None

    def _know_places(self) -> bool:
        """See to it that no annotation that belongs elsewhere is taken for that of the paragraph.

        False while the annotations of a long document are still being found; in a short one a key pressed right
        after opening it just waits.
        """
        placed = self.workspace.placed
        if self.document is None or placed.is_settled(*self.document):
            return True
        if not placed.wait(_PATIENCE):
            tell(self, _("The annotations of this document are still being found again: a moment more."))
            return False
        try:
            found = placed.settle(*self.document)
        except JueyiError as error:
            refuse(self, error)
            return False
        if found is not None:
            self.post_message(self.FoundAnnotations(self.document[0], found, False))
        return True

    def _look_at(self, place: str | None) -> None:
        """Go to a candidate in the text."""
        if place and self.document and self.stands:
            self.leave_for(place)
            self.stand(Position("document", self.document[0], place))

    def _tell_found(self, found: FoundAgain) -> None:
        moved, asked = len(found.moved), [each for each in found.open if each.annotation.place]
        said = []
        if moved:
            words = n_("{count} annotation moved with its words.", "{count} annotations moved with their words.", moved)
            said.append(words.format(count=moved))
        if asked:
            words = n_("{count} is to be looked at: {key}", "{count} are to be looked at: {key}", len(asked))
            said.append(words.format(count=len(asked), **keys(self, key="reader.list-orphans")))
        if said:
            tell(self, in_a_row(*said))
