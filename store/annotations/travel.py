"""Annotations carried over from one version of a document to another: what stands, what was edited, what is gone.

Pure. The old ones stay with the old version. A copy has an id that follows from its root and the other document, so
that carrying twice, or by way of a third version, doubles nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from store.annotations.finding_again import Finder, Found
from store.annotations.placing import scope_of, spot
from store.annotations.records import SCHEMA, Annotation, Move
from store.annotations.selectors import Selector, quoted

_HALF = 16
"""Digits of an id that tell when the annotation was made, so that copies sort as the first ones do."""


@dataclass(frozen=True, slots=True)
class Journey:
    """What would become of the annotations of one document in another one."""

    source: str
    target: str
    """Keys of the documents."""
    digest: str
    """SHA-256 of the target's file."""
    placed: tuple[Found, ...]
    """Their very words stand there, beyond doubt."""
    edited: tuple[Found, ...]
    """One passage is clearly what became of the words."""
    gone: tuple[Found, ...]
    """Nothing is, or several passages may be."""
    already: tuple[Annotation, ...]
    """Those that were carried there before."""

    @property
    def due(self) -> tuple[Found, ...]:
        """All that were not carried yet."""
        return (*self.placed, *self.edited, *self.gone)

    def copy(self, found: Found, selectors: tuple[Selector, ...], now: str) -> Annotation:
        """The annotation in the other document, on some words of it.

        Args:
            found: One of those that are due.
            selectors: The words there; none for an annotation of the document as a whole.
            now: ISO 8601, UTC.
        """
        each = found.annotation
        root = each.root or each.id
        quote = quoted(selectors) if selectors else each.quote
        place = selectors[0].place if selectors else ""
        copied = replace(
            each,
            id=_identity(root, self.target),
            document=self.target,
            place=place,
            quote=quote,
            modified=now,
            scope=scope_of(each.scope, selectors) if selectors else each.scope,
            selectors=selectors,
            digest=self.digest,
            root=root,
            schema=SCHEMA,
        )
        before = each.quote if each.quote != quote else ""
        move = Move(now, "carried", _origin(self.source, each), spot(copied), before)
        return replace(copied, moves=(*each.moves, move))


def prepare(
    source: str, annotations: Iterable[Annotation], target: str, there: Sequence[Annotation], finder: Finder
) -> Journey:
    """Find the annotations of a document in another one.

    Args:
        source: Key of the document from which they come.
        annotations: Its annotations.
        target: Key of the other one.
        there: The annotations that the other one has.
        finder: Of the other document.
    """
    annotations = tuple(annotations)
    due = not_carried(source, annotations, there)
    already = tuple(each for each in annotations if each not in due)
    found = finder.find(due)
    return Journey(source, target, finder.document.digest, found.placed, found.asked, found.orphans, already)


def not_carried(source: str, annotations: Iterable[Annotation], there: Iterable[Annotation]) -> tuple[Annotation, ...]:
    """Those of a document that another one, of which the annotations are given, has no copy of."""
    there = tuple(there)
    known = {each.root or each.id for each in there}
    joined = {move.before for each in there if each.is_plain for move in each.moves if move.how == "carried"}
    return tuple(
        each
        for each in annotations
        if (each.root or each.id) not in known and not (each.is_plain and _origin(source, each) in joined)
    )


def _origin(source: str, annotation: Annotation) -> str:
    """Where it comes from, as its history tells: by that one is known which was joined with what was there."""
    return f"{source}#{spot(annotation) or ' '.join(annotation.places)}"


def _identity(root: str, target: str) -> str:
    return root[:_HALF] + sha256(f"{root} {target}".encode("utf-8", "surrogatepass")).hexdigest()[:_HALF]
