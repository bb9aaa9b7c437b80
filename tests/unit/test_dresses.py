"""The same document in other clothes: however it is printed, it is read into the same tree."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from unicodedata import normalize

import pytest
from dress import Dress, dressed
from test_reading_keeps_everything import assert_accounted

from store.citations.cite import cite
from store.document import Block, Document
from store.paths import seeds_folder
from store.reading.pipeline import read
from store.reading.source import from_bytes

SEEDS = sorted(path.name for path in seeds_folder().glob("*.txt"))
DRESSES = {
    "one line a paragraph": Dress(),
    "wrapped": Dress(width=76),
    "narrow": Dress(width=60),
    "blank lines doubled": Dress(width=76, gap=2),
    "indented": Dress(width=76, indent=4),
    "pages": Dress(width=76, page=45),
    "pages and indented": Dress(width=76, indent=4, page=45),
    "html marks": Dress(width=76, marker="html"),
    "carets": Dress(width=76, marker="caret"),
    "square brackets": Dress(width=76, marker="square"),
    "square brackets on pages": Dress(width=76, page=45, marker="square"),
    "round brackets": Dress(marker="round"),
    "glued digits": Dress(marker="glued"),
    "glued digits on pages": Dress(width=76, page=45, marker="glued"),
}


def bare(text: str) -> str:
    """The text as far as no layout changes it: without spaces, full width taken for half."""
    return "".join(normalize("NFKC", text).split())


def block(each: Block) -> tuple[object, ...]:
    marks = [(marker.note, len(bare(each.text[: marker.at]))) for marker in each.markers]
    return each.id, each.type, each.label, bare(each.text), marks


def described(document: Document) -> Iterator[tuple[object, ...]]:
    yield from map(block, document.blocks)
    yield from ((note.label, bare(note.text)) for note in document.footnotes)
    yield from ((citation.block, bare(citation.surface), citation.symbol) for citation in document.citations)


def understood(data: bytes) -> Document:
    return cite(read(from_bytes(data, "text.txt")))


@cache
def undressed(seed: str) -> Document:
    return understood((seeds_folder() / seed).read_bytes())


@pytest.mark.parametrize("dress", DRESSES.values(), ids=DRESSES)
@pytest.mark.parametrize("seed", SEEDS, ids=[seed[:3] for seed in SEEDS])
def test_a_dress_changes_nothing(seed: str, dress: Dress) -> None:
    document = undressed(seed)
    text = dressed(document, dress)
    again = understood(text.encode())
    assert list(described(again)) == list(described(document))
    assert_accounted(text, again)
