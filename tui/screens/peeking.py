"""Peeking: a glimpse of what a link leads to, over the screen on which the link stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on, work
from textual.geometry import Region
from textual.message import Message
from textual.worker import get_current_worker

from store.errors import JueyiError
from store.progress import Cancelled
from tui.history import Position
from tui.language import _
from tui.notices import refuse, tell
from tui.screens.repainted import Repainted
from tui.waiting import Waiting
from tui.waiting_app import WaitingApp
from tui.workspace import Workspace

if TYPE_CHECKING:
    from textual.widget import Widget

    from tui.glimpses import Peeked, Wanted
    from tui.widgets.floating import Floating, FloatingMessage
    from tui.widgets.peek import Peek


@dataclass(frozen=True, eq=False)
class Origin:
    """A link at which one peeks from some screen."""

    wanted: Wanted
    """What it leads to: a target to be looked up, or a place of the library."""
    cause: Callable[[], Region]
    """Where it stands on the screen now."""
    area: Callable[[], Region]
    """The part of the screen in which the glimpse may stand."""
    go: Callable[[], None]
    """Follows it."""
    next: Callable[[], Origin | None]
    """The next link to peek at, selected by then; None after the last one."""


class PeekingScreen(Repainted):
    """A screen with links at which one can peek. A subclass says which and keeps what is to be kept."""

    workspace: Workspace
    _peek: Peek | None = None
    _kept: Peek | None = None
    _origin_kept: Origin | None = None
    _origin: Origin | None = None
    _peeked: Peeked | None = None

    class Glimpsed(Message):
        """It is known what a link leads to."""

        def __init__(self, origin: Origin, peeked: Peeked) -> None:
            super().__init__()
            self.origin = origin
            self.peeked = peeked

    @property
    def peek(self) -> Peek | None:
        """What shows glimpses; None before the first one."""
        return self._peek

    @property
    def kept(self) -> Peek | None:
        """A glimpse that stays beside what one reads; None while there is none."""
        return self._kept

    @property
    def origin(self) -> Origin | None:
        """The link at which one peeks, or peeked last."""
        return self._origin

    @property
    def floats_in(self) -> Widget:
        """What holds the glimpses, and beside whose parts one stands that is kept."""
        return self

    def keep_beside(self, position: Position) -> None:
        """Have a place of the library beside what one reads."""
        raise NotImplementedError

    def peek_at(self, origin: Origin) -> None:
        """Show what a link leads to as soon as that is known."""
        self._origin = origin
        assert isinstance(self.app, WaitingApp)
        self.gather_glimpse(origin, self.app.wait_for(_named(origin.wanted)))

    @work(thread=True, exclusive=True, group="peek")
    def gather_glimpse(self, origin: Origin, waiting: Waiting) -> None:
        """Ask the library what a link leads to."""
        from tui.glimpses import glimpse_of

        try:
            with waiting:
                peeked = glimpse_of(self.workspace, origin.wanted, waiting)
        except Cancelled:
            return
        except JueyiError as error:
            self.app.call_from_thread(refuse, self, error)
            return
        if not get_current_worker().is_cancelled:
            self.post_message(self.Glimpsed(origin, peeked))

    @on(Glimpsed)
    async def show_glimpse(self, message: Glimpsed) -> None:
        """Show it, unless one peeks at another link by now, or went elsewhere."""
        from tui.screens.waiting import WaitingScreen

        # The panel that tells of waiting may be just about to close.
        seen = next((each for each in reversed(self.app.screen_stack) if not isinstance(each, WaitingScreen)), None)
        if message.origin is not self._origin or seen is not self:
            return
        cause, area = message.origin.cause(), message.origin.area()
        if not area.contains_point(cause.offset):
            return
        self._peeked = message.peeked
        peek = await self._furnish_peek()
        if peek.is_attached:
            peek.show(message.peeked.glimpse, cause, area)

    def leave_kept(self) -> bool:
        """Put away the glimpse that is kept; False when there is none."""
        kept, self._kept = self._kept, None
        if kept is not None:
            kept.remove()
        return kept is not None

    def on_peek_followed(self, message: FloatingMessage) -> None:
        """Go there; what is kept stays."""
        origin = self._origin_of(message.floating)
        if message.floating is not self._kept:
            message.floating.close()
        if origin:
            origin.go()

    def on_peek_next_wanted(self, message: FloatingMessage) -> None:
        """Peek at the next link."""
        origin = self._origin_of(message.floating)
        following = origin.next() if origin else None
        if following is None:
            tell(self, _("This is the last link."))
        else:
            self.peek_at(following)

    def on_peek_keep_wanted(self, message: FloatingMessage) -> None:
        """Have what one sees beside the text: a document in a pane; anything else as it is, in place of another one."""
        position = self._peeked.position if self._peeked else None
        if message.floating is self._kept:
            return
        if position:
            message.floating.close()
            self.keep_beside(position)
        elif self._peek and self._origin:
            self.leave_kept()
            self._kept, self._peek = self._peek, None
            self._origin_kept = self._origin
            self._kept.keep(self._origin.area())

    def on_floating_closed(self, message: Floating.Closed) -> None:
        """What was kept is closed by its own key as well, when a click gave it the keys."""
        if message.floating is self._kept:
            self.leave_kept()

    def _origin_of(self, floating: Floating) -> Origin | None:
        return self._origin_kept if floating is self._kept else self._origin

    async def _furnish_peek(self) -> Peek:
        if self._peek is None:
            from tui.widgets.peek import Peek

            self._peek = Peek()
            self._peek.ambiguous_width = self.workspace.config.ambiguous_width
            await self.floats_in.mount(self._peek)
        return self._peek


def _named(wanted: Wanted) -> str:
    """What one waits for."""
    if isinstance(wanted, Position):
        return wanted.key
    return wanted if isinstance(wanted, str) else " / ".join(wanted)
