"""Reads the annotations of all documents, each file once and again only when it has changed.

It holds them ready for lists: in the order of their places, with their words folded. A shelf of 100,000 takes seconds
to read, so what is there so far can be had meanwhile.
"""

from __future__ import annotations

import gc
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass

from store.annotations.conflicts import Conflict
from store.annotations.leaf import Leaf
from store.annotations.records import Annotation
from store.annotations.shelf import Shelf
from store.annotations.summary import Signature
from store.library.folding import fold
from store.progress import Progress, silent

_FIRST, _SLOWER = 0.1, 2.0
"""Seconds after which there is something to show for the first time, and how much longer each time after that."""
_MANY = 10_000
"""Annotations from which on looking through all objects takes as long as a key may."""
_RANKS = {"": 0, "ch": 1, "pp": 2, "s": 4, "fn": 6}
"""Where places of a kind stand in a document when nothing else is known of it; all others are in the middle."""
_PARTS = re.compile(r"(\d+)")


@dataclass(frozen=True, slots=True)
class Noted:
    """The annotations of one document."""

    document: str
    annotations: tuple[Annotation, ...]
    """In the order that the ids of their places tell."""
    texts: tuple[str, ...]
    """Of each, note, proposed words and quote, folded."""
    conflicts: tuple[Conflict, ...]
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What has been read so far."""

    noted: tuple[Noted, ...]
    """By document, sorted."""
    read: int
    """Files."""
    all: int

    @property
    def is_complete(self) -> bool:
        """Whether all files are read."""
        return self.read == self.all


class Notebook:
    """The annotations of a shelf. For workers: reading takes long."""

    def __init__(self, shelf: Shelf) -> None:
        """Read nothing yet."""
        self.shelf = shelf
        self._known: dict[str, tuple[Signature, Noted]] = {}

    def readings(self, progress: Progress = silent) -> Iterator[Reading]:
        """What is there so far, less and less often, and at last all.

        Raises:
            StoreUnavailable: the folder can't be listed.
            Cancelled: `progress` said so.
        """
        files = self.shelf.files()
        due, pause = time.monotonic() + _FIRST, _FIRST
        held: list[Noted] = []
        for turn, (name, signature) in enumerate(files.items()):
            progress("annotations", turn, len(files))
            held.append(self._look(name, signature))
            if time.monotonic() >= due and turn + 1 < len(files):
                yield _reading(held, turn + 1, len(files))
                pause *= _SLOWER
                due = time.monotonic() + pause
        self._known = {name: self._known[name] for name in files}
        if sum(len(each.annotations) for each in held) > _MANY:
            gc.collect()  # which Python does once after so many were made: now, and not while somebody types
        yield _reading(held, len(files), len(files))

    def read(self, progress: Progress = silent) -> Reading:
        """All of them; raises as above."""
        *_, last = self.readings(progress)
        return last

    def of(self, document: str) -> Reading:
        """Those of one document alone."""
        from store.annotations.names import file_name

        name = file_name(document)
        signature = self.shelf.files().get(name)
        return _reading([self._look(name, signature)] if signature else [], 1, 1)

    def _look(self, name: str, signature: Signature) -> Noted:
        known = self._known.get(name)
        if known is None or known[0] != signature:
            known = self._known[name] = (signature, _noted(self.shelf.leaf(name)))
        return known[1]


def place_order(place: str) -> tuple[object, ...]:
    """By what the ids of places are sorted where their document is not at hand: op5, op5.a, op10."""
    parts = _PARTS.split(place)
    return (_RANKS.get(parts[0], 3), *((1, int(part), "") if part.isdecimal() else (0, 0, part) for part in parts))


def _reading(held: list[Noted], read: int, all: int) -> Reading:
    return Reading(tuple(sorted(held, key=lambda each: each.document)), read, all)


def _noted(leaf: Leaf) -> Noted:
    annotations = tuple(sorted(leaf.annotations, key=lambda each: place_order(each.place)))
    texts = tuple(fold(f"{each.note}\n{each.proposed}\n{each.quote}") for each in annotations)
    return Noted(leaf.document, annotations, texts, leaf.conflicts, leaf.problems)
