"""Annotations as data, for programs and spreadsheets: JSON and CSV with the same fields."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from typing import NamedTuple

from store.document import FrontMatter
from store.export.sections import Entry, Section, entries

SCHEMA = 1


class _Row(NamedTuple):
    document: str
    symbol: str | None
    title: str | None
    date: str | None
    place: str
    address: str
    lost: str | None
    quote: str
    tags: tuple[str, ...]
    note: str
    footnotes: tuple[dict[str, str], ...]
    created: str
    modified: str


def to_json(sections: Iterable[Section]) -> str:
    """One object for each annotation, in the order of the Markdown export."""
    content = {"schema": SCHEMA, "annotations": [row._asdict() for row in _rows(sections)]}
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def to_csv(sections: Iterable[Section]) -> str:
    """One row for each annotation; tags and footnotes each on a line of their cell.

    Lines end as RFC 4180 has it. Spreadsheets know the encoding when the file is written as `utf-8-sig`.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(_Row._fields)
    writer.writerows(_cells(row) for row in _rows(sections))
    return text.getvalue()


def _rows(sections: Iterable[Section]) -> list[_Row]:
    return [_row(section, entry) for section in sections for entry in entries(section)]


def _row(section: Section, entry: Entry) -> _Row:
    front = section.document.front if section.document else FrontMatter()
    annotation = entry.annotation
    return _Row(
        document=section.key,
        symbol=front.symbol,
        title=front.title,
        date=front.date,
        place=annotation.place,
        address=entry.address,
        lost=entry.lost,
        quote=entry.quote,
        tags=annotation.tags,
        note=annotation.note,
        footnotes=tuple({"label": note.label, "text": note.text} for note in entry.footnotes),
        created=annotation.created,
        modified=annotation.modified,
    )


def _cells(row: _Row) -> tuple[str | None, ...]:
    footnotes = "\n".join(f"{note['label']} {note['text']}" for note in row.footnotes)
    flat = {**row._asdict(), "tags": "\n".join(row.tags), "footnotes": footnotes}
    return tuple(flat.values())
