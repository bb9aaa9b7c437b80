"""What taking annotations into a document does to those that are there. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from store.annotations.conflicts import merged
from store.annotations.records import Annotation, combined

Fate = Literal["added", "joined", "changed", "unchanged"]
"""New; joined with the user's own of the same place; another state of one that is there; there already."""


@dataclass(frozen=True, slots=True)
class Intake:
    """How annotations are taken in."""

    me: str = ""
    """The user's own name: what bears it, or none, is the user's own."""
    origin: str = ""
    """Whose all of it is; empty where each annotation's author tells."""
    merge: bool = False
    """What is a colleague's becomes one with the user's own, instead of standing beside it."""

    def owned(self, annotation: Annotation, known: Annotation | None) -> Annotation:
        """The annotation under the name for which it is kept apart; one that is there already stays whose it is."""
        if self.merge:
            return replace(annotation, origin="")
        if known:
            return replace(annotation, origin=known.origin)
        foreign = annotation.author if annotation.author != self.me else ""
        return replace(annotation, origin=annotation.origin or self.origin or foreign)


@dataclass(slots=True)
class Merging:
    """What becomes of annotations that meet others."""

    put: dict[str, Annotation] = field(default_factory=dict)
    """What is to be on the shelf, by id."""
    lost: list[Annotation] = field(default_factory=list)
    """States that give way to later ones."""
    fates: Counter[Fate] = field(default_factory=Counter)
    nameless: int = 0
    """Those taken for the user's own that are new and bear nobody's name."""


def merge(present: Sequence[Annotation], incoming: Sequence[Annotation], intake: Intake) -> Merging:
    """Work out what is to be done. Doing it and asking again leaves nothing to do."""
    found = Merging()
    by_id = {each.id: each for each in present}
    plain = {each.place: each for each in present if each.is_plain}
    for each in incoming:
        mine = by_id.get(each.id)
        theirs = intake.owned(each, mine)
        fate: Fate = "changed" if mine else "added"
        if mine is None and theirs.is_plain and theirs.place in plain:
            mine, fate = plain[theirs.place], "joined"
        now = _together(mine, theirs, fate, found)
        same = mine is not None and now.to_record() == mine.to_record()
        found.fates["unchanged" if same else fate] += 1
        found.nameless += fate == "added" and not (now.origin or now.author)
        if not same:
            found.put[now.id] = now
        by_id[now.id] = now
        if now.is_plain:
            plain[now.place] = now
    return found


def _together(mine: Annotation | None, theirs: Annotation, fate: Fate, found: Merging) -> Annotation:
    if mine is None:
        return theirs
    if fate == "joined":
        return combined(mine, theirs)
    (now,), lost = merged([mine], [theirs])
    found.lost += lost
    return now
