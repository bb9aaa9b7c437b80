"""What a page shows: characters, strokes and links with their places, in points from its top left corner."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Glyph(NamedTuple):
    """One character where it stands on an upright page."""

    text: str
    left: float
    right: float
    base: float
    """How far below the top of the page the line stands that it is written on."""
    size: float
    """The size of its type."""
    run: int = 0
    """Which piece of the file drew it: two pieces that draw the same character at one place draw it bold."""
    spaced: bool = False
    """White space was drawn before it."""
    raised: bool = False
    """It stands higher than its neighbours and is smaller."""


class Box(NamedTuple):
    """A stroke, or the place of a link."""

    left: float
    top: float
    right: float
    bottom: float


class Target(NamedTuple):
    """Where a link leads, and where on the page its words stand."""

    box: Box
    address: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page, turned so that its text stands upright."""

    width: float
    height: float
    glyphs: list[Glyph]
    aside: list[list[Glyph]]
    """Characters that run in other directions, each direction turned upright too."""
    strokes: list[Box]
    """Thin lines, across or down."""
    targets: list[Target]
    nameless: int
    """Characters for which the file does not say what they are."""
    drawn: bool
    """Anything at all is drawn on it."""


def is_wide(text: str) -> bool:
    """Whether a character is set in the full width of Chinese type."""
    return "\u2e80" <= text <= "\uffef" or text in "—…“”‘’"
