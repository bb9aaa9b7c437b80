"""How the text of a document is set: as the settings say, and as was chosen inside the app since."""

from __future__ import annotations

from store.config import NARROWEST, WIDEST
from tui.widgets.page_view import PageView
from tui.workspace import Workspace


def compose_text(view: PageView, workspace: Workspace) -> None:
    """Have a view set its text as the user wants it."""
    config, state = workspace.config, workspace.state
    view.ambiguous_width = config.ambiguous_width
    view.line_spacing = config.line_spacing
    view.hanging_marks = config.hanging_marks
    view.measure = within_limits(config.measure if state.measure is None else state.measure)
    view.justified = config.justify if state.justify is None else state.justify


def within_limits(measure: int) -> int:
    """The nearest measure that a line of text may have."""
    return max(NARROWEST, min(measure, WIDEST))
