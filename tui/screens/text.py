"""The reading pane on a screen: its keys, and words for what can't be done."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.geometry import Region
from textual.strip import Strip

from tui.commands import bindings, commands
from tui.language import _
from tui.notices import tell
from tui.widgets.mark_bar import BarPane

_SELECTING = {command.action for command in commands("selection")}
_NOT_SELECTING = {
    "pick",
    "next_paragraph",
    "previous_paragraph",
    "next_link",
    "previous_link",
    "follow",
    "peek",
    "footnotes",
    "fold",
    "fold_all",
}


class Text(BarPane):
    """The reading pane with its keys, and with words for what can't be done."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("selection"), *bindings("text")]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While one selects, the keys of the selection work and those that would mean two things do not."""
        if action in _SELECTING:
            return self.chosen is not None
        return self.chosen is None or action not in _NOT_SELECTING

    def render_lines(self, crop: Region) -> list[Strip]:
        """The text already when the pane is first painted, and not only after it was told its size."""
        if self.page is None and self.document is not None:
            self._begin(self.document)
        return super().render_lines(crop)

    def action_select(self) -> None:
        """Begin to select, or have done with it."""
        if not self.toggle_selection():
            tell(self, _("This paragraph has no text to select."))

    def action_select_paragraph(self) -> None:
        """Select the paragraph, or one more."""
        if not self.select_paragraph():
            tell(self, _("This paragraph has no text to select."))

    def action_pick(self) -> None:
        """Pick the paragraph out, to be annotated with others, or leave it out again."""
        self.pick()

    def action_footnotes(self) -> None:
        """Show the footnotes of the paragraph."""
        if not self.request_footnotes():
            tell(self, _("This paragraph calls no footnote."))

    def action_peek(self) -> None:
        """See what the selected link leads to."""
        if not self.peek():
            tell(self, _("This paragraph has no link to peek at."))

    def action_fold(self) -> None:
        """Fold, or show again."""
        if not self.toggle_fold():
            tell(self, _("There is nothing under this paragraph to fold."))

    def action_fold_all(self) -> None:
        """Fold all of a level, or show all again."""
        if not self.toggle_all_folds():
            tell(self, _("There is nothing in this document to fold."))
