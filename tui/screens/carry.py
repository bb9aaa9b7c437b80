"""The annotations of one version beside the text of another: placed, edited, gone; accepted one by one or at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar, Protocol

from textual.binding import BindingType
from textual.content import Content

from store.annotations.finding_again import Found, Proposal
from store.annotations.selectors import Selector
from store.annotations.travel import Journey
from store.document import Document
from tui.commands import bindings
from tui.language import _
from tui.notices import tell
from tui.review import FoundRow, KindLabel, where_it_stood
from tui.screens.review import ReviewScreen
from tui.typeset import Widths, visible
from tui.widgets.rows import Heading


class CarryDesk(Protocol):
    """What the review needs of the screen under it, which makes the changes."""

    def journey(self) -> Journey | None:
        """What would become of the annotations now; None where they can't be read."""

    def carry(self, journey: Journey, chosen: Sequence[tuple[Found, tuple[Selector, ...]]]) -> None:
        """Put copies of annotations on words of the later version."""

    def action_undo(self) -> None:
        """Take the last change back."""

    def action_redo(self) -> None:
        """Make it again."""


class CarryScreen(ReviewScreen):
    """Returns the place of a candidate that one wants to see in the later version."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("carrying")]

    def __init__(
        self, desk: CarryDesk, old: Document | None, new: Document, kind_label: KindLabel, widths: Widths
    ) -> None:
        """Review what is to be carried from one document, which may not be at hand, to another."""
        super().__init__(new, kind_label, widths)
        self._desk = desk
        self._old = old
        self._journey: Journey | None = None

    def fill(self, cursor: int | None = None) -> None:
        """List what was not carried yet."""
        self._journey = journey = self._desk.journey()
        if journey is None:
            return
        rows = list(self._rows(journey))
        words = "" if rows else _("Every annotation was carried over.")
        self.show_rows(_title(journey), rows, cursor, words)

    def accept(self, found: Found, proposal: Proposal | None) -> None:
        """Carry it over to where it is proposed."""
        if proposal is None and found.annotation.places:
            tell(self, _("There is no candidate for it: it stays with the other version."))
        else:
            self._carry([(found, proposal.selectors if proposal else ())])

    def action_accept_exact(self) -> None:
        """Carry all over whose very words stand there."""
        if self._journey and self._journey.placed:
            self._carry([(each, each.selectors) for each in self._journey.placed])
        else:
            tell(self, _("No annotation is left whose very words stand there."))

    def action_undo(self) -> None:
        """Take the last change back."""
        self._desk.action_undo()
        self.fill()

    def action_redo(self) -> None:
        """Make it again."""
        self._desk.action_redo()
        self.fill()

    def _rank(self, found: Found) -> tuple[int, str]:
        """In the order of the text from which they come."""
        places = found.annotation.places
        known = self._old.order if self._old else {}
        return (known.get(places[0], len(known)) if places else -1), found.annotation.created

    def _carry(self, chosen: Sequence[tuple[Found, tuple[Selector, ...]]]) -> None:
        if self._journey:
            self._desk.carry(self._journey, chosen)
            self.fill()

    def _rows(self, journey: Journey) -> Iterator[FoundRow | Heading]:
        groups: Iterable[tuple[str, tuple[Found, ...], str]] = (
            (_("The very words stand there"), journey.placed, "="),
            (_("Edited: one passage is like them"), journey.edited, "≈"),
            (_("Gone, or several are alike"), journey.gone, "?"),
        )
        for name, those, sign in groups:
            if those:
                yield Heading(Content.styled(f"{name}  {len(those)}", "$text-muted"))
                for each in sorted(those, key=self._rank):
                    yield FoundRow(each, where_it_stood(each.annotation, self._old), self.widths, sign)


def _title(journey: Journey) -> str:
    counts = _("{placed} placed, {edited} edited, {gone} gone, {already} carried over")
    told = counts.format(
        placed=len(journey.placed),
        edited=len(journey.edited),
        gone=len(journey.gone),
        already=len(journey.already),
    )
    return f"{told}   {visible(journey.source)} → {visible(journey.target)}"
