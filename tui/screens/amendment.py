"""The editor of an amendment: it begins with the words as they stand, and shows what is changed in them."""

from __future__ import annotations

from textual.content import Content
from textual.widget import Widget

from tui.language import _
from tui.screens.note import Draft, NoteScreen, Save, no_draft


class AmendmentScreen(NoteScreen):
    """Writes the words that are proposed."""

    def __init__(
        self,
        title: Content,
        quote: str,
        proposed: str,
        save: Save,
        draft: Draft = no_draft,
        unfinished: str | None = None,
    ) -> None:
        super().__init__(title, proposed, save, draft, unfinished)
        self._quote = quote

    @property
    def placeholder(self) -> str:
        """What stands there while nothing is written."""
        return _("The words to stand here instead; none deletes what is quoted.")

    def preview(self, text: str) -> Widget:
        """What is deleted and what is inserted."""
        from store.compare.redline import redline
        from tui.widgets.redline_view import Part, RedlineView

        view = RedlineView()
        view.parts = [Part(tuple((piece.kind, piece.text) for piece in redline(self._quote, text)))]
        return view
