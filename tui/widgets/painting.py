"""Painting of set text: which style each stretch of a line takes, and rows as strips of an exact width."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.typeset import Line, Stretch, Widths


class Stroke(NamedTuple):
    """A style laid over a half-open range of characters of a text."""

    start: int
    end: int
    style: Style


def paint_line(line: Line, base: Style, strokes: Sequence[Stroke], signs: Mapping[int, Style]) -> Iterator[Segment]:
    """The segments of a line.

    Args:
        line: The line, of a text typeset.
        base: The style of all of it.
        strokes: Styles over parts of the text, later ones over earlier ones.
        signs: Styles of signs, by index.
    """
    for stretch in line.stretches:
        if stretch.sign is None:
            yield from _paint_text(stretch, base, strokes)
        else:
            yield Segment(stretch.text, base + signs.get(stretch.sign, Style.null()))


def fill(segments: Iterable[Segment], width: int, blank: Style, widths: Widths) -> Strip:
    """A strip that fills a width exactly as the terminal counts it: what is too long is cut, the rest is blank."""
    parts: list[Segment] = []
    room = width
    for text, style, _control in segments:
        shown = text if widths.measure(text) <= room else _head(text, room, widths)
        parts.append(Segment(shown, style))
        room -= widths.measure(shown)
        if shown != text:
            break
    return Strip([*parts, Segment(" " * room, blank)], width)


def lay_over(strip: Strip, cell: int, over: Sequence[Segment], widths: Widths) -> Strip:
    """A row in which segments stand from a cell on, over what stood there; its width stays.

    A character two cells wide of which one half is covered leaves a blank.
    """
    end = cell + sum(widths.measure(segment.text) for segment in over)
    before: list[Segment] = []
    after: list[Segment] = []
    reached = 0
    for text, style, _control in strip:
        kept = ["", ""]
        for character in text:
            start, reached = reached, reached + widths[character]
            if reached <= cell and start < end:
                kept[0] += character
            elif start >= end:
                kept[1] += character
            else:
                kept[0] += " " * max(0, cell - start)
                kept[1] += " " * max(0, reached - end)
        before.append(Segment(kept[0], style))
        after.append(Segment(kept[1], style))
    return Strip([*before, Segment(" " * (cell - reached)), *over, *after], max(strip.cell_length, end))


def _head(text: str, cells: int, widths: Widths) -> str:
    for end, character in enumerate(text):
        cells -= widths[character]
        if cells < 0:
            return text[:end]
    return text


def _paint_text(stretch: Stretch, base: Style, strokes: Sequence[Stroke]) -> Iterator[Segment]:
    over = [stroke for stroke in strokes if stroke.start < stretch.end and stroke.end > stretch.start]
    edges = {stretch.start, stretch.end}
    for stroke in over:
        edges |= {max(stretch.start, stroke.start), min(stretch.end, stroke.end)}
    for start, end in pairwise(sorted(edges)):
        style = base
        for stroke in over:
            if stroke.start <= start and end <= stroke.end:
                style += stroke.style
        stop = end - stretch.start if end < stretch.end else None
        yield Segment(stretch.shown[start - stretch.start : stop], style)
