"""The changes of the user's annotations, tags and corrections in their order, and taking them back.

It keeps the order in memory and, of annotations and tags, in the journal on disk; it shows nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from store.annotations.changes import Changes, CutShort
from store.annotations.identity import new_identity
from store.annotations.journal import KEPT, Journal, Turn
from store.annotations.records import Annotation
from store.annotations.shelf import Shelf
from store.annotations.steps import Step
from store.annotations.tag_book import Tag, TagBook
from store.annotations.target import Target
from store.errors import JueyiError
from store.paths import tags_file, undo_file
from store.progress import Progress, silent

if TYPE_CHECKING:
    from store.annotations.selectors import Selector
    from store.corrections.record import Correction

What = Literal["made", "undone", "redone", "taken back"]
"""What is done with corrections; from the list they are taken back out of their turn."""


@dataclass(frozen=True, slots=True)
class Corrected:
    """Corrections of the reading made in one step; they are taken back elsewhere, in their turn."""

    document: str
    corrections: tuple[Correction, ...]
    earlier: tuple[Step | Corrected, ...] = ()
    """The changes before it, with the places as they were then."""


class Overtaken(JueyiError):
    """What a step changed was changed otherwise since, elsewhere: it is not taken back, nor made again."""

    def __init__(self, step: Step) -> None:
        super().__init__(step.what)
        self.step = step


class Marking:
    """The changes of this window and of those before it. Every method may raise StoreUnavailable."""

    def __init__(self, shelf: Shelf, author: str = "", home: Path | None = None, window: str = "") -> None:
        """Work on a shelf; nothing is read before something is taken back.

        Args:
            shelf: The annotations.
            author: Who makes the changes.
            home: Where definitions of tags and the journal are kept; None for the user's folder.
            window: An identity made when the window was opened: only steps before that are taken back beside its own.
        """
        self.book = TagBook(home and home / tags_file().name)
        self._make = Changes(shelf, self.book, author)
        self._journal = Journal(home and home / undo_file().name)
        self._window = window or new_identity()
        self._changes: list[Step | Corrected] = []
        self._undone: list[Step | Corrected] = []
        self._knows_before = False
        """Whether the steps that were made before this window was opened are among them."""
        self._went_on = False
        """Whether something was changed in this window: what was taken back before can't be made again then."""

    @property
    def next_undone(self) -> Corrected | None:
        """The corrections that are to be undone next; None when something else is."""
        return _corrected(self._changes)

    @property
    def next_redone(self) -> Corrected | None:
        """The corrections that are to be made again next; None when something else is."""
        return _corrected(self._undone)

    @property
    def last(self) -> Step | Corrected | None:
        """What is to be undone next; None where nothing was changed."""
        self._know_before()
        return self._changes[-1] if self._changes else None

    def remember(self, what: What, before: str, corrected: Corrected, moved: Mapping[str, str]) -> None:
        """Remember what was done with corrections, which gave a document other ids, or another key than before."""
        does = {
            "made": self.keep_corrected,
            "undone": self.undo_corrected,
            "redone": self.redo_corrected,
            "taken back": self.forget_corrected,
        }
        does[what](before, corrected, moved)

    def keep_corrected(self, before: str, corrected: Corrected, moved: Mapping[str, str]) -> None:
        """Corrections were made."""
        self._undone.clear()
        self._went_on = True
        self._correct(before, corrected, moved)

    def redo_corrected(self, before: str, corrected: Corrected, moved: Mapping[str, str]) -> None:
        """Corrections that were undone were made again."""
        self._undone[:] = [each for each in self._undone if not _is(each, corrected)]
        self._correct(before, corrected, moved)

    def undo_corrected(self, before: str, corrected: Corrected, moved: Mapping[str, str]) -> None:
        """Corrections were taken back in their turn: what was changed before them is where it was."""
        turn = next((turn for turn, each in enumerate(self._changes) if _is(each, corrected)), None)
        if turn is None:
            return
        known = self._changes[turn]
        earlier = known.earlier if isinstance(known, Corrected) else ()
        later = [_followed(each, before, corrected.document, moved) for each in self._changes[turn + 1 :]]
        self._undone[:] = [_followed(each, before, corrected.document, moved) for each in self._undone]
        self._changes[:] = [*earlier, *later]
        self._undone.append(corrected)

    def forget_corrected(self, before: str, corrected: Corrected, moved: Mapping[str, str]) -> None:
        """Corrections were taken back out of their turn: they are not undone again."""
        self._follow(before, corrected.document, moved)
        for changes in (self._changes, self._undone):
            changes[:] = [each for each in changes if not _is(each, corrected)]

    def _follow(self, before: str, after: str, moved: Mapping[str, str]) -> None:
        for changes in (self._changes, self._undone):
            changes[:] = [_followed(each, before, after, moved) for each in changes]

    def _correct(self, before: str, corrected: Corrected, moved: Mapping[str, str]) -> None:
        self._know_before()
        earlier = tuple(self._changes)
        self._follow(before, corrected.document, moved)
        self._changes.append(replace(corrected, earlier=earlier))

    def tag(self, target: Target, tags: Iterable[str]) -> Step | None:
        """Give it these tags and no others; None when that changes nothing."""
        return self._keep(self._make.tag(target, tags))

    def note(self, target: Target, text: str, seen: str | None = None) -> Step | None:
        """Give it this note; None when that changes nothing. `seen` is the note that one began to change."""
        return self._keep(self._make.note(target, text, seen))

    def add(self, target: Target, kind: str, *, proposed: str = "", note: str = "") -> Step | None:
        """Annotate it with a kind; None when it has that already."""
        return self._keep(self._make.add(target, kind, proposed=proposed, note=note))

    def edit(self, annotation: Annotation, what: str, **fields: Any) -> Step | None:
        """Change fields of an annotation; None when it is gone or that changes nothing."""
        return self._keep(self._make.edit(annotation, what, **fields))

    def attach(self, annotation: Annotation, selectors: tuple[Selector, ...], digest: str, how: str) -> Step | None:
        """Put an annotation on words that the user chose; None when it is gone. See `Changes.attach`."""
        return self._keep(self._make.attach(annotation, selectors, digest, how))

    def carry(self, copies: Iterable[Annotation]) -> Step | None:
        """Put copies of another version's annotations beside what is there; None when there are none."""
        return self._keep(self._make.carry(copies))

    def remove(self, *annotations: Annotation) -> Step | None:
        """Remove annotations; None when they are gone."""
        return self._keep(self._make.remove(*annotations))

    def bulk(
        self,
        what: str,
        annotations: Iterable[Annotation],
        change: Callable[[Annotation], Annotation],
        progress: Progress = silent,
    ) -> Step | None:
        """Change many annotations in one step; None when that changes nothing.

        What ends it on the way, a disk that is full or `progress`, is raised after what was done is kept as a step.
        """
        try:
            return self._keep(self._make.bulk(what, annotations, change, progress))
        except CutShort as error:
            self._keep(error.step)
            raise error.cause from error

    def rename_tag(self, old: str, new: str | None) -> Step | None:
        """Give a tag another name everywhere, with those under it; None takes them away everywhere."""
        return self._keep(self._make.rename_tag(old, new))

    def define(self, tag: Tag) -> Step | None:
        """Say something of a tag."""
        return self._keep(self._make.define(tag))

    def at(self, target: Target, kind: str = "") -> Annotation | None:
        """The annotation of a kind, or without one, that is about just this."""
        return self._make.at(target, kind)

    def undo(self) -> Step | None:
        """Take the last step back; None when there is none, or when a correction is to be taken back first.

        Returns:
            What was done for it: the step reversed.

        Raises:
            Overtaken: the same was changed elsewhere since. The next time the step before it is taken back.
        """
        return self._turn(self._changes, self._undone, "undone")

    def redo(self) -> Step | None:
        """Make again what was taken back last; None and Overtaken as for taking back."""
        return self._turn(self._undone, self._changes, "redone")

    def _turn(self, source: list[Step | Corrected], other: list[Step | Corrected], what: Turn) -> Step | None:
        self._know_before()
        while source:
            step = source[-1]
            if not isinstance(step, Step):
                return None
            done = self._make.take_back(step if what == "undone" else step.reversed)
            source.pop()
            if done is None:
                self._journal.turn(step, "passed", self._window)
                raise Overtaken(step)
            self._journal.turn(step, what, self._window)
            if done.entries or done.tags:
                other.append(done.reversed if what == "undone" else done)
                return done
        return None

    def _know_before(self) -> None:
        """Put what was done before this window was opened before what was done in it."""
        if self._knows_before:
            return
        self._knows_before = True
        known = self._journal.read()
        self._changes[:0] = [each for each in known.done if each.id < self._window]
        if not self._went_on:
            self._undone[:0] = [each for each in known.undone if each.id < self._window]

    def _keep(self, step: Step | None) -> Step | None:
        if step is None:
            return None
        step = replace(step, window=self._window)
        self._journal.keep(step)
        self._changes.append(step)
        del self._changes[:-KEPT]
        self._undone.clear()
        self._went_on = True
        return step


def _is(change: Step | Corrected, corrected: Corrected) -> bool:
    """Whether a change is these corrections, or was made with some of them."""
    gone = {each.id for each in corrected.corrections}
    return isinstance(change, Corrected) and any(each.id in gone for each in change.corrections)


def _corrected(changes: Sequence[Step | Corrected]) -> Corrected | None:
    last = changes[-1] if changes else None
    return last if isinstance(last, Corrected) else None


def _followed(change: Step | Corrected, before_key: str, key: str, moved: Mapping[str, str]) -> Step | Corrected:
    """A change of a document whose places have other ids now, and which may have another key."""
    if isinstance(change, Step):
        return change.followed(before_key, key, moved)
    return replace(change, document=key) if change.document == before_key else change
