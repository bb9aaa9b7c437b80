"""A list of annotations that are read, and found out about, while one looks at it."""

from __future__ import annotations

from collections.abc import Sequence
from time import monotonic

from textual import on, work
from textual.message import Message
from textual.worker import get_current_worker

from store.document import Document
from store.errors import JueyiError
from store.listing.filtering import Sieve
from store.listing.listing import Listing, make_listing
from store.listing.wanted import ORPHAN
from store.progress import Cancelled
from tui.group_words import kind_labels
from tui.language import _
from tui.notices import refuse
from tui.screens.bulk import BulkScreen
from tui.widgets.rows import Rows

_PAUSE = 0.1
"""Seconds between two words on how far it is."""


class GatheringScreen(BulkScreen):
    """Reads annotations, and finds out where they stand and what is cited there, away from the interface's thread."""

    _reading: tuple[str, Document] | None = None
    """The document that is read, with its key."""
    _all: bool = True
    """Whether those of the whole library are listed."""
    _sieve: Sieve | None = None
    _wanted_places: tuple[str, ...] = ()
    _finding_out = ""
    """What is being found out for a filter or grouping, in words; empty for nothing."""

    class Gathered(Message):
        """Annotations were read: all, or what there is so far."""

        def __init__(self, sieve: Sieve) -> None:
            super().__init__()
            self.sieve = sieve

    class Known(Message):
        """What a filter or a grouping asked for was found out."""

        def __init__(self, sieve: Sieve) -> None:
            super().__init__()
            self.sieve = sieve

    def fill(self, stay: bool = False) -> None:
        """Show what is wanted, the cursor where it was or at the top."""
        raise NotImplementedError

    def show_preview(self) -> None:
        """Show what is at the cursor."""
        raise NotImplementedError

    @work(thread=True, exclusive=True, group="notes")
    def gather(self, everything: bool) -> None:
        """Read the annotations of the document, or all; many are shown before all are there."""
        worker, workspace = get_current_worker(), self._workspace
        try:
            if self._reading and not everything:
                self._post(self._of_reading(*self._reading))
                return
            entries = {entry.key: entry for entry in workspace.library.known()}
            for reading in workspace.notebook.readings():
                if worker.is_cancelled:
                    return
                self._post(make_listing(reading, entries))
        except JueyiError as error:
            self.app.call_from_thread(refuse, self, error)

    @on(Gathered)
    def show_gathered(self, message: Gathered) -> None:
        """Show them; those of a document stay in the order of its text."""
        self._sieve = message.sieve
        if message.sieve.listing.is_complete:
            for problem in message.sieve.listing.problems:
                refuse(self, problem)
            self.forget_gone(message.sieve.listing.annotations)
        self.fill(stay=True)

    @work(thread=True, exclusive=True, group="knowing")
    def find_out(self, sieve: Sieve, what: str) -> None:
        """Find out what is cited, or which annotations are orphans, for which documents are read."""
        worker, due = get_current_worker(), monotonic()

        def hear(_stage: str, done: int, whole: int) -> None:
            nonlocal due
            if worker.is_cancelled:
                raise Cancelled
            if monotonic() >= due:
                due = monotonic() + _PAUSE
                self.app.call_from_thread(self._say_share, what, done, whole)

        try:
            if what == ORPHAN:
                looked = self.view.standings.look_all(sieve.listing, progress=hear)
                sieve.orphans = {index for index, entry in looked if entry.lost}
            else:
                sieve.citing = self._workspace.citations.of(sieve.listing, progress=hear)
        except Cancelled:
            return
        except JueyiError as error:
            self.app.call_from_thread(refuse, self, error)
            return
        if not worker.is_cancelled:
            self.post_message(self.Known(sieve))

    @on(Known)
    def show_known(self, message: Known) -> None:
        """Filter and group by it."""
        self._finding_out = ""
        if message.sieve is self._sieve:
            self.fill(stay=True)

    def want_places(self, key: str) -> None:
        """Look soon where the annotations of a document stand: one worker for all that is drawn in one go."""
        if not self._wanted_places:
            self.call_after_refresh(self._look_now)
        self._wanted_places = (*self._wanted_places, key)

    def _look_now(self) -> None:
        keys, self._wanted_places = self._wanted_places, ()
        if keys:
            self.look(keys)

    @work(thread=True, group="standing")
    def look(self, keys: Sequence[str]) -> None:
        """Look where the annotations of some documents stand, whose rows are on the screen."""
        sieve, worker = self._sieve, get_current_worker()
        for source in sieve.listing.sources if sieve else ():
            if sieve and source.key in keys and not worker.is_cancelled:
                try:
                    self.view.standings.look(sieve.listing, source)
                except JueyiError as error:
                    self.app.call_from_thread(refuse, self, error)
        if not worker.is_cancelled:
            self.app.call_from_thread(self.see_places)

    def see_places(self) -> None:
        """Show where annotations stand."""
        if self.query(Rows):
            self.list.redraw()
            self.show_preview()

    def see_changes(self) -> None:
        """Show what is on disk now."""
        self.gather(self._all)

    def _post(self, listing: Listing) -> None:
        """Show a list, ready to be filtered."""
        sieve = Sieve(listing, kind_labels(self._workspace.config.kinds))
        if listing.is_complete:
            sieve.prepare()
        self.post_message(self.Gathered(sieve))

    def _of_reading(self, key: str, document: Document) -> Listing:
        """The annotations of the document that is read, which is at hand."""
        workspace = self._workspace
        entry = workspace.library.entry(key)
        order = {place: turn for turn, place in enumerate((*document.by_id, *document.notes_by_id))}
        listing = make_listing(workspace.notebook.of(key), {key: entry} if entry else {}, {key: order})
        for source in listing.sources:
            self.view.standings.look(listing, source, document)
        return listing

    def _say_share(self, what: str, done: int, whole: int) -> None:
        """Say how far it is with what a filter or grouping asked for."""
        if self.query("#words") and self._finding_out == what:
            self.say_words(
                _("Looking through annotated documents: {done} of {all}").format(done=done, all=whole) if whole else ""
            )
