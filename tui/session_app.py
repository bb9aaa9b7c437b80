"""The app's part in the session: it keeps what is open, so that one can go on there another day."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING, Any

from textual import on, work
from textual.css.query import NoMatches
from textual.message import Message
from textual.worker import get_current_worker

from store.errors import StoreUnavailable
from tui.language import _
from tui.messages import ResumeReading
from tui.notices import tell, warn
from tui.places_app import PlacesApp

if TYPE_CHECKING:
    from store.session import Session

_TICK = 1.0
"""Seconds between two looks at what is open; what stood still from one to the next is written."""


class SessionApp(PlacesApp):
    """An app that can be continued where it was left, however it ended."""

    class SessionFound(Message):
        """What was open last is known."""

        def __init__(self, session: Session | None) -> None:
            super().__init__()
            self.session = session

    def __init__(self) -> None:
        super().__init__()
        self._seen: Session | None = None
        self._saved: Session | None = None
        self._writing = Lock()
        self._refused = False

    def keep_session(self) -> None:
        """Look from now on at what is open."""
        self.set_interval(_TICK, self._look_at_session)

    def note_session(self) -> None:
        """Take note of what is open now; where one does not read, what was open before stays."""
        from tui.session import session_of

        view = self.navigator.reading
        try:
            session = session_of(view, self.workspace.history) if view else None
        except NoMatches:  # the screen is just being put up or taken down, and there is no text on it
            session = None
        self.workspace.session = session or self.workspace.session

    @on(ResumeReading)
    @work(thread=True, exclusive=True, group="look up")
    def resume_reading(self) -> None:
        """Find what was open last."""
        from tui.session import last_session

        session = last_session(self.workspace)
        if not get_current_worker().is_cancelled:
            self.post_message(self.SessionFound(session))

    @on(SessionFound)
    def show_session(self, message: SessionFound) -> None:
        """Open it, or say that there is none."""
        if message.session:
            self.navigator.resume(message.session)
            return
        tell(self, _("Nothing has been read yet: open a document with Enter."))

    def exit(self, *arguments: Any, **named: Any) -> None:
        """Leave, with the session kept as it is at this moment."""
        self.note_session()
        session = self.workspace.session
        if session and session != self._saved:
            self._saved = session
            self._save(session)
        super().exit(*arguments, **named)

    def _look_at_session(self) -> None:
        self.note_session()
        session = self.workspace.session
        if session and session == self._seen and session != self._saved:
            self._saved = session
            self._save_meanwhile(session)
        self._seen = session

    @work(thread=True, group="session")
    def _save_meanwhile(self, session: Session) -> None:
        self._save(session)

    def _save(self, session: Session) -> None:
        """Write it, after what is being written; a disk that refuses is told once."""
        try:
            with self._writing:
                self.workspace.session_file.save(session)
        except StoreUnavailable as error:
            if not self._refused:
                self._refused = True
                warn(self, str(error))
