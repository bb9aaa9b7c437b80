"""Letters laid over what can be followed. What takes the letters that are typed is the hint line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.typeset import Widths
from tui.widgets.painting import lay_over


class TakesKeys:
    """A widget that has the keys for a while, and under which what floats stays."""


class Letters(NamedTuple):
    """A word laid over a row of a view."""

    row: int
    cell: int
    word: str
    typed: int
    """How many of its letters were typed."""


class LetteredView(ScrollView):
    """A view over whose rows letters can be laid. A subclass draws its rows through `with_letters`."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"letters--word", "letters--typed"}
    DEFAULT_CSS = """
    LetteredView {
        .letters--word { background: $accent; color: $background; text-style: bold; }
        .letters--typed { background: $accent; color: $background; text-style: dim; }
    }
    """

    def __init__(self, *, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._letters: Sequence[Letters] = ()

    def lay_letters(self, letters: Iterable[Letters]) -> None:
        """Show these and no others."""
        self._letters = spread(letters)
        self.refresh()

    def with_letters(self, strip: Strip, y: int, widths: Widths) -> Strip:
        """A row of the view with the letters that lie over it."""
        for letters in self._letters:
            if letters.row == y:
                word, typed = (self.get_component_rich_style(f"letters--{name}") for name in ("word", "typed"))
                shown = [
                    Segment(letters.word[: letters.typed], typed),
                    Segment(letters.word[letters.typed :], word + Style(bold=True)),
                ]
                strip = lay_over(strip, letters.cell, shown, widths)
        return strip


def spread(letters: Iterable[Letters]) -> list[Letters]:
    """Words none of which covers the beginning of another in its row: each is moved on as far as it must be."""
    placed: list[Letters] = []
    for each in sorted(letters):
        before = placed[-1] if placed and placed[-1].row == each.row else None
        free = before.cell + len(before.word) if before else 0
        placed.append(each._replace(cell=max(each.cell, free)))
    return placed
