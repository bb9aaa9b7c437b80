"""Texts one below the other, each with what was deleted and inserted, set as the reader sets paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from tui.typeset import typeset, visible, widths_for

_INKS = {
    "same": "",
    "deleted": "$text-error strike",
    "inserted": "$text-success underline",
    "aside": "$text-muted",
    "noted": "$secondary",
    "title": "bold",
}
_LEAST = 12
"""Cells of a line, at least."""


class Part(NamedTuple):
    """A text in stretches, each of a kind: "same", "deleted", "inserted", "aside", "noted", "title"."""

    pieces: tuple[tuple[str, str], ...]
    gap: bool = True
    """Whether an empty line stands before it."""

    @property
    def text(self) -> str:
        """All of it."""
        return "".join(text for _kind, text in self.pieces)


class RedlineView(Widget):
    """Paints the texts."""

    DEFAULT_CSS = "RedlineView { height: auto; }"

    parts: reactive[Sequence[Part]] = reactive((), layout=True)
    ambiguous_width: int = 1
    """Cells of a character whose width the terminal decides."""

    @property
    def plain(self) -> str:
        """What is shown, a text a line."""
        return "\n".join(part.text for part in self.parts)

    def render(self) -> Content:
        """The texts in lines."""
        return Content("\n").join(self._painted(self.content_size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as they fill."""
        return sum(1 for _ in self._painted(width))

    def _painted(self, width: int) -> Iterator[Content]:
        for turn, part in enumerate(self.parts):
            if turn and part.gap:
                yield Content("")
            yield from self._set(part, max(_LEAST, width))

    def _set(self, part: Part, width: int) -> Iterator[Content]:
        ends = list(accumulate(len(text) for _kind, text in part.pieces))
        for line in typeset(visible(part.text), width, widths=widths_for(self.ambiguous_width)).lines:
            content = Content("")
            for stretch in line.stretches:
                content += _inked(stretch.shown, stretch.start, part, ends)
            yield content


def _inked(shown: str, start: int, part: Part, ends: Sequence[int]) -> Content:
    """A stretch of a line in the inks of its characters; `start` is where it begins in the text of the part."""
    content = Content(shown)
    for (kind, text), end in zip(part.pieces, ends, strict=True):
        low, high = max(0, end - len(text) - start), min(len(shown), end - start)
        if low < high and _INKS[kind]:
            content = content.stylize(_INKS[kind], low, high)
    return content
