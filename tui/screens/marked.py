"""What a reader does with a paragraph: tag it, note on it, copy it, and take a change back."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from textual.content import Content

from store.annotations.records import Annotation
from store.errors import JueyiError
from tui.change_words import change_words
from tui.language import N_, _, in_a_row
from tui.marking import Change
from tui.messages import OpenCard, OpenDocument
from tui.naming import place_name
from tui.notices import refuse, tell
from tui.screens.peeked import PeekedScreen
from tui.shown_keys import key_shown, keys
from tui.typeset import visible
from tui.widgets.marks import Mark

_UNDOES = N_("{key} takes it back.")


class MarkedScreen(PeekedScreen):
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
            where = place_name(self.document[1], place)
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
            from tui.quoting import reference
            from tui.screens.note import NoteScreen

            key, text = self.document[0], self.document[1].text_of(place)
            where = reference(self.document[1], key, place)
            title = Content.assemble((_("Note"), "bold"), "   ", (visible(where), "$text-muted"))
            note = self.marks.get(place, Mark()).note
            draft = partial(self._draft, key, place)
            unfinished = self.workspace.drafts.of(key, place)
            left = unfinished.text if unfinished else None
            save = partial(self._save_note, key, place, text, note)
            self.app.push_screen(NoteScreen(title, note, save, draft, left))

    def _draft(self, key: str, place: str, text: str | None) -> Path | None:
        """Keep what is being written, or drop it."""
        if text is None:
            self.workspace.drafts.drop(key, place)
            return None
        return self.workspace.drafts.keep(key, place, text)

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
            none = _("This paragraph has neither tags nor a note: {tag} tags it, {note} writes one.")
            tell(self, none.format(**keys(self, tag="reader.tag", note="reader.note")))
        else:
            self.see_changes()
            self._tell_change(change)

    def action_undo(self) -> None:
        """Take the last change back, and show where it was."""
        try:
            change = self.workspace.marking.undo()
        except JueyiError as error:
            refuse(self, error)
            return
        if change is None:
            tell(self, _("There is nothing to undo: no tag or note was changed since jueyi was opened."))
        else:
            self._show_done(change, _("Undone."), change.after, change.before, _("{key} does it again."), "reader.redo")

    def action_redo(self) -> None:
        """Do again what was undone last, and show where it is."""
        try:
            change = self.workspace.marking.redo()
        except JueyiError as error:
            refuse(self, error)
            return
        if change is None:
            undo = key_shown(self, "reader.undo")
            tell(self, _("There is nothing to do again: {key} undoes first.").format(key=undo))
        else:
            self._show_done(change, _("Done again."), change.before, change.after, _(_UNDOES), "reader.undo")

    def action_copy(self) -> None:
        """Copy the paragraph with its citation, in the form that the settings say."""
        if self.document and self.pane.cursor:
            from tui.quoting import quotation

            key, document = self.document
            self._copy(quotation(document, key, self.pane.cursor, self.workspace.config.cite))

    def action_copy_bare(self) -> None:
        """Copy the text of the paragraph alone."""
        if self.document and self.pane.cursor:
            self._copy(self.document[1].text_of(self.pane.cursor))

    def _copy(self, text: str) -> None:
        from tui.copying import copy_text
        from tui.quoting import cited

        if self.document and (place := self.pane.cursor):
            key, document = self.document
            copy_text(self, text, cited(document, key, place, place, self.workspace.config.cite))

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
        self._tell_change(self.workspace.marking.tag(key, place, text, tags))

    def _save_note(self, key: str, place: str, text: str, seen: str, note: str) -> None:
        change = self.workspace.marking.note(key, place, text, note, seen)
        self._tell_change(change)
        if change and any(each.lost.place == place for each in self.workspace.shelf.conflicts(key)):
            told = _("Another window had written a note here: both are kept, see {key}.")
            tell(self, told.format(**keys(self, key="reader.list-notes")))

    def _tell_change(self, change: Change | None) -> None:
        """Say what changed, if anything did, and which key takes it back."""
        self.see_changes()
        if change:
            undoes = _(_UNDOES).format(**keys(self, key="reader.undo"))
            tell(self, in_a_row(change_words(change.before, change.after, self._where(change)), undoes))

    def _show_done(
        self,
        change: Change,
        done: str,
        before: Annotation | None,
        after: Annotation | None,
        reverse: str,
        command: str,
    ) -> None:
        """Go where something was undone or done again; say what became of it and which key reverses it."""
        self.see_changes()
        if self.document and self.document[0] == change.document:
            self.leave_for(change.place)
            if change.place in self.document[1].notes_by_id:
                self.stand_at_note(self.document[1], change.place)
            else:
                self.jump(change.place)
        what = change_words(before, after, self._where(change))
        tell(self, in_a_row(done, what, reverse.format(key=key_shown(self, command))))

    def _where(self, change: Change) -> str:
        """The place of a change as one would cite it, with its document if that is not the one on the screen."""
        if self.document and self.document[0] == change.document:
            return place_name(self.document[1], change.place)
        return f"{change.document} {change.place}"
