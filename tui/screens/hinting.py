"""Letters on all that can be followed on a screen, as in a browser that is used by keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.geometry import Offset
from textual.screen import Screen

from tui.language import _
from tui.notices import tell
from tui.widgets.letters import LetteredView, Letters

if TYPE_CHECKING:
    from textual.widget import Widget

    from tui.widgets.hint_line import HintLine


@dataclass(frozen=True, eq=False)
class Hinted:
    """Something that can be followed from where it stands on the screen."""

    view: LetteredView
    stand: Callable[[], Offset | None]
    """The row and cell of the view's content where it begins; None where that is out of view."""
    follow: Callable[[], None]
    peek: Callable[[], None]

    @property
    def offset(self) -> Offset | None:
        """Where it begins on the screen; None where one does not see that."""
        at = self.stand()
        return None if at is None else at + self.view.scrollable_content_region.offset


class HintingScreen(Screen[object]):
    """Adds the letters. A subclass says on what they stand."""

    _hint_line: HintLine | None = None
    _hinted: tuple[Hinted, ...] = ()

    def all_hinted(self) -> Iterable[Hinted]:
        """All that can be followed, in any order; what is covered gets no letters."""
        raise NotImplementedError

    @property
    def hint_line(self) -> HintLine | None:
        """What takes the letters; None while there are none."""
        return self._hint_line

    async def action_hint_links(self) -> None:
        """Show letters on all that can be followed."""
        seen = [(each.offset, each) for each in self.all_hinted()]
        standing = [(offset, each) for offset, each in seen if offset is not None and self._is_seen(each.view, offset)]
        if not standing:
            tell(self, _("There is no link in view."))
            return
        from tui.widgets.hint_line import HintLine

        standing.sort(key=lambda found: (found[0].y, found[0].x))
        self._hinted = tuple(each for _offset, each in standing)
        self._hint_line = line = HintLine(len(self._hinted))
        await self.mount(line)
        line.begin()
        self.lay_letters()

    def lay_letters(self) -> None:
        """Lay the letters where things stand now."""
        line = self._hint_line
        by_view: dict[LetteredView, list[Letters]] = {each.view: [] for each in self._hinted}
        left = set(line.left) if line else set()
        for word, each in zip(line.words if line else (), self._hinted, strict=bool(line)):
            at = each.stand() if word in left else None
            if line and at is not None:
                by_view[each.view].append(Letters(at.y, at.x, word, len(line.typed)))
        for view, letters in by_view.items():
            view.lay_letters(letters)

    def on_hint_line_narrowed(self, message: HintLine.Narrowed) -> None:
        """Show the words that are left."""
        if message.line is self._hint_line:
            self.lay_letters()

    def on_hint_line_taken(self, message: HintLine.Taken) -> None:
        """Follow what the word stood on, or peek at it."""
        if message.line is self._hint_line:
            hinted = self._hinted[message.turn]
            (hinted.peek if message.peeks else hinted.follow)()

    async def on_hint_line_ended(self, message: HintLine.Ended) -> None:
        """Put the letters away."""
        if message.line is self._hint_line:
            self._hint_line = None
            self.lay_letters()
            self._hinted = ()
        await message.line.remove()

    def _is_seen(self, view: Widget, offset: Offset) -> bool:
        """Whether nothing lies over a cell of a view."""
        return self.region.contains_point(offset) and self.get_widget_at(*offset)[0] is view
