"""What one is about to annotate: a block or footnote, words in one, several blocks, a document, a card.

Pure. It owns how such a thing is said in an annotation and which annotation is about just the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from store.annotations.records import Annotation
from store.annotations.selectors import Scope, Selector, quoted, select
from store.document import Document


@dataclass(frozen=True, slots=True)
class Target:
    """A thing to annotate."""

    document: str
    """Key of the document; of a card, the card's symbol."""
    scope: Scope
    place: str = ""
    """Id of the (first) block or footnote."""
    quote: str = ""
    selectors: tuple[Selector, ...] = ()
    digest: str = ""
    """SHA-256 of the file, where that is known."""

    @property
    def places(self) -> tuple[str, ...]:
        """Ids of all blocks and footnotes that it takes in."""
        return tuple(dict.fromkeys(each.place for each in self.selectors)) or ((self.place,) if self.place else ())

    def is_of(self, annotation: Annotation) -> bool:
        """Whether an annotation is about just this."""
        return annotation.scope == self.scope and _stretches(self) == _stretches(annotation)

    def applied(self, annotation: Annotation) -> Annotation:
        """The annotation, about this."""
        return replace(
            annotation,
            document=self.document,
            scope=self.scope,
            place=self.place,
            quote=self.quote,
            selectors=self.selectors,
            digest=self.digest,
        )


def place_target(key: str, document: Document, place: str, digest: str = "") -> Target:
    """A whole block or footnote; raises KeyError where the document has none of this id."""
    selector = select(document, place)
    return Target(key, "place", place, selector.quote, (selector,), digest)


def words_target(key: str, document: Document, parts: Iterable[tuple[str, int, int]], digest: str = "") -> Target:
    """What is selected: a place, words in one, or several places.

    Args:
        key: The document's key.
        document: The document.
        parts: The id of each block or footnote, and the half-open range of its characters; at least one.
        digest: SHA-256 of its file.

    Raises:
        KeyError: the document has no such place.
        ValueError: a range is empty or does not lie in the text.
    """
    selectors = tuple(select(document, *part) for part in parts)
    if not selectors:
        raise ValueError("nothing is selected")
    if len(selectors) > 1:
        scope: Scope = "places"
    else:
        scope = "place" if selectors[0].whole else "range"
    return Target(key, scope, selectors[0].place, quoted(selectors), selectors, digest)


def document_target(key: str, title: str = "", digest: str = "") -> Target:
    """A document as a whole; its title stands for its words."""
    return Target(key, "document", quote=title, digest=digest)


def card_target(symbol: str, title: str = "") -> Target:
    """The card of a document that the library does not hold."""
    return Target(symbol, "card", quote=title)


def target_of(annotation: Annotation) -> Target:
    """What an annotation is about."""
    return Target(
        annotation.document,
        annotation.scope,
        annotation.place,
        annotation.quote,
        annotation.selectors,
        annotation.digest,
    )


def _stretches(about: Target | Annotation) -> tuple[object, ...]:
    """What distinguishes it from others of its scope; of a whole place its id says enough."""
    if about.scope == "place":
        return (about.place,)
    return tuple((each.place, each.start, each.end) for each in about.selectors)
