"""Parts of a stored document that are made when somebody first looks at them. They equal the tuples they stand for."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar, overload

from store.document import Run

Part = TypeVar("Part")


class Later(Sequence[Part]):
    """A tuple that is not there yet."""

    __slots__ = ("_made", "_make")

    def __init__(self, make: Callable[[], tuple[Part, ...]]) -> None:
        self._make = make
        self._made: tuple[Part, ...] | None = None

    @overload
    def __getitem__(self, index: int) -> Part: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Part, ...]: ...

    def __getitem__(self, index: int | slice) -> Part | tuple[Part, ...]:
        return self._all()[index]

    def __len__(self) -> int:
        return len(self._all())

    def __iter__(self) -> Iterator[Part]:
        return iter(self._all())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and self._all() == tuple(other)

    def __hash__(self) -> int:
        return hash(self._all())

    def __repr__(self) -> str:
        return repr(self._all())

    def _all(self) -> tuple[Part, ...]:
        if self._made is None:
            self._made = self._make()
        return self._made


class StoredRuns(Sequence[Run]):
    """The runs of one block: a range in a row of numbers that all blocks of the document share."""

    __slots__ = ("first", "length", "numbers")

    numbers: array[int]
    """Three a run."""
    first: int
    """The number with which the runs begin."""
    length: int

    @overload
    def __getitem__(self, index: int) -> Run: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Run, ...]: ...

    def __getitem__(self, index: int | slice) -> Run | tuple[Run, ...]:
        return tuple(self)[index]

    def __len__(self) -> int:
        return self.length

    def __iter__(self) -> Iterator[Run]:
        row = iter(self.numbers[self.first : self.first + 3 * self.length])
        return map(Run, row, row, row)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))
