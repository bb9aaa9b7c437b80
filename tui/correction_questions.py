"""What is asked before a correction is made: a panel for each thing to know, with what may be answered."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from textual.content import Content

from store.corrections.doubts import source_at
from store.document import Block, Document
from store.reading.corrected import NOTE_LABEL, new_label
from store.source_lines import SourceLine, stretches_of
from store.symbols import Symbol
from tui.correction_words import TYPES
from tui.language import _
from tui.screens.value import ValueRow, ValueScreen
from tui.source_content import removed_lines, role_words
from tui.typeset import visible

_ENDS = re.compile(r"(?<=[。；：！？，、;:])|(?=[(（](?:[a-z]{1,2}|[一二三四五六七八九十]{1,3}|\d{1,2})[)）])")
_SHOWN = 14
"""Characters shown before and after a place."""


def ask_type(where: str, block: Block) -> ValueScreen:
    """What a block is."""
    rows = [ValueRow(kind, _(words)) for kind, words in TYPES.items() if kind != block.type]
    if block.label is None:
        rows = [row for row in rows if row.value not in ("paragraph", "item")]
    return ValueScreen(_title(_("What it is"), where), _("part of a name"), rows=rows)


def ask_label(where: str, block: Block) -> ValueScreen:
    """Its number."""

    def check(text: str) -> str:
        return "" if not text or new_label(text) else _("A number is written like 3, 三, A or (a); empty for none.")

    return ValueScreen(_title(_("Number"), where), "3, (a), 三", value=block.label or "", check=check)


def ask_note(where: str, label: str) -> ValueScreen:
    """The sign by which a footnote is called."""

    def check(text: str) -> str:
        return "" if NOTE_LABEL.fullmatch(text) else _("A footnote is called by a number, a letter, * or †.")

    return ValueScreen(_title(_("Footnote"), where), "1, a, *", value=label, check=check)


def ask_place(where: str, document: Document, block: Block, selected: int | None) -> ValueScreen:
    """Where a block is to be split: the answer is a place in the source."""
    places = list(_places(block, selected))
    rows = [
        ValueRow(
            str(source_at(document, block.id, at)),
            f"…{block.text[max(0, at - _SHOWN) : at]} ¦ {block.text[at : at + _SHOWN]}…",
        )
        for at in places
    ]
    start = places.index(selected) if selected in places else 0
    return ValueScreen(_title(_("Split it here"), where), _("words at the place"), rows=rows, start=start)


def ask_removed(where: str, document: Document, place: str, lines: Sequence[SourceLine]) -> ValueScreen:
    """Which of the lines that were removed is text: the answer is a turn among them."""
    removed = list(removed_lines(lines))
    rows = [
        ValueRow(str(turn), " ".join(line.text.split()), f"{line.number}  {role_words(line, document)}")
        for turn, line in enumerate(removed)
    ]
    stretches = stretches_of(document, place)
    from_place = stretches[0].start if stretches else 0
    start = next((turn for turn, line in enumerate(removed) if line.span.start >= from_place), max(0, len(rows) - 1))
    return ValueScreen(_title(_("What is text"), where), _("words of the line"), rows=rows, start=start)


def ask_front(what: str, now: str) -> ValueScreen:
    """The symbol, title or date of the document."""
    titles = {"symbol": _("Symbol"), "title": _("Title"), "date": _("Date")}
    forms = {"symbol": "A/RES/64/293", "title": _("the title as printed"), "date": "2015-09-25"}

    def check(text: str) -> str:
        if what == "symbol":
            return "" if Symbol.parse(text) else _("A symbol is written like A/RES/64/293 or A/C.3/76/L.4/Rev.1.")
        if what == "date":
            return "" if _is_date(text) else _("A date is written like 2015-09-25.")
        return "" if text else _("A title has words.")

    return ValueScreen(_title(titles[what], _("whole document")), forms[what], value=now, check=check)


def _title(what: str, where: str) -> Content:
    return Content.assemble((what, "bold"), "   ", (visible(where), "$text-muted"))


def _places(block: Block, selected: int | None) -> Iterator[int]:
    """Where a paragraph may begin: at a selection, after a stop, before a letter, where a line of the source began."""
    found = {match.start() for match in _ENDS.finditer(block.text)}
    found |= {run.at for run, before in zip(block.runs[1:], block.runs, strict=False) if run.start > before.start + 1}
    if selected is not None:
        found.add(selected)
    yield from sorted(at for at in found if 0 < at < len(block.text))


def _is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
