"""Prints a document as a Word file, as the offices that make UN documents do; a `WordDress` says how."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random
from typing import Literal

from docx_writer import (
    call,
    call_custom,
    computed,
    deleted,
    inserted,
    level,
    lists,
    note,
    paragraph,
    raised,
    run,
    section,
    style,
    table,
    word,
)

from store.document import Block, Document, FrontMatter

MastheadForm = Literal["table", "lines", "header"]
_HEADINGS = style("H", "heading 1", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>') + style("Body", "_ Single Txt")
_FORMS = (
    (re.compile(r"\d+"), "decimal", "%1."),
    (re.compile(r"[一二三四五六七八九十]+"), "chineseCountingThousand", "%1、"),
    (re.compile(r"[A-Z]"), "upperLetter", "%1."),
    (re.compile(r"\([a-z]{1,2}\)"), "lowerLetter", "(%1)"),
    (re.compile(r"\([一二三四五六七八九十]+\)"), "chineseCounting", "(%1)"),
)
_DEEP = (1, 4, 5)
"""Which of them are levels of one list where a list has levels: 1., (a), (一)."""


@dataclass(frozen=True, slots=True)
class WordDress:
    """One way to set a document in Word."""

    masthead: MastheadForm = "table"
    counted: bool = True
    """Word counts the labels itself; else they are typed."""
    deep: bool = False
    """Paragraphs and items are counted as levels of one list."""
    noted: bool = True
    """Notes are Word's own; else they are typed, raised in the text and at the end."""
    endnotes: bool = False
    styled: bool = False
    """Headings have the style of headings."""
    heads: bool = True
    """Pages have the symbol at their head and a number at their foot."""
    splits: int = 0
    """Runs break after so many characters; 0 keeps them whole."""
    changed: bool = False
    """Some words were put in and others taken out while changes were followed."""
    tabbed: bool = False
    """A tab, not a space, sets typed labels off, and indents paragraphs."""


@dataclass(slots=True)
class _Counter:
    """Lists whose numbers come out as the labels of the document."""

    deep: bool
    """Paragraphs and their items are levels of one list, as in the UN's templates; else each form has a list."""
    definitions: dict[int, str] = field(default_factory=dict)
    more: dict[int, tuple[int, str]] = field(default_factory=dict)
    last: dict[tuple[int, int], int] = field(default_factory=dict)
    open: dict[int, int] = field(default_factory=dict)

    def number(self, label: str) -> tuple[int, int] | None:
        """The list and level that print this label next; None when none of Word's does."""
        for kind, (form, _name, _text) in enumerate(_FORMS, 1):
            if form.fullmatch(label):
                own = (1, _DEEP.index(kind)) if self.deep and kind in _DEEP else (kind, 0)
                return self._next(*own, _rank(label.strip("()")))
        return None

    def _next(self, kind: int, depth: int, rank: int) -> tuple[int, int]:
        forms = [_FORMS[each - 1] for each in (_DEEP if self.deep and kind == 1 else (kind,))]
        levels = (level(at, name, text.replace("%1", f"%{at + 1}")) for at, (_, name, text) in enumerate(forms))
        self.definitions.setdefault(kind, "".join(levels))
        if rank != self.last.get((kind, depth), 0) + 1:
            number = 100 + len(self.more)
            start = f'<w:startOverride w:val="{rank}"/>'
            self.more[number] = kind, f'<w:lvlOverride w:ilvl="{depth}">{start}</w:lvlOverride>'
            self.open[kind] = number
        self.last = {key: each for key, each in self.last.items() if key[0] != kind or key[1] < depth}
        self.last |= {(kind, above): self.last.get((kind, above), 1) for above in range(depth)}
        self.last[kind, depth] = rank
        return self.open.get(kind, kind), depth


def _sponsored(front: FrontMatter) -> str | None:
    if not front.sponsors:
        return None
    *most, last = front.sponsors
    listed = f"{'、'.join(most)}和{last}" if most else last
    return f"{listed}：{'决议修订草案' if front.revised else '决议草案'}"


def _rank(body: str) -> int:
    if body.isdecimal():
        return int(body)
    if body.isascii():
        return 26 * (len(body) - 1) + ord(body[0].lower()) - ord("a") + 1
    tens, ten, units = body.rpartition("十")
    digits = "一二三四五六七八九"
    if not ten:
        return digits.index(body) + 1
    return 10 * (digits.index(tens) + 1 if tens else 1) + (digits.index(units) + 1 if units else 0)


def dressed_docx(document: Document, dress: WordDress, seed: int = 0) -> bytes:
    """The document as a Word file; `seed` is for the changes that were followed."""
    return _Maker(document, dress, Random(seed)).make()


