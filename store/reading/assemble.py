"""Blocks and notes are made from the lines they stand on: joined, tidied, their markers taken out and bound."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from store.document import Block, Footnote, Link, Marker, Span
from store.progress import Progress, silent, told
from store.reading.calls import Call
from store.reading.drafts import Draft
from store.reading.joining import join_lines
from store.reading.markers import find_calls
from store.reading.marks import Marks
from store.reading.passage import Passage
from store.reading.signs import Form
from store.reading.structure import Shape

_STARS = re.compile(r"[*∗＊]+")


@dataclass(frozen=True, slots=True)
class Assembled:
    """The blocks of a document and the calls of notes found in them."""

    blocks: tuple[Block, ...]
    calls: tuple[Call, ...]
    links: tuple[Link, ...]


def make_blocks(
    drafts: Sequence[Draft],
    shapes: Sequence[Shape],
    notes: Sequence[Footnote],
    forms: Sequence[Form],
    marks: Marks,
    *,
    masthead: str = "",
    spaced: bool,
    progress: Progress = silent,
) -> Assembled:
    """Blocks with their markers bound to notes; `masthead` is the front matter as printed, which may call notes too."""
    passages = [join_lines(_passages(draft), spaced=spaced) for draft in told(drafts, "paragraphs", progress)]
    named = [Call(at, *call, "told") for at, passage in enumerate(passages) for call in marks.calls(passage)]
    calls = find_calls([passage.text for passage in passages], [note.label for note in notes], forms, named)
    calls_of: dict[int, list[Call]] = {}
    for call in calls:
        calls_of.setdefault(call.text, []).append(call)
    binder = _Binder(notes, _STARS.findall(masthead))
    blocks: list[Block] = []
    links: list[Link] = []
    for index, (passage, shape) in enumerate(zip(passages, shapes, strict=True)):
        block, clean = _block(passage, shape, calls_of.get(index, []), binder)
        blocks.append(block)
        links += marks.links(clean, block.id)
    return Assembled(tuple(blocks), tuple(calls), tuple(links))


def _passages(draft: Draft) -> list[Passage]:
    first = draft.lines[0].passage
    opening = first.slice(draft.label.end).strip() if draft.label and not draft.bare else first
    return [opening, *(line.passage for line in draft.lines[1:])]


class _Binder:
    """Binds a marker to its note; where notes begin anew with 1, to the one whose turn it is."""

    def __init__(self, notes: Sequence[Footnote], called: Sequence[str]) -> None:
        """`called`: the stars that the masthead bears."""
        self._ids: dict[str, list[str]] = {}
        for note in notes:
            self._ids.setdefault(note.label, []).append(note.id)
        self._calls = Counter(called)

    def bind(self, label: str) -> str | None:
        ids = self._ids.get(label)
        if ids is None:
            return None
        self._calls[label] += 1
        return ids[min(self._calls[label], len(ids)) - 1]


def _block(passage: Passage, shape: Shape, calls: Sequence[Call], binder: _Binder) -> tuple[Block, Passage]:
    """The block and its text as a passage."""
    spans: list[Span] = []
    markers: list[Marker] = []
    removed = 0
    for call in calls:
        start = max(call.span.start, spans[-1].end if spans else 0)
        markers.append(Marker(call.note, start - removed, binder.bind(call.note)))
        if start < call.span.end:
            spans.append(Span(start, call.span.end))
            removed += call.span.end - start
    clean = passage.without(spans)
    # Where a sign was the last cell of a row, the bar before it stands no longer between two.
    stripped = clean.slice(0, clean.runs[-1].at + clean.runs[-1].length if clean.runs else None).strip()
    shift = clean.text.index(stripped.text)
    bound = tuple(
        Marker(each.note, min(max(each.at - shift, 0), len(stripped.text)), each.footnote) for each in markers
    )
    block = Block(shape.id, shape.type, shape.label, stripped.text, shape.parent, bound, shape.level, stripped.runs)
    return block, stripped
