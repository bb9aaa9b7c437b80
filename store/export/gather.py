"""Which annotations leave: of one document or place, of some tags, kinds or people, or all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from store.annotations.conflicts import Conflict
from store.annotations.records import Annotation
from store.annotations.shelf import Shelf
from store.export.sections import Section
from store.library.library import Library
from store.progress import Progress, silent


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an annotation must be to leave; what is empty asks for nothing."""

    document: str | None = None
    """Key of its document."""
    place: str | None = None
    """A block or footnote that it is about."""
    tags: frozenset[str] = frozenset()
    """It bears all of them, or tags below them: `议题/妇女` is below `议题`."""
    kinds: frozenset[str] = frozenset()
    """It is of one of them."""
    people: frozenset[str] = frozenset()
    """One of them wrote it, or it came with what one of them wrote."""
    shared: bool = False
    """More than one person marked its place."""
    ids: frozenset[str] = frozenset()
    """It is one of them."""
    contested: bool = False
    """A state of it gave way to another; one that was removed since is among them."""

    def fits(self, annotation: Annotation) -> bool:
        """Whether an annotation is wanted, as far as it alone can tell."""
        return (
            (self.place is None or self.place in annotation.places)
            and (not self.ids or annotation.id in self.ids)
            and all(_bears(annotation, tag) for tag in self.tags)
            and (not self.kinds or annotation.kind in self.kinds)
            and (not self.people or bool(self.people & {annotation.author, annotation.origin}))
        )


EVERYTHING = Wanted()


def gather(library: Library, shelf: Shelf, wanted: Wanted, progress: Progress = silent) -> list[Section]:
    """The annotations that are wanted, by document: the library's in its order, then those it no longer holds.

    Raises:
        StoreUnavailable: annotations can't be read.
        Cancelled: `progress` said so.
    """
    keys = [wanted.document] if wanted.document else _in_order(library, shelf)
    found = []
    for turn, key in enumerate(keys):
        progress("documents", turn, len(keys))
        section = _section(key, shelf.of(key), shelf.conflicts(key), wanted)
        if section.annotations:
            entry = library.entry(key)
            found.append(replace(section, document=library.document(key) if entry and not entry.problem else None))
    return found


def shared_places(annotations: Iterable[Annotation]) -> dict[str, set[str]]:
    """The places of a document that more than one person marked, each with who did; the user is the empty name."""
    marked: defaultdict[str, set[str]] = defaultdict(set)
    for each in annotations:
        for place in each.places:
            marked[place].add(each.origin)
    return {place: people for place, people in marked.items() if len(people) > 1}


def _section(key: str, present: Sequence[Annotation], conflicts: Sequence[Conflict], wanted: Wanted) -> Section:
    annotations, ids = _wanted_of(present, wanted), {each.id for each in present}
    gone = {each.lost.id: each.lost for each in conflicts if each.lost.id not in ids and wanted.fits(each.lost)}
    conflicts = [each for each in conflicts if each.lost.id in gone.keys() | {one.id for one in annotations}]
    if wanted.contested:
        contested = {each.lost.id for each in conflicts}
        annotations = (*(each for each in annotations if each.id in contested), *gone.values())
        return Section(key, None, annotations, conflicts, frozenset(gone))
    return Section(key, None, annotations, conflicts)


def _wanted_of(annotations: Sequence[Annotation], wanted: Wanted) -> tuple[Annotation, ...]:
    shared = shared_places(annotations) if wanted.shared else {}
    fitting = [each for each in annotations if wanted.fits(each)]
    return tuple(each for each in fitting if not wanted.shared or not shared.keys().isdisjoint(each.places))


def _bears(annotation: Annotation, tag: str) -> bool:
    return any(each == tag or each.startswith(f"{tag}/") for each in annotation.tags)


def _in_order(library: Library, shelf: Shelf) -> list[str]:
    annotated = dict.fromkeys(shelf.documents())
    held = [entry.key for entry in library.entries() if entry.key in annotated]
    return list(dict.fromkeys([*held, *annotated]))
