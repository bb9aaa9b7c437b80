"""A `Document` as JSON: the public form that scripts read, and the compact one that the index keeps.

Owns both shapes and nothing else: no file is opened here. The compact form has three parts, because a
document of 50,000 blocks must load in a moment: JSON for what is short or rare, all texts in one string, all
numbers in one row of machine words.
"""

from __future__ import annotations

import gc
import json
import struct
from array import array
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import accumulate, chain, islice, repeat
from operator import attrgetter
from typing import Any

from store.document import (
    Block,
    Citation,
    Document,
    Doubt,
    Footnote,
    FrontMatter,
    Furniture,
    Marker,
    Piece,
    Role,
    Run,
    Span,
)

SCHEMA = 1
"""Of the public form."""

_LENGTHS = struct.Struct("<QQ")
_front_fields = attrgetter(*FrontMatter.__slots__)
_furniture_fields = attrgetter(*Furniture.__slots__)
_marker_fields = attrgetter(*Marker.__slots__)
_citation_fields = attrgetter(*Citation.__slots__)
_doubt_fields = attrgetter(*Doubt.__slots__)


def public(document: Document) -> dict[str, Any]:
    """The document as `show --json` prints it, schema 1: reading order, offsets in code points."""
    front = document.front
    return {
        "schema": SCHEMA,
        "symbol": front.symbol,
        "title": front.title,
        "kind": front.kind,
        "language": front.language,
        "date": front.date,
        "session": front.session,
        "committee": front.committee,
        "agenda_item": front.agenda_item,
        "agenda_title": front.agenda_title,
        "sponsors": list(front.sponsors),
        "body": front.body,
        "blocks": [_public_block(block) for block in document.blocks],
        "footnotes": [{"label": note.label, "text": note.text} for note in document.footnotes],
        "citations": [public_citation(document, citation) for citation in document.citations],
        "furniture": [furniture.text for furniture in document.furniture],
        "doubts": [
            {
                "in": _public_place(document, doubt.block),
                "at": doubt.at,
                "kind": doubt.kind,
                "message": doubt.message,
            }
            for doubt in document.doubts
        ],
    }


def public_citation(document: Document, citation: Citation) -> dict[str, Any]:
    """One citation as `show --json` and `cites --json` print it."""
    return {
        "in": _public_place(document, citation.block),
        "at": citation.at,
        "surface": citation.surface,
        "symbol": citation.symbol,
        "title": citation.title,
        "date": citation.date,
        "pinpoint": citation.pinpoint,
    }


def _public_block(block: Block) -> dict[str, Any]:
    return {
        "id": block.id,
        "parent": block.parent,
        "type": block.type,
        "label": block.label,
        "text": block.text,
        "markers": [{"note": marker.note, "at": marker.at} for marker in block.markers],
    }


def _public_place(document: Document, place: str | None) -> str | None:
    """The id of a block; for a footnote "fn:" and its label."""
    note = document.notes_by_id.get(place) if place else None
    return f"fn:{note.label}" if note else place


def dump(document: Document) -> bytes:
    """The whole document, runs and pieces included, for `load`."""
    blocks, notes = document.blocks, document.footnotes
    position = {block.id: index for index, block in enumerate(blocks, 1)}
    roles = {role: index for index, role in enumerate(dict.fromkeys(piece[2:] for piece in document.pieces))}
    texts = [*(block.text for block in blocks), *(note.text for note in notes)]
    runs = [*(block.runs for block in blocks), *(note.runs for note in notes)]
    columns: list[Iterable[int]] = [
        map(len, texts),
        (position[block.parent] if block.parent is not None else 0 for block in blocks),
        (block.level for block in blocks),
        map(len, runs),
        chain.from_iterable(chain.from_iterable(runs)),
        (piece.start for piece in document.pieces),
        (piece.end for piece in document.pieces),
        (roles[piece[2:]] for piece in document.pieces),
    ]
    rows = [array("I", column) for column in columns]
    rest = {
        "digest": document.digest,
        "front": _front_fields(document.front),
        "ids": [block.id for block in blocks],
        "types": [block.type for block in blocks],
        "labels": [block.label for block in blocks],
        "markers": [[at, *map(_marker_fields, block.markers)] for at, block in enumerate(blocks) if block.markers],
        "notes": [[note.id for note in notes], [note.label for note in notes]],
        "furniture": list(map(_furniture_fields, document.furniture)),
        "citations": list(map(_citation_fields, document.citations)),
        "doubts": list(map(_doubt_fields, document.doubts)),
        "roles": list(roles),
        "rows": list(map(len, rows)),
    }
    json_part = json.dumps(rest, ensure_ascii=False, separators=(",", ":")).encode()
    text_part = "".join(texts).encode()
    return b"".join((_LENGTHS.pack(len(json_part), len(text_part)), json_part, text_part, *rows))


