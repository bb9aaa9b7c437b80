"""What a reader has put on a paragraph, as the widgets show it."""

from __future__ import annotations

from dataclasses import dataclass

TAGGED, NOTED = "●", "✎"
"""Signs for a paragraph with tags, and for one with a note."""


@dataclass(frozen=True, slots=True)
class Mark:
    """The tags and the note of one paragraph."""

    tags: tuple[str, ...] = ()
    note: str = ""
    """Empty when there is none; may hold several lines."""

    def __bool__(self) -> bool:
        return bool(self.tags or self.note)
