"""Labels with what they stand for, one under the other; long values go on under themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from tui.typeset import Widths, typeset

_GAP = 3
_NARROWEST = 8


class Fields(Widget):
    """Shows pairs of a label and a text."""

    DEFAULT_CSS = "Fields { height: auto; }"

    def __init__(self, fields: Sequence[tuple[str, str]], widths: Widths, id: str | None = None) -> None:
        super().__init__(id=id)
        self._fields = fields
        self._widths = widths

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as the values take."""
        return len(list(self._rows(width)))

    def render(self) -> Content:
        """All rows."""
        return Content("\n").join(self._rows(self.content_size.width))

    def _rows(self, width: int) -> Iterator[Content]:
        measure = self._widths.measure
        gutter = max((measure(label) for label, _ in self._fields), default=0) + _GAP
        for label, value in self._fields:
            before = label + " " * (gutter - measure(label))
            for line in typeset(value, max(_NARROWEST, width - gutter), widths=self._widths).lines:
                yield Content.assemble((before, "$text-muted"), line.text)
                before = " " * gutter
