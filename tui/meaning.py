"""What a target means in the app: what it means to the commands, a place of what is read, the initials of a title."""

from __future__ import annotations

from store.document import Document
from store.library.find import Found, Held, Nothing, choose, find
from store.library.library import Library
from store.progress import Progress, silent


def meaning(
    library: Library, target: str, reading: tuple[str, Document] | None = None, progress: Progress = silent
) -> Found:
    """A place of the document that is read, what the library knows, or a title by the initials of its pinyin.

    Raises:
        UnreadableSource: the target is a file that can't be read.
        Cancelled: `progress` said so.
    """
    entry = library.entry(reading[0]) if reading else None
    if reading and entry:
        from store.places import place_named

        if place := place_named(reading[1], target):
            return Held(entry, place)
    found = find(library, target, progress)
    if not isinstance(found, Nothing):
        return found
    if reading and entry:
        from store.library.place_range import is_place_like, places_near

        if is_place_like(target):
            return Held(entry, None, target, places_near(reading[1], target))
    from store.search.titles import titled

    return choose(library, titled(library.known(), target)) or found
