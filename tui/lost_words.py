"""Why an annotation is an orphan, in the language of the interface."""

from __future__ import annotations

from store.export.sections import NO_DOCUMENT, NO_PLACE, OTHER_TEXT
from tui.language import N_, _

_LOST = {
    NO_DOCUMENT: N_("document not in the library"),
    NO_PLACE: N_("place not in the text any more"),
    OTHER_TEXT: N_("text changed here"),
}


def lost_words(reason: str) -> str:
    """The reason in words."""
    return _(_LOST[reason])
