"""A part of a text that fits on one line and shows what matters in it."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from store.document import Span
from tui.typeset import Widths, visible

_CONTEXT = 6
"""Characters before the first thing that matters that are worth keeping when the beginning is cut."""
CUT = "……"


def excerpt(text: str, spans: Sequence[Span], cells: int, widths: Widths, style: str = "$accent") -> Content:
    """One line of a text, at most so many cells, with some half-open ranges of its characters in a style.

    It begins with the text, unless the first range would then be cut off.
    """
    shown = visible(text)
    start = 0
    if spans and widths.measure(shown[: spans[0].end]) > cells - widths.measure(CUT):
        start = max(0, spans[0].start - _CONTEXT)
    before = CUT if start else ""
    line = widths.clip(before + shown[start:], cells)
    content = Content(line)
    for first, last in spans:
        low, high = first - start + len(before), min(len(line), last - start + len(before))
        if len(before) <= low < high:
            content = content.stylize(style, low, high)
    return content
