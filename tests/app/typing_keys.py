"""Key presses as a terminal sends them."""

from __future__ import annotations

import unicodedata

from textual.events import Key
from textual.keys import REPLACED_KEYS, _get_unicode_name_from_key


def key_event(key: str) -> Key:
    """A key press, by the name Textual has for the key or by its character."""
    if len(key) == 1 and not key.isascii():
        return Key(key, key)
    if len(key) == 1 and not key.isalnum():
        return Key(unicodedata.name(key).lower().replace("-", "_").replace(" ", "_"), key)
    try:
        character = unicodedata.lookup(_get_unicode_name_from_key(REPLACED_KEYS.get(key, key)))
    except KeyError:
        character = key if len(key) == 1 else None
    return Key(key, character)
