"""The annotations of the library that stand nowhere: their words are not found, or their document is not held."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from store.annotations.finding_again import Found, find_again
from store.annotations.records import Annotation
from store.annotations.shelf import Shelf
from store.library.library import Library


class Astray(NamedTuple):
    """The annotations of one document that stand nowhere."""

    document: str
    """Key."""
    open: tuple[Found, ...] = ()
    """Those whose words were not found again."""
    homeless: tuple[Annotation, ...] = ()
    """All of them, where the library does not hold the document."""


def astray(library: Library, shelf: Shelf, key: str | None = None) -> Iterator[Astray]:
    """The documents with annotations that stand nowhere; of one document only, when its key is given.

    Raises:
        StoreUnavailable: annotations can't be read.
    """
    for document in (key,) if key else shelf.documents():
        annotations = tuple(each for each in shelf.of(document) if each.scope != "card")
        if not annotations:
            continue
        entry = library.entry(document)
        if entry is None or entry.problem:
            yield Astray(document, homeless=annotations)
        elif found := find_again(library.document(document), annotations).open:
            yield Astray(document, found)
