"""Tags and notes set in rows, below a paragraph or below a footnote."""

from __future__ import annotations

from typing import NamedTuple

from tui.typeset import Line, Widths, typeset

RAIL = "│ "
"""Before each line of a note."""
CHIP_GAP = "  "
"""Between two tags."""


class Chip(NamedTuple):
    """A tag as it is shown."""

    tag: str
    text: str


def pack_tags(tags: tuple[str, ...], width: int, widths: Widths) -> tuple[tuple[Chip, ...], ...]:
    """Chips in rows, as many side by side as fit."""
    rows: list[tuple[Chip, ...]] = []
    room = 0
    for tag in tags:
        chip = Chip(tag, widths.clip(f"# {tag}", width))
        cells = widths.measure(chip.text)
        if not rows or cells + len(CHIP_GAP) > room:
            rows.append((chip,))
            room = width - cells
        else:
            rows[-1] += (chip,)
            room -= cells + len(CHIP_GAP)
    return tuple(rows)


def set_note(note: str, width: int, widths: Widths) -> tuple[Line, ...]:
    """The lines of a note, set between its rail and the end of the text."""
    room = max(2, width - widths.measure(RAIL))
    return tuple(line for part in note.strip().splitlines() for line in typeset(part, room, widths=widths).lines)
