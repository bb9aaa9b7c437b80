"""Notes printed where their sign stood, as some clipboards and wikis leave them: [注1：…], <ref>…</ref>.

Each is cut out of its line and read as a footnote; what opened it is left in the line and calls it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from store.document import Span
from store.reading.lines import Line
from store.reading.marks import Mark
from store.reading.notes import Note
from store.reading.phrases import ending
from store.reading.pieces import source_of

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


def inlined(lines: Sequence[Line]) -> Inlined:
    """The lines with each inlined note on lines of its own; as they are where no note is inlined."""
    found = Inlined()
    if not any(_SUSPECT.search(line.text) for line in lines):
        found.lines = list(lines)
        return found
    queue = list(reversed(lines))
    while queue:
        line = queue.pop()
        opening = _OPENING.search(line.text)
        end = _end(opening, line, queue) if opening and (opening.start() or line.goes_on) else None
        if opening is None or end is None:
            found.lines.append(line)
            continue
        rows, at = end
        own = [line, *(queue.pop() for _ in range(rows))]
        rest = _cut(found, own, opening, at)
        if rest is not None:
            queue.append(rest)
    return found


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


def _cut(found: Inlined, own: Sequence[Line], opening: re.Match[str], at: int) -> Line | None:
    """Put the line before the note and the note's lines among the found; answers the rest of the last line, if any."""
    first, last = own[0], own[-1]
    label = opening["label"] or str(len(found.notes) + 1)
    sign = opening.start("set" if opening["label"] else opening.lastgroup or 0)
    closing = len(_CLOSING[_first(opening)])
    rest = last.passage.slice(at + closing)
    stop = source_of(last, at + closing) if rest.text.strip() else last.span.end
    head = first.passage.slice(0, sign)
    text = replace(first, span=Span(first.span.start, source_of(first, sign)), passage=head)
    text.ending = ending(first.text[: opening.start()])
    text.cells = text.cells if rest.text.strip() else last.cells
    found.lines.append(text)
    found.calls.append(Mark(source_of(first, opening.start()), source_of(first, sign), "call", label))
    indexes = range(len(found.lines), len(found.lines) + len(own))
    for line in own:
        low = sign if line is first else 0
        high = at if line is last else len(line.text)
        start = source_of(first, sign) if line is first else line.span.start
        end = stop if line is last else line.span.end
        passage = line.passage.slice(low, high)
        gap = 0 if line is first else line.gap
        found.lines.append(replace(line, span=Span(start, end), passage=passage, gap=gap, label=None))
    found.notes.append(Note(label, Span(0, opening.end() - sign), tuple(indexes)))
    if not rest.text.strip():
        return None
    after = replace(last, span=Span(stop, last.span.end), passage=rest, gap=0, label=None, goes_on=True)
    after.cells = last.cells
    return after
