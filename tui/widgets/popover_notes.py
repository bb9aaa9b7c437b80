"""Footnotes set in lines for the popover, with what the reader put on them: their rows and links."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Literal, NamedTuple

from store.document import Block, Document, FrontMatter
from tui.language import _
from tui.script import manner_of
from tui.typeset import Line, Place, Setting, Widths, typeset, visible
from tui.widgets.links import Link, links_in_notes, links_of
from tui.widgets.marks import Mark, Stain
from tui.widgets.page.annotated import CHIP_GAP, RAIL, NotedLine, set_note

_NO_MARK = Mark()


class NoteLine(NamedTuple):
    """One line of a footnote, of its tags, or of the note on it."""

    part: Literal["text", "tag", "note"]
    line: Line
    noted: NotedLine | None = None
    """Of a note on it."""


class Note(NamedTuple):
    """A footnote set in lines."""

    id: str | None
    """None when the document does not have the note; the text then says so."""
    label: str
    text: str
    setting: Setting
    links: tuple[Link, ...]
    """Those of its text, then those of what is noted on it."""
    stains: tuple[Stain, ...]
    """Words that bear something of their own."""
    lines: tuple[NoteLine, ...]
    """Those of its text first."""

    @property
    def found(self) -> bool:
        """Whether the document has it."""
        return self.id is not None

    def place_of(self, link: int) -> Place:
        """Where a link begins: its row among the lines, and its cell."""
        if self.links[link].kind != "note":
            return self.setting.locate(self.links[link].at)
        for row, (_part, _line, noted) in enumerate(self.lines):
            found = noted.place_of(link) if noted else None
            if found:
                return Place(row, found.cell + len(RAIL), found.cells)
        raise IndexError(link)

    def link_at(self, row: int, cell: int) -> int | None:
        """The index of the link at a cell of a line."""
        part, line, noted = self.lines[row]
        if noted:
            return noted.link_at(cell - len(RAIL))
        if part != "text" or not 0 <= cell < line.cells:
            return None
        at = self.setting.offset_at(row, cell)
        return next((n for n, link in enumerate(self.links) if link.kind != "note" and link.at <= at < link.end), None)


class Notes:
    """The notes that are shown, one below the other. Links and rows are counted through all of them."""

    def __init__(self, document: Document | None = None, notes: Sequence[Note] = ()) -> None:
        self.notes = tuple(notes)
        self.rows = [(n, line) for n, note in enumerate(self.notes) for line in range(len(note.lines))]
        """Of each row, the turn of its note and the turn of its line in that."""
        self.links = [link for note in self.notes for link in note.links]
        self._document = document

    @cached_property
    def texts(self) -> Document:
        """The notes as blocks of a document, to be selected in."""
        cited = self._document.citations_by_place if self._document else {}
        return Document(
            FrontMatter(),
            tuple(Block(note.id or "", "text", note.label, note.text) for note in self.notes),
            citations=tuple(each for note in self.notes for each in cited.get(note.id or "", ())),
        )

    def row_of(self, turn: int, line: int) -> int:
        """The row of a line of a note."""
        return sum(len(note.lines) for note in self.notes[:turn]) + line

    def first_link(self, turn: int) -> int:
        """The index of the first link of a note."""
        return sum(len(note.links) for note in self.notes[:turn])

    def holder(self, link: int) -> int:
        """The turn of the note that holds a link; raises IndexError where there is no such link."""
        return next(turn for turn in self._turns() if link < self.first_link(turn) + len(self.notes[turn].links))

    def place_of(self, link: int) -> Place:
        """Where a link begins, by row and cell."""
        turn = self.holder(link)
        place = self.notes[turn].place_of(link - self.first_link(turn))
        return place._replace(row=self.row_of(turn, place.row))

    def link_at(self, row: int, cell: int) -> int | None:
        """The index of the link at a cell of a row."""
        turn, line = self.rows[row]
        found = self.notes[turn].link_at(line, cell)
        return None if found is None else self.first_link(turn) + found

    def _turns(self) -> Iterator[int]:
        yield from range(len(self.notes))
        raise IndexError("there is no such link")


def set_notes(
    document: Document, markers: Sequence[Link], marks: Mapping[str, Mark], width: int, widths: Widths
) -> Notes:
    """The notes that markers call, set in lines of a width."""
    return Notes(document, [set_footnote(document, marker, marks, width, widths) for marker in markers])


def set_footnote(document: Document, marker: Link, marks: Mapping[str, Mark], width: int, widths: Widths) -> Note:
    """The note that a marker calls, or that there is none, set in lines."""
    note = document.notes_by_id.get(marker.target or "")
    if note is None:
        missing = _("The document does not have footnote {label}.").format(label=marker.label)
        setting = typeset(missing, width, widths=widths)
        return Note(None, marker.label, "", setting, (), (), tuple(NoteLine("text", line) for line in setting.lines))
    setting = typeset(note.text, width, widths=widths, manner=manner_of(document))
    mark, links = marks.get(note.id, _NO_MARK), links_of(document, note.id)
    tags = CHIP_GAP.join(f"# {visible(tag)}" for tag in mark.all_tags)
    lines = [NoteLine("text", line) for line in setting.lines]
    lines += [NoteLine("tag", line) for line in typeset(tags, width, widths=widths).lines if tags]
    lines += [NoteLine("note", each.line, each) for each in set_note(mark.all_notes, width, widths, len(links))]
    links += links_in_notes(note.id, (mark.all_notes,))
    return Note(note.id, note.label, note.text, setting, links, mark.stains, tuple(lines))
