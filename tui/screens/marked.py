"""What a reader does with a paragraph or with words of it: tag it, note on it, copy it, and take a change back."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from textual.message import Message

from store.document import Document
from tui.language import _
from tui.naming import place_name
from tui.notices import tell
from tui.screens.peeked import PeekedScreen
from tui.shown_keys import keys

if TYPE_CHECKING:
    from store.annotations.steps import Entry, Step
    from store.annotations.target import Target
    from tui.annotation_desk import AnnotationDesk
    from tui.widgets.page.selection import Chosen
    from tui.widgets.popover import Popover


class MarkedScreen(PeekedScreen):
    """Adds tags and notes to the document."""

    @cached_property
    def desk(self) -> AnnotationDesk:
        """What annotates for this screen."""
        from tui.annotation_desk import AnnotationDesk

        return AnnotationDesk(self, self.workspace, self.see_changes, self._where)

    @property
    def target(self) -> Target | None:
        """What is to be annotated: what is selected, the citation at the cursor, the footnote or paragraph there."""
        from store.annotations.target import place_target, words_target

        if not self.document:
            return None
        key, document = self.document
        parts = [(part.block, part.start, part.end) for part in self.selection] or self._cited
        if parts:
            return words_target(key, document, parts, self._digest(key))
        return place_target(key, document, self._place, self._digest(key)) if self._place else None

    @property
    def noted(self) -> Popover | None:
        """The footnotes over the text, while the keys are theirs."""
        return self.popover if self.popover and self.popover.has_focus else None

    @property
    def selection(self) -> list[Chosen]:
        """What is selected, in the text or in the footnotes over it."""
        return self.noted.parts if self.noted else self.pane.selection

    def leave_chosen(self) -> None:
        """Have done with what is selected and picked out."""
        self.pane.leave_chosen()
        if self.popover:
            self.popover.chosen = None

    def place_target(self, place: str) -> Target | None:
        """A whole block or footnote of the document."""
        from store.annotations.target import place_target

        return place_target(*self.document, place, self._digest(self.document[0])) if self.document else None

    def target_name(self, target: Target) -> str:
        """What is to be annotated as one would cite it, with the words where it is not all."""
        if self.document is None:
            return target.place
        if target.scope == "range":
            return f"{place_name(self.document[1], target.place)}  “{' '.join(target.quote.split())}”"
        if len(target.places) > 1:
            from store.library.citing import range_address
            from tui.addresses import spoken_address

            return spoken_address(range_address(self.document[1], target.places[0], target.places[-1]))
        return place_name(self.document[1], target.place)

    def action_tag(self) -> None:
        """Offer tags for what is to be annotated."""
        target = self.target
        if target:
            self.desk.tag(target, self.target_name(target))

    def tag_place(self, place: str) -> None:
        """Offer tags for a block or footnote."""
        target = self.place_target(place)
        if target:
            self.desk.tag(target, self.target_name(target))

    def action_note(self) -> None:
        """Write a note on what is to be annotated."""
        target = self.target
        if target:
            self._note(target)

    def note_place(self, place: str) -> None:
        """Write a note on a block or footnote."""
        target = self.place_target(place)
        if target:
            self._note(target)

    def action_remove_mark(self) -> None:
        """Remove tags and note of what is at the cursor."""
        target = self.target
        known = self.workspace.marking.at(target) if target else None
        if known:
            self.desk.remove(known)
        elif target:
            none = _("This paragraph has neither tags nor a note: {tag} tags it, {note} writes one.")
            tell(self, none.format(**keys(self, tag="reader.tag", note="reader.note")))

    def action_undo(self) -> None:
        """Take the last change back, and show where it was."""
        self._show_done(self.desk.undo())

    def action_redo(self) -> None:
        """Do again what was undone last, and show where it is."""
        self._show_done(self.desk.redo())

    def action_copy(self) -> None:
        """Copy the paragraph, or the footnote over it, with its citation, in the form that the settings say."""
        if self.document and self._copied:
            from tui.quoting import quotation

            key, document = self.document
            self._copy(quotation(document, key, self._copied, self.workspace.config.cite))

    def action_copy_bare(self) -> None:
        """Copy its text alone."""
        if self.document and self._copied:
            self._copy(self.document[1].text_of(self._copied))

    def _copy(self, text: str) -> None:
        from tui.copying import copy_text
        from tui.quoting import cited

        if self.document and (place := self._copied):
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

    def _go(self, request: Message | None) -> None:
        if request:
            self.post_message(request)

    @property
    def _place(self) -> str | None:
        """The footnote over the text, the one selected below the paragraph, or the paragraph at the cursor."""
        return self.noted.note if self.noted else self.pane.footnote or self.pane.cursor

    @property
    def _copied(self) -> str | None:
        return self.noted.note if self.noted else self.pane.cursor

    @property
    def _cited(self) -> list[tuple[str, int, int]]:
        """The words of the citation that is selected."""
        link = self.pane.link if not self.noted else None
        return [(link.block, link.at, link.end)] if link and link.kind == "citation" else []

    def _digest(self, key: str) -> str:
        entry = self.workspace.library.entry(key)
        return entry.digest if entry else ""

    def _note(self, target: Target) -> None:
        from tui.quoting import reference

        assert self.document is not None
        if target.scope == "place":
            self.desk.note(target, reference(self.document[1], self.document[0], target.place))
        else:
            self.desk.note(target, self.target_name(target))

    def _show_done(self, step: Step | None) -> None:
        """Go where something was undone or done again."""
        if not step or not self.document or self.document[0] != step.document:
            return
        document: Document = self.document[1]
        self.leave_for(step.place)
        if step.place in document.notes_by_id:
            self.leave_for(step.place)
            self.stand_at_note(document, step.place)
        elif step.place in document.by_id:
            self.leave_for(step.place)
            self.jump(step.place)

    def _where(self, entry: Entry) -> str:
        """The place of a change as one would cite it, with its document if that is not the one on the screen."""
        if self.document and self.document[0] == entry.document:
            if not entry.place:
                return _("orphan") if entry.is_orphan else _("whole document")
            document = self.document[1]
            if entry.place in document.by_id or entry.place in document.notes_by_id:
                return place_name(document, entry.place)
        return f"{entry.document} {entry.place}".strip()
