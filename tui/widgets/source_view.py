"""Lines of a source with their numbers, wrapped by cells; what became something else is dim and cut short."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from tui.typeset import Widths, widths_for

_MUTED = "$text-muted"
_LEAST = 8
"""Cells of text on a row, at least."""


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One line of the source."""

    number: int
    text: str
    aside: str = ""
    """What became of it, where that is not the paragraph itself."""


class SourceView(Widget):
    """Paints the lines."""

    DEFAULT_CSS = "SourceView { height: auto; }"

    rows: reactive[Sequence[SourceRow]] = reactive((), layout=True)
    """The lines shown."""
    ambiguous_width: int = 1
    """Cells of a character whose width the terminal decides."""

    @property
    def plain(self) -> str:
        """What is shown, on one line each."""
        return "\n".join(
            f"{row.number} {'┊' if row.aside else '│'} {row.text} {row.aside}".rstrip() for row in self.rows
        )

    def render(self) -> Content:
        """The lines, wrapped."""
        return Content("\n").join(self._painted(self.content_size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as they fill."""
        return sum(1 for _ in self._painted(width))

    def _painted(self, width: int) -> Iterator[Content]:
        digits = len(str(self.rows[-1].number)) if self.rows else 1
        widths = widths_for(self.ambiguous_width)
        room = max(_LEAST, width - digits - 1 - widths["│"] - 1)
        for row in self.rows:
            if row.aside:
                text = widths.clip(row.text, max(_LEAST, room - widths.measure(row.aside) - 2))
                yield Content.styled(f"{row.number:>{digits}} ┊ {text}  {row.aside}", _MUTED)
                continue
            for turn, part in enumerate(_wrapped(row.text, room, widths)):
                number = "" if turn else str(row.number)
                yield Content.assemble((f"{number:>{digits}} ", _MUTED), ("│ ", "$accent"), part)


def _wrapped(text: str, room: int, widths: Widths) -> Iterator[str]:
    """A text cut wherever a row is full: what is shown is the source, not its setting."""
    start, filled = 0, 0
    for at, character in enumerate(text):
        cells = widths[character]
        if filled + cells > room:
            yield text[start:at]
            start, filled = at, 0
        filled += cells
    yield text[start:]
