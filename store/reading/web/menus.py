"""Menus that a page does not mark as such: lines one after the other that are nothing but links to other pages."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from store.reading.marks import Mark
from store.reading.source import Extract

_FEW = 3
_LINE = re.compile(r"[^\n]+")
_SIGNS = re.compile(r"[•|>›»·\s\d.]")
_SYMBOL = re.compile(r"[A-Z]/|\d/\d|[（(]\d{4}[)）]|第\s?\d+")


def without_menus(extract: Extract) -> Extract:
    """The same, with menus marked as what belongs to the page."""
    found = tuple(Mark(lines[0].start(), lines[-1].end(), "furniture", "menu") for lines in _menus(extract))
    return extract._replace(marks=tuple(sorted((*extract.marks, *found)))) if found else extract


def _menus(extract: Extract) -> Iterator[list[re.Match[str]]]:
    links = [mark for mark in extract.marks if mark.kind == "link"]
    starts = [mark.start for mark in links]
    bound = {mark.start for mark in extract.marks if mark.kind in ("row", "note", "furniture")}
    run: list[re.Match[str]] = []
    for line in _LINE.finditer(extract.text):
        own = links[bisect_left(starts, line.start()) : bisect_left(starts, line.end())]
        if own and line.start() not in bound and _is_all_links(line, own):
            run.append(line)
            continue
        if len(run) >= _FEW:
            yield run
        run = []
    if len(run) >= _FEW:
        yield run


def _is_all_links(line: re.Match[str], links: Sequence[Mark]) -> bool:
    if _SYMBOL.search(line[0]):
        return False
    rest = list(line[0])
    for link in links:
        for at in range(link.start - line.start(), min(link.end, line.end()) - line.start()):
            rest[at] = ""
    return not _SIGNS.sub("", "".join(rest))
