"""What one does to annotations on any screen: tags, a note, a kind, removing, taking back, and being told of it.

A screen gives it what is to be annotated and shows the changes; the panels are opened here.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual.content import Content
from textual.screen import Screen

from store.annotations.kinds import AMENDMENT, kind_named
from store.annotations.records import Annotation
from store.annotations.target import Target
from store.errors import JueyiError
from tui.change_words import change_words
from tui.language import _, in_a_row, language
from tui.marking import Overtaken
from tui.notices import refuse, tell
from tui.shown_keys import key_shown
from tui.typeset import visible
from tui.workspace import Workspace

if TYPE_CHECKING:
    from store.annotations.steps import Entry, Step
    from store.annotations.tag_book import Tag
    from tui.screens.note import Draft

Where = Callable[["Entry"], str]
"""The place of an entry as one would cite it."""


class AnnotationDesk:
    """Annotates for one screen."""

    def __init__(
        self,
        screen: Screen[Any],
        workspace: Workspace,
        see_changes: Callable[[], None],
        where: Where,
        group: str = "reader",
    ) -> None:
        """Work for a screen.

        Args:
            screen: Over which panels are opened.
            workspace: What it works with.
            see_changes: Shows what is on disk now.
            where: Names the places of what was changed.
            group: Whose keys take a change back and make it again.
        """
        self._screen = screen
        self._workspace = workspace
        self._see_changes = see_changes
        self._where = where
        self._group = group

    @property
    def marking(self) -> Any:
        """What makes the changes."""
        return self._workspace.marking

    def tag(self, target: Target, where: str) -> None:
        """Offer tags."""
        from tui.screens.tags import TagScreen

        known = self.marking.at(target)
        save = partial(self._save_tags, target)
        self._open(TagScreen(self._workspace, where, target.quote, known.tags if known else (), save))

    def tag_of(self, annotation: Annotation, where: str) -> None:
        """Offer tags for an annotation that is there."""
        from tui.screens.tags import TagScreen

        save = partial(self._edit, annotation, "tags", "tags")
        self._open(TagScreen(self._workspace, where, annotation.quote, annotation.tags, save))

    def give(self, target: Target, tag: str) -> None:
        """Give a tag, or take it away where it is given."""
        self._do(lambda: self.marking.tag(target, self._switched(target, tag)))

    def note(self, target: Target, where: str) -> None:
        """Write a note."""
        from tui.screens.note import NoteScreen

        known = self.marking.at(target)
        seen = known.note if known else ""
        save = partial(self._save_note, target, seen)
        self._open(NoteScreen(_title(_("Note"), where), seen, save, *self._draft(target.document, _about(target))))

    def note_of(self, annotation: Annotation, where: str) -> None:
        """Write the note of an annotation that is there."""
        from tui.screens.note import NoteScreen

        save = partial(self._edit, annotation, "note", "note")
        draft = self._draft(annotation.document, f"note {annotation.id}")
        self._open(NoteScreen(_title(_("Note"), where), annotation.note, save, *draft))

    def put(self, target: Target, kind: str, where: str) -> None:
        """Annotate with a kind; an amendment is written first."""
        if kind == AMENDMENT:
            self._amend(target, where)
        else:
            self._do(lambda: self.marking.add(target, kind), _("It is that already."))

    def propose(self, annotation: Annotation, where: str) -> None:
        """Write the words that an amendment puts in the stead of those that stand there."""
        from tui.screens.amendment import AmendmentScreen

        save = partial(self._edit, annotation, "amendment", "proposed")
        title = _title(self.kind_label(annotation.kind), where)
        draft = self._draft(annotation.document, f"amendment {annotation.id}")
        self._open(AmendmentScreen(title, annotation.quote, annotation.proposed, save, *draft))

    def highlight(self, target: Target) -> None:
        """Highlight, or take the highlight away where it is."""
        known = self.marking.at(target, "highlight")
        self._do(lambda: self.marking.remove(known) if known else self.marking.add(target, "highlight"))

    def remove(self, *annotations: Annotation) -> None:
        """Remove annotations."""
        self._do(lambda: self.marking.remove(*annotations))

    def define(self, tag: Tag) -> None:
        """Say something of a tag."""
        self._do(lambda: self.marking.define(tag))

    def undo(self) -> Step | None:
        """Take the last step back, and say it."""
        none = _("There is nothing to undo: no tag or note was changed yet.")
        return self._turn(self.marking.undo, _("Undone."), none, _("{key} does it again."), "redo")

    def redo(self) -> Step | None:
        """Make again what was taken back last, and say it."""
        undo = key_shown(self._screen, f"{self._group}.undo")
        none = _("There is nothing to do again: {key} undoes first.").format(key=undo)
        return self._turn(self.marking.redo, _("Done again."), none, _("{key} takes it back."), "undo")

    def tell_step(self, step: Step | None) -> None:
        """Show what changed, if anything did, and say it and which key takes it back."""
        self._see_changes()
        if step:
            undoes = _("{key} takes it back.").format(key=key_shown(self._screen, f"{self._group}.undo"))
            tell(self._screen, in_a_row(self._words(step), undoes))

    def kind_label(self, name: str) -> str:
        """What a kind is called."""
        return kind_named(self._workspace.kinds, name).label(language())

    def _amend(self, target: Target, where: str) -> None:
        from tui.screens.amendment import AmendmentScreen

        title = _title(self.kind_label(AMENDMENT), where)
        draft = self._draft(target.document, f"amendment {_about(target)}")
        save = partial(self._save_amendment, target)
        self._open(AmendmentScreen(title, target.quote, target.quote, save, *draft))

    def _switched(self, target: Target, tag: str) -> tuple[str, ...]:
        known = self.marking.at(target)
        tags = known.tags if known else ()
        return tuple(each for each in tags if each != tag) if tag in tags else (*tags, tag)

    def _save_tags(self, target: Target, tags: tuple[str, ...]) -> None:
        self.tell_step(self.marking.tag(target, tags))

    def _save_note(self, target: Target, seen: str, note: str) -> None:
        step = self.marking.note(target, note, seen)
        self.tell_step(step)
        if step:
            self._tell_conflict(step.entries[0])

    def _save_amendment(self, target: Target, proposed: str) -> None:
        """What proposes nothing else is none."""
        if proposed != target.quote:
            self.tell_step(self.marking.add(target, AMENDMENT, proposed=proposed))

    def _tell_conflict(self, entry: Entry) -> None:
        if any(each.lost.id == entry.id for each in self._workspace.shelf.conflicts(entry.document)):
            told = _("Another window had written a note here: both are kept, see {key}.")
            tell(self._screen, told.format(key=key_shown(self._screen, "reader.list-notes")))

    def _draft(self, document: str, about: str) -> tuple[Draft, str | None]:
        """How what is being written is kept beside, and what was left unfinished."""
        drafts = self._workspace.drafts

        def keep(text: str | None) -> Path | None:
            if text is None:
                drafts.drop(document, about)
                return None
            return drafts.keep(document, about, text)

        left = drafts.of(document, about)
        return keep, left.text if left else None

    def _edit(self, annotation: Annotation, what: str, field: str, value: object) -> None:
        self.tell_step(self.marking.edit(annotation, what, **{field: value}))

    def _do(self, change: Callable[[], Step | None], otherwise: str = "") -> None:
        try:
            step = change()
        except JueyiError as error:
            refuse(self._screen, error)
            return
        self.tell_step(step)
        if step is None and otherwise:
            tell(self._screen, otherwise)

    def _turn(self, turn: Callable[[], Step | None], done: str, none: str, reverse: str, command: str) -> Step | None:
        try:
            step = turn()
        except Overtaken as error:
            self._see_changes()
            place = self._where(error.step.entries[0]) if error.step.entries else ""
            others = _("{where} was changed elsewhere since: it is left as it is now.")
            tell(self._screen, others.format(where=place))
            return None
        except JueyiError as error:
            refuse(self._screen, error)
            return None
        if step is None:
            tell(self._screen, none)
            return None
        self._see_changes()
        key = key_shown(self._screen, f"{self._group}.{command}")
        tell(self._screen, in_a_row(done, self._words(step), reverse.format(key=key)))
        return step

    def _words(self, step: Step) -> str:
        return change_words(step, self._where, self.kind_label)

    def _open(self, panel: Screen[Any]) -> None:
        self._screen.app.push_screen(panel)


def _about(target: Target) -> str:
    """What a draft is about: a place by its id, else the ranges."""
    if target.scope == "place":
        return target.place
    ranges = (f"{each.place}:{each.start}-{each.end}" for each in target.selectors)
    return " ".join((target.scope, *ranges))


def _title(what: str, where: str) -> Content:
    return Content.assemble((what, "bold"), "   ", (visible(where), "$text-muted"))
