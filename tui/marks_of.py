"""The annotations of a document as the widgets show them: below which paragraph, and over which words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from store.annotations.records import Annotation
from store.annotations.selectors import Selector
from store.document import Document
from tui.widgets.marks import Aside, Change, Mark, Stain

if TYPE_CHECKING:
    from store.annotations.kinds import Kind
    from store.compare.redline import Piece

Kinds = Callable[[], "Mapping[str, Kind]"]
Redline = Callable[[str, str], "Sequence[Piece]"]
"""The changes that make one text of another."""
_LONG, _KEPT = 60, 16
"""Characters from which on what an amendment leaves as it is is cut short, and what is kept of it beside changes."""

_NO_MARK = Mark()


def marks_of(annotations: Iterable[Annotation], document: Document, kinds: Kinds, redline: Redline) -> dict[str, Mark]:
    """What is on each place of a document.

    Args:
        annotations: Those of the document.
        document: The document, in whose text words are looked for.
        kinds: Says what kinds there are; asked only where there are annotations with one.
        redline: Says what an amendment changes; asked only where there are amendments.
    """
    found: dict[str, Mark] = {}
    others: list[Annotation] = []
    for each in annotations:
        if each.is_plain:
            found[each.place] = Mark(each.tags, each.note)
        elif each.scope in ("place", "range", "places"):
            others.append(each)
    if others:
        _add(found, others, document, kinds(), redline)
    return found


def _add(
    found: dict[str, Mark],
    others: Iterable[Annotation],
    document: Document,
    kinds: Mapping[str, Kind],
    redline: Redline,
) -> None:
    from store.annotations.kinds import kind_named

    for each in others:
        kind = kind_named(kinds, each.kind) if each.kind else None
        places = [place for place in each.places if place in document.by_id or place in document.notes_by_id]
        for place in places:
            found[place] = _stained(found.get(place, _NO_MARK), each, place, document, kind.colour if kind else "")
        last = places[-1] if places else each.place
        aside = _aside(each, document, places, kind, redline)
        mark = found.get(last, _NO_MARK)
        found[last] = Mark(mark.tags, mark.note, (*mark.asides, aside), mark.stains, mark.covered)


def _stained(mark: Mark, each: Annotation, place: str, document: Document, colour: str) -> Mark:
    """A whole paragraph of a kind is not coloured, unless that is all there is to it."""
    if each.scope == "place" and each.kind != "highlight":
        return mark
    tag = each.tags[0] if each.tags and not colour else ""
    text = document.text_of(place)
    spans = [_span(selector, text) for selector in each.selectors if selector.place == place]
    if not each.selectors and text:
        spans = [(0, len(text))]
    stains = (Stain(*span, tag, colour or ("" if tag else "grey")) for span in spans if span)
    covered = each.tags if place != each.places[-1] else ()
    return Mark(mark.tags, mark.note, mark.asides, (*mark.stains, *stains), (*mark.covered, *covered))


def _span(selector: Selector, text: str) -> tuple[int, int] | None:
    """Where the words of a selector stand in the text of its place; None where they are not, or more than once."""
    if selector.whole:
        return (0, len(text)) if text else None
    if text[selector.start : selector.end] == selector.quote:
        return selector.start, selector.end
    at = text.find(selector.quote)
    return (at, at + len(selector.quote)) if at >= 0 and text.find(selector.quote, at + 1) < 0 else None


def _aside(each: Annotation, document: Document, places: list[str], kind: Kind | None, redline: Redline) -> Aside:
    from store.library.citing import range_address
    from tui.addresses import spoken_address
    from tui.language import language

    about = ""
    if each.scope == "range":
        about = f"“{' '.join(each.quote.split())}”"
    elif len(places) > 1:
        about = spoken_address(range_address(document, places[0], places[-1]))
    changes = tuple(_shortened(redline(each.quote, each.proposed))) if each.proposes else ()
    return Aside(
        each.id,
        about,
        kind.label(language()) if kind else "",
        kind.colour if kind else "",
        each.tags,
        each.note,
        changes,
    )


def _shortened(pieces: Sequence[Piece]) -> Iterator[Change]:
    """What is changed, with the words beside it: the paragraph itself stands above."""
    last = len(pieces) - 1
    for turn, (kind, text) in enumerate(pieces):
        if kind == "same" and len(text) > _LONG:
            before = text[:_KEPT] if turn else ""
            after = text[-_KEPT:] if turn < last else ""
            text = f"{before}……{after}"
        yield Change(kind, text)
