"""Links in notes: `[[A/RES/64/293#op5]]`, `[[64/293|行动计划]]`, and symbols that simply stand there. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple, Protocol, TypeVar

_PLACE = re.compile(r"#[A-Za-z][A-Za-z0-9.~]{0,40}")
_SIGNS_OF_LINKS = ("[[", "/")


class Noted(Protocol):
    """Something with a note."""

    @property
    def note(self) -> str:
        """Markdown."""


NotedType = TypeVar("NotedType", bound=Noted)


class NoteLink(NamedTuple):
    """A link in a note."""

    start: int
    end: int
    """Half-open, in characters of the note."""
    target: str
    """What it leads to, as one would type it to go there: "A/RES/64/293#op5"."""
    label: str
    """What it shows."""


def links_in(note: str) -> tuple[NoteLink, ...]:
    """The links of a note in order, without overlap."""
    if not any(sign in note for sign in _SIGNS_OF_LINKS):
        return ()
    return tuple(sorted(_links(note)))


def symbol_of(target: str) -> tuple[str, str]:
    """The document that a link names, in its canonical form where it has one, and the place in it or nothing."""
    from store.symbols import Symbol

    name, _, place = target.partition("#")
    symbol = Symbol.parse(name)
    return (symbol.text if symbol else name.strip()), place.strip()


def pointing_to(annotations: Iterable[NotedType], key: str) -> Iterator[tuple[NotedType, NoteLink]]:
    """The notes that lead to a document, each with the first of its links that does.

    Args:
        annotations: Of any documents.
        key: The key of a document, or the symbol of a card.
    """
    for each in annotations:
        found = next((link for link in links_in(each.note) if symbol_of(link.target)[0] == key), None)
        if found:
            yield each, found


def as_markdown(note: str) -> str:
    """The note with its links as Markdown has them."""
    parts, at = [], 0
    for link in links_in(note):
        address = link.target.replace(" ", "%20").replace("(", "%28").replace(")", "%29")
        parts += [note[at : link.start], f"[{_literal(link.label)}](<jueyi:{address}>)"]
        at = link.end
    return "".join([*parts, note[at:]])


@cache
def _bracketed() -> re.Pattern[str]:
    return re.compile(r"\[\[([^\[\]|\n]{1,200})(?:\|([^\[\]\n]{1,200}))?\]\]")


def _links(note: str) -> Iterator[NoteLink]:
    from store.symbol_grammar import symbol_pattern
    from store.symbols import Symbol

    taken: list[tuple[int, int]] = []
    for found in _bracketed().finditer(note):
        target = found[1].strip()
        if target:
            taken.append(found.span())
            yield NoteLink(*found.span(), target, (found[2] or target).strip())
    for found in symbol_pattern().finditer(note):
        start, end = found.span()
        if any(start < stop and first < end for first, stop in taken) or Symbol.parse(found[0]) is None:
            continue
        place = _PLACE.match(note, end)
        end = place.end() if place else end
        yield NoteLink(start, end, note[start:end], note[start:end])


def _literal(label: str) -> str:
    return re.sub(r"([\\\[\]*_`])", r"\\\1", label)
