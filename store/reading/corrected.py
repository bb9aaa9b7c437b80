"""What the user says of a source is done: to its lines before the rules read them, to the drafts after.

Nothing here can fail: what makes no sense where it stands, as a join before the first paragraph, changes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import cast, get_args

from store.document import BlockType, FrontMatter, Span
from store.reading.drafts import Draft, Form
from store.reading.labels import Label, read_label
from store.reading.lines import Line
from store.reading.marks import Mark, lines_of
from store.reading.note_signs import SUPERSCRIPTS
from store.reading.notes import Note
from store.reading.pieces import source_of
from store.reading.told import Told

NOTE_LABEL = re.compile(r"\d{1,3}|[a-z]|\*{1,3}|[†‡]")
"""What may call a footnote."""
_SIGN = r"(?:<sup>|[\[［(（〔^{{$\s])*{}(?![0-9])(?:</sup>|[\]］)）〕}}$/\s.．])*"
_LOOKS_LIKE = str.maketrans("OoQDlI|!SBZ", "00001111582")
_TYPES = frozenset(get_args(BlockType))


def cut(lines: Sequence[Line], corrections: Iterable[Mark]) -> list[Line]:
    """The lines, those cut in two inside which the user says that a block begins."""
    found = list(lines)
    for mark in corrections:
        if mark.kind == "split":
            index, at = _place(found, mark.start)
            if at:
                found[index : index + 1] = _halves(found[index], at)
    return found


def tell(lines: Sequence[Line], corrections: Iterable[Mark]) -> None:
    """Say to each line what the user says of it; what was said later holds."""
    for turn, mark in enumerate(corrections):
        if mark.kind == "split":
            index, _ = _place(lines, mark.start)
            if index < len(lines) and lines[index].text:
                lines[index].told = replace(_as_text(lines[index]), begins=True)
            continue
        for order, index in enumerate(lines_of(mark, lines)):
            if lines[index].text:
                lines[index].told = _told(lines[index], mark, turn, first=order == 0)


def settled_furniture(lines: Sequence[Line], found: dict[int, str], told: Sequence[Note]) -> dict[int, str]:
    """The furniture that the rules found, without what the user or the file knows better, and with what he says is."""
    notes = {index for note in told for index in note.lines}
    kept = {index: kind for index, kind in found.items() if not lines[index].told and index not in notes}
    said = {index: "told" for index, line in enumerate(lines) if line.told and line.told.role == "furniture"}
    return kept | said


def settled_notes(lines: Sequence[Line], told: Sequence[Note]) -> list[Note]:
    """The footnotes of which the file says that they are some, as far as the user does not differ, and the user's."""
    kept = [
        replace(note, lines=tuple(index for index in note.lines if not lines[index].told))
        for note in told
        if not lines[note.lines[0]].told
    ]
    said: dict[int, list[int]] = {}
    for index, line in enumerate(lines):
        if line.told and line.told.role == "note":
            said.setdefault(line.told.turn, []).append(index)
    return sorted(kept + [_note(lines, own) for own in said.values()], key=lambda note: note.lines)


