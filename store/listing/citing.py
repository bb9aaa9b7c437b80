"""What the annotated places cite, as the index knows it: the passage itself and the footnotes that it calls.

Only documents whose footnotes cite something are read, for which passages call these.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from store.annotations.records import Annotation
from store.document import Document
from store.errors import UnknownTarget, UnreadableSource
from store.library.library import Library
from store.listing.listing import Listing, Source
from store.progress import Progress, silent

Cited = Mapping[str, tuple[tuple[int, int, str], ...]]
"""By block or footnote of a document: half-open range of the words, and the symbol that they cite."""

_FOOTNOTE = "fn"


class Citations:
    """What is cited in annotated documents, looked up once for each as long as its file is the same."""

    def __init__(self, library: Library) -> None:
        """Look nothing up yet."""
        self._library = library
        self._cited: dict[str, Cited] = {}
        self._calls: dict[tuple[str, str], tuple[str, ...]] = {}
        """By document and block, the footnotes that it calls."""

    def of(
        self, listing: Listing, sources: Iterable[Source] | None = None, progress: Progress = silent
    ) -> dict[str, set[int]]:
        """By symbol, the annotations of a list whose places cite it.

        Args:
            listing: The list.
            sources: The documents to look at; all when they are not named.
            progress: Is told how far it is.

        Raises:
            Cancelled: `progress` said so.
        """
        wanted = list(listing.sources if sources is None else sources)
        self._look_up(wanted)
        found: defaultdict[str, set[int]] = defaultdict(set)
        for turn, source in enumerate(wanted):
            progress("documents", turn, len(wanted))
            for index in range(source.first, source.after):
                for symbol in self._symbols(source, listing.annotations[index]):
                    found[symbol].add(index)
        return dict(found)

    def _symbols(self, source: Source, annotation: Annotation) -> Iterator[str]:
        if annotation.scope == "card":
            yield annotation.document
        cited = self._cited.get(_digest(source), {})
        if not cited:
            return
        ranges = _ranges(annotation)
        for place, (start, end) in ranges.items():
            yield from (symbol for at, after, symbol in cited.get(place, ()) if at < end and after > start)
        if any(place.startswith(_FOOTNOTE) for place in cited):
            for note in (note for place in ranges for note in self._called(source, place, annotation)):
                yield from (symbol for _at, _after, symbol in cited.get(note, ()))

    def _called(self, source: Source, place: str, annotation: Annotation) -> tuple[str, ...]:
        digest = _digest(source)
        if (digest, place) not in self._calls:
            self._read_calls(source)
        return self._calls.get((digest, place), ())

    def _read_calls(self, source: Source) -> None:
        digest = _digest(source)
        document = self._text(source)
        for block in document.blocks if document else ():
            called = dict.fromkeys(marker.footnote for marker in block.markers if marker.footnote)
            self._calls[digest, block.id] = tuple(called)

    def _text(self, source: Source) -> Document | None:
        try:
            return self._library.document(source.key)
        except (UnknownTarget, UnreadableSource):
            return None

    def _look_up(self, sources: Iterable[Source]) -> None:
        new = [digest for source in sources if (digest := _digest(source)) and digest not in self._cited]
        self._cited |= {digest: {} for digest in new}
        self._cited |= self._library.cited_in(new)


def _digest(source: Source) -> str:
    return source.entry.digest if source.entry and not source.entry.problem else ""


def _ranges(annotation: Annotation) -> dict[str, tuple[int, int]]:
    """By place, the range that is meant: of a whole block all of it, however long."""
    if not annotation.selectors:
        return {annotation.place: (0, 1 << 60)} if annotation.place else {}
    found: dict[str, tuple[int, int]] = {}
    for each in annotation.selectors:
        span = (0, 1 << 60) if each.whole else (each.start, each.end)
        known = found.get(each.place, span)
        found[each.place] = min(known[0], span[0]), max(known[1], span[1])
    return found