class _Maker:
    def __init__(self, document: Document, dress: WordDress, chance: Random) -> None:
        self.document = document
        self.dress = dress
        self.chance = chance
        self.counter = _Counter(dress.deep)
        self.kind = "endnote" if dress.endnotes else "footnote"
        self.called: set[str] = set()
        self.ids = {each.id: number for number, each in enumerate(document.footnotes, 1)}

    def make(self) -> bytes:
        head, under = self._masthead()
        blocks = "".join(self._block(block) for block in self.document.blocks)
        notes = "" if self.dress.noted else "".join(self._typed_note(at) for at in range(len(self.ids)))
        edges, last = self._edges(head)
        body = ("" if self.dress.masthead == "header" else head) + under + blocks + notes + last
        parts = {"styles": _HEADINGS, "settings": '<w:endnotePr><w:numFmt w:val="decimal"/></w:endnotePr>'}
        if self.dress.noted and self.ids:
            parts[f"{self.kind}s"] = "".join(self._note(at) for at in range(len(self.ids)))
        if self.counter.definitions:
            parts["numbering"] = lists(self.counter.definitions, more=self.counter.more)
        return word(body, edges=edges, **parts)

    def _edges(self, head: str) -> tuple[dict[str, str], str]:
        edges: dict[str, str] = {}
        named: dict[str, str] = {}
        if self.dress.heads and self.document.front.symbol:
            edges = {"header1": paragraph(self.document.front.symbol), "footer1": paragraph("25-16618\t3/13")}
            named = {"header default": "header1", "footer default": "footer1"}
        if self.dress.masthead == "header":
            edges["header2"], named["header first"] = head, "header2"
        return edges, section(named, "<w:titlePg/>")

    def _masthead(self) -> tuple[str, str]:
        """What stands in a table or header, and the lines under it."""
        front = self.document.front
        under = [front.session, front.committee, f"议程项目 {front.agenda_item}" if front.agenda_item else None]
        titles = [front.agenda_title, _sponsored(front), front.title]
        lines = "".join(paragraph(line) for line in [*under, *titles] if line)
        uncalled = self._uncalled()
        symbol = front.symbol or ""
        if self.dress.masthead == "lines":
            return (paragraph(symbol) if symbol else ""), lines + uncalled
        distribution = ("Distr.: Limited", "2 October 2025", "Chinese\nOriginal: English")
        made = table(
            ["联合国", "", symbol],
            ["", paragraph("大会"), "".join(map(paragraph, distribution))],
        )
        return made, lines + uncalled

    def _uncalled(self) -> str:
        """Calls of the notes that the text itself does not call; they stand in the masthead."""
        called = {marker.footnote for block in self.document.blocks for marker in block.markers}
        left = [each for each in self.document.footnotes if each.id not in called]
        return paragraph("".join(self._call(each.label, each.id) for each in left)) if left else ""

    def _block(self, block: Block) -> str:
        number = self.counter.number(block.label) if block.label and self.dress.counted else None
        gap = "\t" if self.dress.tabbed else " "
        typed = "" if number or not block.label else block.label
        label = f"{typed}.{gap}" if typed.isalnum() else typed + gap if typed else ""
        indent = "\t" if self.dress.tabbed and not number else ""
        runs = (run(indent + label) if indent or label else "") + "".join(self._runs(block))
        styled = self.dress.styled and block.type == "heading"
        return paragraph(runs, "H" if styled else "Body", number)

    def _runs(self, block: Block) -> Iterator[str]:
        at = 0
        for marker in block.markers:
            yield from self._text(block.text[at : marker.at])
            yield self._call(marker.note, marker.footnote)
            at = marker.at
        yield from self._text(block.text[at:])

    def _text(self, text: str) -> Iterator[str]:
        size = self.dress.splits or len(text) or 1
        for start in range(0, len(text), size):
            piece = run(text[start : start + size])
            if self.dress.changed and self.chance.random() < 0.2:
                yield inserted(piece) + deleted("被删去的字，")
            else:
                yield piece

    def _call(self, label: str, note_id: str | None) -> str:
        if not self.dress.noted or note_id not in self.ids:
            return raised(label)
        if note_id in self.called:
            return computed(rf"NOTEREF _Ref{self.ids[note_id]} \f \h", raised(label))
        self.called.add(note_id)
        number = self.ids[note_id]
        return call(number, self.kind) if label.isdecimal() else call_custom(number, label, self.kind)

    def _note(self, at: int) -> str:
        each = self.document.footnotes[at]
        sign = "" if each.label.isdecimal() else each.label
        return note(at + 1, run(each.text), kind=self.kind, sign=sign)

    def _typed_note(self, at: int) -> str:
        each = self.document.footnotes[at]
        return paragraph(raised(each.label) + run(f" {each.text}"))
