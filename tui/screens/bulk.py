"""A list of annotations of which many are marked and changed at once: tags, kind, removal, export; and taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property, partial
from typing import TYPE_CHECKING

from textual import on, work
from textual.content import Content
from textual.message import Message
from textual.widgets import Input
from textual.worker import get_current_worker

from store.annotations.records import Annotation, clean_tags
from store.errors import JueyiError
from store.progress import Cancelled
from tui.annotation_desk import AnnotationDesk
from tui.commands import commands
from tui.language import _, language, n_
from tui.messages import OpenDocument
from tui.note_rows import ConflictRow, NoteRow, NoteView
from tui.notices import refuse, tell
from tui.screens.choose_tag import ChooseTagScreen
from tui.screens.confirm import ConfirmScreen
from tui.screens.picker import Picker
from tui.screens.value import ValueRow, ValueScreen
from tui.waiting import Waiting
from tui.waiting_app import WaitingApp
from tui.widgets.rows import Rows
from tui.workspace import Workspace

if TYPE_CHECKING:
    from store.annotations.steps import Entry, Step

Change = Callable[[Annotation], Annotation]
_OF_ROWS = ("mark", "mark_all", "note", "tag", "untag", "kind", "remove", "export")
_BARE = {"mark_bare": "mark", "mark_all_bare": "mark_all"}
"""Actions whose keys are letters of the prompt, and stand for others as long as nothing is typed."""
_MARKING = {key for each in commands("notes") if each.action in _BARE for key in each.binding_keys}


class MarkPrompt(Input):
    """A prompt that leaves the keys that mark to the list as long as nothing is typed."""

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Whether a key is typed."""
        return super().check_consume_key(key, character) and (bool(self.value) or key not in _MARKING)


