"""The verbs that look after the library: `list` and `remove`. Each returns its exit code; `add` is in adding.py."""

from __future__ import annotations

import sys

from store.annotations.shelf import Shelf
from store.errors import UnknownTarget
from store.library.entry import public
from store.library.library import Library
from tui import printing
from tui.language import _, n_
from tui.printing import put, put_json, say
from tui.refusals import refusal_words
from tui.streams import is_terminal
from tui.verbs import DONE, NOTHING, USAGE, held


def list_entries(as_json: bool) -> int:
    """Print the library."""
    entries = Library().entries()
    if as_json:
        put_json([public(entry) for entry in entries])
    else:
        printing.put_entries(entries)
    return DONE


def remove(targets: tuple[str, ...], yes: bool) -> int:
    """Take added documents out of the library; what was noted on them stays, and is asked about before."""
    library, shelf = Library(), Shelf.of_user()
    counts = shelf.counts()
    code = DONE
    for target in targets:
        try:
            key = held(library, target).entry.key
        except UnknownTarget as error:
            say(refusal_words(str(error)))
            code = NOTHING
            continue
        notes = counts.get(key, 0)
        entry = library.entry(key)
        if notes and not yes and entry and not entry.bundled and not _agreed(key, notes):
            code = USAGE
            continue
        put(library.remove(key, with_symbol=not notes).key)
        if notes:
            say(notes_stay(key, notes))
    return code


def notes_stay(key: str, notes: int) -> str:
    """What becomes of the annotations of a document that was taken out."""
    kept = n_(
        "{count} annotation on {key} is kept: it is there again when the file is added again.",
        "{count} annotations on {key} are kept: they are there again when the file is added again.",
        notes,
    )
    return kept.format(count=notes, key=key)


def _agreed(key: str, notes: int) -> bool:
    """Whether the user wants an annotated document out; where nobody can be asked, no."""
    question = n_("{key} has {count} annotation.", "{key} has {count} annotations.", notes).format(key=key, count=notes)
    if not (is_terminal(sys.stdin) and is_terminal(sys.stderr)):
        say(question + " " + _("It was not removed: --yes removes it and keeps them."))
        return False
    import click

    return click.confirm(question + " " + _("They are kept. Remove the document?"), err=True)
