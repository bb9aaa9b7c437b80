"""Glimpses of what a citation leads to, gathered from the library. For workers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple, TypeAlias

from store.document import Block, Document
from store.errors import UnreadableSource
from store.library.card import Card
from store.library.entry import Entry
from store.library.find import Candidate, Choice, Cited, Found, Held, Nothing, among
from store.progress import Progress, silent
from tui.card_words import count_of, particulars_of
from tui.found_words import nothing_words, unplaced_words
from tui.history import Position
from tui.instrument_words import standing_of
from tui.language import _
from tui.naming import display_name, particulars, place_name, symbol_name, title_name
from tui.script import manner_of
from tui.typeset import widths_for
from tui.widgets.glimpse import Glimpse, Passage
from tui.widgets.page.geometry import printed_label
from tui.workspace import Workspace

_PARTS = 24
"""Paragraphs that are shown with the one they stand under; more of them are for reading."""
_FIRST = 6
"""Paragraphs of a document's beginning."""


class Peeked(NamedTuple):
    """What was found."""

    glimpse: Glimpse
    position: Position | None = None
    """Where it stands; None where no document of the library is meant, or where it is open which."""


Wanted: TypeAlias = str | Position | tuple[str, ...]
"""A target to be looked up, a place of the library, or the symbols between which a text leaves it open."""


def glimpse_of(workspace: Workspace, wanted: Wanted, progress: Progress = silent) -> Peeked:
    """What is to be seen of a target, or of a place in the library.

    Raises:
        UnknownTarget: the library has no document of this key any more.
        Cancelled: `progress` said so.
    """
    if isinstance(wanted, Position):
        entry = workspace.library.entry(wanted.key)
        found: Found = Held(entry, wanted.place) if entry else Nothing(wanted.key, ())
    elif isinstance(wanted, tuple):
        found = among(workspace.library, wanted)
    else:
        found = workspace.find(wanted, progress=progress)
    match found:
        case Held():
            return _of_document(workspace, found, progress)
        case Cited(card, place):
            return Peeked(_of_card(card, place))
        case Choice(candidates):
            return Peeked(_of_choice(candidates))
        case Nothing(target, nearest):
            return Peeked(Glimpse(target, (Passage(nothing_words(target, nearest), ink="muted"),)))


def _of_document(workspace: Workspace, found: Held, progress: Progress) -> Peeked:
    entry = found.entry
    try:
        document = workspace.read(entry.key, progress=progress)
    except UnreadableSource as error:
        return Peeked(Glimpse(entry.key, (Passage(str(error), ink="muted"),)))
    place = found.place if found.place in document.by_id or found.place in document.notes_by_id else None
    glimpse = Glimpse(_title(entry, document, place), tuple(_passages(document, found, place)), manner_of(document))
    return Peeked(glimpse, Position("document", entry.key, place))


def _title(entry: Entry, document: Document, place: str | None) -> str:
    name = display_name(entry.symbol) if entry.symbol else symbol_name(None)
    return f"{name} · {place_name(document, place)}" if place else name


def _passages(document: Document, found: Held, place: str | None) -> Iterator[Passage]:
    yield Passage(title_name(document.front.title), ink="head")
    if found.unplaced:
        yield Passage(unplaced_words(found), ink="muted")
    if place is None:
        known = particulars(document.front)
        if known:
            yield Passage(known, ink="muted")
        for block in document.blocks[:_FIRST]:
            yield _passage(block)
    elif place in document.by_id:
        yield from _with_parts(document, place)
    else:
        yield Passage(document.text_of(place), document.notes_by_id[place].label)


def _with_parts(document: Document, place: str) -> Iterator[Passage]:
    """A paragraph with its items, or a heading with what stands under it; what there is more of is said."""
    depths = {place: 0}
    yield _passage(document.by_id[place])
    start = document.order[place] + 1
    for block in document.blocks[start:]:
        if block.parent not in depths:
            return
        if len(depths) > _PARTS:
            yield Passage("…", ink="muted")
            return
        depths[block.id] = depths[block.parent] + 1
        yield _passage(block, depths[block.id])


def _passage(block: Block, level: int = 0) -> Passage:
    return Passage(block.text, printed_label(block), "head" if block.type == "heading" else "text", level)


def _of_card(card: Card, place: str | None) -> Glimpse:
    name = display_name(card.symbol)
    passages = [Passage(name, ink="head")] if name != card.symbol else []
    counted = count_of(card) if card.mentions else (_("No document of the library cites it."),)
    passages.append(Passage(" · ".join((standing_of(card), *counted)), ink="muted"))
    title = f"{card.symbol} · {place}" if place else card.symbol
    passages += [Passage(each.text, each.label or " ") for each in particulars_of(card)]
    return Glimpse(title, _aligned(passages))


def _aligned(passages: list[Passage]) -> tuple[Passage, ...]:
    """Labels of one width, so that what they say stands in one column."""
    measure = widths_for().measure
    cells = max(measure(passage.label) for passage in passages)
    return tuple(
        replace(each, label=each.label + " " * (cells - measure(each.label))) if each.label else each
        for each in passages
    )


def _of_choice(candidates: tuple[Candidate, ...]) -> Glimpse:
    passages = [Passage(_("The text leaves open which of these it means:"), ink="muted")]
    for candidate in candidates:
        state = _("in the library") if candidate.held else _("not in the library")
        passages.append(Passage(f"{candidate.key}  {candidate.name}  ({state})"))
    return Glimpse(_("Several documents"), tuple(passages))
