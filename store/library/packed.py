"""A `Document` as the index keeps it. No file is opened here.

A document of 50,000 blocks must be there in a moment and take little room. So all texts are one string, all numbers
rows of machine words, and objects of one kind are filled column by column. What a reader of the text does not need,
where it stood in the source and what was left out of it, is made when somebody asks.
"""

from __future__ import annotations

import json
import struct
from array import array
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import accumulate, chain, pairwise, repeat
from typing import Any, TypeVar

from store.collection import without_collection
from store.document import (
    Block,
    Citation,
    Document,
    Doubt,
    Footnote,
    FrontMatter,
    Furniture,
    Link,
    Marker,
    Piece,
    Role,
    Span,
)
from store.library.later import Later, StoredRuns

Made = TypeVar("Made")

_PARTS = struct.Struct("<QQQQ")
"""Bytes of the parts: what is needed at once, the texts, what is needed later, numbers."""
_TEXT = "utf-16-le"
"""Chinese takes two bytes a character, and is read several times as fast as UTF-8."""

_CANDIDATES = Citation._fields.index("candidates")


def dump(document: Document) -> bytes:
    """The whole document, runs and pieces included, for `load`."""
    blocks, notes = document.blocks, document.footnotes
    position = {block.id: index for index, block in enumerate(blocks, 1)}
    types = _numbered(block.type for block in blocks)
    labels = _numbered(block.label for block in blocks)
    roles = _numbered(piece[2:] for piece in document.pieces)
    texts = [*(block.text for block in blocks), *(note.text for note in notes)]
    runs = [*(block.runs for block in blocks), *(note.runs for note in notes)]
    columns: list[Iterable[int]] = [
        map(len, texts),
        (types[block.type] for block in blocks),
        (labels[block.label] for block in blocks),
        (position[block.parent] if block.parent is not None else 0 for block in blocks),
        (block.level for block in blocks),
        map(len, runs),
        chain.from_iterable(chain.from_iterable(runs)),
        (piece.start for piece in document.pieces),
        (piece.end for piece in document.pieces),
        (roles[piece[2:]] for piece in document.pieces),
    ]
    rows = [array("I", column) for column in columns]
    at_once = {
        "digest": document.digest,
        "front": document.front,
        "ids": [block.id for block in blocks],
        "types": list(types),
        "labels": list(labels),
        "markers": [[at, *block.markers] for at, block in enumerate(blocks) if block.markers],
        "notes": [[note.id for note in notes], [note.label for note in notes]],
        "citations": list(zip(*document.citations, strict=True)),
        "references": list(zip(*document.references, strict=True)),
        "links": document.links,
        "doubts": document.doubts,
        "rows": list(map(len, rows)),
    }
    later = {"furniture": list(document.furniture), "roles": list(roles)}
    parts = (_json(at_once), "".join(texts).encode(_TEXT), _json(later), b"".join(rows))
    return b"".join((_PARTS.pack(*map(len, parts)), *parts))


def load(data: bytes) -> Document:
    """The document that `dump` wrote.

    Raises:
        ValueError: the bytes are not what `dump` writes.
    """
    try:
        with without_collection():
            return _load(*_parts(memoryview(data)))
    except (struct.error, KeyError, TypeError, IndexError) as error:
        raise ValueError(f"not a stored document: {error}") from error


def _parts(data: memoryview) -> Iterator[memoryview]:
    lengths = _PARTS.unpack_from(data)
    if _PARTS.size + sum(lengths) != len(data):
        raise ValueError("a part of a stored document is missing")
    ends = list(accumulate(lengths, initial=_PARTS.size))
    return (data[start:end] for start, end in pairwise(ends))


def _load(at_once: memoryview, text: memoryview, later: memoryview, numbers: memoryview) -> Document:
    held = json.loads(bytes(at_once))
    rows = _rows(numbers, held["rows"])
    texts = _slices(str(text, _TEXT), rows[0])
    runs = _runs(rows[6], rows[5])
    rest = bytes(later)
    return Document(
        front=_front(held["front"]),
        blocks=_blocks(held, texts, rows, runs),
        footnotes=tuple(map(Footnote, *held["notes"], texts, runs)),
        furniture=Later(partial(_furniture, rest)),
        citations=_citations(held["citations"]),
        references=_citations(held["references"]),
        doubts=tuple(map(Doubt._make, held["doubts"])),
        links=tuple(map(Link._make, held["links"])),
        pieces=Later(partial(_pieces, rest, *rows[7:])),
        digest=held["digest"],
    )


def _numbered(values: Iterable[Made]) -> dict[Made, int]:
    """Each different value with its number."""
    return {value: number for number, value in enumerate(dict.fromkeys(values))}


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _rows(data: memoryview, lengths: list[int]) -> list[array[int]]:
    numbers = array("I")
    numbers.frombytes(data)
    ends = list(accumulate(lengths, initial=0))
    return [numbers[start:end] for start, end in pairwise(ends)]


def _slices(text: str, lengths: Iterable[int]) -> Iterator[str]:
    ends = list(accumulate(lengths, initial=0))
    return map(text.__getitem__, map(slice, ends, ends[1:]))


def _runs(numbers: array[int], counts: array[int]) -> Iterator[StoredRuns]:
    """The runs of each block and then of each footnote."""
    firsts = list(accumulate(map((3).__mul__, counts), initial=0))[:-1]
    return iter(_filled(StoredRuns, firsts, counts, repeat(numbers)))


def _front(fields: list[Any]) -> FrontMatter:
    front = FrontMatter._make(fields)
    return front._replace(sponsors=tuple(front.sponsors))


def _blocks(
    held: dict[str, Any], texts: Iterator[str], rows: Sequence[array[int]], runs: Iterator[StoredRuns]
) -> tuple[Block, ...]:
    ids = held["ids"]
    named = [None, *ids]
    markers: list[tuple[Marker, ...]] = [()] * len(ids)
    for at, *called in held["markers"]:
        markers[at] = tuple(map(Marker._make, called))
    types = map(held["types"].__getitem__, rows[1])
    labels = map(held["labels"].__getitem__, rows[2])
    parents = map(named.__getitem__, rows[3])
    return tuple(map(Block._make, zip(ids, types, labels, texts, parents, markers, rows[4], runs, strict=False)))


def _citations(columns: list[list[Any]]) -> tuple[Citation, ...]:
    if columns:
        columns[_CANDIDATES] = list(map(tuple, columns[_CANDIDATES]))
    return tuple(map(Citation._make, zip(*columns, strict=True)))


def _furniture(rest: bytes) -> tuple[Furniture, ...]:
    return tuple(Furniture(text, kind, Span(*span)) for text, kind, span in json.loads(rest)["furniture"])


def _pieces(rest: bytes, starts: array[int], ends: array[int], numbers: array[int]) -> tuple[Piece, ...]:
    roles: list[tuple[Role, str]] = json.loads(rest)["roles"]
    found = map(roles.__getitem__, numbers)
    return tuple(Piece(start, end, *role) for start, end, role in zip(starts, ends, found, strict=True))


def _filled(kind: type[Made], *columns: Iterable[Any]) -> tuple[Made, ...]:
    """An object for each place of the columns, which stand in the order of the slots.

    Several times as fast as calling the class, whose own way to set a field of a frozen object is slow.
    """
    first = list(columns[0]) if columns else []
    made = tuple(map(object.__new__, repeat(kind, len(first))))
    slots = vars(kind)
    for name, column in zip(slots["__slots__"], (first, *columns[1:]), strict=bool(columns)):
        deque(map(slots[name].__set__, made, column), maxlen=0)
    return made
