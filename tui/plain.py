"""A document as typeset plain text: labels hang, markers are raised, footnotes stand at the end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from store.document import Block, Document, Footnote, Marker
from tui.kinds import kind_name
from tui.script import manner_of
from tui.typeset import PLAIN, Manner, Sign, superscript, typeset

GUTTER = 6
"""Cells for the labels of paragraphs."""
STEP = 5
"""Cells by which items step in, room for "(iv)"."""
_NARROWEST = 16
"""Cells of text below which nothing steps in any more."""


def document_lines(document: Document, width: int) -> Iterator[str]:
    """The whole document in lines of at most `width` cells."""
    manner = manner_of(document)
    yield from _masthead(document, width, manner)
    for block in document.blocks:
        yield ""
        yield from block_lines(block, width, manner)
    yield from note_lines(document.footnotes, width, manner)


def place_lines(document: Document, place: str, width: int) -> Iterator[str]:
    """One paragraph with its items and the footnotes that they call, or one footnote."""
    manner = manner_of(document)
    note = document.notes_by_id.get(place)
    if note:
        yield from _set(note.label, note.text, (), 0, width, manner)
        return
    called: dict[str, Footnote] = {}
    for block in branch(document, place):
        yield from block_lines(block, width, manner)
        for marker in block.markers:
            if marker.footnote:
                called[marker.footnote] = document.notes_by_id[marker.footnote]
    yield from note_lines(called.values(), width, manner)


def branch(document: Document, place: str) -> Iterator[Block]:
    """A block and all that hang on it, in reading order."""
    yield document.by_id[place]
    for child in document.children.get(place, ()):
        yield from branch(document, child.id)


def block_lines(block: Block, width: int, manner: Manner = PLAIN) -> Iterator[str]:
    """A paragraph, item or heading; labels of operative and numbered paragraphs get their full stop back."""
    label = block.label or ""
    if label and block.type in ("heading", "operative", "paragraph"):
        label += "."
    depth = block.level if block.type == "item" else 0
    yield from _set(label, block.text, block.markers, depth, width, manner)


def note_lines(notes: Iterable[Footnote], width: int, manner: Manner = PLAIN) -> Iterator[str]:
    """Footnotes below a rule; nothing when there are none."""
    for turn, note in enumerate(notes):
        if turn == 0:
            yield ""
            yield " " * GUTTER + "─" * 16
        yield from _set(note.label, note.text, (), 0, width, manner)


def _masthead(document: Document, width: int, manner: Manner) -> Iterator[str]:
    front = document.front
    session = front.session, front.committee, front.body, front.date
    for line in (front.symbol, front.title, " · ".join(filter(None, (kind_name(front.kind, front.revised), *session)))):
        if line:
            yield from _set("", line, (), 0, width, manner)


def _set(label: str, text: str, markers: tuple[Marker, ...], depth: int, width: int, manner: Manner) -> Iterator[str]:
    indent = GUTTER + STEP * depth
    if width - indent < _NARROWEST:
        indent = min(GUTTER, max(0, width - _NARROWEST))
    signs = [Sign(marker.at, superscript(marker.note)) for marker in markers]
    gutter = f"{label} ".rjust(indent) if label else " " * indent
    for line in typeset(text, max(2, width - indent), signs, manner=manner).lines:
        yield (gutter + line.text).rstrip()
        gutter = " " * indent
