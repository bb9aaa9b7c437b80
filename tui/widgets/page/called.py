"""Footnotes set below the paragraph that calls them: which they are, their rows, the links in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from store.document import Block, Document, Footnote
from tui.script import manner_of
from tui.typeset import Place, Setting, Widths, typeset
from tui.widgets.links import Link, links_in_notes, links_of
from tui.widgets.marks import Mark
from tui.widgets.page.annotated import Chip, NotedLine, pack_tags, set_note

_SHORTER = 4
"""Cells by which a footnote's lines end before those of the text."""
_NARROWEST = 8

_NO_MARK = Mark()


class CalledNote(NamedTuple):
    """A footnote set in lines, with the reader's tags and note on it."""

    id: str
    label: str
    setting: Setting
    links: tuple[Link, ...]
    first: int
    """The index of its first link among all those of the paragraph, its notes and its footnotes."""
    room: int
    """Cells before its text: where its label stands, flush right."""
    tags: tuple[tuple[Chip, ...], ...]
    note: tuple[NotedLine, ...]

    def link_at(self, line: int, cell: int) -> int | None:
        """The index of the link shown at a cell of a line, counted from `first`'s beginning."""
        if not 0 <= cell < self.setting.lines[line].cells:
            return None
        offset = self.setting.offset_at(line, cell)
        return next((self.first + n for n, link in enumerate(self.links) if link.at <= offset < link.end), None)

    def place_of(self, link: int) -> Place:
        """Where a link begins: its line, and its cell with the label's room before it."""
        at = self.setting.locate(self.links[link - self.first].at)
        return Place(at.row, self.room + at.cell, at.cells)


class CalledRow(NamedTuple):
    """One row of a footnote: a line of its text, of its tags, or of the note on it."""

    called: CalledNote
    part: str
    """"text", "tags" or "note"."""
    number: int


def called_by(document: Document, block: Block) -> tuple[Footnote, ...]:
    """The footnotes that a block calls, each once, in the order of its markers."""
    ids = dict.fromkeys(marker.footnote for marker in block.markers)
    return tuple(document.notes_by_id[each] for each in ids if each and each in document.notes_by_id)


def links_below(document: Document, block: Block, marks: Mapping[str, Mark]) -> tuple[Link, ...]:
    """What can be followed from the footnotes of a block, and from what is noted on each."""
    return tuple(
        link
        for note in called_by(document, block)
        for link in (*links_of(document, note.id), *links_in_notes(note.id, (_mark(marks, note.id).all_notes,)))
    )


def set_called(
    document: Document, block: Block, width: int, widths: Widths, marks: Mapping[str, Mark]
) -> tuple[CalledRow, ...]:
    """The rows of all footnotes that a block calls, for a width of its text."""
    notes = called_by(document, block)
    room = max((widths.measure(note.label) for note in notes), default=0) + 1
    first = len(links_of(document, block.id)) + len(links_in_notes(block.id, _mark(marks, block.id).notes))
    rows: list[CalledRow] = []
    shorter, manner = max(_NARROWEST, width - room - _SHORTER), manner_of(document)
    for note in notes:
        setting = typeset(note.text, shorter, widths=widths, manner=manner)
        called = _set(document, note, first, room, setting, shorter, _mark(marks, note.id))
        rows += _rows(called)
        first = called.note[-1].after if called.note else first + len(called.links)
    return tuple(rows)


def _mark(marks: Mapping[str, Mark], place: str) -> Mark:
    return marks.get(place, _NO_MARK)


def _set(
    document: Document, note: Footnote, first: int, room: int, setting: Setting, width: int, mark: Mark
) -> CalledNote:
    links = links_of(document, note.id)
    return CalledNote(
        note.id,
        note.label,
        setting,
        links,
        first,
        room,
        pack_tags(mark.all_tags, width, setting.widths),
        set_note(mark.all_notes, width, setting.widths, first + len(links)),
    )


def _rows(called: CalledNote) -> Iterator[CalledRow]:
    parts = {"text": called.setting.lines, "tags": called.tags, "note": called.note}
    for part, lines in parts.items():
        for number in range(len(lines)):
            yield CalledRow(called, part, number)
