"""What a citation leads to, beside the citation, without going there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.binding import BindingType
from textual.geometry import Region, Size

from tui.commands import bindings
from tui.language import _
from tui.shown_keys import key_shown
from tui.typeset import PLAIN, Line, Widths, typeset, visible, widths_for
from tui.widgets.floating import Floating, FloatingMessage
from tui.widgets.glimpse import Glimpse, Passage
from tui.widgets.letters import TakesKeys
from tui.widgets.painting import paint_line

_STEP = 2
"""Cells by which a deeper level stands in."""
_LEAST = 12
"""Cells of a line that are left beside labels, however deep."""

_SIDE, _SIDE_SHARE, _NARROW_SIDE = 44, 3, 22
"""Cells of a glimpse kept beside the text; of how many parts of the screen it takes one at most; and how narrow it may
be."""


class _Row(NamedTuple):
    passage: Passage
    before: str
    line: Line


class Peek(Floating, TakesKeys):
    """Shows a glimpse until one goes there, closes it, or keeps it beside the text."""

    widest: ClassVar[int] = 60
    share: ClassVar[int] = 2
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"peek--{name}" for name in ("label", "head", "muted")}
    DEFAULT_CSS = """
    Peek {
        .peek--label { color: $text-muted; }
        .peek--head { text-style: bold; }
        .peek--muted { color: $text-muted; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("peek")]

    @dataclass
    class Followed(FloatingMessage):
        """One wants to go there."""

    @dataclass
    class NextWanted(FloatingMessage):
        """One wants to see what the next link leads to."""

    @dataclass
    class KeepWanted(FloatingMessage):
        """One wants to have it beside the text while one reads on."""

    def __init__(self, *, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._glimpse = Glimpse("", ())
        self._rows: list[_Row] = []

    def show(self, glimpse: Glimpse, cause: Region, area: Region) -> None:
        """Show a glimpse beside its cause.

        Args:
            glimpse: What is seen.
            cause: The link, by its place on the screen; its line is left uncovered.
            area: The part of the screen to stand in.
        """
        self.is_kept = False
        self.styles.overlay = "screen"
        self._glimpse = glimpse
        self.float_beside(cause, area=area)

    def keep(self, area: Region) -> None:
        """Give the keys back and stay: beside what one reads, or in a corner of it where there is no room beside.

        Args:
            area: The part of the screen in whose corner it stands then.
        """
        self.is_kept, self.is_keyed = True, False
        width = min(_SIDE, self.screen.size.width // _SIDE_SHARE)
        self.stand(Region(area.right - 1, area.y - 1, 1, 1), area)
        if width >= _NARROW_SIDE:
            self.absolute_offset = None
            self.styles.overlay = "none"
            self.styles.width, self.styles.height = width, "1fr"
        if self.screen.focused is self and self._focused_before is not None:
            self.screen.set_focus(self._focused_before)
        self.screen.refresh(layout=True)

    def on_resize(self) -> None:
        """Beside the text it is as wide as it was made, and not as its lines are."""
        if self.is_kept and self.styles.overlay == "none":
            widths = widths_for(self.ambiguous_width)
            self.set_lines(max(2, self.scrollable_content_region.width), widths)
            self.virtual_size = Size(self.scrollable_content_region.width, len(self.lines))
            self.refresh()

    def follow(self, cause: Region, view: Region) -> None:
        """Stay beside the cause, unless it is kept where it is."""
        if not self.is_kept:
            super().follow(cause, view)

    def set_lines(self, room: int, widths: Widths) -> None:
        """Set the passages in lines, the labels hanging before them."""
        self._rows = []
        for passage in self._glimpse.passages:
            label = visible(passage.label)
            inset = _STEP * passage.level + (widths.measure(label) + 1 if label else 0)
            inset = min(inset, max(0, room - _LEAST))
            label = widths.clip(label, max(0, inset - 1))
            manner = self._glimpse.manner if passage.ink == "text" else PLAIN
            lines = typeset(passage.text, max(2, room - inset), widths=widths, manner=manner).lines
            hung = " " * max(0, inset - 1 - widths.measure(label)) + label + " " * bool(inset)
            for number, line in enumerate(lines):
                self._rows.append(_Row(passage, hung if number == 0 else " " * inset, line))

    @property
    def lines(self) -> list[Line]:
        """Those of all passages."""
        return [row.line for row in self._rows]

    @property
    def longest(self) -> int:
        """Labels stand before some lines and not before others."""
        measure = widths_for(self.ambiguous_width).measure
        return max((measure(row.before) + row.line.cells for row in self._rows), default=0)

    @property
    def title(self) -> str:
        """What it is."""
        return visible(self._glimpse.title)

    @property
    def hint(self) -> str:
        """The keys that work; of one that is kept, the one that puts it away."""
        if not self.is_keyed:
            return _("{key} closes it").format(key=key_shown(self, "reader.escape")) if self.is_kept else ""
        keys = {"follow": _("go"), "next_link": _("next"), "keep": _("keep beside"), "close": _("close")}
        return "  ".join(f"{key_shown(self, 'peek.' + name.replace('_', '-'))} {said}" for name, said in keys.items())

    def paint_row(self, row: int, base: Style) -> Iterable[Segment]:
        """One line, its label before the first of a passage."""
        passage, before, line = self._rows[row]
        ink = base if passage.ink == "text" else base + self._ink(passage.ink)
        yield Segment(before, base + self._ink("label"))
        yield from paint_line(line, ink, (), {})

    def action_follow(self) -> None:
        """Ask to go there."""
        self.post_message(self.Followed(self))

    def action_next_link(self) -> None:
        """Ask for the next link."""
        self.post_message(self.NextWanted(self))

    def action_keep(self) -> None:
        """Ask to have it beside the text."""
        self.post_message(self.KeepWanted(self))

    def _ink(self, name: str) -> Style:
        style = self.get_component_rich_style(f"peek--{name}")
        return style.without_color + Style(color=style.color)

    def _scroll(self, rows: int, beyond: str) -> None:
        """Scroll only: what is cited has no text around it to go on in."""
        self.scroll_to(y=self.scroll_offset.y + rows, animate=False, force=True)
