"""Setting a bookmark: a letter sets it at once, Enter makes room for a name."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Input

from store.bookmarks import Bookmark, is_letter
from store.library.folding import fold
from tui.bookmark_rows import BookmarkRow
from tui.commands import bindings
from tui.language import _
from tui.screens.picker import Picker
from tui.typeset import Widths, visible


class BookmarkScreen(Picker[BookmarkRow, str]):
    """Returns the name under which the paragraph is to be found again."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("bookmark")]

    def __init__(self, where: str, known: tuple[Bookmark, ...], widths: Widths) -> None:
        super().__init__(
            Content.assemble((_("Bookmark"), "bold"), "   ", (visible(where), "$text-muted")),
            _("a letter: a–z in this document, A–Z in the library; or Enter and a name"),
        )
        self._known = known
        """Those whose names are taken for one who reads this document."""
        self._widths = widths
        self._is_naming = False

    def typed(self, text: str) -> None:
        """A letter alone is a name, unless a longer one was asked for; show those that are taken."""
        if is_letter(text) and not self._is_naming:
            self.dismiss(text)
            return
        rows = [BookmarkRow(each, self._widths) for each in self._known if fold(text) in fold(each.name)]
        said = _("Type a name and press Enter.") if self._is_naming and not text.strip() else ""
        self.show_rows(rows, said, None)

    def chosen(self, row: BookmarkRow | None, text: str) -> None:
        """Take the name typed, or one that is taken; with neither, ask for a name."""
        name = " ".join(text.split())
        if row or name:
            self.dismiss(row.bookmark.name if row else name)
        else:
            self._is_naming = True
            self.query_one(Input).placeholder = _("a name")
            self.typed(text)
