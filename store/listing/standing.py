"""Where annotations stand in the texts of today, how one cites that, and what is cited there.

A document is read when somebody first asks for one of its annotations, and never for a list alone. For workers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from store.annotations.records import Annotation
from store.document import Document
from store.errors import UnknownTarget, UnreadableSource
from store.export.sections import Entry, Section, entries
from store.library.library import Library
from store.listing.listing import Listing, Source
from store.progress import Progress, silent


class Standings:
    """What was found out of where annotations stand."""

    def __init__(self, library: Library) -> None:
        """Find nothing out yet."""
        self._library = library
        self._known: dict[str, Entry] = {}

    def known(self, annotation: Annotation) -> Entry | None:
        """Where it stands; None as long as nobody has looked, or since it was changed."""
        entry = self._known.get(annotation.id)
        return entry if entry and entry.annotation == annotation else None

    def look(self, listing: Listing, source: Source, document: Document | None = None) -> Sequence[Entry]:
        """Look where the annotations of one document stand, in its order.

        Args:
            listing: The list.
            source: The document.
            document: Its text, where that is at hand.
        """
        annotations = listing.annotations[source.first : source.after]
        if any(self.known(each) is None for each in annotations):
            text = document or self._text(source)
            self._known |= {each.annotation.id: each for each in entries(Section(source.key, text, annotations))}
        found = (self._known[each.id] for each in annotations)
        return list(found)

    def look_all(
        self, listing: Listing, sources: Iterable[Source] | None = None, progress: Progress = silent
    ) -> Iterator[tuple[int, Entry]]:
        """Look where all stand, document by document: each annotation's index and what is known of it.

        Raises:
            Cancelled: `progress` said so.
        """
        wanted = list(listing.sources if sources is None else sources)
        for turn, source in enumerate(wanted):
            progress("documents", turn, len(wanted))
            yield from enumerate(self.look(listing, source), source.first)

    def _text(self, source: Source) -> Document | None:
        if source.entry is None or source.entry.problem:
            return None
        try:
            return self._library.document(source.key)
        except (UnknownTarget, UnreadableSource):  # it went, or became unreadable, since the library was looked at
            return None
