"""Lines that size alone explains: a call of a note alone on its line, a heading in large type on several."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from store.reading.pdf.columns import Column
from store.reading.pdf.tables import below
from store.reading.pdf.typeset import RAISED, Piece, Spot

_LONE = re.compile(r"\d{1,3}(?:[,，、˒]\s?\d{1,3})*|\*{1,3}")
_TINY = 0.75
"""Times the size of the text that a raised sign is large, at most."""
_RISE = 0.35
"""Times the size of the text that it stands above its line."""
_LARGE = 0.8
"""Points by which a heading is larger than the text, at least."""
_CLOSE = 1.15
"""Times the usual distance by which the lines of one heading stand apart, at most."""


def with_lone_calls(lines: Sequence[Piece], body: float) -> list[Piece]:
    """The lines; a sign that the end of a full line pushed down alone stands raised, on the text's height."""
    found = list(lines)
    for index, line in enumerate(found):
        above = found[index - 1] if index else None
        if above is None or line.size > _TINY * body or not _LONE.fullmatch(line.text):
            continue
        if abs(above.size - body) <= 1 and line.base - above.base < 2.5 * body:
            spot = Spot(0, len(line.text), "raised", line.text)
            text, base = line.text.translate(RAISED), line.base + _RISE * body
            found[index] = replace(line, text=text, base=base, size=body, spots=(spot,))
    return found


def with_whole_headings(lines: Sequence[Piece], body: float, leading: float) -> list[Piece]:
    """The lines; large ones that follow each other closely are one."""
    found: list[Piece] = []
    bottom = 0.0
    for line in lines:
        above = found[-1] if found else None
        if above is not None and _goes_on(above, line, body) and 0 < line.base - bottom <= _CLOSE * leading * line.size:
            found[-1] = below(above, line)
        else:
            found.append(line)
        bottom = line.base
    return found


def _goes_on(above: Piece, line: Piece, body: float) -> bool:
    large = min(above.size, line.size) >= body + _LARGE and abs(above.size - line.size) < 0.3
    return large and not line.row and not above.row and above.right >= line.right - line.size


def heading_levels(columns: Sequence[Column], body: float) -> list[float]:
    """The sizes of a document's headings, from the largest."""
    lines = [line for column in columns if not column.masthead for line in column.lines]
    return sorted({round(line.size * 2) / 2 for line in lines if _is_large(line, body)}, reverse=True)


def level_of(line: Piece, levels: Sequence[float]) -> int:
    """The level of a heading in so large a type; 0 for the size of the text."""
    size = round(line.size * 2) / 2
    return levels.index(size) + 1 if size in levels else 0


def _is_large(line: Piece, body: float) -> bool:
    return line.size >= body + _LARGE
