"""The verb `carry`: what would become of the annotations of one document in another, and carrying them over."""

from __future__ import annotations

from typing import Any

from store.annotations.finding_again import Finder, Found
from store.annotations.selectors import quoted
from store.annotations.shelf import Shelf, utc_now
from store.annotations.travel import Journey, prepare
from store.config import read_config
from store.document import Document
from store.errors import UnknownTarget
from store.library.library import Library
from tui import printing
from tui.language import N_, _, n_
from tui.printing import put, put_json, say
from tui.review import place_words
from tui.typeset import visible
from tui.verbs import DONE, NOTHING, held

_STATES = {
    "exact": N_("placed"),
    "moved": N_("placed"),
    "edited": N_("edited"),
    "ambiguous": N_("several alike"),
    "gone": N_("gone"),
}


def carry(source: str, target: str, all_exact: bool, yes: bool, as_json: bool) -> int:
    """Print what would become of each annotation; carry over those whose very words stand, if that is wanted."""
    library, shelf = Library(), Shelf.of_user()
    key = source if source in shelf.documents() else held(library, source).entry.key
    other = held(library, target).entry.key
    if key == other:
        raise UnknownTarget(_("{key} is both documents: name two versions, as A/C.3/80/L.4~1.").format(key=key))
    document = library.document(other)
    journey = prepare(key, shelf.of(key), other, shelf.of(other), Finder(document))
    if not journey.due and not as_json:
        say(_("{key} has no annotations that {other} has not.").format(key=key, other=other))
        return NOTHING
    carried = _carry(shelf, journey) if all_exact and yes else 0
    if as_json:
        put_json(_public(journey, carried))
    else:
        old = library.entry(key)
        _put(journey, library.document(key) if old and not old.problem else None, document)
        _say_done(journey, carried, yes)
    return DONE if journey.due else NOTHING


def _carry(shelf: Shelf, journey: Journey) -> int:
    from tui.marking import Marking

    now = utc_now()
    copies = [journey.copy(each, each.selectors, now) for each in journey.placed]
    Marking(shelf, read_config().author or "").carry(copies)
    return len(copies)


def _say_done(journey: Journey, carried: int, yes: bool) -> None:
    if yes:
        say(n_("{count} annotation carried over.", "{count} annotations carried over.", carried).format(count=carried))
    elif journey.placed:
        say(_("Nothing was written: --all-exact --yes carries over those that are placed."))
    else:
        say(_("Nothing was written: the reader shows them side by side, to be decided one by one."))


def _put(journey: Journey, old: Document | None, new: Document) -> None:
    rows = [
        (
            _(_STATES[each.state]),
            place_words(each.annotation.places[0], old) if each.annotation.places else _("whole document"),
            _destination(each, new),
            printing.clip(visible(" ".join(each.annotation.quote.split())), _QUOTED),
        )
        for each in journey.due
    ]
    for line in printing.table(rows):
        put(line)


_QUOTED = 40
"""Cells of a quotation in the table."""


def _destination(found: Found, new: Document) -> str:
    """Where it goes, or what is likest, with how alike it is."""
    if found.is_placed:
        return "→ " + (place_words(found.selectors[0].place, new) if found.selectors else _("whole document"))
    if not found.proposals:
        return "–"
    best = found.proposals[0]
    return f"≈ {place_words(best.selectors[0].place, new)} {round(100 * best.likeness)} %"


def _public(journey: Journey, carried: int) -> dict[str, Any]:
    return {
        "from": journey.source,
        "to": journey.target,
        "carried": carried,
        "already": len(journey.already),
        "annotations": [_public_found(each) for each in journey.due],
    }


def _public_found(found: Found) -> dict[str, Any]:
    return {
        "id": found.annotation.id,
        "state": found.state,
        "places": list(found.annotation.places),
        "quote": found.annotation.quote,
        "to": [each.place for each in found.selectors],
        "candidates": [
            {"places": [each.place for each in selectors], "text": quoted(selectors), "likeness": round(likeness, 4)}
            for selectors, likeness in found.proposals
        ],
    }
