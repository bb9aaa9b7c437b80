"""Tags, notes and proposed words set in rows, below a paragraph or below a footnote."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from store.citations.note_links import NoteLink, links_in
from tui.typeset import Line, Place, Setting, Widths, typeset, visible
from tui.widgets.marks import KIND, Aside

RAIL = "│ "
"""Before each line of a note."""
CHIP_GAP = "  "
"""Between two tags."""
_ABOUT = 16
"""Cells that quoted words have at least."""


class Chip(NamedTuple):
    """A tag as it is shown, or a kind, or what an annotation is about."""

    tag: str
    text: str
    ink: Literal["tag", "kind", "about"] = "tag"
    colour: str = ""
    """The name of a colour, where the tag does not say it."""


class NotedLine(NamedTuple):
    """A line of a note."""

    setting: Setting
    """The line as it was written, folded."""
    row: int
    """Which of its lines this one is."""
    links: tuple[NoteLink, ...]
    """All links of what was folded."""
    first: int = 0
    """The index of the first of them among all links of the paragraph."""

    @property
    def line(self) -> Line:
        """What it shows."""
        return self.setting.lines[self.row]

    @property
    def after(self) -> int:
        """The index after that of the last link."""
        return self.first + len(self.links)

    def link_at(self, cell: int) -> int | None:
        """The index of the link at a cell of the line."""
        if not 0 <= cell < self.line.cells:
            return None
        at = self.setting.offset_at(self.row, cell)
        return next((n for n, each in enumerate(self.links, self.first) if each.start <= at < each.end), None)

    def place_of(self, index: int) -> Place | None:
        """Where a link begins, by cell of the line; None where it does not begin in this one."""
        if not self.first <= index < self.after:
            return None
        link = self.links[index - self.first]
        start, end = self.setting.locate(link.start), self.setting.locate(link.end - 1)
        if start.row != self.row:
            return None
        cells = end.cell + end.cells - start.cell if end.row == start.row else start.cells
        return start._replace(row=0, cells=cells)


class AsideRow(NamedTuple):
    """One row of an annotation that is shown beside the tags and the note of a paragraph."""

    aside: Aside
    chips: tuple[Chip, ...] = ()
    """What it is, whose tags it bears; in its first rows."""
    line: Line | None = None
    """A line of what it proposes."""
    note: NotedLine | None = None
    """A line of its note."""


def pack_tags(tags: tuple[str, ...], width: int, widths: Widths) -> tuple[tuple[Chip, ...], ...]:
    """Chips of tags in rows, as many side by side as fit."""
    return pack((Chip(tag, f"# {tag}") for tag in tags), width, widths)


def pack(chips: Iterable[Chip], width: int, widths: Widths) -> tuple[tuple[Chip, ...], ...]:
    """Chips in rows, as many side by side as fit."""
    rows: list[tuple[Chip, ...]] = []
    room = 0
    for wanted in chips:
        chip = wanted._replace(text=widths.clip(wanted.text, width))
        cells = widths.measure(chip.text)
        if not rows or cells + len(CHIP_GAP) > room:
            rows.append((chip,))
            room = width - cells
        else:
            rows[-1] += (chip,)
            room -= cells + len(CHIP_GAP)
    return tuple(rows)


def set_note(note: str, width: int, widths: Widths, first: int = 0) -> tuple[NotedLine, ...]:
    """The lines of a note, set between its rail and the end of the text; `first` is the index of its first link."""
    room = max(2, width - widths.measure(RAIL))
    lines: list[NotedLine] = []
    for part in note.strip().splitlines():
        links, setting = links_in(part), typeset(part, room, widths=widths)
        lines += (NotedLine(setting, row, links, first) for row in range(len(setting.lines)))
        first += len(links)
    return tuple(lines)


def set_aside(aside: Aside, width: int, widths: Widths, first: int = 0) -> Iterator[AsideRow]:
    """The rows of one annotation more: what it is and about which words, what it proposes, its note."""
    for chips in pack(_chips(aside, width, widths), width, widths):
        yield AsideRow(aside, chips)
    room = max(2, width - widths.measure(RAIL))
    proposed = visible("".join(text for _kind, text in aside.changes))
    if proposed:
        for line in typeset(proposed, room, widths=widths).lines:
            yield AsideRow(aside, line=line)
    for noted in set_note(aside.note, width, widths, first):
        yield AsideRow(aside, note=noted)


def _chips(aside: Aside, width: int, widths: Widths) -> Iterator[Chip]:
    if aside.kind:
        yield Chip("", f"{KIND} {visible(aside.kind)}", "kind", aside.colour)
    if aside.about:
        yield Chip("", _shortened(visible(aside.about), max(_ABOUT, width // 2), widths), "about")
    for tag in aside.tags:
        yield Chip(tag, f"# {tag}")


def _shortened(text: str, cells: int, widths: Widths) -> str:
    """Quoted words keep their closing mark when they are too long."""
    if widths.measure(text) <= cells or not text.endswith("”"):
        return widths.clip(text, cells)
    return widths.clip(text[:-1], cells - widths.measure("”")) + "”"
