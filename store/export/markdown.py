"""Annotations as Markdown, for a paper or a brief: address, quotation, tags, note, and the footnotes called.

The same annotations give the same bytes: nothing in it tells when it was written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from store.export.nesting import nested
from store.export.sections import Entry, Section, entries

__all__ = ["Section", "to_markdown"]

LOST_HEADING = "失联标注"

_SIGNS = re.compile(r"[\\`*_\[\]<>#~|$^&]")
"""Signs that Markdown, or one of its common dialects, would not show as they are."""

_FIRST_SIGN = re.compile(r"^(?:\d{1,9}(?=[.)])|(?=[-+=:]))")
"""What at the start of a line would open a list, a rule or a heading: `5.`, `-`."""

_BLANKS = re.compile(r"[ \t\r\n\f\v]+")


def to_markdown(sections: Iterable[Section]) -> str:
    """All sections that have annotations, one after the other; an empty text when none has."""
    blocks = [block for section in sections if section.annotations for block in _section(section)]
    return "\n\n".join(blocks) + "\n" if blocks else ""


def literal(text: str) -> str:
    """Text on one line that Markdown shows as it is."""
    line = _BLANKS.sub(" ", text).strip(" ")
    return _FIRST_SIGN.sub(r"\g<0>\\", _SIGNS.sub(r"\\\g<0>", line))


def _section(section: Section) -> Iterator[str]:
    yield from _head(section)
    for is_lost, those in groupby(entries(section), key=lambda entry: entry.lost is not None):
        if is_lost:
            yield f"## {LOST_HEADING}"
        for entry in those:
            yield from _entry(section.key, entry, depth=3 if is_lost else 2)


def _head(section: Section) -> Iterator[str]:
    front = section.document.front if section.document else None
    names = [name for name in (front.symbol, front.title) if name] if front else []
    yield f"# {literal(' '.join(names) or section.key)}"
    if front and front.date:
        yield front.date


def _entry(key: str, entry: Entry, depth: int) -> Iterator[str]:
    annotation = entry.annotation
    reason = f"（{entry.lost}）" if entry.lost else ""
    yield f"{'#' * depth} {literal(entry.address + reason)}\n{_comment(f'{key}#{annotation.place}')}"
    if entry.quote:
        yield "\n".join(f"> {literal(line)}".rstrip() for line in entry.quote.splitlines())
    if annotation.tags:
        yield "标签：" + " · ".join(f"#{literal(tag)}" for tag in annotation.tags)
    if annotation.note:
        yield nested(annotation.note, depth)
    for note in entry.footnotes:
        yield f"脚注 {literal(note.label)}：{literal(note.text)}"


def _comment(place: str) -> str:
    """The place in the form in which it can be opened again, for programs and not for readers."""
    return f"<!-- {' '.join(place.split()).replace('--', '%2D%2D').replace('>', '%3E')} -->"
