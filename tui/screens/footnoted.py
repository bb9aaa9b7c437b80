"""What is listed over the text, its footnotes and the check of its citations, and footnotes as places to annotate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.messages import OpenDocument
from tui.screens.filtered import FilteredScreen
from tui.typeset import widths_for

if TYPE_CHECKING:
    from tui.widgets.popover import Popover


class FootnotedScreen(FilteredScreen):
    """Adds the list of footnotes with tags and notes on them, and the check of citations."""

    def action_list_footnotes(self) -> None:
        """List the footnotes, beginning with the first of the paragraph."""
        if self.document:
            from tui.screens.footnotes import FootnoteScreen

            links = self.pane.links(self.pane.cursor or "")
            start = next((link.target for link in links if link.kind == "marker"), None)
            widths = widths_for(self.workspace.config.ambiguous_width)
            document = self.document[1]
            screen = FootnoteScreen(document, lambda: self.marks, self.annotate, widths, start)
            self.app.push_screen(screen, self._go_to_marker)

    def action_check_citations(self) -> None:
        """Show what the library says to each citation of the document."""
        if self.document:
            from tui.screens.judged import JudgedScreen

            key, document = self.document
            widths = widths_for(self.workspace.config.ambiguous_width)
            self.app.push_screen(JudgedScreen(self.workspace.library, key, document, widths), self._go_to_cited)

    def _go_to_cited(self, place: str | None) -> None:
        if place and self.document:
            self.post_message(OpenDocument(self.document[0], place))

    def annotate(self, place: str, what: str) -> None:
        """Open the tags, "tag", or the note, "note", of a place."""
        if what == "tag":
            self.tag_place(place)
        else:
            self.note_place(place)

    def see_changes(self) -> None:
        """Show the tags and notes as they are on disk now, on an open footnote as well."""
        super().see_changes()
        if self.popover and self.popover.cause:
            self.give_marks(self.popover)
            self.popover.follow(self.pane.link_region(self.popover.cause), self.pane.content_region)

    def on_popover_annotation_wanted(self, message: Popover.AnnotationWanted) -> None:
        """Annotate a footnote that floats over the text, or words in it."""
        if message.what == "tag":
            self.action_tag()
        else:
            self.action_note()

    def _go_to_marker(self, note: str | None) -> None:
        if note and self.document:
            self.workspace.history.leave(self.position)
            self.stand_at_note(self.document[1], note)
