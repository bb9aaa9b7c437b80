"""The app: its look, its first screen, where requests lead. What the first text does not need is imported late."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.command import Provider
from textual.events import AppFocus
from textual.messages import ExitApp
from textual.screen import Screen
from textual.worker import get_current_worker

from store.document import Document
from store.errors import JueyiError, StoreUnavailable
from store.progress import Cancelled
from tui.command import Command, key_name
from tui.commands import bindings
from tui.hangup import on_hangup
from tui.history import Position
from tui.language import _
from tui.messages import LeaveScreen, OpenCard, OpenDocument, OpenTarget, TargetFound
from tui.navigation import Navigator
from tui.notices import tell, warn
from tui.opening import Opening
from tui.overlaid import mend_overlaid
from tui.providers import providers
from tui.session_app import SessionApp
from tui.settings import usable_keys, wrong_settings
from tui.shown_keys import keys
from tui.themes import DARK, LIGHT, OURS, defaults, depth_of, themes
from tui.toasts import mend_toasts
from tui.waiting import Waiting
from tui.workspace import Workspace

if TYPE_CHECKING:
    from store.library.find import Found

_PATIENCE = 0.5
"""Seconds for which the screen waits for what the target means before it shows the library instead."""
_SHOWN = 1.0
"""Seconds after which the first text stands on the screen."""
_MOMENT = 0.2
"""Seconds without a key or the mouse after which the styles of panels are read."""
_PANELS = Path(__file__).resolve().parent / "screens" / "panels.tcss"
"""The styles of panels, which `Panel` names too: what is read before one opens is not read again on its way."""


class JueyiApp(SessionApp):
    """Opens the library, or what a target names."""

    TITLE = "jueyi"
    CSS_PATH = "jueyi.tcss"
    DEFAULT_MODE = "first"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("app")]
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = set(providers())
    NOTIFICATION_TIMEOUT = 5

    def __init__(self, target: str | None = None, workspace: Workspace | None = None, *, resume: bool = False) -> None:
        mend_toasts()
        mend_overlaid()
        super().__init__()
        self.workspace = workspace or Workspace.of_user()
        self.navigator = Navigator(self, self.workspace)
        self._target = target
        self._found: Found | None = None
        self._opening: Opening | None = None
        self._resumes = resume or self.workspace.config.start == "continue"
        self.keymap = usable_keys(self.workspace.config)
        self.set_keymap(self.keymap)
        self._set_themes()

    def _set_themes(self) -> None:
        depth = depth_of(self.console.color_system)
        for theme in themes(depth):
            self.register_theme(theme)
        self.set_class(depth == "16" or self.no_color, "-few-colours")
        self._begin_with(self.workspace.chosen_theme(self.available_themes) or DARK)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The hairline and the cursor, for themes that are not ours."""
        return defaults()

    def get_default_screen(self) -> Screen[Any]:
        """The document that the target means; else the library, above which all other things are shown."""
        if self._target is not None:
            self._opening = Opening(self.workspace, self._target)
            self.navigator.load_reader()
            self._found = self._opening.found(_PATIENCE)
        return self.navigator.first_screen(self._found)

    def on_mount(self) -> None:
        """Show what the target means, as far as the first screen does not, or what was open last."""
        on_hangup(self.exit)
        self.keep_session()
        self.set_timer(_MOMENT, self._read_panels)
        self.set_timer(_SHOWN, self._settle_down)
        for problem in (*self.workspace.config.problems, *wrong_settings(self.workspace.config)):
            warn(self, problem)
        if self._found is not None:
            self.navigator.begin(self._found)
        elif self._target is not None:
            self.look_up(self._target)
        elif self._resumes:
            self.resume_reading()

    def on_unmount(self) -> None:
        """Nobody waits for what is being read."""
        self.workspace.library.close()

    def _read_panels(self) -> None:
        """Know the styles of panels before the first one opens, which else would read them on its way.

        Not while keys come one after the other: it takes as long as two frames.
        """
        if self.rested < _MOMENT:
            self.set_timer(_MOMENT, self._read_panels)
        elif not self.stylesheet.has_source(str(_PANELS)):
            self.stylesheet.read(_PANELS)
            self.stylesheet.parse()

    def _settle_down(self) -> None:
        """Do what the first text did not need."""
        self.free_memory_at_rest()
        self.run_worker(self.workspace.library.wait, thread=True, group="new files", exit_on_error=False)

    @on(AppFocus)
    def see_changes_of_others(self) -> None:
        """Another window may have written meanwhile."""
        self.navigator.see_changes()

    @on(OpenDocument)
    def open_document(self, message: OpenDocument) -> None:
        """Go to a document of the library."""
        position = Position("document", message.key, message.place)
        if message.beside:
            self.navigator.visit_beside(position)
        else:
            self.navigator.visit(position, message.words)

    @on(OpenCard)
    def open_card(self, message: OpenCard) -> None:
        """Go to a card."""
        self.navigator.visit(Position("card", message.symbol))

    @on(OpenTarget)
    def open_target(self, message: OpenTarget) -> None:
        """Go to what a target means."""
        self.look_up(message.target, message.reading, message.beside)

    @on(LeaveScreen)
    def leave_screen(self) -> None:
        """Close a card or the reader."""
        self.note_session()
        self.navigator.leave()

    def look_up(self, target: str, reading: tuple[str, Document] | None = None, beside: bool = False) -> None:
        """Ask what a target means; who gives up waiting for that stays where he is."""
        self.find(target, self.wait_for(target), reading, beside)

    @work(thread=True, exclusive=True, group="look up")
    def find(self, target: str, waiting: Waiting, reading: tuple[str, Document] | None, beside: bool) -> None:
        """Ask the document that is read, then the library, what a target means."""
        opening, self._opening = self._opening, None
        try:
            with waiting:
                found = opening.await_found(waiting) if opening and target == self._target else None
                found = found or self.workspace.find(target, reading, progress=waiting)
        except Cancelled:
            return
        except JueyiError as error:
            self.call_from_thread(self.navigator.refuse, str(error))
            return
        if not get_current_worker().is_cancelled:
            self.post_message(TargetFound(found, beside=beside))

    @on(TargetFound)
    def show_found(self, message: TargetFound) -> None:
        """Show the document, the card or the choice; say when there is nothing."""
        self.navigator.arrive(message.found, message.beside)

    def action_go_to(self) -> None:
        """Ask where to go."""
        from tui.screens.goto import GotoScreen

        self.push_screen(GotoScreen(self.workspace, self.navigator.document), self._request)

    def action_search_library(self) -> None:
        """Search all documents."""
        from tui.screens.search import SearchScreen

        self.push_screen(SearchScreen(self.workspace), self._request)

    def action_go_back(self) -> None:
        """Go back."""
        if not self.navigator.back():
            there = _("There is nothing to go back to: {key} leads back after a jump.")
            tell(self, there.format(**keys(self, key="app.go-back")))

    def action_go_forward(self) -> None:
        """Go forward."""
        if not self.navigator.forward():
            there = _("There is nothing to go forward to: {key} goes forward after a step back.")
            tell(self, there.format(**keys(self, key="app.go-forward")))

    def action_command_palette(self) -> None:
        """Offer all commands, documents and tags by name."""
        from tui.screens.palette import Palette

        self.push_screen(Palette())

    def action_help(self) -> None:
        """Show the keys of this screen."""
        from tui.screens.help import HelpScreen, keys_of

        words = getattr(self.screen, "FILTER_WORDS", ())
        self.push_screen(HelpScreen(keys_of(self.screen), words=words), self._do)

    def action_toggle_theme(self) -> None:
        """Change between light and dark, and remember it."""
        self.theme = LIGHT if self.current_theme.dark else DARK
        self._keep_theme(self.theme)

    def action_choose_theme(self) -> None:
        """Offer all themes."""
        from tui.screens.themes import ThemeScreen

        others = sorted(self.available_themes.values(), key=lambda theme: theme.name not in OURS)
        first = self.current_theme
        self.push_screen(
            ThemeScreen([first, *(each for each in others if each is not first)], self._show_theme), self._keep_theme
        )

    def _show_theme(self, name: str) -> None:
        self.theme = name

    def _keep_theme(self, name: str | None) -> None:
        if name is None:
            return
        try:
            self.workspace.state.set_theme(name, self.workspace.config.theme)
        except StoreUnavailable as error:
            warn(self, str(error))

    async def _do(self, command: Command | None) -> None:
        if command and command.in_palette:
            await self.run_action(command.namespaced)

    def get_key_display(self, binding: Binding) -> str:
        """Keys as they stand on the keyboard."""
        return binding.key_display or key_name(binding.key)

    async def action_quit(self) -> None:
        """Leave; a note that is being written is kept, and where that fails one stays."""
        from tui.screens.note import NoteScreen

        if not isinstance(self.screen, NoteScreen) or self.screen.keep():
            self.exit()

    def _begin_with(self, theme: str) -> None:
        """Look like this from the start. To change `theme` would have the stylesheet read a second time."""
        self.set_reactive(JueyiApp.theme, theme)
        for name, worn in (("-dark-mode", self.current_theme.dark), ("-light-mode", not self.current_theme.dark)):
            self.set_class(worn, name, update=False)
        self.stylesheet.set_variables(self.get_css_variables())

    @on(ExitApp)
    def keep_what_is_written(self) -> None:
        """The terminal or the web page is gone, or the system ends us: keep the note that is being written."""
        from tui.screens.note import NoteScreen

        if isinstance(self.screen, NoteScreen):
            self.screen.keep()

    def _request(self, request: OpenDocument | OpenTarget | None) -> None:
        if request:
            self.post_message(request)
