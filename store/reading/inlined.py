"""Notes printed where their sign stood, as some clipboards and wikis leave them: [注1：…], <ref>…</ref>.

Each is cut out of its line and read as a footnote; what opened it is left in the line and calls it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from store.document import Span
from store.reading.lines import Line
from store.reading.marks import Mark
from store.reading.notes import Note
from store.reading.phrases import ending
from store.reading.pieces import source_of
from store.reading.run_in import BELOW, Guess, RunIn, may_hold_a_note

_OPENING = re.compile(
    r"\s?(?:(?P<bracket>[\[［〔【(（])\s?(?:注释?|註釋?|[脚腳尾]注|[脚腳尾]註|[Ff]oot[Nn]ote|[Nn]ote)\s?(?P<label>\d{1,3})(?P<set>\s?[:：])"
    r"|<ref(?:\s[^<>/]*)?(?P<tag>>)|\\footnote(?P<brace>\{)|\^(?P<square>\[)(?!\^))"
)
_SUSPECT = re.compile(r"(?=[注註o<\\^])(?:[注註]\s?[\d释釋]|ote\s?\d|<ref|\\footnote|\^\[)")
_CLOSING = {"[": "]", "［": "］", "〔": "〕", "【": "】", "(": ")", "（": "）", "<": "</ref>", "{": "}"}
_LIKE = str.maketrans("（）［］", "()[]")
_LONGEST = 12
"""Lines over which a note may go."""


@dataclass(slots=True)
class Inlined:
    """The lines with the notes cut out of them, the notes by their lines' indexes, and the marks of their signs."""

    lines: list[Line] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    calls: list[Mark] = field(default_factory=list)
    guesses: list[Guess] = field(default_factory=list)


class _Place(NamedTuple):
    """Where in a line a note is inlined."""

    label: str
    sign: Span
    """Of what stays in the line and calls the note."""
    opening: int
    """Where the words of the note begin."""
    rows: int
    """Lines below on which it ends."""
    end: int
    """Where its words end in that one."""
    rest: int
    """Where the text goes on."""
    head: int
    """Where the text before it ends."""


def inlined(lines: Sequence[Line], labels: Collection[str] = ()) -> Inlined:
    """The lines with each inlined note on lines of its own; `labels` are those of the notes that the file knows."""
    found = Inlined()
    bracketed = _SUSPECT.search("\n".join(line.text for line in lines)) is not None
    run_in = RunIn(lines, labels)
    queue = list(reversed(lines))
    while queue:
        line = queue.pop()
        place = _bracketed(line, queue, found) if bracketed else None
        if place is None and may_hold_a_note(line):
            place = _run_in(line, queue, run_in, found)
        if place is None:
            found.lines.append(line)
            continue
        own = [line, *(queue.pop() for _ in range(place.rows))]
        rest = _cut(found, own, place)
        if rest is not None:
            queue.append(rest)
    found.guesses += run_in.unsure
    return found


def _bracketed(line: Line, queue: Sequence[Line], found: Inlined) -> _Place | None:
    opening = _OPENING.search(line.text)
    end = _end(opening, line, queue) if opening and (opening.start() or line.goes_on) else None
    if opening is None or end is None:
        return None
    rows, at = end
    label = opening["label"] or str(len(found.notes) + 1)
    sign = opening.start("set" if opening["label"] else opening.lastgroup or 0)
    rest = at + len(_CLOSING[_first(opening)])
    return _Place(label, Span(opening.start(), sign), opening.end(), rows, at, rest, opening.start())


def _run_in(line: Line, queue: Sequence[Line], run_in: RunIn, found: Inlined) -> _Place | None:
    note = run_in.find(line, queue[: -BELOW - 1 : -1])
    if note is None:
        return None
    found.guesses.append(Guess(source_of(line, note.sign.start), note.label, note.words))
    return _Place(note.label, note.sign, note.sign.end, note.rows, note.end, note.end, note.sign.start)


def _first(opening: re.Match[str]) -> str:
    """The sign that opens the note, which another one closes."""
    return opening["bracket"] or opening["square"] or opening["brace"] or "<"


def _end(opening: re.Match[str], line: Line, queue: Sequence[Line]) -> tuple[int, int] | None:
    """How many lines below the note ends, and where its closing sign begins in that one; None where it never does."""
    first = _first(opening)
    opens, closes = first.translate(_LIKE), _CLOSING[first].translate(_LIKE)
    signs = re.compile("|".join(map(re.escape, (closes, opens) if len(closes) == 1 else (closes,))))
    depth = 1
    for rows, text in enumerate([line.text, *(each.text for each in queue[: -_LONGEST - 1 : -1])]):
        for match in signs.finditer(text.translate(_LIKE), 0 if rows else opening.end()):
            depth += -1 if match[0] == closes else 1
            if not depth:
                return rows, match.start()
    return None


def _cut(found: Inlined, own: Sequence[Line], place: _Place) -> Line | None:
    """Put the line before the note and the note's lines among the found; answers the rest of the last line, if any."""
    first, last = own[0], own[-1]
    sign = place.sign.end
    rest = last.passage.slice(place.rest)
    stop = source_of(last, place.rest) if rest.text.strip() else last.span.end
    head = first.passage.slice(0, sign)
    text = replace(first, span=Span(first.span.start, source_of(first, sign)), passage=head)
    text.ending = ending(first.text[: place.head])
    text.cells = text.cells if rest.text.strip() else last.cells
    found.lines.append(text)
    found.calls.append(Mark(source_of(first, place.sign.start), source_of(first, sign), "call", place.label))
    indexes = range(len(found.lines), len(found.lines) + len(own))
    for line in own:
        low = sign if line is first else 0
        high = place.end if line is last else len(line.text)
        start = source_of(first, sign) if line is first else line.span.start
        end = stop if line is last else line.span.end
        passage = line.passage.slice(low, high)
        gap = 0 if line is first else line.gap
        found.lines.append(replace(line, span=Span(start, end), passage=passage, gap=gap, label=None))
    found.notes.append(Note(place.label, Span(0, place.opening - sign), tuple(indexes)))
    if not rest.text.strip():
        return None
    after = replace(last, span=Span(stop, last.span.end), passage=rest, gap=0, label=None, goes_on=True)
    after.cells = last.cells
    return after
