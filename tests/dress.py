"""Prints a document in other clothes: the layouts in which one and the same text reaches a reader.

A `Dress` says how; `dressed` prints. What is printed holds all that the document holds, so that reading it must
give the document back. Nothing here knows how reading works.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import Literal
from unicodedata import east_asian_width

from store.document import Block, Document, Footnote

MarkerForm = Literal[
    "superscript", "html", "caret", "round", "wide round", "square", "markdown", "slash", "circled", "glued"
]
NumberForm = Literal["{page}", "- {page} -", "{page}/{pages}", "第{page}页"]

_SIGN, _CALL = "\ue001", "\ue000"
"""Stand around the sign of a note until it is known on which line it is printed."""
_TAGS = re.compile(rf"</?sup>|\^\{{|\}}|{_SIGN}|{_CALL}")
_PIECE = re.compile(rf"(?:[A-Za-z0-9/().,_-]+|[（《“]*.)[，。；：、》”）]*(?:{_SIGN}[^{_CALL}]*{_CALL}\s?)*", re.DOTALL)
"""What no layout breaks in two."""
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟"
_WIDE = str.maketrans("0123456789(),;:", "０１２３４５６７８９（），；：")
_AMONG_CHINESE = re.compile(r"(?<![A-Za-z0-9/.．-])\d+(?![A-Za-z0-9/.．-])|[(),;:](?![A-Za-z/])")
_MARKUP = re.compile(r"[*_\\\d\[<^]")
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
    number: NumberForm = "{page}"
    """How the pages are numbered."""
    job: bool = False
    """Whether the first page has a job number at its foot."""
    feed: bool = False
    """Whether a form feed stands between pages."""
    first: str = ""
    """What sets off the first line of a paragraph."""
    marker: MarkerForm = "superscript"
    wide: bool = False
    """Whether digits and brackets among Chinese are as wide as Chinese."""
    markdown: bool = False
    """Whether headings, labels and the words that open clauses are marked up."""
    ends: str = "\n"
    """What ends a line."""

    @property
    def broken(self) -> bool:
        """Whether it is printed on pages."""
        return self.page is not None


def dressed(document: Document, dress: Dress) -> str:
    """The document as this layout prints it."""
    paragraphs = [_masthead(document), *([_paragraph(document, block, dress)] for block in document.blocks)]
    if dress.page is None:
        text = _join(paragraphs, dress) + _notes_at_end(document, dress)
    else:
        text = "\n".join(_pages(document, dress)) + "\n"
    if dress.marker == "slash":
        text = text.replace(_CALL + _SIGN, " ")
    return text.replace(_CALL, "").replace(_SIGN, "").replace("\n", dress.ends)


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
    places = [0, *(marker.at for marker in block.markers), len(block.text)]
    texts = [_words(block.text[start:end], dress) for start, end in pairwise(places)]
    signs = [*(_SIGN + _marker(marker.note, dress) + _CALL for marker in block.markers), ""]
    text = "".join(chain.from_iterable(zip(texts, signs, strict=True)))
    if dress.markdown and block.type in ("preamble", "operative") and not _MARKUP.search(text[:4]):
        text = f"*{text[:2]}*{text[2:]}"
    return dress.first + _signs(block, dress) + _words(_label(block), dress) + text


def _words(text: str, dress: Dress) -> str:
    if not dress.wide:
        return text
    return _AMONG_CHINESE.sub(lambda match: match[0].translate(_WIDE), text)


def _signs(block: Block, dress: Dress) -> str:
    return "#" * max(1, block.level) + " " if dress.markdown and block.type == "heading" else ""


def _label(block: Block) -> str:
    if not block.label:
        return ""
    return f"{block.label}. " if block.label.isalnum() else f"{block.label} "


def _marker(label: str, dress: Dress) -> str:
    if not label.isdecimal():
        return label
    match dress.marker:
        case "superscript":
            return label.translate(_SUPERSCRIPT)
        case "html":
            return f"<sup>{label}</sup>"
        case "caret":
            return f"^{{{label}}}"
        case "round":
            return f"({label})"
        case "wide round":
            return f"（{label}）"
        case "square":
            return f"[{label}]"
        case "markdown":
            return f"[^{label}]"
        case "slash":
            return f"{label}/"
        case "circled":
            return _CIRCLED[int(label) - 1]
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
    lead = text[: len(text) - len(text.lstrip())]
    text = text[len(lead) :]
    line, used = lead, _cells(lead)
    for piece in _PIECE.findall(text):
        cells = _cells(_TAGS.sub("", piece))
        if used + cells > dress.width and line.strip():
            yield blank + line.rstrip()
            line, used = "", 0
        line += piece if line.strip() else piece.lstrip(" ")
        used += cells
    yield blank + line


def _cells(text: str) -> int:
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def _note(note: Footnote, dress: Dress) -> str:
    colon = ":" if dress.marker == "markdown" and note.label.isdecimal() else ""
    return f"{_marker(note.label, dress)}{colon} {_words(note.text, dress)}"


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
        calls = iter([marker.footnote for marker in block.markers])
        for line in _lines(_paragraph(document, block, dress), dress):
            own = [next(calls) for _call in range(line.count(_CALL))]
            rows.append((line, tuple(filter(None, own))))
    by_id = document.notes_by_id
    rows[0] = (rows[0][0], _uncalled(document))
    printed: set[str] = set()
    starts = range(0, len(rows), dress.page)
    for number, start in enumerate(starts, 1):
        part = rows[start : start + dress.page]
        opening = "\f" if dress.feed and number > 1 else ""
        if dress.head and document.front.symbol and number > 1:
            yield opening + document.front.symbol
            opening = ""
        lines = [line for line, _calls in part]
        yield from (opening + lines[0], *lines[1:])
        called = list(dict.fromkeys(note for _line, calls in part for note in calls if note not in printed))
        printed |= set(called)
        if called:
            yield "_" * 12
            for note in called:
                yield from _lines(_note(by_id[note], dress), dress)
        if dress.job and number == 1:
            yield "25-16618 (C)    031125    051125"
        if dress.head:
            yield dress.number.format(page=number, pages=len(starts))


def _uncalled(document: Document) -> tuple[str, ...]:
    called = {marker.footnote for block in document.blocks for marker in block.markers}
    return tuple(note.id for note in document.footnotes if note.id not in called)
