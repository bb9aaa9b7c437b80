"""The app's part in places: bookmarks and documents read lately. Screens ask; this goes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import on, work
from textual.message import Message
from textual.worker import get_current_worker

from store.document import Document
from store.errors import JueyiError
from store.progress import Cancelled
from tui.history import Position
from tui.language import _
from tui.messages import OpenDocument
from tui.naming import place_name
from tui.navigation import Navigator
from tui.notices import refuse, tell, warn
from tui.typeset import widths_for
from tui.waiting_app import WaitingApp
from tui.workspace import Workspace

if TYPE_CHECKING:
    from store.bookmarks import Bookmark, Bookmarks
    from tui.waiting import Waiting


class PlacesApp(WaitingApp):
    """An app in which one sets bookmarks and goes to them."""

    workspace: Workspace
    navigator: Navigator

    class BookmarkFound(Message):
        """The document of a bookmark was read."""

        def __init__(self, bookmark: Bookmark, document: Document) -> None:
            super().__init__()
            self.bookmark = bookmark
            self.document = document

    def action_set_bookmark(self) -> None:
        """Ask for the name of a bookmark on the paragraph."""
        from tui.screens.bookmark import BookmarkScreen

        reading, here = self.navigator.document, self.navigator.here
        if reading is None or here is None or here.kind != "document" or here.place is None:
            tell(self, _("A bookmark is set on a paragraph: open a document first."))
            return
        try:
            known = [each for each in self.workspace.bookmarks.all() if each.is_called(each.name, reading[0])]
        except JueyiError as error:
            refuse(self, error)
            return
        self._warn_of_bookmarks(self.workspace.bookmarks)
        where = place_name(reading[1], here.place)
        widths = widths_for(self.workspace.config.ambiguous_width)
        self.push_screen(BookmarkScreen(where, tuple(known), widths), partial(self._set_bookmark, reading, here.place))

    def action_go_to_bookmark(self) -> None:
        """Ask for a bookmark to go to."""
        self._list_bookmarks(by_letter=True)

    def action_list_bookmarks(self) -> None:
        """List all bookmarks."""
        self._list_bookmarks(by_letter=False)

    def action_list_recent(self) -> None:
        """List the documents read lately."""
        from tui.screens.recent import RecentScreen

        self.push_screen(RecentScreen(self.workspace), self._open_recent)

    def action_list_history(self) -> None:
        """List the way one came, and the way forward."""
        from tui.screens.trail import TrailScreen

        self.push_screen(TrailScreen(self.workspace, self.navigator.trail), self._travel)

    @work(thread=True, exclusive=True, group="look up")
    def find_bookmark(self, bookmark: Bookmark, waiting: Waiting) -> None:
        """Read the document of a bookmark."""
        try:
            with waiting:
                document = self.workspace.read(bookmark.document, progress=waiting)
        except Cancelled:
            return
        except JueyiError as error:
            self.call_from_thread(refuse, self, error)
            return
        if not get_current_worker().is_cancelled:
            self.post_message(self.BookmarkFound(bookmark, document))

    @on(BookmarkFound)
    def show_bookmark(self, message: BookmarkFound) -> None:
        """Go where the bookmark stands, and say when that is not where it was set."""
        from store.whereabouts import whereabouts

        bookmark, document = message.bookmark, message.document
        state, place = whereabouts(document, bookmark)
        if place is None:
            gone = _("The place of bookmark “{name}” is gone, and its words with it. Del in the list (M) removes it.")
            refuse(self, gone.format(name=bookmark.name))
            return
        self.navigator.visit(Position("document", bookmark.document, place))
        if state == "moved":
            moved = _("The place of bookmark “{name}” is gone; its words now stand in {place}. m sets it here.")
            tell(self, moved.format(name=bookmark.name, place=place_name(document, place)))
        elif state == "changed":
            tell(self, _("The words at bookmark “{name}” are others now.").format(name=bookmark.name))

    def _travel(self, turn: int | None) -> None:
        if turn is not None:
            self.navigator.travel(turn)

    def _open_recent(self, request: OpenDocument | None) -> None:
        if request:
            self.post_message(request)

    def _list_bookmarks(self, *, by_letter: bool) -> None:
        from tui.screens.bookmarks import BookmarksScreen

        screen = BookmarksScreen(self.workspace, self.navigator.document, by_letter=by_letter)
        self.push_screen(screen, self._go_to_bookmark)

    def _go_to_bookmark(self, bookmark: Bookmark | None) -> None:
        if bookmark is None:
            return
        document = self.workspace.read_already(bookmark.document)
        if document:
            self.show_bookmark(self.BookmarkFound(bookmark, document))
        else:
            self.find_bookmark(bookmark, self.wait_for(bookmark.document))

    def _set_bookmark(self, reading: tuple[str, Document], place: str, name: str | None) -> None:
        if not name:
            return
        from store.bookmarks import Bookmark, is_global
        from store.whereabouts import quote_of

        key, document = reading
        try:
            before = self.workspace.bookmarks.put(Bookmark(name, key, place, quote_of(document.text_of(place))))
        except JueyiError as error:
            refuse(self, error)
            return
        way = _("' and the letter leads here from everywhere.") if is_global(name) else _("' leads here, M lists all.")
        where = place_name(document, place)
        if before and (before.document, before.place) != (key, place):
            said = _("Bookmark “{name}” set at {place} and no longer where it was; M and Ctrl+Z take that back.")
            tell(self, said.format(name=name, place=where))
        else:
            tell(self, _("Bookmark “{name}” set at {place}.").format(name=name, place=where) + " " + way)

    def _warn_of_bookmarks(self, bookmarks: Bookmarks) -> None:
        if bookmarks.problem:
            warn(self, bookmarks.problem)
