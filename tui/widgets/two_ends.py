"""One line with a text at each end; the one on the right gives way first."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

_GAP = 2


class TwoEnds(Widget):
    """A title line: what it is on the left, what is said of it on the right."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    TwoEnds { height: 1; width: 1fr; padding: 0 1; }
    """

    left: reactive[Content] = reactive(Content())
    right: reactive[Content] = reactive(Content())

    def show(self, left: Content, right: Content) -> None:
        """Show other texts."""
        self.left = left
        self.right = right

    def render(self) -> Content:
        """Both ends, as far as there is room."""
        width = self.content_size.width
        room = width - self.right.cell_length - _GAP
        if room < min(self.left.cell_length, width // 2):
            return self.left.truncate(width, ellipsis=True)
        left = self.left.truncate(room, ellipsis=True)
        return left.pad_right(width - left.cell_length - self.right.cell_length) + self.right
