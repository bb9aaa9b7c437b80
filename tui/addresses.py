"""The address of a paragraph in the language of the interface."""

from __future__ import annotations

from tui.language import language


def spoken_address(address: str) -> str:
    """An address of the store in the language of the interface; one of no known form stays as it is."""
    if language() == "zh":
        return address
    from store.library.english import english

    return english(address)
