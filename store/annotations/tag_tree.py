"""Tags under tags: `议题/受害人保护` stands under `议题`. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

SEPARATOR = "/"


class Branch(NamedTuple):
    """A tag in the tree of all tags."""

    tag: str
    """Its whole name."""
    depth: int
    """How many tags it stands under."""
    own: int
    """Places that bear just this tag."""
    all: int
    """The same with the tags under it."""

    @property
    def leaf(self) -> str:
        """Its name under the tag above it."""
        return self.tag.rsplit(SEPARATOR, 1)[-1]


def is_under(tag: str, parent: str) -> bool:
    """Whether a tag is another one or stands under it."""
    return tag == parent or tag.startswith(parent + SEPARATOR)


def bears(tags: Iterable[str], wanted: str) -> bool:
    """Whether one of the tags is the wanted one or stands under it."""
    return any(is_under(tag, wanted) for tag in tags)


def parents_of(tag: str) -> Iterator[str]:
    """The tags above a tag, the highest first."""
    at = tag.find(SEPARATOR, 1)
    while 0 < at < len(tag) - 1:
        yield tag[:at]
        at = tag.find(SEPARATOR, at + 1)


def tree(counts: Mapping[str, int]) -> tuple[Branch, ...]:
    """All tags in the order of a tree, with those that are only borne by others under them.

    Args:
        counts: Places by tag.
    """
    known = set(counts)
    for tag in counts:
        known.update(parents_of(tag))
    ordered = sorted(known, key=lambda tag: tag.split(SEPARATOR))
    totals = dict.fromkeys(known, 0)
    for tag, count in counts.items():
        for above in (*parents_of(tag), tag):
            totals[above] += count
    return tuple(Branch(tag, sum(1 for _ in parents_of(tag)), counts.get(tag, 0), totals[tag]) for tag in ordered)


def renamed(tags: Iterable[str], old: str, new: str | None) -> tuple[str, ...]:
    """Tags after one got another name, and those under it with it; None takes them away. Each is there once."""
    return tuple(dict.fromkeys(filter(None, (_renamed(tag, old, new) for tag in tags))))


def _renamed(tag: str, old: str, new: str | None) -> str | None:
    if not is_under(tag, old):
        return tag
    return new + tag[len(old) :] if new is not None else None
