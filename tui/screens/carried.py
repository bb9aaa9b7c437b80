"""Offering the annotations of other versions of the document that is read, and carrying them over."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import on, work
from textual.message import Message
from textual.worker import get_current_worker

from store.document import Document
from store.errors import JueyiError
from tui.history import Position
from tui.language import _, n_
from tui.messages import OpenDocument
from tui.naming import title_name
from tui.notices import refuse, tell
from tui.screens.placed import PlacedScreen
from tui.shown_keys import keys
from tui.typeset import widths_for

if TYPE_CHECKING:
    from store.annotations.finding_again import Found
    from store.annotations.selectors import Selector
    from store.annotations.travel import Journey
    from tui.carrying import Carrying, Offer


class CarriedScreen(PlacedScreen):
    """Adds the review of what is carried over."""

    class Offered(Message):
        """It is known what can be carried over from and to a document."""

        def __init__(self, key: str, offers: tuple[Offer, ...], wanted: bool) -> None:
            super().__init__()
            self.key = key
            self.offers = offers
            self.wanted = wanted
            """Whether the user asked for it."""

    class Prepared(Message):
        """Both documents are read."""

        def __init__(self, carrying: Carrying, old: Document | None) -> None:
            super().__init__()
            self.carrying = carrying
            self.old = old

    _carrying: Carrying | None = None

    def shown(self, wanted: Position) -> None:
        """Look whether an earlier version has annotations that this one has not."""
        super().shown(wanted)
        if self.document:
            self.find_offers(self.document[0])

    def action_carry(self) -> None:
        """Review what can be carried over between this document and another version."""
        if self.document:
            self.find_offers(self.document[0], wanted=True)

    @work(thread=True, exclusive=True, group="offers")
    def find_offers(self, key: str, wanted: bool = False) -> None:
        """Find out what can be carried over."""
        from tui.carrying import offers

        try:
            found = offers(self.workspace, key)
        except JueyiError as error:
            self.app.call_from_thread(refuse, self.app, error)
            return
        if not get_current_worker().is_cancelled:
            self.post_message(self.Offered(key, found, wanted))

    @on(Offered)
    def show_offers(self, message: Offered) -> None:
        """Say that there is something to carry over, or begin with it."""
        if not self.stands or not self.document or self.document[0] != message.key:
            return
        if not message.wanted:
            self._tell_offer([each for each in message.offers if each.target == message.key])
        elif len(message.offers) == 1:
            self.prepare_carrying(message.offers[0])
        elif message.offers:
            self._choose_version(message.key, message.offers)
        else:
            tell(self, _("No other version of this document has annotations that were not carried over."))

    @work(thread=True, exclusive=True, group="carrying")
    def prepare_carrying(self, offer: Offer) -> None:
        """Read both documents and find the annotations of one in the other."""
        from tui.carrying import Carrying

        try:
            new = self.workspace.read(offer.target)
            entry = self.workspace.library.entry(offer.source)
            old = self.workspace.read(offer.source) if entry and not entry.problem else None
            carrying = Carrying(self.workspace, offer.source, offer.target, new)
            carrying.journey()
        except JueyiError as error:
            self.app.call_from_thread(refuse, self.app, error)
            return
        if not get_current_worker().is_cancelled:
            self.post_message(self.Prepared(carrying, old))

    @on(Prepared)
    def review_carrying(self, message: Prepared) -> None:
        """Show what would become of the annotations."""
        if not self.stands:
            return
        from tui.screens.carry import CarryScreen

        self._carrying = message.carrying
        widths = widths_for(self.workspace.config.ambiguous_width)
        screen = CarryScreen(self, message.old, message.carrying.document, self.desk.kind_label, widths)
        self.app.push_screen(screen, self._look_in_target)

    def journey(self) -> Journey | None:
        """What would become of the annotations now."""
        try:
            return self._carrying.journey() if self._carrying else None
        except JueyiError as error:
            refuse(self, error)
            return None

    def carry(self, journey: Journey, chosen: Sequence[tuple[Found, tuple[Selector, ...]]]) -> None:
        """Put copies of annotations on words of the other document."""
        if self._carrying is None:
            return
        try:
            step = self._carrying.carry(journey, chosen)
        except JueyiError as error:
            refuse(self, error)
            return
        self.desk.tell_step(step)

    def _choose_version(self, key: str, offers: Sequence[Offer]) -> None:
        from store.library.find import Candidate
        from tui.screens.choice import ChoiceScreen

        others = {each.source if each.target == key else each.target: each for each in offers}
        entries = ((other, self.workspace.library.entry(other)) for other in others)
        candidates = tuple(
            Candidate(other, _described(others[other], key, entry.title if entry else None), True, 0)
            for other, entry in entries
        )

        def chosen(other: str | None) -> None:
            if other in others:
                self.prepare_carrying(others[other])

        self.app.push_screen(ChoiceScreen(candidates), chosen)

    def _tell_offer(self, offers: Sequence[Offer]) -> None:
        """Once in a run for each pair of documents."""
        offered = self.workspace.placed.offered
        fresh = [each for each in offers if (each.source, each.target) not in offered]
        if fresh:
            offered.update((each.source, each.target) for each in fresh)
            first = fresh[0]
            words = n_(
                "{source} has {count} annotation that this document has not: {key} carries it over.",
                "{source} has {count} annotations that this document has not: {key} carries them over.",
                first.due,
            )
            told = words.format(source=first.source, count=first.due, **keys(self, key="reader.carry"))
            self.notify(told, markup=False)

    def _look_in_target(self, place: str | None) -> None:
        """Go to a candidate in the later version."""
        if place and self._carrying and self.stands:
            self.post_message(OpenDocument(self._carrying.target, place))


def _described(offer: Offer, key: str, title: str | None) -> str:
    """Whether annotations come from another document or go there, how many, and its title."""
    words = _("{count} to come from there") if offer.target == key else _("{count} to go there")
    return f"{words.format(count=offer.due)}   {title_name(title)}"
