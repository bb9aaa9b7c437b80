"""The colour of the page around the terminal."""

from __future__ import annotations

from store.config import read_config
from store.state import State
from tui.themes import DARK, themes


def background() -> str:
    """That of the theme the app will open in; the dark one's for a theme that is not ours."""
    colours = {theme.name: str(theme.background) for theme in themes()}
    return colours.get(State().theme or read_config().theme or DARK, colours[DARK])
