"""What is shown of something one peeks at. Whoever shows it need not know the library: it is told all that is said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tui.typeset import PLAIN, Manner

Ink = Literal["text", "head", "muted"]


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph of it."""

    text: str
    label: str = ""
    """What hangs before its first line."""
    ink: Ink = "text"
    """"head" is what it is called; "muted" is said of it, and does not stand in it."""
    level: int = 0
    """How deep it stands under the first one."""


@dataclass(frozen=True, slots=True)
class Glimpse:
    """A cited paragraph, the beginning of a document, or what is known of one that is not at hand."""

    title: str
    passages: tuple[Passage, ...]
    manner: Manner = PLAIN
    """How lines of its text end."""
