"""Where on the page paragraphs begin: by the space above a line, its indent, and the room left before it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from store.reading.pdf.columns import Column
from store.reading.pdf.typeset import Piece

_MORE = 1.2
"""Times the usual distance of two lines from which on a paragraph ends between them."""
_INDENT = 1.2
"""Sizes of type by which a first line is set in."""
_ROOM = 0.6
"""Sizes of type that must be left free for a line to have ended early."""
_FEW = 3


def usual_leading(columns: Sequence[Column]) -> float:
    """How far apart the lines of a paragraph mostly stand, in sizes of type."""
    counted: Counter[float] = Counter()
    for column in columns:
        for above, line in pairwise(column.lines):
            distance = (line.base - above.base) / max(line.size, 1.0)
            if 0.8 < distance < 3 and abs(line.size - above.size) < 0.6:
                counted[round(distance * 20) / 20] += 1
    most = max(counted.values(), default=0)
    return min((distance for distance, times in counted.items() if times * 3 >= most), default=1.5)


def beginnings(column: Column, leading: float) -> list[bool]:
    """For each line whether a paragraph begins with it; for the first, whether it is set in as one."""
    lines = column.lines
    if not lines:
        return []
    apart = [False, *(_stand_apart(above, line, leading) for above, line in pairwise(lines))]
    edges = _edges(lines, apart)
    found = [_is_set_in(lines, 0, apart)]
    for index in range(1, len(lines)):
        above, line = lines[index - 1], lines[index]
        begins = (
            apart[index]
            or line.row
            or above.row
            or _is_set_in(lines, index, apart)
            or _ended_early(above, line, edges[index], column)
        )
        found.append(begins)
    return found


def _stand_apart(above: Piece, line: Piece, leading: float) -> bool:
    distance = line.base - above.base
    return distance < 0 or distance > _MORE * leading * max(line.size, above.size) or abs(line.size - above.size) > 1.5


def _is_set_in(lines: Sequence[Piece], index: int, apart: Sequence[bool]) -> bool:
    """Whether a line begins further in than the lines around it."""
    line = lines[index]
    step = _INDENT * line.size
    last = index + 1 == len(lines) or apart[index + 1]
    further_than_next = not last and line.left - lines[index + 1].left > step
    if index == 0:
        return further_than_next
    further_than_above = line.left - lines[index - 1].left > step
    return further_than_above and (further_than_next or last)


def _edges(lines: Sequence[Piece], apart: Sequence[bool]) -> list[float]:
    """For each line how far its neighbours reach that stand close together; 0 where there are few."""
    edges = [0.0] * len(lines)
    start = 0
    for end in range(1, len(lines) + 1):
        if end == len(lines) or apart[end]:
            if end - start >= _FEW:
                edges[start:end] = [max(line.right for line in lines[start:end])] * (end - start)
            start = end
    return edges


def _ended_early(above: Piece, line: Piece, edge: float, column: Column) -> bool:
    """Whether the first word of a line would have found room on the line above."""
    if not edge or _is_centred(above, column):
        return False
    return above.right + line.opening + _ROOM * line.size < edge


def _is_centred(line: Piece, column: Column) -> bool:
    before, after = line.left - column.left, column.right - line.right
    return before > 2 * line.size and abs(before - after) < line.size


def ends_early(line: Piece, column: Column) -> bool:
    """Whether the last line of a column ends well before its edge."""
    return column.right - line.right > 2.5 * line.size
