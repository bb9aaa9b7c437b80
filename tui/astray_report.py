"""What `check` says of annotations that stand nowhere."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from store.annotations.placing import meant
from store.annotations.shelf import Shelf
from store.annotations.survey import Astray, astray
from store.errors import StoreUnavailable
from store.library.library import Library
from tui.language import n_
from tui.printing import put
from tui.shown_keys import shown_key
from tui.typeset import visible


def astray_report(library: Library, key: str | None) -> list[dict[str, Any]]:
    """For `check --json`: by document, those to be looked at, and how many are of a document that is not held."""
    try:
        return [_public(each) for each in astray(library, Shelf.of_user(), key)]
    except StoreUnavailable:
        return []  # that the file can't be read is among the problems of the store


def put_astray(report: Iterable[dict[str, Any]]) -> None:
    """Print it, a line for each document."""
    for each in report:
        open_ones, homeless = len(each["open"]), each["homeless"]
        if open_ones:
            words = n_(
                "{key}: {count} annotation is to be looked at; in the reader {list} lists it.",
                "{key}: {count} annotations are to be looked at; in the reader {list} lists them.",
                open_ones,
            )
        else:
            words = n_(
                "{key}: {count} annotation of a document that the library does not hold.",
                "{key}: {count} annotations of a document that the library does not hold.",
                homeless,
            )
        listed = shown_key("reader.list-orphans", {})
        put(words.format(key=visible(each["document"]), count=open_ones or homeless, list=listed))


def _public(each: Astray) -> dict[str, Any]:
    return {
        "document": each.document,
        "open": [
            {
                "id": found.annotation.id,
                "state": found.state,
                "places": [selector.place for selector in meant(found.annotation)],
                "quote": found.annotation.quote,
                "candidates": [[one.place for one in proposal.selectors] for proposal in found.proposals],
            }
            for found in each.open
        ],
        "homeless": len(each.homeless),
    }
