"""A note inside a larger Markdown text: its headings go below the one it stands under, and it is closed.

All else in it is left as it was written.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_DEEPEST = 6
_LINE_END = re.compile(r"\r\n?|\n")
_SIGN = re.compile(r"#+")
_CLOSING_SIGN = re.compile(r"(?<!\S)#+$")
_OPENING = re.compile("[#=`~<-]")
"""Signs without one of which there is no heading, and nothing can be left open."""
_NEXT = "# what follows the note"


def nested(note: str, depth: int) -> str:
    """The note with its headings `depth` levels further down, and nothing in it left open."""
    lines = _LINE_END.split(note)
    if not _OPENING.search(note):
        return "\n".join(lines)
    lines = _closed(lines)
    for opening, content in reversed(_headings(lines)):
        start, end = opening.map or (0, 0)
        sign = "#" * min(int(opening.tag[1:]) + depth, _DEEPEST)
        if opening.markup.startswith("#"):
            lines[start] = _SIGN.sub(sign, lines[start], count=1)
        else:
            lines[start:end] = [f"{sign} {_on_one_line(content.content)}"]
    return "\n".join(lines)


def _on_one_line(underlined: str) -> str:
    """The words of an underlined heading, safe after the other kind of sign."""
    return _CLOSING_SIGN.sub(r"\\\g<0>", " ".join(underlined.split("\n")))


def _headings(lines: list[str]) -> list[tuple[Token, Token]]:
    """The outermost headings, each with its content; those in lists and quotations are deep enough."""
    return [
        (opening, content)
        for opening, content in pairwise(_tokens(lines))
        if opening.type == "heading_open" and opening.level == 0
    ]


def _closed(lines: list[str]) -> list[str]:
    """End a fence that nothing ends; show as it is a sign that would make HTML of all that follows."""
    while True:
        last = _tokens([*lines, "", _NEXT])[-1]
        if last.type == "fence":
            return [*lines, last.markup]
        if last.type != "html_block" or last.map is None:
            return lines
        start = last.map[0]
        lines = [*lines[:start], lines[start].replace("<", "\\<", 1), *lines[start + 1 :]]


def _tokens(lines: list[str]) -> list[Token]:
    return _parser().parse("\n".join(lines))


@cache
def _parser() -> MarkdownIt:
    """One for all notes: to make it takes longer than to read most of them."""
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark")
