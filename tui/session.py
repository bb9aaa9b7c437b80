"""The session between the screens and the disk: what is open now, and what was open last."""

from __future__ import annotations

from dataclasses import replace

from store.errors import JueyiError
from store.session import Session, Standing
from tui.history import History, Position
from tui.navigation import View
from tui.workspace import Workspace


def session_of(view: View, history: History) -> Session | None:
    """What a screen shows and the ways from there; None for one that one does not read in."""
    here = view.position
    if here is None:
        return None
    return Session(
        (_standing(replace(here, folded=_folded(view))),),
        behind=tuple(map(_standing, history.behind)),
        ahead=tuple(map(_standing, history.ahead)),
    )


def position_of(standing: Standing) -> Position:
    """Where to go to stand there again."""
    return Position(standing.kind, standing.key, standing.place, standing.view, standing.folded)


def last_session(workspace: Workspace) -> Session | None:
    """What was open last and can be opened still, in this window or else in any; its document is at hand then.

    For workers. Without a session it is the document read last.
    """
    key = workspace.state.last_document
    remembered = Session((Standing("document", key, workspace.state.last_place(key)),)) if key else None
    for session in (workspace.session or workspace.session_file.load(), remembered):
        if session and _can_be_opened(workspace, session.standing):
            return session
    return None


def _can_be_opened(workspace: Workspace, standing: Standing) -> bool:
    if standing.kind == "card":
        return True
    entry = workspace.library.entry(standing.key)
    try:
        return entry is not None and not entry.problem and bool(workspace.read(standing.key))
    except JueyiError:
        return False


def _standing(position: Position) -> Standing:
    view = (*position.view,) if position.view else None
    return Standing(position.kind, position.key, position.place, view, position.folded)


def _folded(view: View) -> tuple[str, ...] | None:
    from tui.screens.document import DocumentScreen

    page = view.pane.page if isinstance(view, DocumentScreen) else None
    return tuple(sorted(page.folded)) if page else None
