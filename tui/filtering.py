"""Parts of a document that one may want to see alone. Pure: a filter is a name and the paragraphs it keeps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from store.annotations.tag_tree import bears, parents_of
from store.document import Block, Document
from tui.language import _
from tui.widgets.marks import KIND, Mark

_PARTS = ("operative", "preamble")


@dataclass(frozen=True, slots=True)
class Filter:
    """One way to see less."""

    name: str
    """As the panel and the status line call it."""
    places: frozenset[str]
    """Ids of the blocks that are wanted."""


def filters(document: Document, marks: Mapping[str, Mark], cursor: str | None) -> list[Filter]:
    """Those that keep something: parts, what is marked, each tag, each symbol cited; the cursor's symbols first."""
    callers = _callers(document)
    found = [*_parts(document), *_marked(document, marks, callers), *_citing(document, callers, cursor)]
    return [each for each in found if each.places]


def _parts(document: Document) -> Iterator[Filter]:
    names = {"operative": _("the operative part"), "preamble": _("the preamble")}
    for kind in _PARTS:
        yield Filter(
            names[kind], frozenset(block.id for block in document.blocks if _top(document, block).type == kind)
        )


def _top(document: Document, block: Block) -> Block:
    """The paragraph that an item belongs to; headings above paragraphs do not count."""
    while block.type in ("item", "text") and block.parent is not None and block.parent in document.by_id:
        block = document.by_id[block.parent]
    return block


def _marked(document: Document, marks: Mapping[str, Mark], callers: Mapping[str, list[str]]) -> Iterator[Filter]:
    yield Filter(_("what I marked"), _blocks(document, marks, callers))
    often = Counter(tag for mark in marks.values() for tag in _with_those_above(mark.all_tags))
    for tag, _count in often.most_common():
        bearing = [place for place, mark in marks.items() if bears(mark.all_tags, tag)]
        yield Filter(f"# {tag}", _blocks(document, bearing, callers))
    for kind in dict.fromkeys(aside.kind for mark in marks.values() for aside in mark.asides if aside.kind):
        bearing = [place for place, mark in marks.items() if any(each.kind == kind for each in mark.asides)]
        yield Filter(f"{KIND} {kind}", _blocks(document, bearing, callers))


def _with_those_above(tags: Iterable[str]) -> set[str]:
    """Tags, and the tags that they stand under."""
    return {above for tag in tags for above in (*parents_of(tag), tag)}


def _citing(document: Document, callers: Mapping[str, list[str]], cursor: str | None) -> Iterator[Filter]:
    places: dict[str, list[str]] = {}
    for citation in document.citations:
        if citation.symbol:
            places.setdefault(citation.symbol, []).append(citation.block)
    for symbol in sorted(places, key=lambda each: (cursor not in places[each], -len(places[each]))):
        name = _("what cites {symbol}").format(symbol=symbol)
        yield Filter(name, _blocks(document, places[symbol], callers))


def _blocks(document: Document, places: Iterable[str], callers: Mapping[str, list[str]]) -> frozenset[str]:
    """The blocks among these places, and those that call the footnotes among them."""
    found: set[str] = set()
    for place in places:
        found.update((place,) if place in document.by_id else callers.get(place, ()))
    return frozenset(found)


def _callers(document: Document) -> Mapping[str, list[str]]:
    """By footnote, the blocks that call it."""
    found: dict[str, list[str]] = {}
    for block in document.blocks:
        for marker in block.markers:
            if marker.footnote:
                found.setdefault(marker.footnote, []).append(block.id)
    return found
