"""What a reader does with a paragraph: tag it, note on it, copy it, and take a change back."""

from __future__ import annotations

from functools import partial

from textual.content import Content

from store.errors import JueyiError
from store.library.places import address
from tui.language import _
from tui.marking import Change
from tui.messages import OpenCard, OpenDocument
from tui.notices import refuse, tell
from tui.screens.linked import LinkedScreen
from tui.typeset import visible
from tui.widgets.marks import Mark


class MarkedScreen(LinkedScreen):
    """Adds tags and notes to the document."""

    def action_tag(self) -> None:
        """Offer tags for the paragraph, or for the footnote selected below it."""
        if self._place:
            self.tag_place(self._place)

    def tag_place(self, place: str) -> None:
        """Offer tags for a block or footnote."""
        if self.document:
            from tui.screens.tags import TagScreen

            key, text = self.document[0], self.document[1].text_of(place)
            where = address(self.document[1], place)
            tags = self.marks.get(place, Mark()).tags
            save = partial(self._save_tags, key, place, text)
            self.app.push_screen(TagScreen(self.workspace, where, text, tags, save))

    def action_note(self) -> None:
        """Write a note on the paragraph, or on the footnote selected below it."""
        if self._place:
            self.note_place(self._place)

    def note_place(self, place: str) -> None:
        """Write a note on a block or footnote."""
        if self.document:
            from tui.quoting import citation
            from tui.screens.note import NoteScreen

            key, text = self.document[0], self.document[1].text_of(place)
            where = citation(self.document[1], key, place)
            title = Content.assemble((_("Note"), "bold"), "   ", (visible(where), "$text-muted"))
            note = self.marks.get(place, Mark()).note
            self.app.push_screen(NoteScreen(title, note, partial(self._save_note, key, place, text)))

    def action_remove_mark(self) -> None:
        """Remove tags and note of the paragraph, or of the footnote selected below it."""
        if not self.document or not self._place:
            return
        try:
            change = self.workspace.marking.remove(self.document[0], self._place)
        except JueyiError as error:
            refuse(self, error)
            return
        if change is None:
            tell(self, _("This paragraph has neither tags nor a note."))
        else:
            self.see_changes()
            tell(self, _("Tags and note removed. u brings them back."))

    def action_undo(self) -> None:
        """Take the last change back, and show where it was."""
        try:
            change = self.workspace.marking.undo()
        except JueyiError as error:
            refuse(self, error)
            return
        if change is None:
            tell(self, _("There is nothing to undo."))
        else:
            self._show_undone(change)

    def action_copy(self) -> None:
        """Copy the paragraph with its citation."""
        if self.document and self.pane.cursor:
            from tui.copying import copy_text
            from tui.quoting import citation, quotation

            key, document = self.document
            what = citation(document, key, self.pane.cursor)
            copy_text(self, quotation(document, key, self.pane.cursor), what)

    def action_list_notes(self) -> None:
        """List all tags and notes of the document, or of the library."""
        from tui.screens.notes import NotesScreen

        self.app.push_screen(NotesScreen(self.workspace, self.document), self._go)

    def action_export(self) -> None:
        """Write the tags and notes to a file."""
        if self.document:
            from tui.screens.export import ExportScreen

            self.app.push_screen(ExportScreen(self.workspace, self.document[0]))

    def action_details(self) -> None:
        """Show what is known of the document."""
        if self.document:
            from tui.screens.details import DetailsScreen

            self.app.push_screen(DetailsScreen(self.workspace, *self.document), self._go)

    def _go(self, request: OpenCard | OpenDocument | None) -> None:
        if request:
            self.post_message(request)

    @property
    def _place(self) -> str | None:
        """The paragraph at the cursor, or the footnote selected below it."""
        return self.pane.footnote or self.pane.cursor

    def _save_tags(self, key: str, place: str, text: str, tags: tuple[str, ...]) -> None:
        change = self.workspace.marking.tag(key, place, text, tags)
        self.see_changes()
        before = change.before.tags if change and change.before else ()
        taken = [tag for tag in before if tag not in tags]
        if taken:
            tell(self, _("Tag “{tag}” removed. u brings it back.").format(tag=taken[0]))

    def _save_note(self, key: str, place: str, text: str, note: str) -> None:
        change = self.workspace.marking.note(key, place, text, note)
        self.see_changes()
        if change is None:
            return
        if change.after and change.after.note:
            tell(self, _("Note kept. u undoes it."))
        else:
            tell(self, _("Note removed. u brings it back."))

    def _show_undone(self, change: Change) -> None:
        self.see_changes()
        if not self.document or self.document[0] != change.document:
            tell(self, _("Undone in {document}.").format(document=change.document))
            return
        if change.place in self.document[1].notes_by_id:
            self.stand_at_note(self.document[1], change.place)
        else:
            self.jump(change.place)
        tell(self, _("Undone at {place}.").format(place=address(self.document[1], change.place)))
