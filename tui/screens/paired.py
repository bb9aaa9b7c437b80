"""Two panes side by side: opening and closing the second, going from one to the other, pinning one for jumps."""

from __future__ import annotations

from textual import events

from tui.history import Position
from tui.language import _
from tui.naming import symbol_name
from tui.notices import tell
from tui.screens.annotated import AnnotatedScreen
from tui.screens.columns import Column, Panes
from tui.screens.document import OUTLINE_FROM
from tui.screens.text import Text
from tui.shown_keys import keys
from tui.widgets.status_line import StatusLine

_BESIDE_TWO = [(0, "-narrow"), (150, "-wide"), (240, "-roomy")]
"""As `OUTLINE_FROM`, beside two panes: the outline gives way to them."""


class PairedScreen(AnnotatedScreen):
    """Adds a second pane beside the first."""

    pinned: Column | None = None
    """The pane that receives what is followed in the other one."""
    _beside: Position | None = None
    """What to show in a second pane once the first text is on the screen."""
    _furnished = False

    @property
    def other(self) -> Column | None:
        """The pane one is not in."""
        return next((column for column in self.columns if column is not self.active), None)

    @property
    def receiver(self) -> Column | None:
        """The pane in which a jump ends, when that is not the one one is in."""
        return self.pinned if self.pinned is not self.active else None

    def place_beside(self, position: Position) -> None:
        """Show a document beside what is read; as soon as that is there."""
        self._beside = position
        if self._furnished:
            self.call_next(self._show_beside)

    def keep_beside(self, position: Position) -> None:
        """Show a place in the other pane, which keeps it, and go on reading in this one."""
        self.call_next(self._keep_beside, self.active, position)

    async def _keep_beside(self, here: Column, position: Position) -> None:
        if here is not self.active or not self.stands:
            return
        if self.other is None:
            await self._split(position, turns=False)
        else:
            with self.at(self.other):
                self.column.history.leave(self.position)
                self.open(position)
        if self.other:
            self.other.keeps_place = True
            keeps = _("It stays beside the text: {other} goes over to it, {close} closes it.")
            tell(self, keeps.format(**keys(self, other="reader.other-pane", close="reader.beside")))

    def receive(self, position: Position) -> Column | None:
        """Let the pinned pane show where a jump leads; None when there is none beside the one one is in."""
        receiver = self.receiver
        if receiver is not None:
            with self.at(receiver):
                receiver.history.leave(self.position)
                self.open(position)
        return receiver

    def open(self, position: Position) -> None:
        """Show another place; what the pane showed is no more to be kept."""
        self.column.keeps_place = False
        super().open(position)

    async def furnish(self) -> None:
        """What was to be shown beside the text follows it."""
        await super().furnish()
        self._furnished = True
        if self._beside:
            self.call_next(self._show_beside)

    def show_head(self, symbol: str | None, title: str, particulars: str) -> None:
        """Say what is read, above the pane in which that is."""
        if self.column is self.active:
            super().show_head(symbol, title, particulars)
        if self.column.head:
            self.column.head.names = symbol_name(symbol), title
            self.column.head.particulars = particulars

    def status_of(self, column: Column) -> StatusLine:
        """The pane's own, where there are two."""
        return column.status or super().status_of(column)

    async def action_beside(self) -> None:
        """Open a second pane at the same place; close the one that one is not in."""
        if self.other:
            await self._close(self.other)
            tell(self, _("The other pane is closed. | opens one again."))
        elif self.position:
            await self._split(self.position)
            tell(self, _("Two panes: w goes to the other one, | closes the one you are not in."))

    def action_other_pane(self) -> None:
        """Go over to the other pane."""
        if self.other:
            self.turn_to(self.other)
        else:
            self._tell_alone()

    def action_pin(self) -> None:
        """Let this pane receive what is followed in the other one, and go on reading there; or end that."""
        if self.other is None:
            self._tell_alone()
        elif self.pinned:
            self.pinned = None
            tell(self, _("Nothing is pinned any more: links open where they are followed. p pins this pane."))
        else:
            self.pinned = self.active
            self.turn_to(self.other)
            tell(self, _("What you follow here opens in the pinned pane now. p ends that."))
        self._mark_heads()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """A click into the other pane goes over to it."""
        column = self.column_of(event.widget)
        if column:
            self.turn_to(column)

    def turn_to(self, column: Column) -> None:
        """Go over to a pane; the keys, the outline and the way back are those of this one from now on."""
        if column is self.active:
            return
        self.active = column
        self.workspace.history = column.history
        self.show_outline()
        self._mark_heads()
        self.show_status()
        self.leave_outline()

    async def _show_beside(self) -> None:
        position, self._beside = self._beside, None
        if position is None:
            return
        if self.other is None:
            await self._split(position)
            return
        self.turn_to(self.other)
        self.workspace.history.leave(self.position)
        self.open(position)

    async def _split(self, position: Position, *, turns: bool = True) -> None:
        """Open a second pane, and go over to it or not."""
        second = Column(Text(), self.workspace.history.copy())
        self.prepare(second)
        self.columns.append(second)
        self._fit()
        await self.query_one(Panes).mount(second)
        for column in self.columns:
            await column.dress(self.workspace.config.ambiguous_width)
        if not second.is_attached:
            return
        with self.at(second):
            self.open(position)
        if turns:
            self.turn_to(second)
        self._show_lines()
        self._mark_heads()

    async def _close(self, column: Column) -> None:
        """Close a pane; what is left has the screen for itself."""
        self._remember()
        if self.other and column is self.active:
            self.turn_to(self.other)
        self.columns.remove(column)
        self.pinned = None
        self._fit()
        await column.remove()
        await self.active.undress()
        self._show_lines()
        self.leave_outline()

    def _fit(self) -> None:
        """Let the outline stand where there is room for it beside the panes."""
        points = _BESIDE_TWO if self.other else OUTLINE_FROM
        self.HORIZONTAL_BREAKPOINTS = points
        fitting = max(point for point in points if point[0] <= self.size.width)
        for point in points:
            self.set_class(point is fitting, point[1])
        self.set_class(self.other is not None, "-paired")
        for column in self.columns:
            column.set_class(column is not self.columns[0], "-second")

    def stay(self) -> None:
        """Go on with what is shown; a second pane that has nothing to show is closed."""
        if self.document or self.other is None:
            super().stay()
        else:
            self.call_next(self._close, self.column)

    def _show_lines(self) -> None:
        """Fill the heads and status lines, which came or went."""
        for column in self.columns:
            with self.at(column):
                if self.document:
                    self.show_head_of(self.document[1])
                    self.show_status()

    def _mark_heads(self) -> None:
        for column in self.columns:
            if column.head:
                column.head.is_active = column is self.active
                column.head.sign = _("» pinned") if column is self.pinned else ""
            column.set_class(column is not self.active, "-resting")

    def _tell_alone(self) -> None:
        tell(self, _("There is one pane only: | opens another beside it."))
