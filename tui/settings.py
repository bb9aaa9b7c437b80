"""What the settings name that only the interface knows, checked: keys, commands, themes.

Most users have changed no key: what looks at keys is imported only where one was.
"""

from __future__ import annotations

from store.config import Config


def usable_keys(config: Config) -> dict[str, str]:
    """The keys that the user gives to commands, as far as they can be used, by the command's name."""
    if not config.keys:
        return {}
    from tui.keymap import make_keymap

    return make_keymap(config.keys)[0]


def wrong_settings(config: Config) -> tuple[str, ...]:
    """A sentence for each key or theme that can't be used."""
    if not config.keys and not config.theme:
        return ()
    from tui.keymap import make_keymap
    from tui.shown_keys import shown_key
    from tui.themes import wrong_theme

    keymap, problems = make_keymap(config.keys)
    return (*problems, *wrong_theme(config.theme, shown_key("app.choose-theme", keymap)))
