"""Each annotation of a document found again in its text as it is now: placed, to be asked about, or an orphan.

The one way for all that show, list, export or check annotations. What is found is written back by `renew`.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property
from threading import Lock
from typing import NamedTuple

from store.annotations.anchoring import Anchor, State, anchor
from store.annotations.passages import Passages
from store.annotations.placing import meant, orphaned, renewed, stands
from store.annotations.records import Annotation
from store.annotations.selectors import Selector, select
from store.annotations.shelf import Shelf, utc_now
from store.document import Document
from store.errors import StoreUnavailable


class Proposal(NamedTuple):
    """Words on which an annotation may belong."""

    selectors: tuple[Selector, ...]
    likeness: float
    """From 0 to 1."""


class Found(NamedTuple):
    """One annotation, and what became of its words."""

    annotation: Annotation
    """As it is on disk."""
    state: State
    """Of an annotation of several paragraphs that of the least certain one."""
    selectors: tuple[Selector, ...] = ()
    """Where its words stand now; none unless it is placed, and for a document as a whole."""
    proposals: tuple[Proposal, ...] = ()
    """Of one that is not placed, the nearest first."""

    @property
    def is_placed(self) -> bool:
        """Whether it stands in the text without asking."""
        return self.state in ("exact", "moved")

    @property
    def is_asked(self) -> bool:
        """Whether its words were changed, and only one passage can be what became of them."""
        return self.state == "edited"

    @property
    def now(self) -> Annotation:
        """The annotation at the place where it was found."""
        if not self.selectors:
            return self.annotation
        return replace(self.annotation, place=self.selectors[0].place, selectors=self.selectors)


@dataclass(frozen=True, slots=True)
class FoundAgain:
    """All annotations of a document, in order of creation."""

    placed: tuple[Found, ...] = ()
    asked: tuple[Found, ...] = ()
    """Edited: one passage is clearly what became of the words."""
    orphans: tuple[Found, ...] = ()
    """Ambiguous or gone."""

    @property
    def standing(self) -> tuple[Annotation, ...]:
        """Those that stand in the text, where they stand."""
        return tuple(each.now for each in self.placed)

    @property
    def open(self) -> tuple[Found, ...]:
        """Those that the user is to look at."""
        return (*self.asked, *self.orphans)

    @property
    def moved(self) -> tuple[Found, ...]:
        """Those that stand elsewhere than they did when they were last found."""
        return tuple(each for each in self.placed if each.now.places != each.annotation.places)


class Finder:
    """Finds the annotations of one document again. What was found is kept as long as the annotation stays the same."""

    def __init__(self, document: Document) -> None:
        """Take a document; nothing slow is done before something is to be found."""
        self.document = document
        self._known: dict[tuple[str, tuple[Selector, ...]], Found] = {}
        self._lock = Lock()

    @cached_property
    def _passages(self) -> Passages:
        return Passages(self.document)

    def find(self, annotations: Iterable[Annotation]) -> FoundAgain:
        """What became of annotations. Safe to ask from several threads."""
        found = [self.one(each) for each in annotations]
        return FoundAgain(
            tuple(each for each in found if each.is_placed),
            tuple(each for each in found if each.is_asked),
            tuple(each for each in found if not each.is_placed and not each.is_asked),
        )

    def one(self, annotation: Annotation) -> Found:
        """The same of one annotation."""
        if annotation.scope in ("document", "card"):
            return Found(annotation, "exact")
        words = meant(annotation)
        if stands(annotation, self.document) and not annotation.quote:
            return Found(annotation, "exact", words)  # an empty paragraph has no words to look for
        with self._lock:
            known = self._known.get((annotation.id, words))
            if known is None:
                known = _joined(annotation, [anchor(each, self._passages) for each in words])
                known = known._replace(selectors=tuple(map(self._complete, known.selectors)))
                self._known[annotation.id, words] = known
        return known._replace(annotation=annotation)

    def _complete(self, selector: Selector) -> Selector:
        """With all by which it is found again; version 1 kept the words alone."""
        if selector.paragraph:
            return selector
        return select(self.document, selector.place, *(() if selector.whole else (selector.start, selector.end)))


def find_again(document: Document, annotations: Iterable[Annotation]) -> FoundAgain:
    """What became of the annotations of a document in its text as it is now."""
    return Finder(document).find(annotations)


def renew(shelf: Shelf, key: str, finder: Finder) -> FoundAgain:
    """Find all annotations of a document again and keep on disk where they are; what is to be asked about has no place.

    What can't be written is shown all the same.

    Args:
        shelf: The annotations.
        key: The document's key.
        finder: Of the document as it is now.

    Returns:
        What was found, with the annotations as they were before.

    Raises:
        StoreUnavailable: they can't be read.
    """
    present, now = shelf.of(key), utc_now()
    found = finder.find(present)

    def kept(each: Annotation) -> Annotation:
        return _kept(finder.one(each), finder.document.digest, now)

    if any(kept(each) != each for each in present):
        with suppress(StoreUnavailable):  # Reading goes on; who changes something is told that it can't be written.
            shelf.revise(key, kept, dated=False)
    return found


def _kept(found: Found, digest: str, now: str) -> Annotation:
    """The annotation as it is to be on disk; itself where nothing became otherwise."""
    if not found.is_placed:
        return orphaned(found.annotation, now)
    if not found.selectors or found.now == found.annotation:
        return found.annotation
    return renewed(found.annotation, found.selectors, digest, found.state, now)


def _joined(annotation: Annotation, anchors: list[Anchor]) -> Found:
    """What became of an annotation by what became of each of its stretches."""
    states = {each.state for each in anchors}
    if all(each.selector for each in anchors) and anchors:
        selectors = tuple(each.selector for each in anchors if each.selector)
        return Found(annotation, "moved" if "moved" in states else "exact", selectors)
    state: State = "ambiguous" if "ambiguous" in states else "gone" if states <= {"gone"} else "edited"
    return Found(annotation, state, (), tuple(_proposals(anchors)))


def _proposals(anchors: list[Anchor]) -> Iterable[Proposal]:
    """The nearest candidates of all stretches together, then the next ones; what is gone is left out."""
    offers = [((each.selector, 1.0),) if each.selector else each.candidates for each in anchors]
    for turn in range(max(map(len, offers), default=0)):
        chosen = [each[min(turn, len(each) - 1)] for each in offers if each]
        yield Proposal(tuple(selector for selector, _ in chosen), min(likeness for _, likeness in chosen))
