"""The annotations of a document whose words were not found again, and what may have become of these words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, Protocol

from textual.binding import BindingType

from store.annotations.finding_again import Found, Proposal
from store.document import Document
from tui.commands import bindings
from tui.language import _, n_
from tui.notices import tell
from tui.review import FoundRow, KindLabel, where_it_stood
from tui.screens.review import ReviewScreen
from tui.shown_keys import keys
from tui.typeset import Widths

EDITED, LOST = "≈", "?"
"""Signs for an annotation whose words were edited, and for an orphan."""


class OrphanDesk(Protocol):
    """What the panel needs of the screen under it, which makes the changes."""

    def put_on(self, found: Found, proposal: Proposal) -> None:
        """Put an annotation where it is proposed."""

    def put_here(self, found: Found) -> None:
        """Put an annotation on the paragraph at the cursor of the text."""

    def remove_orphan(self, found: Found, then: Callable[[], None]) -> None:
        """Remove an annotation if the user agrees, and tell when that is done."""

    def action_undo(self) -> None:
        """Take the last change back."""

    def action_redo(self) -> None:
        """Make it again."""


class OrphansScreen(ReviewScreen):
    """Returns the place of a candidate that one wants to see in the text."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("orphans")]

    def __init__(
        self,
        desk: OrphanDesk,
        document: Document,
        known: Callable[[], Sequence[Found]],
        kind_label: KindLabel,
        widths: Widths,
        here: str,
    ) -> None:
        """Review what `known` tells; `here` is the paragraph at the cursor of the text, as one would cite it."""
        super().__init__(document, kind_label, widths)
        self._desk = desk
        self._known = known
        self._here = here

    def fill(self, cursor: int | None = None) -> None:
        """List those that are not placed now."""
        rows = [self._row(each) for each in self._known()]
        count = n_("{count} annotation to be looked at", "{count} annotations to be looked at", len(rows))
        words = _("Every annotation stands at its words.")
        if rows:
            here = _("{key} puts it on the paragraph at the cursor: {where}.") if self._here else ""
            words = here.format(where=self._here, **keys(self, key="orphans.attach-here"))
        self.show_rows(count.format(count=len(rows)), rows, cursor, words)

    def _row(self, found: Found) -> FoundRow:
        sign = EDITED if found.is_asked else LOST
        return FoundRow(found, where_it_stood(found.annotation, self.document), self.widths, sign)

    def accept(self, found: Found, proposal: Proposal | None) -> None:
        """Put it on the candidate."""
        if proposal is None:
            tell(self, _("There is no candidate for it: it can be put on the paragraph at the cursor of the text."))
            return
        self._desk.put_on(found, proposal)
        self.fill()

    def action_attach_here(self) -> None:
        """Put it on the paragraph at the cursor of the text."""
        if self.current:
            self._desk.put_here(self.current)
            self.fill()

    def action_remove(self) -> None:
        """Remove it, after asking."""
        if self.current:
            self._desk.remove_orphan(self.current, self.fill)

    def action_undo(self) -> None:
        """Take the last change back."""
        self._desk.action_undo()
        self.fill()

    def action_redo(self) -> None:
        """Make it again."""
        self._desk.action_redo()
        self.fill()
