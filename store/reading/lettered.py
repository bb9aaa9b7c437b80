"""Several resolutions under one number, told apart by a letter on a line of its own: 51/154 A and 51/154 B."""

from __future__ import annotations

import re
from collections.abc import Sequence

from store.reading.labels import Label
from store.reading.lines import Line
from store.reading.phrases import is_chapeau

_LETTER = re.compile(r"[A-Z]")
_TITLE_LINES = 4
"""Lines of the title between the letter and the organ that speaks, at most."""


def lettered_end(lines: Sequence[Line], index: int) -> int | None:
    """Where the chapeau stands that follows a letter at `index` and its title; None when the line is no such letter."""
    if not _LETTER.fullmatch(lines[index].text):
        return None
    for end in range(index + 1, min(index + 2 + _TITLE_LINES, len(lines))):
        if is_chapeau(lines[end].text):
            return end
        if lines[end].complete or lines[end].label is not None:
            return None
    return None


def letter_label(line: Line) -> Label:
    """The letter as a heading's label."""
    return Label("letter", ord(line.text) - ord("A") + 1, line.text, len(line.text))
