"""Text of others inside Markdown: shown as it stands, whatever signs are in it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from store.compare.redline import Piece

_SIGNS = re.compile(r"[\\`*_\[\]<>#~|$^&]")
"""Signs that Markdown, or one of its common dialects, would not show as they are."""

_FIRST_SIGN = re.compile(r"^(?:\d{1,9}(?=[.)])|(?=[-+=:]))")
"""What at the start of a line would open a list, a rule or a heading: `5.`, `-`."""

_BLANKS = re.compile(r"[ \t\r\n\f\v]+")
_BAR = re.compile(r"(?<!\\)\|")
_LINE_END = re.compile(r"\r\n?|\n")


def literal(text: str) -> str:
    """Text on one line that Markdown shows as it is."""
    return _opened(inline(text).strip(" "))


def inline(text: str) -> str:
    """The same inside a line, with the spaces at its ends."""
    return _SIGNS.sub(r"\\\g<0>", _BLANKS.sub(" ", text))


def quoted(text: str) -> str:
    """A quotation, a line of it for each line of the text."""
    return "\n".join(f"> {literal(line)}".rstrip() for line in _LINE_END.split(text))


def cell(markdown: str) -> str:
    """Markdown in a cell of a table, which is one line."""
    return "<br>".join(_BAR.sub(r"\|", line) for line in _LINE_END.split(markdown.strip()))


def redlined(pieces: Iterable[Piece]) -> str:
    """What is deleted struck out and what is inserted bold, as drafts of the United Nations print amendments."""
    return _opened("".join(_changed(piece) for piece in pieces).strip(" "))


def comment(text: str) -> str:
    """For programs and not for readers; a place in it is in the form in which it can be opened again."""
    return f"<!-- {' '.join(text.split()).replace('--', '%2D%2D').replace('>', '%3E')} -->"


def _opened(line: str) -> str:
    return _FIRST_SIGN.sub(r"\g<0>\\", line)


def _changed(piece: Piece) -> str:
    """Signs of Markdown count only beside letters; where a mark or a space stands there, tags say the same."""
    if piece.kind == "same":
        return inline(piece.text)
    sign, tag = ("~~", "del") if piece.kind == "deleted" else ("**", "strong")
    beside_letters = piece.text[0].isalnum() and piece.text[-1].isalnum()
    text = inline(piece.text)
    return f"{sign}{text}{sign}" if beside_letters else f"<{tag}>{text}</{tag}>"
