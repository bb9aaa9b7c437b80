"""Which stretch of the source became what."""

from __future__ import annotations

from collections.abc import Sequence

from store.document import Piece, Role
from store.reading.lines import Line


def account(lines: Sequence[Line], label_end: int, role: Role, owner: str) -> list[Piece]:
    """The pieces of one block or note: its label, when the first line begins with one, and the rest.

    Args:
        lines: the lines it stands on, in order.
        label_end: where its label ends in the first line's text; 0 when it has none.
        role: what it is.
        owner: its id.
    """
    first = lines[0].span
    start, end = source_of(lines[0], label_end) if label_end else first.start, first.end
    label = [Piece(first.start, start, "label", owner)] if start > first.start else []
    rest = [[start, end]]
    for line in lines[1:]:
        if line.span.start == rest[-1][1]:
            rest[-1][1] = line.span.end
        else:
            rest.append([*line.span])
    return label + [Piece(low, high, role, owner) for low, high in rest if low < high]


def source_of(line: Line, at: int) -> int:
    """The place in the source of a position in a line's text."""
    for run in line.passage.runs:
        if at < run.at + run.length:
            return run.start + max(0, at - run.at)
    return line.span.end


def merged(pieces: Sequence[Piece], length: int) -> tuple[Piece, ...]:
    """Neighbours of one owner as one piece; a source that is all white space is furniture."""
    found: list[Piece] = []
    for piece in pieces:
        if found and found[-1].role == piece.role and found[-1].owner == piece.owner:
            found[-1] = found[-1]._replace(end=piece.end)
        else:
            found.append(piece)
    return tuple(found) if found or not length else (Piece(0, length, "furniture", "blank"),)
