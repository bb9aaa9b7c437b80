"""All bookmarks, those of the document that is read first; as a prompt, a letter goes there at once."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.worker import get_current_worker

from store.bookmarks import Bookmark, is_letter
from store.document import Document
from store.errors import JueyiError
from store.search.pinyin import warm
from tui.bookmark_rows import BookmarkRow, rows_of
from tui.commands import bindings
from tui.language import _
from tui.notices import refuse, tell, warn
from tui.screens.picker import Picker, nothing_found
from tui.typeset import visible, widths_for
from tui.widgets.rows import Heading
from tui.workspace import Workspace


class BookmarksScreen(Picker[BookmarkRow, Bookmark]):
    """Returns the bookmark to go to."""

    DEFAULT_CLASSES = "tall"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("bookmarks")]

    class Gathered(Message):
        """The documents were read in which bookmarks stand."""

        def __init__(self, rows: list[BookmarkRow]) -> None:
            super().__init__()
            self.rows = rows

    def __init__(self, workspace: Workspace, reading: tuple[str, Document] | None, *, by_letter: bool = False) -> None:
        super().__init__(
            Content(_("Go to a bookmark") if by_letter else _("Bookmarks")),
            _("its letter, or part of its name or words") if by_letter else _("filter: name, words, document"),
        )
        self._workspace = workspace
        self._reading = reading
        self._by_letter = by_letter
        self._bookmarks: tuple[Bookmark, ...] = ()
        self._rows: list[BookmarkRow] | None = None
        self._widths = widths_for(workspace.config.ambiguous_width)

    def on_mount(self) -> None:
        """Read the bookmarks, which is quick, and then their documents."""
        self.read()

    def read(self) -> None:
        """Read the bookmarks as they are on disk now."""
        try:
            self._bookmarks = self._workspace.bookmarks.all()
        except JueyiError as error:
            refuse(self, error)
        if self._workspace.bookmarks.problem:
            warn(self, self._workspace.bookmarks.problem)
        self.gather(self._bookmarks)

    @work(thread=True, exclusive=True, group="bookmarks")
    def gather(self, bookmarks: tuple[Bookmark, ...]) -> None:
        """Find where the bookmarks stand now."""
        warm()
        rows = list(self._found(bookmarks))
        if not get_current_worker().is_cancelled:
            self.post_message(self.Gathered(rows))

    @on(Gathered)
    def show_gathered(self, message: Gathered) -> None:
        """Show them."""
        self._rows = message.rows
        self._fill(self.list.cursor or 0)

    def typed(self, text: str) -> None:
        """Go to the bookmark of a letter where that is asked for; else show those that hold the text."""
        if self._by_letter and is_letter(text):
            reading = self._reading[0] if self._reading else None
            meant = next((each for each in self._bookmarks if each.is_called(text, reading)), None)
            if meant:
                self.dismiss(meant)
                return
        self._fill(0)

    def chosen(self, row: BookmarkRow | None, text: str) -> None:
        """Go there."""
        if row:
            self.dismiss(row.bookmark)

    def action_remove(self) -> None:
        """Remove the bookmark at the cursor."""
        row = self.list.current
        if row is None:
            return
        try:
            self._workspace.bookmarks.remove(row.bookmark)
        except JueyiError as error:
            refuse(self, error)
            return
        tell(self, _("Bookmark “{name}” removed. Ctrl+Z brings it back.").format(name=row.bookmark.name))
        self.read()

    def action_bring_back(self) -> None:
        """Take the last change of a bookmark back."""
        try:
            back = self._workspace.bookmarks.bring_back()
        except JueyiError as error:
            refuse(self, error)
            return
        if back is None:
            tell(self, _("There is nothing to undo."))
        else:
            tell(self, _("Bookmark “{name}” is back where it was.").format(name=back.name))
            self.read()

    def _found(self, bookmarks: tuple[Bookmark, ...]) -> Iterator[BookmarkRow]:
        for key in self._documents(bookmarks):
            those = [each for each in bookmarks if each.document == key]
            yield from rows_of(self._document(key), those, self._widths)

    def _documents(self, bookmarks: tuple[Bookmark, ...]) -> list[str]:
        """Keys of their documents, the one that is read first."""
        keys = dict.fromkeys(each.document for each in bookmarks)
        return sorted(keys, key=lambda key: not self._reading or key != self._reading[0])

    def _document(self, key: str) -> Document | None:
        if self._reading and key == self._reading[0]:
            return self._reading[1]
        try:
            return self._workspace.library.document(key)
        except JueyiError:
            return None

    def _fill(self, cursor: int) -> None:
        text = self.text.strip()
        if self._rows is None:
            return
        rows: list[BookmarkRow | Heading] = []
        for key, those in groupby((row for row in self._rows if row.holds(text)), lambda row: row.bookmark.document):
            rows.append(Heading(Content.styled(visible(key), "bold")))
            rows += those
        self.show_rows(rows, self._words(text, bool(rows)), cursor)

    def _words(self, text: str, found: bool) -> str:
        if self._by_letter and is_letter(text):
            return _("No bookmark is called “{letter}” here.").format(letter=text)
        if found:
            return ""
        return nothing_found(text) if text else _("No bookmarks yet: m and a letter set one in a document.")
