"""The verbs that look after the library: `list`, `add`, `remove`. Each returns its exit code."""

from __future__ import annotations

from pathlib import Path

from store.library.entry import Entry, public
from store.library.library import Library
from tui import printing
from tui.language import _
from tui.printing import put, put_json, say
from tui.verbs import DONE, UNREADABLE, held


def list_entries(as_json: bool) -> int:
    """Print the library."""
    entries = Library().entries()
    if as_json:
        put_json([public(entry) for entry in entries])
    else:
        printing.put_entries(entries)
    return DONE


def add(files: tuple[str, ...], symbol: str | None) -> int:
    """Copy files into the library; annotations made under another key follow."""
    from store.errors import UnreadableSource

    library, code = Library(), DONE
    for file in files:
        try:
            before = {entry.digest: entry.key for entry in library.entries()}
            entry = library.add(Path(file), symbol)
        except UnreadableSource as error:
            say(str(error))
            code = UNREADABLE
            continue
        _carry_annotations(library, entry, before.get(entry.digest, entry.own_key))
        put(entry.key)
        if entry.digest in before and before[entry.digest] == entry.key:
            say(_("{key} is in the library already.").format(key=entry.key))
    return code


def remove(targets: tuple[str, ...]) -> int:
    """Take added documents out of the library."""
    library = Library()
    for target in targets:
        put(library.remove(held(library, target).entry.key).key)
    return DONE


def _carry_annotations(library: Library, entry: Entry, before: str) -> None:
    """What was noted and bookmarked in the text before it had its symbol belongs to it still."""
    if before != entry.key and library.entry(before) is None:
        from store.annotations.shelf import Shelf
        from store.bookmarks import Bookmarks
        from store.paths import annotations_folder

        Shelf(annotations_folder()).rename(before, entry.key)
        Bookmarks().rename(before, entry.key)
