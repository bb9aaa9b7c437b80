"""The panes of a screen: what each of them keeps for itself, and which of them the screen speaks of.

A screen that shows documents is written as if it had one pane. What it keeps for that pane it declares as `OfPane`;
where it must speak of another pane than the one the user is in, it does so inside `at`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

from textual.containers import Horizontal, Vertical

from tui.history import History
from tui.screens.repainted import Repainted
from tui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from textual.widget import Widget

    from tui.screens.text import Text
    from tui.widgets.pane_head import PaneHead

T = TypeVar("T")

_BESIDE = 72
"""Cells below which two panes stand one above the other."""


class Column(Vertical):
    """One pane of the screen and what is kept for it."""

    def __init__(self, pane: Text, history: History) -> None:
        super().__init__(pane)
        self.pane = pane
        """The text."""
        self.kept: dict[str, Any] = {}
        """What `OfPane` keeps, by name."""
        self.history = history
        """Where one has been in it."""
        self.head: PaneHead | None = None
        """Its own head; None while it is the only one, and the screen's is used."""
        self.status: StatusLine | None = None
        """Its own status line, likewise."""
        self.keeps_place = False
        """Whether it shows what one wants to have at hand, and scrolls with the other one only when asked to."""

    async def dress(self, ambiguous_width: int) -> None:
        """Give it a head and a status line of its own, unless its screen was closed meanwhile."""
        from tui.widgets.pane_head import PaneHead

        self.head, self.status = PaneHead(), StatusLine()
        self.head.ambiguous_width = self.status.ambiguous_width = ambiguous_width
        if self.is_attached:
            await self.mount(self.head, before=self.pane)
        if self.is_attached:
            await self.mount(self.status)

    async def undress(self) -> None:
        """Take them away again."""
        head, status, self.head, self.status = self.head, self.status, None, None
        for widget in (head, status):
            if widget is not None:
                await widget.remove()


class Panes(Horizontal):
    """Holds the panes: beside each other, or one above the other where it is narrow."""

    def on_resize(self) -> None:
        """Turn them where the width asks for it."""
        self.set_class(self.size.width < _BESIDE, "-stacked")


class OfPane(Generic[T]):
    """An attribute that each pane has for itself; read and written at the screen it is that of `screen.column`."""

    def __init__(self, *default: T) -> None:
        self._default = default
        self._name = ""

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, screen: None, owner: type) -> OfPane[T]: ...

    @overload
    def __get__(self, screen: ColumnScreen, owner: type) -> T: ...

    def __get__(self, screen: ColumnScreen | None, owner: type) -> OfPane[T] | T:
        if screen is None:
            return self
        kept = screen.column.kept
        if self._name not in kept and not self._default:
            raise AttributeError(self._name)
        value: T = kept[self._name] if self._name in kept else self._default[0]
        return value

    def __set__(self, screen: ColumnScreen, value: T) -> None:
        screen.column.kept[self._name] = value


class ColumnScreen(Repainted):
    """A screen with panes, one of which the user is in."""

    def __init__(self) -> None:
        super().__init__()
        self.columns: list[Column] = []
        """From left to right."""
        self.active: Column
        """The one the user is in."""
        self._spoken_of: Column | None = None

    @property
    def column(self) -> Column:
        """The one that is spoken of: the one the user is in, but for the inside of `at`."""
        return self._spoken_of or self.active

    @property
    def pane(self) -> Text:
        """The text."""
        return self.column.pane

    @contextmanager
    def at(self, column: Column) -> Iterator[None]:
        """Speak of another pane. Nothing may be awaited inside: what runs meanwhile would speak of it as well."""
        before, self._spoken_of = self._spoken_of, column
        try:
            yield
        finally:
            self._spoken_of = before

    def column_of(self, pane: Widget) -> Column | None:
        """The column of a pane; None when it was closed meanwhile."""
        return next((column for column in self.columns if column.pane is pane), None)
