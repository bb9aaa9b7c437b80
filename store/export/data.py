"""Annotations as data, for programs and spreadsheets: JSON and CSV with the same fields.

JSON holds beside them the whole record of each, so that it comes back as it was. CSV does not come back: a spreadsheet
changes dates and numbers on its own.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from store.annotations.records import SCHEMA as RECORDED
from store.annotations.records import Annotation
from store.annotations.tables import TABLE
from store.document import FrontMatter
from store.export.markdown import PLAIN, Style
from store.export.sections import Entry, Section, entries
from store.export.words import kind_name

SCHEMA = 2
"""2 added the records."""


class _Row(NamedTuple):
    document: str
    symbol: str | None
    title: str | None
    date: str | None
    place: str
    address: str
    lost: str | None
    quote: str
    kind: str
    kind_name: str
    proposed: str
    tags: tuple[str, ...]
    note: str
    author: str
    footnotes: tuple[dict[str, str], ...]
    created: str
    modified: str


def to_json(sections: Iterable[Section], style: Style = PLAIN) -> str:
    """One object for each annotation, in the order of the Markdown export, and one for each state that gave way."""
    sections = list(sections)
    annotations = [
        {**_row(section, entry, style)._asdict(), "id": entry.annotation.id, "record": entry.annotation.to_record()}
        for section in sections
        for entry in entries(section)
        if entry.annotation.id not in section.removed
    ]
    conflicts = [
        {"document": section.key, "id": each.lost.id, "record": each.lost.to_record()}
        for section in sections
        for each in section.conflicts
    ]
    content = {"schema": SCHEMA, "annotations": annotations, **({"conflicts": conflicts} if conflicts else {})}
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def from_json(content: Mapping[str, Any], table: str = TABLE) -> Iterator[Annotation]:
    """The annotations of a JSON export, or the states that gave way where the table of conflicts is named.

    Raises:
        ValueError: it is none, or one of an earlier form, without records; the message tells what is missing.
    """
    listed = content.get(table)
    if not isinstance(listed, list):
        raise ValueError(table)
    for each in listed:
        record = each.get("record") if isinstance(each, dict) else None
        if not isinstance(record, dict) or not isinstance(each.get("id"), str):
            raise ValueError("record")
        annotation = Annotation.from_record(each["id"], record)
        if annotation.schema > RECORDED:
            raise ValueError(f"schema {RECORDED}")
        yield annotation


def to_csv(sections: Iterable[Section], style: Style = PLAIN) -> str:
    """One row for each annotation; tags and footnotes each on a line of their cell.

    Lines end as RFC 4180 has it. Spreadsheets know the encoding when the file is written as `utf-8-sig`.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(_Row._fields)
    writer.writerows(_cells(row) for row in _rows(sections, style))
    return text.getvalue()


def _rows(sections: Iterable[Section], style: Style) -> list[_Row]:
    return [_row(section, entry, style) for section in sections for entry in entries(section)]


def _row(section: Section, entry: Entry, style: Style) -> _Row:
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
        kind=annotation.kind,
        kind_name=kind_name(annotation.kind, style.kinds, style.language),
        proposed=annotation.proposed,
        tags=annotation.tags,
        note=annotation.note,
        author=annotation.author or annotation.origin,
        footnotes=tuple({"label": note.label, "text": note.text} for note in entry.footnotes),
        created=annotation.created,
        modified=annotation.modified,
    )


def _cells(row: _Row) -> tuple[str | None, ...]:
    footnotes = "\n".join(f"{note['label']} {note['text']}" for note in row.footnotes)
    flat = {**row._asdict(), "tags": "\n".join(row.tags), "footnotes": footnotes}
    return tuple(flat.values())
