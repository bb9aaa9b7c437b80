"""The lines of a source as they came, and what became of each stretch of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from store.document import Document, Piece, Role, Span

_OWN = ("block", "label", "footnote")


class SourceLine(NamedTuple):
    """One line of the source, or the part of one that became something else than what stands beside it."""

    number: int
    """Of the line, from 1 on."""
    text: str
    """Without its end."""
    role: Role
    owner: str
    """As a `Piece` has them; of a label those of its block."""
    span: Span


class SourceText:
    """A source cut into lines, with what a document made of them. Making it takes a while in a long document."""

    def __init__(self, text: str, document: Document) -> None:
        self.text = text
        self._starts = [0, *accumulate(map(len, text.splitlines(keepends=True)))]
        self._pieces = _whole(document)
        self._piece_starts = [piece.start for piece in self._pieces]
        self._first: dict[str, int] = {}
        self._last: dict[str, int] = {}
        for piece in self._pieces:
            if piece.role in _OWN:
                self._first.setdefault(piece.owner, piece.start)
                self._last[piece.owner] = piece.end - 1

    def around(self, place: str, context: int = 1) -> list[SourceLine]:
        """The lines of a block or footnote, what was removed between them, and some lines before and after."""
        if place not in self._first:
            return []
        first, last = self._line_of(self._first[place]), self._line_of(self._last[place])
        own = list(self._between(first, last))
        before, after = list[SourceLine](), list[SourceLine]()
        while first > 0 and len(before) < context:
            first -= 1
            before[:0] = self._between(first, first)
        while last + 1 < len(self._starts) - 1 and len(after) < context:
            last += 1
            after += self._between(last, last)
        return [*before, *own, *after]

    def lines(self) -> list[SourceLine]:
        """All lines that are not blank."""
        return list(self._between(0, len(self._starts) - 2))

    def owner_at(self, place: int) -> str | None:
        """The block or footnote in which a character of the source stands, or the one before it."""
        for piece in reversed(self._pieces[: bisect_right(self._piece_starts, place)]):
            if piece.role in _OWN:
                return piece.owner
        return None

    def _line_of(self, place: int) -> int:
        return max(0, bisect_right(self._starts, place) - 1)

    def _between(self, first: int, last: int) -> Iterator[SourceLine]:
        """The lines with these indexes, both included."""
        for number in range(first, last + 1):
            start, end = self._starts[number], self._starts[number + 1]
            from_piece = max(0, bisect_right(self._piece_starts, start) - 1)
            for piece in self._pieces[from_piece : bisect_left(self._piece_starts, end)]:
                span = Span(max(start, piece.start), min(end, piece.end))
                words = self.text[span.start : span.end]
                if words.strip():
                    yield SourceLine(number + 1, words.rstrip(), piece.role, piece.owner, span)


def stretches_of(document: Document, place: str) -> list[Span]:
    """Where in the source a block or footnote stands, its label with it: one stretch, or more where pages broke it."""
    found: list[Span] = []
    for piece in document.pieces:
        if piece.owner == place and piece.role in _OWN:
            if found and found[-1].end == piece.start:
                found[-1] = Span(found[-1].start, piece.end)
            else:
                found.append(Span(piece.start, piece.end))
    return found


def _whole(document: Document) -> list[Piece]:
    """The pieces, a label as one with its block."""
    found: list[Piece] = []
    for piece in document.pieces:
        role: Role = "block" if piece.role == "label" else piece.role
        if piece.role == "label" and piece.owner in document.notes_by_id:
            role = "footnote"
        if found and (found[-1].role, found[-1].owner) == (role, piece.owner):
            found[-1] = found[-1]._replace(end=piece.end)
        else:
            found.append(piece._replace(role=role))
    return found
