"""Blocks and notes are made from the lines they stand on: joined, tidied, their markers taken out and bound."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from store.document import Block, Footnote, Link, Marker, Span
from store.reading.drafts import Draft
from store.reading.markers import Call, find_calls
from store.reading.marks import Marks
from store.reading.passage import EMPTY, Passage, joined
from store.reading.signs import Form
from store.reading.structure import Shape

_SPACES = re.compile(r"\s+")
_WIDE_MARKS = frozenset("—‘’“”…")
_ASCII_STOPS = frozenset(",;:!?")
_NO_SPACE_AFTER = frozenset("，。；：、《（“")
_NO_SPACE_BEFORE = frozenset("，。；：、》）”")


def join_lines(passages: Sequence[Passage], *, spaced: bool) -> Passage:
    """Lines of one paragraph as running text.

    Args:
        passages: the lines, in order.
        spaced: the document sets spaces between Chinese and numbers or Latin words.
    """
    kept = [passage for passage in passages if passage.text]
    if not kept:
        return EMPTY
    separators = [_separator(before.text[-1], after.text[0], spaced=spaced) for before, after in pairwise(kept)]
    whole = joined(kept, separators)
    return whole.without(
        [span for match in _SPACES.finditer(whole.text) if (span := _needless(whole.text, *match.span()))]
    )


def _needless(text: str, start: int, end: int) -> Span | None:
    """What of some white space only the layout put there: between Chinese characters, beside their punctuation."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if before in _NO_SPACE_AFTER or after in _NO_SPACE_BEFORE or (_is_wide(after) and _joins(text, start)):
        return Span(start, end)
    return Span(start + 1, end) if end - start > 1 else None


def _joins(text: str, end: int) -> bool:
    """Whether a text that ends here joins Chinese without a space, an ASCII stop after Chinese included."""
    before = text[end - 1 : end]
    return _is_wide(before) or (before in _ASCII_STOPS and _is_wide(text[end - 2 : end - 1]))


def _is_wide(character: str) -> bool:
    return "\u3000" <= character <= "\uff60" or character in _WIDE_MARKS


def _separator(before: str, after: str, *, spaced: bool) -> str:
    wide_before, wide_after = _is_wide(before), _is_wide(after)
    if wide_before and wide_after:
        return ""
    if not wide_before and not wide_after:
        return "" if before in "-/(" or after in ",.;:)/" else " "
    word = after if wide_before else before
    return " " if spaced and word.isascii() and word.isalnum() else ""


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
    spaced: bool,
) -> Assembled:
    """Blocks with their markers bound to notes."""
    passages = [join_lines(_passages(draft), spaced=spaced) for draft in drafts]
    told = [Call(at, *call, "told") for at, passage in enumerate(passages) for call in marks.calls(passage)]
    calls = find_calls([passage.text for passage in passages], [note.label for note in notes], forms, told)
    calls_of: dict[int, list[Call]] = {}
    for call in calls:
        calls_of.setdefault(call.text, []).append(call)
    binder = _Binder(notes)
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

    def __init__(self, notes: Sequence[Footnote]) -> None:
        self._ids: dict[str, list[str]] = {}
        for note in notes:
            self._ids.setdefault(note.label, []).append(note.id)
        self._calls: Counter[str] = Counter()

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
    stripped = clean.strip()
    shift = len(clean.text) - len(clean.text.lstrip())
    bound = tuple(
        Marker(each.note, min(max(each.at - shift, 0), len(stripped.text)), each.footnote) for each in markers
    )
    block = Block(shape.id, shape.type, shape.label, stripped.text, shape.parent, bound, shape.level, stripped.runs)
    return block, stripped
