"""The switches of what is seen beside and among the text: what each is called, and which are on at first."""

from __future__ import annotations

from collections.abc import Mapping

from store.config import Config
from store.state import State
from tui.language import N_
from tui.widgets.page.view import View, view_of

NAMES: Mapping[str, str] = {
    "addresses": N_("short addresses, such as PP3, OP5(a), §98"),
    "counts": N_("how often the library cites the paragraph: ↩"),
    "signs": N_("signs for tags ● and notes ✎"),
    "tags": N_("tags below the paragraph: #"),
    "notes": N_("notes below the paragraph: │"),
    "footnotes": N_("footnotes below the paragraph"),
    "bar": N_("scroll bar with notes ✎, hits ▪ and cursor ◂"),
}
"""What the panel says of each switch."""

FIRST = View(addresses=False, counts=False, signs=True, bar=True)
"""What is seen before anybody chose."""


def chosen_view(state: State, config: Config) -> View:
    """What was chosen in the app, else in the settings, else what the app shows at first."""
    if state.view is not None:
        return view_of(state.view)
    return FIRST if config.show is None else view_of(tuple(config.show))
