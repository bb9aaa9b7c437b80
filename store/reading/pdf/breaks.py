"""Where on the page paragraphs begin: by the space above a line, its indent, and the room left before it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from store.reading.labels import read_label
from store.reading.pdf.columns import Column
from store.reading.pdf.typeset import Piece
from store.reading.phrases import ENDS, ending

_MORE = 1.2
"""Times the usual distance of two lines from which on a paragraph ends between them."""
_INDENT = 1.2
"""Sizes of type by which a first line is set in."""
_ROOM = 0.6
"""Sizes of type that must be left free for a line to have ended early."""
_MUCH_ROOM = 4.0
"""The same where no clause ends with the line."""
_FEW = 3
_SELDOM = 16
"""Of so many lines one must begin a paragraph, at least, where paragraphs are told apart."""


@dataclass(frozen=True, slots=True)
class Habit:
    """How a document sets its paragraphs."""

    leading: float
    """How far apart the lines of one stand, in sizes of type."""
    parted: bool
    """They are told from each other by space or indent."""
    set_in: bool
    """Their first lines are set in."""
    labelled: bool
    """Nearly all of them begin with a number or letter."""
    body: float
    """The size of the text."""


def habit_of(columns: Sequence[Column], body: float, leading: float) -> Habit:
    """The habit that all lines of a document show."""
    pairs = parted = indented = labelled = 0
    for column in (column for column in columns if column.lines and not column.masthead):
        apart = [False, *(_stand_apart(above, line, leading) for above, line in pairwise(column.lines))]
        first = [_is_set_in(column.lines, index, apart) for index in range(len(column.lines))]
        pairs += len(apart)
        parted += sum(apart)
        indented += sum(first)
        opening = [line for line, *signs in zip(column.lines, apart, first, strict=True) if any(signs)]
        labelled += sum(read_label(line.text) is not None for line in opening)
    least = max(2, pairs // _SELDOM)
    begun = parted + indented
    set_in = indented >= least and indented * 2 >= parted
    return Habit(leading, begun >= least, set_in, labelled >= least and labelled * 3 >= begun * 2, body)


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


def beginnings(column: Column, habit: Habit) -> list[bool]:
    """For each line whether a paragraph begins with it; for the first, whether it is set in as one."""
    lines = column.lines
    if not lines:
        return []
    apart = [False, *(_stand_apart(above, line, habit.leading) for above, line in pairwise(lines))]
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
            or (habit.set_in and _opens_set_in(lines, index, column))
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


def _opens_set_in(lines: Sequence[Piece], index: int, column: Column) -> bool:
    """Whether a line set in like the one above opens a paragraph: a clause ended there, and a label or room says so."""
    above, line = lines[index - 1], lines[index]
    step = _INDENT * line.size
    if line.left - column.left < step or not ends_a_clause(above):
        return False
    further_than_next = index + 1 < len(lines) and line.left - lines[index + 1].left > step
    return read_label(line.text) is not None or (further_than_next and _leaves_room(above, line, column.right))


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
    return _leaves_room(above, line, edge)


def _is_centred(line: Piece, column: Column) -> bool:
    before, after = line.left - column.left, column.right - line.right
    return before > 2 * line.size and abs(before - after) < line.size


def goings_on(column: Column, begins: Sequence[bool], habit: Habit) -> list[bool]:
    """For each line whether it surely goes on from the one above: that one is full, and no paragraph begins."""
    surely = [False] * len(begins)
    if not habit.parted or column.masthead:
        return surely
    for index in range(1, len(begins)):
        above, line = column.lines[index - 1], column.lines[index]
        surely[index] = not begins[index] and _is_body(above, line, habit) and not ends_before(above, column, line)
    return surely


def ends_before(above: Piece, column: Column, line: Piece) -> bool:
    """Whether the last line of a column is the last of its paragraph too, judged by what comes next."""
    if line.row or above.row or abs(line.size - above.size) > 1.5:
        return True
    return _leaves_room(above, line, column.right)


def _leaves_room(above: Piece, line: Piece, edge: float) -> bool:
    """Whether what a line begins with would have found room on the one above; a clause must not end in vain."""
    room = _ROOM if ends_a_clause(above) else _MUCH_ROOM
    return above.right + line.opening + room * line.size < edge


def surely_goes_on(above: Piece, column: Column, line: Piece, habit: Habit) -> bool:
    """Whether the first line of a column surely goes on from the last of the column before, which is full."""
    if not habit.parted or column.masthead or not _is_body(above, line, habit):
        return False
    told_apart = habit.set_in or habit.labelled
    return (told_apart or not ends_a_clause(above)) and read_label(line.text) is None


def _is_body(above: Piece, line: Piece, habit: Habit) -> bool:
    return abs(above.size - line.size) <= 0.6 and abs(line.size - habit.body) <= 1


def ends_a_clause(line: Piece) -> bool:
    """Whether a line ends with a stop or a comma, markers and closing quotation marks set aside."""
    end = ending(line.text)
    return bool(end) and end in ENDS
