"""What is said where a target leads nowhere, or not quite where it should."""

from __future__ import annotations

from store.library.find import Held
from tui.language import _
from tui.no_file import no_file_words


def unplaced_words(found: Held) -> str:
    """The document is there, and the place is not."""
    if not found.near:
        missing = _("There is no “{place}” in {document}.")
        return missing.format(place=found.unplaced, document=found.entry.key)
    missing = _("There is no “{place}” in {document}; there is {near}.")
    return missing.format(place=found.unplaced, document=found.entry.key, near=found.near)


def nothing_words(target: str, nearest: tuple[str, ...]) -> str:
    """Nobody knows of it, or it is a file that is not there."""
    if no_file := no_file_words(target):
        return no_file
    if not nearest:
        return _("Nobody in the library holds or cites “{target}”.").format(target=target)
    known = "  ".join(nearest)
    return _("Nobody in the library holds or cites “{target}”. Near it: {known}").format(target=target, known=known)
