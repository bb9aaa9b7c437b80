"""Two states of one annotation that were written without knowing of each other: the later counts, the other is kept.

They come from two windows that edit one note, and from folders that a program synchronizes. The state that gave way
lies in the same file, in a table of its own, until the user has looked at it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from store.annotations.records import Annotation
from store.annotations.tables import Tables

TABLE = "conflicts"


@dataclass(frozen=True, slots=True)
class Conflict:
    """A state of an annotation that gave way to a later one."""

    id: str
    """Of the conflict: the annotation's id, a dot, and when the state was written."""
    lost: Annotation
    """The state that gave way, with the annotation's id."""


def said(annotation: Annotation) -> tuple[object, ...]:
    """What a user wrote in it: two states that say the same are no conflict."""
    return (annotation.tags, annotation.note, annotation.kind, annotation.proposed, annotation.places, annotation.quote)


def adds_nothing(lost: Annotation, kept: Annotation) -> bool:
    """Whether all that a state says is in the other one too."""
    return (
        set(lost.tags) <= set(kept.tags)
        and lost.note in kept.note
        and lost.kind in ("", kept.kind)
        and lost.proposed in ("", kept.proposed)
    )


def conflicts_in(tables: Tables) -> tuple[Conflict, ...]:
    """The conflicts that a file holds, in the order in which they arose."""
    found = []
    for identity, record in sorted(tables.get(TABLE, {}).items()):
        try:
            found.append(Conflict(identity, Annotation.from_record(identity.partition(".")[0], record)))
        except ValueError:
            continue  # of a form not known here; it stays in the file
    return tuple(found)


def with_conflicts(tables: Tables, lost: Iterable[Annotation]) -> Tables:
    """The tables with these states beside the others that gave way."""
    kept: dict[str, Any] = dict(tables.get(TABLE, {}))
    for each in lost:
        identity = f"{each.id}.{each.modified}"
        turn = 1
        while identity in kept and kept[identity] != each.to_record():
            turn += 1
            identity = f"{each.id}.{each.modified}.{turn}"
        kept[identity] = each.to_record()
    return {**tables, TABLE: kept} if kept else tables


def without_conflict(tables: Tables, identity: str) -> Tables:
    """The tables without one conflict; the table goes with its last."""
    rest = {each: record for each, record in tables.get(TABLE, {}).items() if each != identity}
    bare = {name: table for name, table in tables.items() if name != TABLE}
    return {**bare, TABLE: rest} if rest else bare


def merged(ours: Iterable[Annotation], theirs: Iterable[Annotation]) -> tuple[list[Annotation], list[Annotation]]:
    """Two states of one file, record by record: what counts, and the states that gave way to later ones.

    A record that only one of them has is kept: nothing tells whether the other had removed it or never known it.
    """
    kept = {each.id: each for each in ours}
    lost = []
    for other in theirs:
        mine = kept.get(other.id)
        if mine is None or mine == other:
            kept[other.id] = other
            continue
        earlier, later = sorted((mine, other), key=lambda each: each.modified)
        kept[other.id] = replace(later, moves=tuple(dict.fromkeys((*earlier.moves, *later.moves))))
        if not adds_nothing(earlier, later):
            lost.append(earlier)
    return list(kept.values()), lost
