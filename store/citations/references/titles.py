"""Titles in 《》, with those inside them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from store.instruments.spelling import title_key

_LONGEST = 300
_SIGN = re.compile(r"[《》<>〈〉]")
_PLAIN = re.compile(rf"《([^《》<>〈〉]{{0,{_LONGEST}}})》")
"""A title with none inside it, as most are."""
_OPENING, _CLOSING = "《<〈", "》>〉"


@dataclass(frozen=True, slots=True)
class Title:
    """A title with its marks, or a short one without: `text[start:end]`."""

    start: int
    end: int
    key: str
    inner: tuple[Title, ...] = ()
    """Titles of others within it."""
    marked: bool = True
    """Whether 《》 stand around it."""

    @property
    def words(self) -> tuple[int, int]:
        """Where it stands without its marks, half-open."""
        return (self.start + 1, self.end - 1) if self.marked else (self.start, self.end)


def titles_in(text: str) -> tuple[Title, ...]:
    """The titles of a text whose marks are closed, the outermost, in order; `text` is spelled."""
    if "《" not in text:
        return ()
    found: list[Title] = []
    at = text.find("《")
    while at >= 0:
        title = _title(text, at)
        if title:
            found.append(title)
        at = text.find("《", title.end if title else at + 1)
    return tuple(found)


def _title(text: str, start: int) -> Title | None:
    """The title that opens at a position; one that another's sign closes is none."""
    if plain := _PLAIN.match(text, start):
        return Title(start, plain.end(), title_key(plain[1]))
    opened: list[tuple[int, list[Title]]] = []
    for sign in _SIGN.finditer(text, start, min(len(text), start + _LONGEST)):
        if sign[0] in _OPENING:
            opened.append((sign.start(), []))
            continue
        at, inner = opened[-1]
        if sign[0] != _CLOSING[_OPENING.index(text[at])]:
            return None
        opened.pop()
        title = Title(at, sign.end(), title_key(text[at + 1 : sign.start()]), tuple(inner))
        if not opened:
            return title
        opened[-1][1].append(title)
    return None
