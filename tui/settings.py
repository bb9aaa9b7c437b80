"""What the settings name that only the interface knows, checked: keys, commands, themes."""

from __future__ import annotations

from store.config import Config
from tui.keymap import make_keymap, shown_key
from tui.themes import wrong_theme


def wrong_settings(config: Config) -> tuple[str, ...]:
    """A sentence for each key or theme that can't be used."""
    keymap, problems = make_keymap(config.keys)
    return (*problems, *wrong_theme(config.theme, shown_key("app.choose-theme", keymap)))
