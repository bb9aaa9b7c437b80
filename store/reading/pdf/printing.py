"""Pages become one text, with marks for what their places tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from store.reading.marks import Mark
from store.reading.pdf.calls import Calls
from store.reading.pdf.layout import Laid, Line
from store.reading.pdf.margins import kind_in_margin
from store.reading.pdf.typeset import Piece, as_line
from store.reading.pdf.zones import Note
from store.reading.phrases import ENDS, ending

_MOST = 24
"""Spaces before a line, at most."""
_ASIDE = 4
"""One part of a page's text is taken for its margin when it is at most one in so many characters."""


def printed(pages: Sequence[Laid]) -> tuple[str, tuple[Mark, ...]]:
    """The text of all pages, a form feed between them, and what is known of its stretches."""
    printer = _Printer(Calls([label for page in pages for zone in page.zones for label in zone.labels]))
    for index, page in enumerate(pages):
        if index:
            printer.turn_page()
        printer.print_page(page)
    return printer.text(), tuple(printer.marks)


class _Printer:
    def __init__(self, calls: Calls) -> None:
        self.calls = calls
        self.marks: list[Mark] = []
        self._parts: list[str] = []
        self._length = 0
        self._whole: int | None = None
        """Where among the marks that of the line begins that may go on."""
        self._in_text = False
        """A clause of the text has ended: what is printed large from now on is a heading."""
        self._link_end = -1
        """Where the last link ends, when it ends its line."""

    def text(self) -> str:
        """All that was printed."""
        return "".join(self._parts)

    def turn_page(self) -> None:
        """End the page: the form feed stands in place of the end of its last line."""
        if self._parts and self._parts[-1] == "\n":
            self._parts[-1] = "\f"
        else:
            self._put("\f")

    def print_page(self, laid: Laid) -> None:
        """Print what belongs to the head, the text, the notes, and what belongs to the foot."""
        page = laid.page
        self._whole = None
        for row in page.heads:
            self._furniture(as_line(row), kind_in_margin(row, at_foot=False))
        labels = {label for zone in laid.zones for label in zone.labels}
        for line in laid.lines:
            self._line(line, labels)
        for zone in laid.zones:
            start = self._put(zone.rule)
            self.marks.append(Mark(start, self._length, "furniture", "rule"))
            self._put("\n")
            for note in zone.notes:
                self._note(note)
        for row in page.feet:
            self._furniture(as_line(row), kind_in_margin(row, at_foot=True))
        aside = sum(len(piece.text) for piece in page.aside)
        shown = sum(len(line.piece.text) for line in laid.lines)
        for piece in page.aside:
            if aside * _ASIDE <= shown:
                self._furniture(piece, "margin")
            else:
                self._line(Line(piece, begins=True, indent=0), labels)

    def _put(self, text: str) -> int:
        """Print; answers where it begins."""
        start = self._length
        self._parts.append(text)
        self._length += len(text)
        return start

    def _furniture(self, piece: Piece, kind: str) -> None:
        start = self._put(piece.text)
        self.marks.append(Mark(start, self._length, "furniture", kind))
        self._put("\n")

    def _line(self, line: Line, labels: set[str]) -> None:
        whole = self._whole if line.joins else None
        if line.begins and self._parts:
            self._put("\n")
        self._put(" " * min(line.indent, _MOST))
        start = self._put(line.piece.text)
        if whole is not None:
            self.marks[whole] = self.marks[whole]._replace(end=self._length)
        else:
            self._whole = len(self.marks)
            self.marks.append(Mark(start, self._length, "whole"))
            if line.joins:
                self.marks.append(Mark(start, self._length, "rest"))
            elif line.level and self._in_text:
                self.marks.append(Mark(start, self._length, "heading", str(line.level)))
            elif line.begins or line.piece.row:
                self.marks.append(Mark(start, self._length, "row" if line.piece.row else "paragraph"))
        self._in_text = self._in_text or ending(line.piece.text) in [*ENDS]
        self.marks.extend(self.calls.marks_of(line.piece, start, labels))
        self._links(line.piece, start)
        self._put("\n")

    def _note(self, note: Note) -> None:
        first, *rest = note.lines
        start = self._length
        for piece in (_set_off(first, note.sign), *rest):
            at = self._put(piece.text)
            self._links(piece, at)
            end = self._length
            self._put("\n")
        self.marks.append(Mark(start, end, "note", note.label))

    def _links(self, piece: Piece, start: int) -> None:
        """Mark the links of a line; one that goes on from the line before is the same."""
        for spot in piece.spots:
            if spot.kind != "link":
                continue
            before = next((i for i in range(len(self.marks) - 1, -1, -1) if self.marks[i].kind == "link"), None)
            goes_on = spot.start == 0 and before is not None and self.marks[before].end == self._link_end
            if goes_on and before is not None and self.marks[before].value == spot.value:
                self.marks[before] = self.marks[before]._replace(end=start + spot.end)
            else:
                self.marks.append(Mark(start + spot.start, start + spot.end, "link", spot.value))
            self._link_end = start + spot.end if spot.end == len(piece.text) else -1


def _set_off(piece: Piece, sign: int) -> Piece:
    """The first line of a note with white space after its sign."""
    if piece.text[sign : sign + 1].isspace():
        return piece
    spots = tuple(spot.moved(1) if spot.start >= sign else spot for spot in piece.spots)
    return replace(piece, text=f"{piece.text[:sign]} {piece.text[sign:]}", spots=spots)
