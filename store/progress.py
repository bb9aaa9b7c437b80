"""How long work tells how far it is, and hears that nobody waits for it any more."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from threading import Event
from typing import TypeAlias, TypeVar

Item = TypeVar("Item")

Progress: TypeAlias = Callable[[str, int, int], None]
"""Called now and then with what is being done ("pdf", "lines", …), how much of it is done, and how much there is.

It may raise `Cancelled`, which ends the work; nothing that works may catch it."""

_TURN = 2048
"""Items between two calls: what that costs is nothing beside the work on them."""
COUNTED = ("files", "documents", "annotations")
"""Stages that are told in things done, and that are all of the work."""
_SHARES = (("file", 8), ("lines", 20), ("notes", 17), ("paragraphs", 30), ("citations", 25))
"""The stages in their order, and of a hundred how much each takes of the time."""
_PDF = 0.85
"""How much of the whole time it takes to take the text out of a PDF file: of 500 pages 12 seconds of 14."""
_KNOWN = {name: number for number, (name, _share) in enumerate(_SHARES)}


class Cancelled(Exception):
    """Nobody waits for the work any more."""


def silent(_stage: str, _done: int, _all: int) -> None:
    """Tell nobody."""


def told(items: Sequence[Item], stage: str, progress: Progress) -> Iterator[Item]:
    """The items, with word of how many of them are done."""
    if progress is silent:
        yield from items
        return
    for start in range(0, len(items), _TURN):
        progress(stage, start, len(items))
        yield from items[start : start + _TURN]


def until(ended: Event, progress: Progress) -> Progress:
    """The same, but that the work ends when an event has come."""

    def hear(stage: str, done: int, whole: int) -> None:
        if ended.is_set():
            raise Cancelled
        progress(stage, done, whole)

    return hear


class Way:
    """How much of the way from a file to a document with citations is done, told stage after stage."""

    def __init__(self) -> None:
        self._before = 0.0
        """What the kind of file needs of its own before the stages that all have."""

    def share(self, stage: str, done: int, whole: int) -> float:
        """So much, from 0 to 1."""
        of_stage = min(done, whole) / max(whole, 1)
        if stage in COUNTED:
            return done / max(whole, 1)
        if stage == "pdf":
            self._before = _PDF
            return _PDF * of_stage
        turn = _KNOWN.get(stage, 0)
        before = sum(share for _name, share in _SHARES[:turn])
        return self._before + (1 - self._before) * (before + _SHARES[turn][1] * of_stage) / 100