def regrouped(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts as the user wants them joined, split, named and numbered."""
    found: list[Draft] = []
    for draft in drafts:
        for part in _parts(draft):
            told = part.lines[0].told
            if told and told.begins is False and found:
                found[-1].lines += part.lines
                found[-1].joined_over = part.joined_over
                continue
            if told and found:
                found[-1].joined_over = []
            found.append(_corrected(part, found[-1] if found else None))
    _in_sequence([draft for draft in found if draft.form == "numbered" and draft.label])
    return found


def _in_sequence(numbered: Sequence[Draft]) -> None:
    """A number that follows the one before it as the user corrected that is no longer doubtful."""
    for before, draft in pairwise(numbered):
        if before.label and draft.label and draft.label.value == before.label.value + 1:
            draft.out_of_sequence = False


def corrected_front(front: FrontMatter, corrections: Iterable[Mark]) -> FrontMatter:
    """The front matter with the title and the date that the user gave."""
    for mark in corrections:
        if mark.kind == "title":
            front = front._replace(title=mark.value or None)
        elif mark.kind == "date":
            front = front._replace(date=mark.value or None)
    return front


def told_symbol(corrections: Iterable[Mark], read: str | None) -> str | None:
    """The symbol that the user gave last, or else the one that was read."""
    for mark in corrections:
        if mark.kind == "symbol":
            read = mark.value or None
    return read


def new_label(value: str) -> Label | None:
    """A label as typed: "3", "(a)", "三"; None when it is none."""
    return read_label(f"{value.strip()}. ") or read_label(value.strip())


def _place(lines: Sequence[Line], start: int) -> tuple[int, int]:
    """The line in which a character of the source stands, and where in its text; 0 at its beginning."""
    index = next((number for number, line in enumerate(lines) if start < line.span.end), len(lines))
    if index == len(lines):
        return index, 0
    line = lines[index]
    for run in line.passage.runs:
        if start < run.start + run.length:
            return index, run.at + max(0, start - run.start)
    return index + 1, 0


def _halves(line: Line, at: int) -> tuple[Line, ...]:
    first, second = line.passage.slice(0, at).strip(), line.passage.slice(at).strip()
    if not first.text or not second.text:
        return (line,)
    middle = source_of(line, at)
    return (
        replace(line, span=Span(line.span.start, middle), passage=first, label=read_label(first.text)),
        replace(
            line,
            span=Span(middle, line.span.end),
            passage=second,
            gap=0,
            indent=0,
            marked=0,
            bullet="",
            boundary=False,
            label=read_label(second.text),
        ),
    )


def _as_text(line: Line) -> Told:
    """What is known of a line, where the user says that it is text."""
    return line.told if line.told and line.told.role == "text" else Told()


def _told(line: Line, mark: Mark, turn: int, *, first: bool) -> Told | None:
    before = _as_text(line)
    if mark.kind == "furniture":
        return Told("furniture", turn)
    if mark.kind == "note":
        return Told("note", turn, note=mark.value) if NOTE_LABEL.fullmatch(mark.value) else line.told
    if mark.kind == "text":
        return before
    if mark.kind == "join" or (mark.kind in ("type", "label", "paragraph") and not first):
        return replace(before, begins=False, type=None, label=None)
    if mark.kind == "paragraph":
        return replace(before, begins=True)
    if mark.kind == "type" and mark.value in _TYPES:
        return replace(before, begins=True, type=cast(BlockType, mark.value))
    if mark.kind == "label" and (not mark.value or new_label(mark.value)):
        return replace(before, begins=True, label=mark.value)
    return line.told


def _note(lines: Sequence[Line], own: Sequence[int]) -> Note:
    first = lines[own[0]]
    label = first.told.note if first.told else ""
    sign = re.match(_SIGN.format(re.escape(label)), first.text.translate(SUPERSCRIPTS))
    return Note(label, Span(0, sign.end() if sign else 0), tuple(own))


def _parts(draft: Draft) -> Iterator[Draft]:
    """A draft, cut before the lines with which a block begins by the user's word."""
    starts = [0, *(at for at, line in enumerate(draft.lines) if at and line.told and line.told.begins)]
    if len(starts) == 1:
        yield draft
        return
    for start, end in zip(starts, [*starts[1:], len(draft.lines)], strict=True):
        last = end == len(draft.lines)
        over = draft.joined_over if last else []
        if start == 0:
            yield replace(draft, lines=draft.lines[:end], joined_over=over)
        else:
            line = draft.lines[start]
            yield Draft("plain", draft.lines[start:end], _own_label(line), joined_over=over, speaks=draft.speaks)


def _own_label(line: Line) -> Label | None:
    """The label of a line with which a block begins by the user's word: a list's letter or a paragraph's number."""
    return line.label if line.label and line.label.style.startswith(("item", "number", "decimal")) else None


def _corrected(draft: Draft, before: Draft | None) -> Draft:
    """A draft with the type and label that the user gave it, and with the form that these ask for."""
    told = draft.lines[0].told
    if told is None:
        return draft
    label, named = draft.label, told.label is not None
    if told.label is not None:
        label = _label(draft.lines[0].text, told.label)
    elif label is None and (told.type in ("item", "operative", "paragraph") or (told.begins and not told.type)):
        label = _own_label(draft.lines[0]) if draft.form != "heading" else None
    kind = "text" if told.type == "item" and label is None else told.type
    changed = replace(draft, label=label, told=kind, out_of_sequence=False)
    if kind in ("heading", "item", "chapeau"):
        changed.form = kind
        changed.label = None if kind == "chapeau" else label
    elif kind or named or (label and draft.form == "plain"):
        changed.form = _form_of(label, draft)
    if changed.form == "item" and (draft.form != "item" or changed.depth < 1):
        changed.depth = _depth(changed, before)
    return changed


def _form_of(label: Label | None, draft: Draft) -> Form:
    if draft.form == "heading" and draft.lines[0].told and draft.lines[0].told.type is None:
        return "heading"
    if label is None:
        return "plain"
    return "item" if label.style.startswith("item") else "numbered"


def _depth(draft: Draft, before: Draft | None) -> int:
    """How deep an item stands: beside an item of its kind, under one of another, else right under its paragraph."""
    if before is None or before.form != "item" or before.label is None or draft.label is None:
        return 1
    return before.depth + (before.label.style != draft.label.style)


def _label(text: str, value: str) -> Label | None:
    """The label that the user gave; it takes the place of the one the text begins with, also of a misread one."""
    given = new_label(value)
    if given is None:
        return None
    printed = read_label(text)
    misread = read_label(text[:8].translate(_LOOKS_LIKE))
    if printed is None and misread and misread.value == given.value:
        printed = misread
    return replace(given, end=printed.end if printed else 0)
