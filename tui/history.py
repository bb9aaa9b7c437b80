"""Where the reader has been: a way back and a way forward over documents and cards. Pure; knows no screen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple


@dataclass(frozen=True, slots=True)
class Position:
    """A place on a screen."""

    kind: Literal["document", "card"]
    key: str
    """The document's key in the library, or the symbol of a card."""
    place: str | None = None
    """Id of the block where the cursor stands; None for the beginning."""
    view: tuple[str, int, int] | None = None
    """How it is scrolled: a block, an offset in its text, and the row of the window in which that line stands."""

    folded: tuple[str, ...] | None = None
    """Ids of the blocks whose children are folded away; None leaves the folds as they are."""

    def moved(self, key: str, moved: Mapping[str, str]) -> Position:
        """The same place of a document that is read otherwise now: under its key, with other ids."""
        place = moved.get(self.place, self.place) if self.place else None
        view = (moved.get(self.view[0], self.view[0]), *self.view[1:]) if self.view else None
        folded = None if self.folded is None else tuple(moved.get(each, each) for each in self.folded)
        return replace(self, key=key, place=place, view=view, folded=folded)

    def is_beside(self, other: Position) -> bool:
        """Whether both stand at one place, however far it is scrolled."""
        return (self.kind, self.key, self.place) == (other.kind, other.key, other.place)


class Trail(NamedTuple):
    """The way one came, the place where one stands, and the way forward, as one line of places."""

    positions: tuple[Position, ...]
    """The first place first; none stands beside the one before it."""
    standing: int | None
    """Index of the place where one stands; None when that is none of them, as in the library."""


class History:
    """Two stacks of positions. Each step is told where the reader stands, so that he comes back to just there.

    A way longer than what a session keeps loses its beginning.
    """

    def __init__(self) -> None:
        self._behind: list[Position] = []
        self._ahead: list[Position] = []

    @property
    def behind(self) -> tuple[Position, ...]:
        """The way back, the nearest last."""
        return tuple(self._behind)

    @property
    def ahead(self) -> tuple[Position, ...]:
        """The way forward, the nearest last."""
        return tuple(self._ahead)

    def follow(self, before: str, after: str, moved: Mapping[str, str]) -> None:
        """Places of a document have other ids, and it has another key, since it is read otherwise."""
        for way in (self._behind, self._ahead):
            way[:] = [
                each.moved(after, moved) if (each.kind, each.key) == ("document", before) else each for each in way
            ]

    def copy(self) -> History:
        """Another one that begins with the same way back and forward."""
        other = History()
        other._behind, other._ahead = self._behind.copy(), self._ahead.copy()
        return other

    def leave(self, here: Position | None) -> None:
        """Keep where the reader stands before a jump; the way forward ends. None stands nowhere."""
        self._ahead.clear()
        _push(self._behind, here)

    def restore(self, behind: Iterable[Position], ahead: Iterable[Position]) -> None:
        """Take up the ways of another day, unless one has been anywhere yet."""
        if not self._behind and not self._ahead:
            self._behind[:], self._ahead[:] = behind, ahead

    def trail(self, here: Position | None) -> Trail:
        """All places of both ways, with the one where the reader stands between them."""
        behind, ahead = list(self._behind), list(self._ahead)
        for way in (behind, ahead):
            while way and here is not None and way[-1].is_beside(here):
                way.pop()
        standing = () if here is None else (here,)
        return Trail((*behind, *standing, *reversed(ahead)), None if here is None else len(behind))

    def travel(self, turn: int, here: Position | None) -> Position:
        """As many steps back or forward as lead to a place of the trail, by its index.

        Raises:
            IndexError: the trail has no such place.
        """
        positions = self.trail(here).positions
        there = positions[turn]
        self._behind[:], self._ahead[:] = positions[:turn], reversed(positions[turn + 1 :])
        return there

    def back(self, here: Position | None) -> Position | None:
        """One step back, or None at the beginning; positions beside `here` are passed over."""
        return _step(self._behind, self._ahead, here)

    def forward(self, here: Position | None) -> Position | None:
        """One step forward, or None at the end."""
        return _step(self._ahead, self._behind, here)


def _push(stack: list[Position], position: Position | None) -> None:
    if position is None:
        return
    from store.session import LONGEST_WAY

    if stack and stack[-1].is_beside(position):
        stack.pop()
    stack.append(position)
    del stack[:-LONGEST_WAY]


def _step(source: list[Position], target: list[Position], here: Position | None) -> Position | None:
    while source and here is not None and source[-1].is_beside(here):
        source.pop()
    if not source:
        return None
    _push(target, here)
    return source.pop()
