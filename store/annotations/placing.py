"""An annotation at another place than before, with the history of its places. Pure."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from store.annotations.records import Annotation, Move, combined
from store.annotations.selectors import Scope, Selector, quoted
from store.document import Document


def meant(annotation: Annotation) -> tuple[Selector, ...]:
    """The words that an annotation is about; where it tells only its place and quote, those.

    None for a document as a whole and for a card.
    """
    if annotation.selectors or not annotation.place:
        return annotation.selectors
    return (Selector(annotation.place, 0, len(annotation.quote), annotation.quote),)


def stands(annotation: Annotation, document: Document) -> bool:
    """Whether its very words stand at its place: what can be shown at once, before all are found again."""
    if annotation.scope in ("document", "card"):
        return True
    words = meant(annotation)
    return bool(annotation.place) and all(_stands(each, document) for each in words)


def _stands(selector: Selector, document: Document) -> bool:
    if selector.place not in document.by_id and selector.place not in document.notes_by_id:
        return False
    text = document.text_of(selector.place)
    return (text if selector.whole else text[selector.start : selector.end]) == selector.quote


def renewed(annotation: Annotation, selectors: tuple[Selector, ...], digest: str, how: str, now: str) -> Annotation:
    """The annotation where its words were found again; a move is kept only where its places are others.

    Args:
        annotation: As it was.
        selectors: Where its words are.
        digest: SHA-256 of the file in which they are.
        how: "exact" or "moved".
        now: ISO 8601, UTC.
    """
    after = replace(annotation, place=selectors[0].place, selectors=selectors, digest=digest or annotation.digest)
    return after if spot(after) == spot(annotation) else _with_move(annotation, after, how, now)


def orphaned(annotation: Annotation, now: str) -> Annotation:
    """The annotation without a place, so that nothing that stands there now is taken for its words."""
    if not annotation.place:
        return annotation
    after = replace(annotation, place="", selectors=meant(annotation))
    return _with_move(annotation, after, "orphaned", now)


def attached(annotation: Annotation, selectors: tuple[Selector, ...], digest: str, how: str, now: str) -> Annotation:
    """The annotation on words that the user chose; those before are kept in its history. Arguments as for `renewed`."""
    quote = quoted(selectors)
    after = replace(
        annotation,
        scope=scope_of(annotation.scope, selectors),
        place=selectors[0].place,
        quote=quote,
        selectors=selectors,
        digest=digest or annotation.digest,
    )
    return _with_move(annotation, after, how, now, annotation.quote if annotation.quote != quote else "")


def joining(present: Annotation, other: Annotation) -> dict[str, Any]:
    """What changes of the plain annotation of a place when another one comes to it: no tag and no word is lost."""
    both = combined(present, other)
    return {"tags": both.tags, "note": both.note, "moves": both.moves}


def spot(annotation: Annotation) -> str:
    """The ids of its places, parted by spaces; empty where it stands nowhere."""
    return " ".join(annotation.places) if annotation.place else ""


def scope_of(before: Scope, selectors: tuple[Selector, ...]) -> Scope:
    """What an annotation of so many selectors is about, if it was about something of a kind before."""
    if len(selectors) > 1:
        return "places"
    if before in ("place", "range"):
        return before
    return "place" if selectors[0].whole else "range"


def _with_move(before: Annotation, after: Annotation, how: str, now: str, quote: str = "") -> Annotation:
    return replace(after, moves=(*before.moves, Move(now, how, spot(before), spot(after), quote)))
