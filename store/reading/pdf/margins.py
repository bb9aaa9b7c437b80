"""Rows that belong to the page: running heads, page and job numbers, told by their place and by coming again."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from store.reading.furniture import is_symbol, kind_of
from store.reading.lines import split_lines
from store.reading.pdf.pages import Page
from store.reading.pdf.typeset import Piece, as_line

_EDGE = 0.14
"""How much of the page's height its head or foot may take."""
_ROWS = 4
_SAME_PLACE = 6.0
"""Points by which the same head may stand higher or lower on another page."""
_SAME_SIZE = 0.6
_NUMBER = re.compile(r"\d{1,4}")
_BARCODE = re.compile(r"\*\s?(?:[A-Z]{1,4}\.)?\d{5,9}\s?\*")
_COUNTED = re.compile(r"^(\d{1,4})\s+|\s+(\d{1,4})$")
"""A page number before or after the words of a head."""
_NOTE = re.compile(r"\d{1,3}\s?[^\s\d].*[。．.]")
"""A note at the foot of the page: no running foot is a sentence."""
_NUMBERED = re.compile(r"#|[A-Z]/\S*\d")
"""What a head holds that two pages tell; others must come again on so many more:"""
_WORDED = 2


def take_margins(pages: Sequence[Page]) -> None:
    """Move the rows that belong to the page from its text to its head and foot."""
    again = _seen_again(pages)
    for page in pages:
        page.heads = list(_taken(page, page.rows[:_ROWS], again, at_foot=False))
        page.rows = page.rows[len(page.heads) :]
        page.feet = list(_taken(page, page.rows[: -_ROWS - 1 : -1], again, at_foot=True))[::-1]
        page.rows = page.rows[: len(page.rows) - len(page.feet)]


def kind_in_margin(row: Sequence[Piece], *, at_foot: bool) -> str:
    """What kind of furniture a row in the margin is."""
    return "page" if any(_is_number(piece.text) for piece in row) else "foot" if at_foot else "head"


def _seen_again(pages: Sequence[Page]) -> set[int]:
    """The rows, by `id`, that come again at the same place of other pages."""
    places: dict[tuple[bool, str], list[tuple[Piece, int]]] = defaultdict(list)
    for page in pages:
        for at_foot, rows in ((False, page.rows[:_ROWS]), (True, page.rows[-_ROWS:])):
            for row in rows:
                if _in_margin(page, row, at_foot=at_foot) and not (at_foot and _NOTE.fullmatch(as_line(row).text)):
                    places[at_foot, _form(row, page.number)].append((row[0], id(row)))
    others = max(1, min(_WORDED, len(pages) - 1))
    return {
        own
        for (_, form), those in places.items()
        for piece, own in those
        if sum(_is_same(piece, other) for other, _ in those) >= (2 if _NUMBERED.search(form) else 1 + others)
    }


def _is_same(piece: Piece, other: Piece) -> bool:
    return abs(piece.base - other.base) <= _SAME_PLACE and abs(piece.size - other.size) <= _SAME_SIZE


def _form(row: Sequence[Piece], page: int) -> str:
    """What stays the same of a head from page to page, whichever edge its parts stand at.

    A number beside its words is the page's when it counts as the pages do; one of a note on each page does not.
    """

    def counted(match: re.Match[str]) -> str:
        return f"#{int(match[1] or match[2]) - page} "

    return " ".join(sorted("#" if _is_number(piece.text) else _COUNTED.sub(counted, piece.text) for piece in row))


def _in_margin(page: Page, row: Sequence[Piece], *, at_foot: bool) -> bool:
    place = row[0].base / page.height
    return place > 1 - _EDGE if at_foot else place < _EDGE


def _taken(page: Page, rows: Sequence[list[Piece]], again: set[int], *, at_foot: bool) -> Iterator[list[Piece]]:
    """From the edge inwards, the rows that belong to the page."""
    for row in rows:
        if not _in_margin(page, row, at_foot=at_foot):
            return
        told_by_form = (at_foot or page.number > 1) and _is_of_the_page(row)
        if not (told_by_form or id(row) in again):
            return
        yield row


def _is_of_the_page(row: Sequence[Piece]) -> bool:
    """Whether all of a row is a symbol, a page number or a job number by its form."""
    return _is_number(as_line(row).text) or all(is_symbol(piece.text) or _is_number(piece.text) for piece in row)


def _is_number(text: str) -> bool:
    lines = split_lines(text)
    if _NUMBER.fullmatch(text) or _BARCODE.fullmatch(text):
        return True
    return len(lines) == 1 and kind_of(lines[0]) == "page"