class BulkScreen(Picker[NoteRow | ConflictRow, OpenDocument]):
    """Marks rows and changes what is marked, or what is at the cursor, in one step that can be taken back."""

    _workspace: Workspace

    class Changed(Message):
        """Annotations were changed."""

        def __init__(self, step: Step | None) -> None:
            super().__init__()
            self.step = step

    @property
    def view(self) -> NoteView:
        """What all rows share."""
        raise NotImplementedError

    @property
    def listed(self) -> Sequence[Annotation]:
        """All annotations that are listed, each once."""
        raise NotImplementedError

    def see_changes(self) -> None:
        """Show what is on disk now."""
        raise NotImplementedError

    def show_marked(self) -> None:
        """Show which rows are marked."""
        raise NotImplementedError

    def where(self, entry: Entry) -> str:
        """The place of a change as one would cite it."""
        raise NotImplementedError

    @cached_property
    def desk(self) -> AnnotationDesk:
        """What changes single annotations, and takes steps back."""
        return AnnotationDesk(self, self._workspace, self._see_changed, self.where, group="notes")

    @property
    def row(self) -> NoteRow | ConflictRow | None:
        """The row at the cursor; none as long as the list is not there yet, or is there no more."""
        lists = self.query(Rows)
        return lists.first().current if lists else None

    @property
    def meant(self) -> list[Annotation]:
        """The annotations that are marked, else the one at the cursor."""
        row = self.row
        if self.view.marked:
            return list(self.view.marked.values())
        return [row.annotation] if isinstance(row, NoteRow) else []

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is done to annotations needs some, what is done to a conflict needs one at the cursor."""
        row = self.row
        if action in _BARE:
            return bool(row) and not self.text
        if action == "take":
            return isinstance(row, ConflictRow)
        if action == "remove":
            return bool(row)
        return action not in _OF_ROWS or bool(row)

    def forget_gone(self, annotations: Sequence[Annotation]) -> None:
        """Keep marked only what is still there, as it is now."""
        marked = self.view.marked
        if marked:
            now = {each.id: each for each in annotations if each.id in marked}
            marked.clear()
            marked.update(now)

    def action_mark(self) -> None:
        """Mark the row at the cursor, or take its mark away, and go on to the next."""
        row = self.row
        if isinstance(row, NoteRow):
            if self.view.marked.pop(row.annotation.id, None) is None:
                self.view.marked[row.annotation.id] = row.annotation
            self.show_marked()
        self.list.action_cursor_down()

    def action_mark_all(self) -> None:
        """Mark all that is listed; when all of it is marked, nothing."""
        marked, listed = self.view.marked, self.listed
        if all(each.id in marked for each in listed):
            for each in listed:
                marked.pop(each.id, None)
        else:
            marked.update({each.id: each for each in listed})
        self.show_marked()

    def action_mark_bare(self) -> None:
        """Mark while nothing is typed."""
        self.action_mark()

    def action_mark_all_bare(self) -> None:
        """Mark all while nothing is typed."""
        self.action_mark_all()

    def action_note(self) -> None:
        """Write the note of the annotation at the cursor."""
        row = self.row
        if isinstance(row, NoteRow):
            self.desk.note_of(row.annotation, f"{row.annotation.document} {self.view.address(row.annotation)}")

    def action_tag(self) -> None:
        """Give all that is meant one more tag."""
        self._ask_tag(_("Give a tag"), {}, self._give)

    def action_untag(self) -> None:
        """Take a tag away from all that is meant."""
        borne = dict.fromkeys(tag for each in self.meant for tag in each.tags)
        if borne:
            counts = {tag: sum(tag in each.tags for each in self.meant) for tag in borne}
            self._ask_tag(_("Take a tag away"), counts, self._take_tag)
        elif self.meant:
            tell(self, _("Nothing of this has a tag."))

    def action_kind(self) -> None:
        """Make all that is meant one kind."""
        if not self.meant:
            return
        kinds = self._workspace.kinds.values()
        rows = [ValueRow(kind.name, kind.label(language())) for kind in kinds]
        rows.append(ValueRow("", _("no kind")))
        title = self._title_of(_("Kind"))
        self.app.push_screen(ValueScreen(title, _("part of a name"), rows=rows), self._set_kind)

    def action_remove(self) -> None:
        """Remove all that is meant, or let the state go that gave way; the user is asked first."""
        row = self.row
        if isinstance(row, ConflictRow) and not self.view.marked:
            self._ask(_("Let the state go that gave way? It can't be brought back."), partial(self._settle, row, False))
        elif self.meant:
            count = len(self.meant)
            question = n_("Remove {count} annotation?", "Remove {count} annotations?", count).format(count=count)
            self._ask(question, partial(self._change, "removal", self.meant, _emptied))

    def action_take(self) -> None:
        """Take the state that gave way in the stead of the one that counts."""
        row = self.row
        if isinstance(row, ConflictRow):
            self._settle(row, True)

    def action_export(self) -> None:
        """Write what is marked, or else all that is listed, to a file."""
        from tui.screens.export import ExportScreen

        chosen = self.view.marked or [each.id for each in self.listed]
        if chosen:
            self.app.push_screen(ExportScreen(self._workspace, None, frozenset(chosen)))

    def action_undo(self) -> None:
        """Take the last change back."""
        self.desk.undo()

    def action_redo(self) -> None:
        """Make again what was taken back last."""
        self.desk.redo()

    @work(thread=True, exclusive=True, group="bulk")
    def change(self, what: str, annotations: Sequence[Annotation], change: Change, waiting: Waiting) -> None:
        """Change annotations, which may take long."""
        step = None
        try:
            with waiting:
                step = self._workspace.marking.bulk(what, annotations, change, waiting)
        except Cancelled:
            self.app.call_from_thread(tell, self, _("Ended before all were changed; what was changed can be undone."))
        except JueyiError as error:
            self.app.call_from_thread(refuse, self, error)
        if not get_current_worker().is_cancelled:
            self.post_message(self.Changed(step))

    @on(Changed)
    def show_changed(self, message: Changed) -> None:
        """Show what was changed."""
        self.desk.tell_step(message.step)

    def _see_changed(self) -> None:
        self.view.forget()
        self.see_changes()

    def _change(self, what: str, annotations: Sequence[Annotation], change: Change) -> None:
        app = self.app
        assert isinstance(app, WaitingApp)
        self.change(what, annotations, change, app.wait_for(_("Changing annotations")))

    def _ask_tag(self, title: str, counts: dict[str, int], then: Callable[[str | None], None]) -> None:
        if self.meant:
            screen = ChooseTagScreen(self._workspace, self._title_of(title), counts)
            self.app.push_screen(screen, then)

    def _title_of(self, what: str) -> Content:
        count = len(self.meant)
        meant = n_("{count} annotation", "{count} annotations", count).format(count=count)
        return Content.assemble((what, "bold"), "   ", (meant, "$text-muted"))

    def _ask(self, question: str, then: Callable[[], None]) -> None:
        def agreed(yes: bool | None) -> None:
            if yes:
                then()

        self.app.push_screen(ConfirmScreen(question), agreed)

    def _give(self, tag: str | None) -> None:
        if tag:
            self._change("tags", self.meant, lambda each: replace(each, tags=clean_tags((*each.tags, tag))))

    def _take_tag(self, tag: str | None) -> None:
        if tag:
            self._change("tags", self.meant, lambda each: replace(each, tags=_without(each.tags, tag)))

    def _set_kind(self, kind: str | None) -> None:
        if kind is not None:
            self._change("kind", self.meant, lambda each: replace(each, kind=kind) if _may_be(each, kind) else each)

    def _settle(self, row: ConflictRow, take: bool) -> None:
        """End a conflict. What is taken changes the annotation in a step of its own, which can be taken back."""
        lost, kept = row.contested.conflict.lost, row.contested.kept
        shelf, marking = self._workspace.shelf, self._workspace.marking
        step = None
        try:
            if take and kept:
                said = {"tags": lost.tags, "note": lost.note, "kind": lost.kind, "proposed": lost.proposed}
                step = marking.edit(kept, "note", **said)
            shelf.settle(row.contested.document, row.contested.conflict.id, take and kept is None)
        except JueyiError as error:
            refuse(self, error)
        self.desk.tell_step(step)


def _without(tags: Sequence[str], tag: str) -> tuple[str, ...]:
    return tuple(each for each in tags if each != tag)


def _emptied(annotation: Annotation) -> Annotation:
    """One that says nothing, which is none."""
    return replace(annotation, tags=(), note="", kind="", proposed="")


def _may_be(annotation: Annotation, kind: str) -> bool:
    """What loses its kind and says nothing else would be lost with it; proposed words belong to an amendment."""
    return bool(kind or annotation.tags or annotation.note) and not (annotation.proposed and kind != annotation.kind)
