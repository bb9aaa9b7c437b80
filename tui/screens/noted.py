"""A screen whose one thing can be annotated as a whole, as a card can: its keys, and what is noted on it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from textual import on, work
from textual.content import Content
from textual.message import Message
from textual.widgets import Static
from textual.worker import get_current_worker

from store.annotations.records import Annotation
from store.errors import JueyiError
from tui.language import _, n_
from tui.noted import noted_words
from tui.notices import refuse, tell
from tui.screens.repainted import Repainted
from tui.shown_keys import keys
from tui.typeset import visible, widths_for
from tui.workspace import Workspace

if TYPE_CHECKING:
    from store.annotations.steps import Entry
    from store.annotations.target import Target
    from tui.annotation_desk import AnnotationDesk
    from tui.backlinks import BacklinkRow


class NotedScreen(Repainted):
    """Adds annotations of what is shown. A subclass says what that is, and yields the line `#noted`."""

    workspace: Workspace
    noted_group = "card"
    """Whose keys take changes back."""
    _backlinks: tuple[str, list[BacklinkRow]] = ("", [])
    """The notes that lead here, and where that is."""

    class BacklinksFound(Message):
        """It is known which notes lead to what is shown."""

        def __init__(self, key: str, rows: list[BacklinkRow]) -> None:
            super().__init__()
            self.key = key
            self.rows = rows

    @property
    def target(self) -> Target | None:
        """What is annotated."""
        raise NotImplementedError

    @property
    def target_name(self) -> str:
        """What it is called."""
        raise NotImplementedError

    @cached_property
    def desk(self) -> AnnotationDesk:
        """What annotates for this screen."""
        from tui.annotation_desk import AnnotationDesk

        return AnnotationDesk(self, self.workspace, self.see_changes, self._where_noted, self.noted_group)

    def see_changes(self) -> None:
        """Show what is noted now."""
        target = self.target
        if target is None or not self.query("#noted"):
            return
        lines = [Content(visible(noted_words(each, self.workspace.kinds))) for each in self.noted]
        key, rows = self._backlinks
        if rows and key == target.document:
            told = n_(
                "{count} note leads here: {key} lists it.", "{count} notes lead here: {key} lists them.", len(rows)
            )
            words = told.format(count=len(rows), **keys(self, key=f"{self.noted_group}.annotate"))
            lines.append(Content.styled(words, "$text-muted"))
        shown = self.query_one("#noted", Static)
        shown.display = bool(lines)
        shown.update(Content("\n").join(lines))

    @property
    def noted(self) -> list[Annotation]:
        """What is noted on it, as it is on disk now."""
        target = self.target
        try:
            present = self.workspace.shelf.of(target.document) if target else ()
        except JueyiError as error:
            refuse(self, error)
            return []
        return [each for each in present if target and each.scope == target.scope]

    @work(thread=True, exclusive=True, group="backlinks")
    def find_backlinks(self, key: str) -> None:
        """Look for the notes that lead to a document or card."""
        from tui.backlinks import backlinks

        try:
            rows = backlinks(self.workspace.shelf, key, widths_for(self.workspace.config.ambiguous_width))
        except JueyiError as error:
            self.app.call_from_thread(refuse, self, error)
            return
        if not get_current_worker().is_cancelled:
            self.post_message(self.BacklinksFound(key, rows))

    @on(BacklinksFound)
    def show_backlinks(self, message: BacklinksFound) -> None:
        """Tell how many there are."""
        self._backlinks = message.key, message.rows
        self.see_changes()

    def action_tag(self) -> None:
        """Offer tags."""
        target = self.target
        if target:
            self.desk.tag(target, self.target_name)

    def action_note(self) -> None:
        """Write a note."""
        target = self.target
        if target:
            self.desk.note(target, self.target_name)

    def action_annotate(self) -> None:
        """Offer all that can be put on it, and what is noted, also elsewhere, of it."""
        from tui.screens.annotations import AnnotationsScreen

        target = self.target
        if target:
            widths = widths_for(self.workspace.config.ambiguous_width)
            key, rows = self._backlinks
            leading = rows if key == target.document else []
            screen = AnnotationsScreen(
                self.desk, target, self.target_name, lambda: self.noted, self.workspace.kinds, widths, leading
            )
            self.app.push_screen(screen, self._go_from_panel)

    def action_remove_mark(self) -> None:
        """Remove all that is noted on it."""
        noted = self.noted
        if noted:
            self.desk.remove(*noted)
        else:
            none = _("Nothing is noted here: {tag} tags it, {note} writes a note.")
            named = {"tag": f"{self.noted_group}.tag", "note": f"{self.noted_group}.note"}
            tell(self, none.format(**keys(self, **named)))

    def action_undo(self) -> None:
        """Take the last change back."""
        self.desk.undo()

    def action_redo(self) -> None:
        """Make it again."""
        self.desk.redo()

    def _go_from_panel(self, request: Message | None) -> None:
        if request:
            self.post_message(request)

    def _where_noted(self, entry: Entry) -> str:
        target = self.target
        here = target is not None and entry.document == target.document and not entry.place
        return self.target_name if here else f"{entry.document} {entry.place}".strip()
