"""What corresponds to what in two documents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

_VERSIONS = 0.35
"""The share of a text from which on its like is taken for another version of it."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A paragraph and what it is in the other document; by ids."""

    left: str
    right: str
    similarity: float
    """1 for the same words, more than 0 else."""
    moved: bool = False
    """It stands elsewhere in the order of the other document."""


@dataclass(frozen=True)
class Alignment:
    """The pairs of two documents, and what stands in one of them only."""

    pairs: tuple[Pair, ...]
    """In the order of the left document; those not moved are in the order of the right one as well."""
    left_only: tuple[str, ...]
    right_only: tuple[str, ...]
    share: float
    """How much of the shorter document is in the other: 1 for all of it."""
    rightward: Mapping[str, str] = field(repr=False)
    """For each id of the left document what `to_right` answers."""
    leftward: Mapping[str, str] = field(repr=False)

    @property
    def are_versions(self) -> bool:
        """Whether both are recognisably one text."""
        return self.share >= _VERSIONS

    def to_right(self, place: str) -> str | None:
        """The id on the right that corresponds to one on the left, or to the nearest one that has such an id.

        None for an id that is not on the left, and where nothing corresponds.
        """
        return self.rightward.get(place)

    def to_left(self, place: str) -> str | None:
        """The same the other way round."""
        return self.leftward.get(place)

    @cached_property
    def left_alone(self) -> frozenset[str]:
        """`left_only`, to ask for one of them."""
        return frozenset(self.left_only)

    @cached_property
    def right_alone(self) -> frozenset[str]:
        """`right_only`, likewise."""
        return frozenset(self.right_only)


def nearest(order: Sequence[str], pairs: Sequence[tuple[str, str, bool]]) -> Mapping[str, str]:
    """For each id its own partner, else that of the nearest one that was not moved; of two as near, the one before.

    Args:
        order: All ids of one document.
        pairs: The ids of that document that have a partner in the other, their partners, and whether they moved.
    """
    steady = {place: partner for place, partner, moved in pairs if not moved}
    found: dict[str, tuple[int, str]] = {}
    for step in (1, -1):
        distance, partner = 0, None
        for place in order[::step]:
            distance = 0 if place in steady else distance + 1
            partner = steady.get(place, partner)
            if partner is not None and (place not in found or distance < found[place][0]):
                found[place] = distance, partner
    partners = {place: partner for place, (_distance, partner) in found.items()}
    return partners | {place: partner for place, partner, _moved in pairs}
