"""What a reader does with kinds of annotations, highlights and the tags that have keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.events import Key
from textual.message import Message

from store.errors import JueyiError
from tui.history import Position
from tui.language import _
from tui.messages import AnnotateDocument, OpenTarget
from tui.notices import refuse, tell
from tui.screens.marked import MarkedScreen
from tui.shown_keys import keys
from tui.typeset import widths_for
from tui.widgets.reading_pane import ReadingPane

if TYPE_CHECKING:
    from store.annotations.records import Annotation
    from store.annotations.tag_book import Tag
    from store.annotations.target import Target
    from tui.widgets.tag_keys import TagKeys


class AnnotatedScreen(MarkedScreen):
    """Adds kinds, highlights, the keys of tags, and annotations of the document as a whole."""

    _pressed: str | None = None
    """The character of the last key, by which the tag is known that it gives."""
    _tag_keys: TagKeys | None = None

    async def furnish(self) -> None:
        """Add the line of the tags that have keys."""
        await super().furnish()
        if self._tag_keys is None and self.stands:
            from tui.widgets.tag_keys import TagKeys

            line = TagKeys()
            line.ambiguous_width = self.workspace.config.ambiguous_width
            await self.mount(line)
            self._tag_keys = line
            self._show_tag_keys()

    def shown(self, wanted: Position) -> None:
        """Ask for the dictionary where amendments are to be shown by word."""
        super().shown(wanted)
        self._want_words()

    def see_changes(self) -> None:
        """Show what is on disk now, also of the tags' keys."""
        super().see_changes()
        self._show_tag_keys()
        self._want_words()

    def on_resize(self) -> None:
        """The line of tags gives way in a low window."""
        if self._tag_keys is not None and self._tag_keys.is_attached:
            self._tag_keys.fit()

    def on_key(self, event: Key) -> None:
        """Know which key was pressed when a tag is given by it."""
        self._pressed = event.character

    @on(ReadingPane.NoteLinkFollowed)
    def follow_note_link(self, message: ReadingPane.NoteLinkFollowed) -> None:
        """Go where a link in a note leads."""
        self.post_message(OpenTarget(message.target, self.document))

    def on_tag_keys_pressed(self, message: TagKeys.Pressed) -> None:
        """A click on a tag of the line is its key."""
        self._give(message.key)

    def action_give_tag(self) -> None:
        """Give the tag that has the key that was pressed, or take it away."""
        self._give(self._pressed or "")

    def action_highlight(self) -> None:
        """Highlight what is selected, or the paragraph; or take that away again."""
        target = self.target
        if target:
            self.desk.highlight(target)
            self.leave_chosen()

    def action_annotate(self) -> None:
        """Offer all that can be put on what is selected, or on the paragraph, and what is noted there."""
        target = self.target
        if target:
            self.offer_annotations(target, self.target_name(target))

    @on(AnnotateDocument)
    def action_annotate_document(self) -> None:
        """The same for the document as a whole."""
        from store.annotations.target import document_target

        if self.document:
            key, document = self.document
            entry = self.workspace.library.entry(key)
            target = document_target(key, document.front.title or "", entry.digest if entry else "")
            self.offer_annotations(target, _("whole document"))

    def action_list_tags(self) -> None:
        """List all tags as a tree."""
        from tui.screens.tag_tree import TagTreeScreen

        self.app.push_screen(TagTreeScreen(self.workspace, self.desk), self._show_bearing)

    def offer_annotations(self, target: Target, where: str) -> None:
        """Open the panel of annotations of a thing."""
        from tui.screens.annotations import AnnotationsScreen

        widths = widths_for(self.workspace.config.ambiguous_width)
        screen = AnnotationsScreen(self.desk, target, where, lambda: self._noted(target), self.workspace.kinds, widths)
        self.app.push_screen(screen, self._go_from_panel)

    def _noted(self, target: Target) -> list[Annotation]:
        """All that is about a thing, or about some of it."""
        present = self.workspace.shelf.of(target.document)
        if not target.places:
            return [each for each in present if each.scope == target.scope]
        return [each for each in present if set(each.places) & set(target.places)]

    def _go_from_panel(self, request: Message | None) -> None:
        self.leave_chosen()
        if request:
            self.post_message(request)

    def _show_bearing(self, tag: str | None) -> None:
        """List what bears a tag."""
        if tag:
            from store.listing.wanted import tag_filter
            from tui.screens.notes import NotesScreen

            self.app.push_screen(NotesScreen(self.workspace, self.document, tag_filter(tag)), self._go)

    def _give(self, key: str) -> None:
        target, tag = self.target, self._keyed().get(key)
        if tag is None:
            none = _("No tag has the key {pressed}: {key} lists tags and gives them keys.")
            tell(self, none.format(pressed=key, **keys(self, key="reader.list-tags")))
        elif target:
            self.desk.give(target, tag.name)

    def _keyed(self) -> dict[str, Tag]:
        try:
            return self.workspace.keyed_tags()
        except JueyiError as error:
            refuse(self, error)
            return {}

    def _want_words(self) -> None:
        amended = any(aside.changes for mark in self.marks.values() for aside in mark.asides)
        if amended and self.pane.word_cutter is None:
            self.pane.post_message(ReadingPane.WordsWanted(self.pane))

    def _show_tag_keys(self) -> None:
        if self._tag_keys is not None and self._tag_keys.is_attached:
            colours = self.pane.tag_colours
            self._tag_keys.show([(key, tag.name, colours.get(tag.name, "")) for key, tag in self._keyed().items()])
