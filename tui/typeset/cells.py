"""What a terminal shows of a text, character by character, and how many cells each fills."""

from __future__ import annotations

import re
from functools import cache
from unicodedata import east_asian_width

from rich.cells import get_character_cell_size

_SUPERSCRIPTS = str.maketrans("0123456789+-()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾")

BLANKS = "\t\n\v\f\r\u0085\u2028\u2029"
"""What is shown as a space."""
JOINER = "\u200d"
"""Makes one emoji of several; they are shown side by side, as only some terminals draw them as one."""

_BLANKS = re.compile(f"[{BLANKS}]")
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_INVISIBLES = re.compile(
    "[\u00ad\u061c\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U0001f3fb-\U0001f3ff\U000e0000-\U000e0fff]"
)


class Widths(dict[str, int]):
    """Cells by character, filled as characters are met. Use `widths_for`."""

    def __init__(self, ambiguous: int = 1) -> None:
        super().__init__()
        self.ambiguous = ambiguous
        """Cells of a character whose width the terminal decides: “ ” — … · ×."""

    def __missing__(self, character: str) -> int:
        cells = get_character_cell_size(character)
        if cells == 1 and east_asian_width(character) == "A":
            cells = self.ambiguous
        self[character] = cells
        return cells

    def measure(self, text: str) -> int:
        """Cells of a text as `visible` gives it."""
        return sum(map(self.__getitem__, text))

    def excess(self, text: str) -> int:
        """Cells that a text fills beyond what Rich and Textual count for it."""
        if self.ambiguous == 1 or text.isascii():
            return 0
        return sum(self[character] - get_character_cell_size(character) for character in text)

    def clip(self, text: str, cells: int) -> str:
        """As much of the beginning of a text as fits, the last of it `…` where something was left out."""
        if self.measure(text) <= cells:
            return text
        room = cells - self["…"]
        for end, character in enumerate(text):
            room -= self[character]
            if room < 0:
                return text[:end].rstrip() + "…" if cells >= self["…"] else ""
        return text


@cache
def widths_for(ambiguous: int = 1) -> Widths:
    """The one table of widths for each setting of `ambiguous`, 1 or 2 cells."""
    return Widths(ambiguous)


def superscript(label: str) -> str:
    """A footnote's label as its marker is printed: "12" as ¹²; a sign without a raised form stays itself."""
    return label.translate(_SUPERSCRIPTS)


def visible(text: str) -> str:
    """The text with nothing in it that moves a terminal's cursor, one character for each character.

    Line ends and tabs become spaces, control characters `�`. Marks of direction, joiners and tones of skin, with
    which terminals disagree on the width of what stands beside them, become a space of no width.
    """
    text = _BLANKS.sub(" ", text)
    text = _CONTROLS.sub("\ufffd", text)
    return _INVISIBLES.sub("\u200b", text)


def is_invisible(character: str) -> bool:
    """Whether `visible` makes a space of no width of it."""
    return _INVISIBLES.match(character) is not None
