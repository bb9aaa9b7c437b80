"""Annotations on their way in: what is one's own is brought up to date, what is a colleague's is kept apart or merged.

Taking the same in twice changes nothing. Two states of one annotation are merged as those of two windows are: the later
counts, and the other one is kept as a conflict.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from store.annotations.conflicts import adds_nothing
from store.annotations.passages import Passages
from store.annotations.records import Annotation
from store.annotations.shelf import Shelf, Taken
from store.export.foreign import from_foreign
from store.export.gather import shared_places
from store.export.merging import Fate, Intake, Merging, merge
from store.export.parcel import Parcel
from store.export.sections import Section, entries
from store.library.library import Library
from store.progress import Progress, silent


@dataclass(slots=True)
class Report:
    """What became of what was taken in."""

    fates: Counter[Fate] = field(default_factory=Counter)
    placed: int = 0
    moved: int = 0
    """Of those that were placed, how many stand elsewhere than they did."""
    orphans: list[tuple[Annotation, str]] = field(default_factory=list)
    """Those whose words were not found again, or stand in several places, with the reason."""
    conceded: int = 0
    """States that gave way to later ones and are kept as conflicts."""
    nameless: int = 0
    """Those that were taken for the user's own because nobody's name stands on them."""
    shared: list[tuple[str, str, tuple[str, ...]]] = field(default_factory=list)
    """Document, place and names of what several people marked; the user is the empty name."""
    problems: list[str] = field(default_factory=list)


def take_in(library: Library, shelf: Shelf, parcel: Parcel, intake: Intake, progress: Progress = silent) -> Report:
    """Put annotations on the shelf, document by document.

    Raises:
        StoreUnavailable: they can't be written; documents before that one have theirs.
        Cancelled: `progress` said so; the same.
    """
    library.entries()  # what is held is known as of the last look
    report = Report(problems=list(parcel.problems))
    texts = _Texts(library)
    incoming = [*parcel.annotations, *_foreign(parcel, texts, report)]
    by_document: dict[str, list[Annotation]] = {}
    for each in incoming:
        by_document.setdefault(each.document, []).append(each)
    gave_way: dict[str, list[Annotation]] = {}
    for each in parcel.gave_way:
        by_document.setdefault(each.document, [])
        gave_way.setdefault(each.document, []).append(each)
    for turn, (key, those) in enumerate(by_document.items()):
        progress("documents", turn, len(by_document))
        _take(shelf, key, those, gave_way.get(key, ()), intake, report)
        _tell_places(shelf, key, those, texts, report)
    return report


class _Texts:
    """The documents of the library, the last one at hand."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._last: tuple[str, Passages | None] | None = None

    def __call__(self, key: str) -> Passages | None:
        if self._last is None or self._last[0] != key:
            entry = self._library.entry(key)
            held = entry is not None and not entry.problem
            self._last = key, Passages(self._library.document(key)) if held else None
        return self._last[1]


def _foreign(parcel: Parcel, find: Callable[[str], Passages | None], report: Report) -> Iterable[Annotation]:
    reasons = {"target": "不是关于一份联合国文件的", "body": "没有内容"}
    for item in parcel.foreign:
        try:
            yield from_foreign(item, find)
        except ValueError as error:
            reason = reasons.get(str(error), str(error))
            report.problems.append(f"标注“{item.get('id', '（无编号）')}”没有导入：{reason}。")


def _take(
    shelf: Shelf,
    key: str,
    incoming: Sequence[Annotation],
    gave_way: Sequence[Annotation],
    intake: Intake,
    report: Report,
) -> None:
    merging, kept = Merging(), [each.lost for each in shelf.conflicts(key)]
    lost: list[Annotation] = []

    def choose(present: tuple[Annotation, ...]) -> Taken:
        nonlocal merging
        merging = merge(present, incoming, intake)
        lost[:] = [each for each in merging.lost if each not in kept]
        now = {each.id: each for each in (*present, *merging.put.values())}
        brought = [each for each in gave_way if each not in kept and not _is_said(each, now.get(each.id))]
        return Taken(tuple(merging.put.values()), [*lost, *brought])

    shelf.take_in(key, choose)
    report.fates.update(merging.fates)
    report.conceded += len(lost)
    report.nameless += merging.nameless


def _is_said(lost: Annotation, now: Annotation | None) -> bool:
    """Whether the state that counts says all that one says that gave way."""
    return now is not None and adds_nothing(lost, now)


def _tell_places(shelf: Shelf, key: str, incoming: Sequence[Annotation], find: _Texts, report: Report) -> None:
    """Where what came in stands in the library's text, and what others marked there too."""
    passages = find(key)
    for entry in entries(Section(key, passages.document if passages else None, incoming)):
        if entry.lost:
            report.orphans.append((entry.annotation, entry.lost))
        else:
            report.placed += 1
            report.moved += bool(entry.places) and entry.places != entry.annotation.places
    places = {place for each in incoming for place in each.places}
    shared = shared_places(shelf.of(key))
    report.shared += [(key, place, tuple(sorted(shared[place]))) for place in sorted(places & shared.keys())]
