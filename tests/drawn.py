"""Dresses drawn at random: what each may be, documents that can wear them, and how a document comes back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any, TypeVar
from unicodedata import normalize

from dress import Dress

from store.citations.cite import cite
from store.document import Block, Document
from store.reading.pipeline import read
from store.reading.source import from_bytes

Chosen = TypeVar("Chosen")

CHOICES: Mapping[str, Sequence[Any]] = {
    "width": (None, *range(40, 121)),
    "gap": (0, 1, 1, 1, 2),
    "indent": (0, 0, 2, 4, 8),
    "page": (None, None, *range(20, 61)),
    "head": (True, True, False),
    "number": ("{page}", "- {page} -", "{page}/{pages}", "第{page}页"),
    "job": (False, True),
    "feed": (False, True),
    "first": ("", "", "　　", "    "),
    "marker": (
        "superscript",
        "html",
        "caret",
        "round",
        "wide round",
        "square",
        "markdown",
        "slash",
        "circled",
        "glued",
    ),
    "wide": (False, False, True),
    "markdown": (False, False, True),
    "ends": ("\n", "\n", "\r\n"),
}
"""What each field of a dress may be, the likelier ones more than once."""


def fitting(dress: Dress, document: Document) -> Dress:
    """The dress, without what the document cannot wear or nobody would print.

    A number above 35 has no circle. What is marked up is not wrapped, has blank lines and no pages.
    Paragraphs are told apart by blank lines or an indent, pages without head and number by form feeds.
    """
    if dress.marker == "circled" and any(note.label > "35" or len(note.label) > 2 for note in document.footnotes):
        dress = replace(dress, marker="superscript")
    if dress.width and not (dress.gap or dress.first):
        dress = replace(dress, first="　　")
    if dress.page and not dress.head:
        dress = replace(dress, feed=True)
    if dress.markdown:
        dress = replace(dress, width=None, page=None, indent=0, first="", gap=max(1, dress.gap))
    return dress


def draw(choose: Callable[[Sequence[Any]], Any]) -> Dress:
    """A dress of which each field is chosen."""
    return Dress(**{name: choose(values) for name, values in CHOICES.items()})


def understood(data: bytes, name: str = "text.txt") -> Document:
    """What is read of a file."""
    return cite(read(from_bytes(data, name)))


def described(document: Document) -> Iterator[tuple[object, ...]]:
    """All that no layout changes."""
    yield from map(_block, document.blocks)
    yield from (("note", note.label, bare(note.text)) for note in document.footnotes)
    yield from (("cited", each.block, bare(each.surface), each.symbol) for each in document.citations)


def bare(text: str) -> str:
    """The text as far as no layout changes it: without spaces, full width taken for half."""
    return "".join(normalize("NFKC", text).split())


def _block(each: Block) -> tuple[object, ...]:
    marks = [(marker.note, len(bare(each.text[: marker.at]))) for marker in each.markers]
    return each.id, each.type, bare(each.label or ""), bare(each.text), marks


def in_traditional(document: Document) -> Document:
    """The document in traditional characters, one for one."""
    convert = _converter()
    blocks = tuple(block._replace(text=convert(block.text)) for block in document.blocks)
    notes = tuple(note._replace(text=convert(note.text)) for note in document.footnotes)
    front = document.front
    printed = {
        name: convert(value)
        for name in ("title", "agenda_title", "committee", "session")
        if (value := getattr(front, name))
    }
    return cite(replace(document, front=front._replace(**printed), blocks=blocks, footnotes=notes, citations=()))


@cache
def _converter() -> Callable[[str], str]:
    from opencc import OpenCC

    convert: Callable[[str], str] = OpenCC("s2t").convert
    return convert