def load(data: bytes) -> Document:
    """The document that `dump` wrote.

    Raises:
        ValueError: the bytes are not what `dump` writes.
    """
    try:
        with _without_collection():
            return _load(memoryview(data))
    except (struct.error, KeyError, TypeError, IndexError) as error:
        raise ValueError(f"not a stored document: {error}") from error


def _load(data: memoryview) -> Document:
    json_length, text_length = _LENGTHS.unpack_from(data)
    text_start = _LENGTHS.size + json_length
    numbers_start = text_start + text_length
    rest = json.loads(bytes(data[_LENGTHS.size : text_start]))
    text = str(data[text_start:numbers_start], "utf-8")
    lengths, parents, levels, counts, runs, starts, ends, roles = _rows(data[numbers_start:], rest["rows"])
    texts = _slices(text, lengths)
    grouped = _grouped(_tuples(Run, runs), counts)
    return Document(
        front=_front(rest["front"]),
        blocks=_blocks(rest, texts, parents, levels, grouped),
        footnotes=tuple(map(Footnote, *rest["notes"], texts, grouped)),
        furniture=tuple(Furniture(text, kind, Span(*span)) for text, kind, span in rest["furniture"]),
        citations=tuple(Citation(*fields) for fields in rest["citations"]),
        doubts=tuple(Doubt(*fields) for fields in rest["doubts"]),
        pieces=_pieces(starts, ends, roles, rest["roles"]),
        digest=rest["digest"],
    )


def _rows(data: memoryview, lengths: list[int]) -> list[list[int]]:
    numbers = array("I")
    numbers.frombytes(data)
    ends = list(accumulate(lengths))
    return [numbers[start:end].tolist() for start, end in zip(chain((0,), ends), ends, strict=False)]


def _slices(text: str, lengths: list[int]) -> Iterator[str]:
    ends = list(accumulate(lengths))
    return map(text.__getitem__, map(slice, chain((0,), ends), ends))


def _tuples(kind: type[Run], numbers: list[int]) -> Iterator[Run]:
    row = iter(numbers)
    return map(tuple.__new__, repeat(kind), zip(row, row, row, strict=True))


def _grouped(runs: Iterator[Run], counts: list[int]) -> Iterator[tuple[Run, ...]]:
    return (tuple(islice(runs, count)) for count in counts)


def _front(fields: list[Any]) -> FrontMatter:
    named = dict(zip(FrontMatter.__slots__, fields, strict=True))
    return FrontMatter(**named | {"sponsors": tuple(named["sponsors"])})


def _blocks(
    rest: dict[str, Any],
    texts: Iterator[str],
    parents: list[int],
    levels: list[int],
    runs: Iterator[tuple[Run, ...]],
) -> tuple[Block, ...]:
    ids = rest["ids"]
    named = [None, *ids]
    markers: list[tuple[Marker, ...]] = [()] * len(ids)
    for at, *called in rest["markers"]:
        markers[at] = tuple(Marker(*fields) for fields in called)
    kinds, labels = rest["types"], rest["labels"]
    return tuple(map(Block, ids, kinds, labels, texts, map(named.__getitem__, parents), markers, levels, runs))


def _pieces(starts: list[int], ends: list[int], numbers: list[int], roles: list[tuple[Role, str]]) -> tuple[Piece, ...]:
    kinds, owners = zip(*roles, strict=True) if roles else ((), ())
    fields = zip(starts, ends, map(kinds.__getitem__, numbers), map(owners.__getitem__, numbers), strict=True)
    return tuple(map(tuple.__new__, repeat(Piece), fields))


@contextmanager
def _without_collection() -> Iterator[None]:
    """Hundreds of thousands of small tuples without a cycle: looking for cycles would take half the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
