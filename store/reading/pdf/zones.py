"""The foot of a column where its notes stand, and the notes in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from store.reading.pdf.columns import Column
from store.reading.pdf.glyphs import Box
from store.reading.pdf.typeset import Piece
from store.reading.phrases import STRONG_ENDS, ending

_SMALLER = 0.6
"""Points by which notes are printed smaller than the text."""
_RULE = (28.0, 0.5)
"""How long the stroke above notes is: points at least, of the column's width at most."""
_BESIDE = 20.0
"""Points by which it may begin further left or right than the column."""
_UNDER = 0.45
"""How near below a line, in sizes of type, a stroke only underlines it."""
RULE = "_" * 12
"""Printed where a stroke parts text and notes."""
_LEFT_OUT = 3
"""By how much the number of a note may be higher than that of the one before."""
_DRAWN_RULE = re.compile(r"[_＿—─]{4,}")
_PLAIN_SIGN = re.compile(
    r"(?P<label>\d{1,3})(?:/(?!\d)|\.(?=\s)|(?![\d/.,年月日]))\s*(?=\S)|(?P<star>\*{1,3}|[†‡])\s*(?=\S)"
)


@dataclass(slots=True)
class Note:
    """A footnote as printed."""

    label: str
    sign: int
    """How long its sign is, at the start of its first line."""
    lines: list[Piece]


@dataclass(slots=True)
class Zone:
    """The notes at the foot of a column."""

    rule: str
    """The line between text and notes, as the text draws it or as it is printed for a stroke."""
    carried: list[Piece] = field(default_factory=list)
    """The lines above its first note: the rest of the last one on the page before."""
    notes: list[Note] = field(default_factory=list)

    @property
    def labels(self) -> list[str]:
        """The labels of its notes."""
        return [note.label for note in self.notes]


def is_finished(note: Note) -> bool:
    """Whether a note's last line ends a sentence."""
    return ending(note.lines[-1].text) in [*STRONG_ENDS]


def body_size(columns: Sequence[Column]) -> float:
    """The size in which most of a document's text is printed."""
    sizes: Counter[float] = Counter()
    for line in chain.from_iterable(column.lines for column in columns):
        sizes[round(line.size * 2) / 2] += len(line.text)
    common = sizes.most_common(2)
    if len(common) > 1 and common[1][1] * 2 > common[0][1]:
        return max(common[0][0], common[1][0])
    return common[0][0] if common else 0.0


def take_zone(column: Column, strokes: Sequence[Box], body: float, last: int, *, carries: bool) -> Zone | None:
    """Move the notes at the foot of a column out of its lines.

    Args:
        column: the column; nothing of the text stands below it.
        strokes: those of its page.
        body: the size of the document's text.
        last: the number of the last note before.
        carries: a note before may go on here.
    """
    found = _by_stroke(column, strokes, body)
    if found is None:
        found = _by_drawn_rule(column, body)
    if found is None:
        found = _by_size(column, body, last, carries=carries)
    if found is None or found >= len(column.lines):
        return None
    first = column.lines[found].text
    drawn = _DRAWN_RULE.fullmatch(first) is not None
    zone = _zone(column.lines[found + drawn :], last, first if drawn else RULE)
    if not zone.notes and not (zone.carried and carries):
        return None
    if zone.carried and not carries:
        kept = len(zone.carried)
        zone.carried = []
        column.lines = column.lines[: found + drawn + kept]
    else:
        column.lines = column.lines[:found]
    return zone


def _by_stroke(column: Column, strokes: Sequence[Box], body: float) -> int | None:
    """The line below the stroke that notes stand under."""
    width = column.right - column.left
    for stroke in sorted(strokes, key=lambda box: box.top):
        length = stroke.right - stroke.left
        if stroke.bottom - stroke.top > length or not _RULE[0] <= length <= max(_RULE[1] * width, 160):
            continue
        if stroke.left < column.left - 3 * _BESIDE or stroke.left > column.left + _BESIDE:
            continue
        if any(_underlines(stroke, line) for line in column.lines):
            continue
        at = next((index for index, line in enumerate(column.lines) if line.base > stroke.top), len(column.lines))
        rest = column.lines[at:]
        if rest and all(line.size <= body + 0.1 and not line.row for line in rest) and _is_small(rest, body):
            return at
    return None


def _is_small(lines: Sequence[Piece], body: float) -> bool:
    """Whether lines may be notes: most are smaller than the text, or the first begins with a raised sign."""
    small = sum(line.size <= body - _SMALLER / 2 for line in lines)
    return small * 2 > len(lines) or _raised_sign(lines[0]) is not None


def _underlines(stroke: Box, line: Piece) -> bool:
    below = stroke.top - line.base
    return -0.1 * line.size <= below <= _UNDER * line.size and stroke.left < line.right and line.left < stroke.right


def _by_drawn_rule(column: Column, body: float) -> int | None:
    for index, line in enumerate(column.lines):
        rest = column.lines[index + 1 :]
        if rest and _DRAWN_RULE.fullmatch(line.text) and _is_small(rest, body):
            return index
    return None


def _by_size(column: Column, body: float, last: int, *, carries: bool) -> int | None:
    """Where the small lines at the foot begin that open with a raised sign, or with the number of the next note.

    A note before may go on above them where all that stands above is larger."""
    start = len(column.lines)
    while start and column.lines[start - 1].size <= body - _SMALLER and not column.lines[start - 1].row:
        start -= 1
    small = range(start, len(column.lines))
    if carries and 0 < start < len(column.lines):
        return start
    raised = next((index for index in small if _raised_sign(column.lines[index])), None)
    if raised is not None:
        return raised
    return next((index for index in small if _plain_sign(column.lines[index], last)), None)


def _raised_sign(line: Piece) -> re.Match[str] | None:
    """The raised sign at the start of a line."""
    for spot in line.spots:
        if spot.kind == "raised" and spot.start == 0:
            return re.compile(r"(\d{1,3}|\*{1,3}|[a-z†‡])").fullmatch(spot.value)
    return None


def _zone(lines: Sequence[Piece], last: int, rule: str) -> Zone:
    zone = Zone(rule)
    for line, opening in zip(lines, _openings(lines, last), strict=True):
        if opening is not None:
            zone.notes.append(Note(*opening, [line]))
        elif zone.notes:
            zone.notes[-1].lines.append(line)
        else:
            zone.carried.append(line)
    return zone


def _openings(lines: Sequence[Piece], last: int) -> Iterator[tuple[str, int] | None]:
    """For each line the label of the note that begins with it, and how long its sign is."""
    signs = [_raised_sign(line) for line in lines]
    raised = any(sign is not None and sign[0].isdecimal() for sign in signs)
    for line, sign in zip(lines, signs, strict=True):
        plain = None if sign else _plain_sign(line, last)
        if plain is not None and not (raised and plain["label"]):
            label = plain["label"] or plain["star"]
            yield label, len(plain[0].rstrip())
        elif sign is not None:
            label = sign[0]
            yield label, len(label)
        else:
            yield None
            continue
        last = int(label) if label.isdecimal() else last


def _plain_sign(line: Piece, last: int) -> re.Match[str] | None:
    """The sign at the start of a line that is not raised: a star, or a number not far from that of the last note."""
    plain = _PLAIN_SIGN.match(line.text)
    return plain if plain and (plain["star"] or 0 < int(plain["label"]) - last <= _LEFT_OUT) else None
