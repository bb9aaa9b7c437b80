"""The editor of an amendment: it begins with the words as they stand, and shows what is changed in them."""

from __future__ import annotations

from textual.content import Content

from tui.screens.note import NoteScreen, Save

_STYLES = {"same": "", "deleted": "$text-muted strike", "inserted": "$accent underline"}


class AmendmentScreen(NoteScreen):
    """Writes the words that are proposed."""

    def __init__(self, title: Content, quote: str, proposed: str, save: Save) -> None:
        super().__init__(title, proposed, save)
        self._quote = quote
