"""Prints a document in other clothes: the layouts in which one and the same text reaches a reader.

A `Dress` says how; `dressed` prints. What is printed holds all that the document holds, so that reading it must
give the document back. Nothing here knows how reading works.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal
from unicodedata import east_asian_width

from store.document import Block, Document, Footnote

MarkerForm = Literal["superscript", "html", "caret", "round", "square", "glued"]
NotePlace = Literal["page", "end"]

_MARK = r"(?:[⁰¹²³⁴⁵⁶⁷⁸⁹]+|<sup>.{1,4}</sup>|\^\{.{1,4}\}|[\[(]\d+[\])])"
_TAGS = re.compile(r"</?sup>|\^\{|\}")
_PIECE = re.compile(rf"(?:[A-Za-z0-9/().,_-]+|[（《“]*.)[，。；：、》”）]*{_MARK}*", re.DOTALL)
"""What no layout breaks in two."""
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, slots=True)
class Dress:
    """One layout."""

    width: int | None = None
    """Cells of a line; None prints each paragraph on one."""
    gap: int = 1
    """Blank lines between paragraphs."""
    indent: int = 0
    """Spaces before each line of a paragraph."""
    page: int | None = None
    """Lines of a page; None prints without pages."""
    head: bool = True
    """Whether pages have the symbol at their head and a number at their foot."""
    marker: MarkerForm = "superscript"
    notes: NotePlace = "end"

    @property
    def broken(self) -> bool:
        """Whether it is printed on pages."""
        return self.page is not None


def dressed(document: Document, dress: Dress) -> str:
    """The document as this layout prints it."""
    paragraphs = [_masthead(document), *([_paragraph(document, block, dress)] for block in document.blocks)]
    if dress.page is None:
        return _join(paragraphs, dress) + _notes_at_end(document, dress)
    return "\n".join(_pages(document, dress))


def _masthead(document: Document) -> list[str]:
    front = document.front
    lines = [front.symbol, front.session, front.committee]
    if front.agenda_item:
        lines.append(f"议程项目 {front.agenda_item}")
    lines += [front.agenda_title, front.title]
    printed = [line for line in lines if line]
    called = {marker.note for block in document.blocks for marker in block.markers}
    for note in document.footnotes:
        if note.label not in called and printed:
            printed[-1] += note.label
    return printed


def _paragraph(document: Document, block: Block, dress: Dress) -> str:
    text = block.text
    for marker in reversed(block.markers):
        text = text[: marker.at] + _marker(marker.note, dress) + text[marker.at :]
    return _label(block) + text


def _label(block: Block) -> str:
    if not block.label:
        return ""
    return f"{block.label}. " if block.label.isalnum() else f"{block.label} "


def _marker(label: str, dress: Dress) -> str:
    match dress.marker:
        case "superscript":
            return label.translate(_SUPERSCRIPT)
        case "html":
            return f"<sup>{label}</sup>"
        case "caret":
            return f"^{{{label}}}"
        case "round":
            return f"({label})"
        case "square":
            return f"[{label}]"
        case "glued":
            return label


def _join(paragraphs: Sequence[Sequence[str]], dress: Dress) -> str:
    between = "\n" * (dress.gap + 1)
    return between.join("\n".join(_lines(text, dress)) for group in paragraphs for text in group) + "\n"


def _lines(text: str, dress: Dress) -> Iterator[str]:
    blank = " " * dress.indent
    if dress.width is None:
        yield blank + text
        return
    line, used = "", 0
    for piece in _PIECE.findall(text):
        cells = _cells(_TAGS.sub("", piece))
        if used + cells > dress.width and line:
            yield blank + line.rstrip()
            line, used = "", 0
        line += piece if line else piece.lstrip(" ")
        used += cells
    yield blank + line


def _cells(text: str) -> int:
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def _note(note: Footnote, dress: Dress) -> str:
    sign = _marker(note.label, dress) if note.label.isdecimal() else note.label
    return f"{sign} {note.text}"


def _notes_at_end(document: Document, dress: Dress) -> str:
    if not document.footnotes:
        return ""
    return "\n" + _join([[_note(note, dress) for note in document.footnotes]], dress)


def _pages(document: Document, dress: Dress) -> Iterator[str]:
    """Pages with a running head, a zone of the notes that are called on them, and a number."""
    assert dress.page is not None
    rows: list[tuple[str, tuple[str, ...]]] = [(line, ()) for line in _masthead(document)]
    for block in document.blocks:
        rows += [("", ())] * dress.gap
        lines = list(_lines(_paragraph(document, block, dress), dress))
        calls = tuple(marker.footnote for marker in block.markers if marker.footnote)
        rows += [(line, calls if turn == 0 else ()) for turn, line in enumerate(lines)]
    by_id = document.notes_by_id
    rows[0] = (rows[0][0], _uncalled(document))
    printed: set[str] = set()
    for number, start in enumerate(range(0, len(rows), dress.page), 1):
        part = rows[start : start + dress.page]
        if dress.head and document.front.symbol and number > 1:
            yield document.front.symbol
        yield from (line for line, _calls in part)
        called = list(dict.fromkeys(note for _line, calls in part for note in calls if note not in printed))
        printed |= set(called)
        if called:
            yield "_" * 12
            for note in called:
                yield from _lines(_note(by_id[note], dress), dress)
        if dress.head:
            yield str(number)


def _uncalled(document: Document) -> tuple[str, ...]:
    called = {marker.footnote for block in document.blocks for marker in block.markers}
    return tuple(note.id for note in document.footnotes if note.id not in called)
