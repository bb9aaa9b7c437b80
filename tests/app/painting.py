"""Painting put off until a test looks at the screen: nobody sees what lies between, and it is most of an app's work.

What must be drawn gathers in the screen's dirty regions, as it does between two frames of a terminal.
"""

from __future__ import annotations

from typing import Any

from rich.console import RenderableType
from textual import screen
from textual._compositor import Compositor
from textual.app import App

_render_update = Compositor.render_update


def put_off() -> None:
    """Let no app of this process draw by itself, nor look more often than five times in a second whether it should."""
    Compositor.render_update = _later  # type: ignore[method-assign]
    screen.UPDATE_PERIOD = 0.2


def _later(compositor: Compositor, full: bool = False, **options: Any) -> RenderableType | None:
    """A picture of the whole screen is asked for by those who look; all else waits."""
    return _render_update(compositor, full, **options) if full else None


def catch_up(app: App[Any]) -> None:
    """Let the screen do now what it would do before its next picture: lay out, scroll, call who waits for that."""
    if not app.screen_stack:
        return
    top = app.screen
    if top._callbacks or top._layout_required or top._scroll_required or top._recompose_required or top._dirty_widgets:
        top._on_timer_update()


def paint(app: App[Any]) -> None:
    """Draw now what an app has to draw, with the errors of drawing."""
    if app.screen_stack:
        _render_update(app.screen._compositor, screen_stack=app._background_screens)
