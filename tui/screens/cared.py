"""The library's care of its own: adding files and folders, removing documents, and bringing them back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property, partial
from typing import TYPE_CHECKING

from textual import on, work
from textual.message import Message

from store.annotations.identity import new_identity
from store.errors import JueyiError
from store.library.entry import Entry
from store.progress import Cancelled
from tui.language import _, n_
from tui.notices import refuse, tell, warn
from tui.screens.repainted import Repainted
from tui.shown_keys import keys
from tui.waiting import Waiting
from tui.waiting_app import WaitingApp
from tui.workspace import Workspace

if TYPE_CHECKING:
    from store.annotations.steps import Entry as Changed
    from store.library.adding import Outcome
    from store.library.gather import Gathered
    from tui.annotation_desk import AnnotationDesk

_TOLD = 3
"""Files that can't be read of which each is told."""


class CaredScreen(Repainted):
    """A list of documents to which one adds, and from which one removes."""

    class Taken(Message):
        """Files were taken in."""

        def __init__(self, outcomes: list[Outcome], found: Gathered, *, given_up: bool) -> None:
            super().__init__()
            self.outcomes = outcomes
            self.found = found
            self.given_up = given_up

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._notes: Mapping[str, int] = {}
        self._undoings: list[tuple[str, Callable[[], object]]] = []
        """What undoes the removals and pastings, each with an id that sorts by its time; the last at the end."""

    @cached_property
    def desk(self) -> AnnotationDesk:
        """What takes changes of annotations back."""
        from tui.annotation_desk import AnnotationDesk

        return AnnotationDesk(self, self._workspace, self.reload, place_of, group="library")

    def reload(self, wanted: str | None = None) -> None:
        """Look at the files again, and go to the document of a key."""
        raise NotImplementedError

    @property
    def chosen(self) -> Entry | None:
        """The document at the cursor."""
        raise NotImplementedError

    def action_add(self) -> None:
        """Ask for a file or folder."""
        from tui.screens.add import AddScreen

        self.app.push_screen(AddScreen(), self._add)

    def action_remove(self) -> None:
        """Take the document out; one that is annotated only when the user agrees."""
        entry = self.chosen
        if entry is None:
            return
        notes = self._notes.get(entry.key, 0)
        if not notes or entry.bundled:
            self._remove(entry, True)
            return
        from tui.screens.confirm import ConfirmScreen

        question = n_(
            "{key} has {count} annotation, which is kept. Remove the document from the library?",
            "{key} has {count} annotations, which are kept. Remove the document from the library?",
            notes,
        )
        self.app.push_screen(ConfirmScreen(question.format(key=entry.key, count=notes)), partial(self._remove, entry))

    def action_undo(self) -> None:
        """Undo what was done last: a removal, a pasting, or a change of annotations in any document."""
        from store.annotations.steps import Step

        try:
            last = self._workspace.marking.last
        except JueyiError as error:
            refuse(self, error)
            return
        if self._undoings and not (isinstance(last, Step) and last.id > self._undoings[-1][0]):
            self._undoings.pop()[1]()
        elif last is None:
            tell(self, _("There is nothing to undo: nothing was removed, pasted, tagged or noted yet."))
        elif isinstance(last, Step):
            self.desk.undo()
        else:
            first = _("The last change corrected how {key} is read: it is undone there.")
            tell(self, first.format(key=last.document))

    def action_redo(self) -> None:
        """Make the change of annotations again that was taken back last."""
        corrected = self._workspace.marking.next_redone
        if corrected:
            first = _("The last change corrected how {key} is read: it is made again there.")
            tell(self, first.format(key=corrected.document))
        else:
            self.desk.redo()

    def _remember(self, undo: Callable[[], object]) -> None:
        """How something is undone that was done just now."""
        self._undoings.append((new_identity(), undo))

    def _bring_back(self, entry: Entry, data: bytes) -> None:
        """Put a document that was removed where it was."""
        from store.files import write_atomically

        try:
            write_atomically(entry.path, data)
        except JueyiError as error:
            self._remember(partial(self._bring_back, entry, data))
            refuse(self, error)
            return
        tell(self, _("{key} is in the library again.").format(key=entry.key))
        self.reload(entry.key)

    def _remove(self, entry: Entry, agreed: bool | None) -> None:
        if not agreed:
            return
        try:
            data = b"" if entry.bundled else entry.path.read_bytes()
            self._workspace.library.remove(entry.key, with_symbol=False)
        except (JueyiError, OSError) as error:
            refuse(self, error)
            return
        self._remember(partial(self._bring_back, entry, data))
        tell(self, _("{key} removed. {undo} brings it back.").format(key=entry.key, **keys(self, undo="library.undo")))
        self.reload()

    def _add(self, path: str | None) -> None:
        app = self.app
        assert isinstance(app, WaitingApp)
        if path:
            self.take(path, app.wait_for(path))

    @work(thread=True, group="adding")
    def take(self, path: str, waiting: Waiting) -> None:
        """Take in what is at a path; what came in before the user gave up stays."""
        from store.library.adding import Adding
        from store.library.gather import gather

        adding, given_up, found = Adding(self._workspace.library), False, None
        try:
            with waiting:
                found = gather([path])
                adding.run(found.files, waiting)
        except Cancelled:
            given_up = True
        except JueyiError as error:
            self.app.call_from_thread(refuse, self, error)
        if found:
            self.post_message(self.Taken(adding.outcomes(), found, given_up=given_up))

    @on(Taken)
    def tell_taken(self, message: Taken) -> None:
        """Say what became of the files."""
        from tui.adding import outcome_words, summary_words

        for missing in message.found.missing:
            refuse(self, _("No file fits {pattern}.").format(pattern=missing))
        unreadable = [outcome for outcome in message.outcomes if outcome.entry is None]
        for outcome in unreadable[:_TOLD]:
            warn(self, outcome.reason or "")
        told = [words for each in message.outcomes if each.kind == "revised" and (words := outcome_words(each))]
        summary = summary_words(message.outcomes, message.found.skipped)
        if message.given_up:
            summary = _("Given up; what was added is kept.") + " " + summary
        if message.outcomes or message.found.skipped or message.given_up:
            tell(self, told[0] if len(told) == len(message.outcomes) == 1 else summary)
        came = [outcome.entry.key for outcome in message.outcomes if outcome.entry]
        self.reload(came[0] if came else None)


def place_of(changed: Changed) -> str:
    """The place of a change, with its document."""
    return f"{changed.document} {changed.place}".strip()
