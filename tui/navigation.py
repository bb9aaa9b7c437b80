"""Which screen shows what, and how one gets back. Screens ask by message; this knows the stack of screens.

At most one reader is open, as the first screen or above the library, and cards lie on top of it.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Literal, Protocol, runtime_checkable

from textual.app import App
from textual.screen import Screen

from store.document import Document
from store.library.find import Candidate, Choice, Cited, Found, Held, Nothing
from tui.found_words import called_words, nothing_words, unplaced_words
from tui.history import Position, Trail
from tui.notices import refuse, tell
from tui.workspace import Workspace

if TYPE_CHECKING:
    from store.session import Session
    from tui.screens.reader import ReaderScreen


@runtime_checkable
class View(Protocol):
    """A screen on which one stands somewhere, as panels are not."""

    view: Literal["library", "reader", "card"]

    @property
    def position(self) -> Position | None:
        """Where one stands; None in the library and while nothing is shown yet."""

    @property
    def document(self) -> tuple[str, Document] | None:
        """The document that is read, with its key."""

    def open(self, position: Position) -> None:
        """Show another place."""

    def see_changes(self) -> None:
        """Show what another window has written."""


_LIBRARY = "library"
"""The stack of screens that takes the place of the first one."""


class Navigator:
    """Goes to documents and cards, back and forward."""

    def __init__(self, app: App[None], workspace: Workspace) -> None:
        self._app = app
        self._workspace = workspace

    @property
    def here(self) -> Position | None:
        """Where the reader stands; None in the library."""
        view = self._view
        return view.position if view else None

    @property
    def document(self) -> tuple[str, Document] | None:
        """The document on the screen, with its key."""
        view = self._view
        return view.document if view else None

    @staticmethod
    def load_reader() -> None:
        """Load what shows documents while one is looked for, instead of when it is found."""
        import tui.screens.reader  # noqa: F401

    def first_screen(self, found: Found | None) -> Screen[Any]:
        """The screen to begin with: a document that was found, else the library."""
        if isinstance(found, Held):
            from tui.screens.reader import ReaderScreen

            return ReaderScreen(self._workspace, Position("document", found.entry.key, found.place))
        return self._library()

    def begin(self, found: Found) -> None:
        """Show what was found, as far as the first screen does not."""
        if isinstance(found, Held):
            self._tell_unplaced(found)
        else:
            self.arrive(found)

    def visit(self, position: Position, words: str = "") -> None:
        """Go somewhere, so that `back` leads here again; words that were searched for are lit there."""
        receives = position.kind == "document" and self._reader and self._reader.receiver
        if not receives:
            self._workspace.history.leave(self.here)
        self._show(position, words)

    def resume(self, session: Session) -> None:
        """Open what was open last, with the ways back and forward unless one has been somewhere meanwhile."""
        from tui.session import position_of

        history = self._workspace.history
        history.restore(map(position_of, session.behind), map(position_of, session.ahead))
        self._show(position_of(session.standing))

    @property
    def reading(self) -> View | None:
        """The screen on which one stands, also while a panel lies over it."""
        return next((screen for screen in reversed(self._app.screen_stack) if isinstance(screen, View)), None)

    def visit_beside(self, position: Position) -> None:
        """Show a document in a second pane: beside the one that is read, or else that was read last."""
        while self._shows("card"):
            self._app.pop_screen()
        if self._reader is None:
            last = self._workspace.state.last_document
            held = any(entry.key == last and not entry.problem for entry in self._workspace.library.known())
            self._show_document(Position("document", last) if last and held else position, "")
        if self._reader:
            self._reader.place_beside(position)

    def visit_symbol(self, symbol: str, beside: bool = False) -> None:
        """Go to the document of a symbol or key, or to its card where the library does not hold it."""
        entry = next((each for each in self._workspace.library.known() if symbol in (each.symbol, each.key)), None)
        if entry and beside:
            self.visit_beside(Position("document", entry.key))
        else:
            self.visit(Position("document", entry.key) if entry else Position("card", symbol))

    def back(self) -> bool:
        """One step back; False at the beginning."""
        return self._step(self._workspace.history.back(self.here))

    def forward(self) -> bool:
        """One step forward; False at the end."""
        return self._step(self._workspace.history.forward(self.here))

    @property
    def trail(self) -> Trail:
        """The way one came and the way forward."""
        return self._workspace.history.trail(self.here)

    def travel(self, turn: int) -> None:
        """As many steps back or forward as lead to a place of the trail, by its index; none where one is there."""
        if turn != self.trail.standing:
            self._step(self._workspace.history.travel(turn, self.here))

    def leave(self) -> None:
        """From a card to what lies under it, from the reader to the library; a key pressed twice leaves one."""
        if self._view is None or self._shows("library"):
            return
        if not self._shows("card"):
            self._workspace.history.leave(self.here)
        if len(self._app.screen_stack) > 1:
            self._app.pop_screen()
        else:
            self._put_library_first()

    def see_changes(self) -> None:
        """Show what another window wrote."""
        view = self._view
        if view:
            view.see_changes()

    def arrive(self, found: Found, beside: bool = False) -> None:
        """Go where a target leads: a document, a card, a choice; say when it leads nowhere, or by whose word."""
        if isinstance(found, Held | Cited) and found.called:
            tell(self._app, called_words(found))
        match found:
            case Held(entry, place, unplaced):
                self._tell_unplaced(found)
                here = self.here
                if not unplaced or here is None or here.key != entry.key:
                    (self.visit_beside if beside else self.visit)(Position("document", entry.key, place))
            case Cited(card):
                self.visit(Position("card", card.symbol))
            case Choice(candidates):
                self._offer(candidates, beside)
            case Nothing(target, nearest):
                self.refuse(nothing_words(target, nearest))

    def refuse(self, reason: str) -> None:
        """Say why a target leads nowhere."""
        refuse(self._app, reason)

    def _tell_unplaced(self, found: Held) -> None:
        if found.unplaced:
            tell(self._app, unplaced_words(found))

    def _offer(self, candidates: tuple[Candidate, ...], beside: bool) -> None:
        from tui.screens.choice import ChoiceScreen

        self._app.push_screen(ChoiceScreen(candidates), partial(self._take, beside))

    def _take(self, beside: bool, key: str | None) -> None:
        if key:
            self.visit_symbol(key, beside)

    def _library(self) -> Screen[Any]:
        from tui.screens.library import LibraryScreen

        return LibraryScreen(self._workspace)

    def _put_library_first(self) -> None:
        """In place of the reader, when that was the first screen.

        Textual replaces no first screen; but it has stacks side by side, and one can be taken away.
        """
        first = self._app.current_mode
        self._app.add_mode(_LIBRARY, self._library)
        self._app.switch_mode(_LIBRARY)
        self._app.add_mode(first, self._library)
        self._app.remove_mode(first)

    @property
    def _view(self) -> View | None:
        screen = self._app.screen
        return screen if isinstance(screen, View) else None

    @property
    def _reader(self) -> ReaderScreen | None:
        """The reader, when nothing lies over it."""
        from tui.screens.reader import ReaderScreen

        screen = self._app.screen
        return screen if isinstance(screen, ReaderScreen) else None

    def _shows(self, kind: str) -> bool:
        view = self._view
        return view is not None and view.view == kind

    def _step(self, position: Position | None) -> bool:
        if position is not None:
            self._show(position, jumps=False)
        return position is not None

    def _show(self, position: Position, words: str = "", *, jumps: bool = True) -> None:
        if position.kind == "card":
            self._show_card(position)
        else:
            self._show_document(position, words, jumps=jumps)

    def _show_card(self, position: Position) -> None:
        from tui.screens.card import CardScreen

        screen = self._app.screen
        if isinstance(screen, CardScreen):
            screen.open(position)
        else:
            self._app.push_screen(CardScreen(self._workspace, position))

    def _show_document(self, position: Position, words: str, *, jumps: bool = True) -> None:
        """Show it in the reader; the end of a jump in the pane that is pinned for that."""
        from tui.screens.reader import ReaderScreen

        while self._shows("card"):
            self._app.pop_screen()
        screen = self._reader
        receiver = screen.receive(position) if screen and jumps else None
        if screen is None:
            screen = ReaderScreen(self._workspace, position)
            self._app.push_screen(screen)
        elif receiver is None:
            screen.open(position)
        if words:
            with screen.at(receiver or screen.active):
                screen.light(words)
