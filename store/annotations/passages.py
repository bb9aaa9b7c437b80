"""A document's texts as anchoring looks through them: by their words, and by their likeness. Made once for each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from store.annotations.nearness import context_share
from store.annotations.selectors import CONTEXT, Selector, checksum, select
from store.annotations.sharing import Sharing
from store.document import Document
from store.library.folding import fold, spans
from store.library.shingles import shingles

_WEIGHT = 0.25
"""What the neighbours count beside the words themselves."""


class Occurrence(NamedTuple):
    """A place where the very words of a selector stand."""

    place: str
    start: int
    end: int
    """Half-open, in characters of the text."""
    length: int
    """Of the words, folded."""
    context: float
    """The share of what stood around them that still does."""
    same_paragraph: bool
    """Whether the whole text in which they stand is the same as before."""


class Alike(NamedTuple):
    """A block or footnote, and how much it is like the words of a selector."""

    place: str
    likeness: float


class Passages:
    """The texts of one document. What is slow is made when it is first asked for: most annotations need none of it."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._texts = {block.id: block.text for block in document.blocks}
        self._texts |= {note.id: note.text for note in document.footnotes}

    def text(self, place: str) -> str | None:
        """The text of a block or footnote; None where there is none."""
        return self._texts.get(place)

    def is_only(self, place: str) -> bool:
        """Whether no other block or footnote has the same text."""
        return len(self._same[self._folded[place]]) == 1

    def occurrences(self, selector: Selector) -> list[Occurrence]:
        """Where its words stand: as the whole of a text when the whole was meant, else anywhere."""
        quote = fold(selector.quote)
        if not quote:
            return []
        if selector.whole:
            found = [(place, 0, len(self._texts[place])) for place in self._same.get(quote, ())]
        else:
            holding = [place for place, folded in self._folded.items() if quote in folded]
            found = [(place, *span) for place in holding for span in spans(self._texts[place], quote)]
        return [self._occurrence(selector, *each) for each in found]

    def in_place(self, selector: Selector) -> Occurrence | None:
        """Its words where they stood; None where others stand there."""
        text = self._texts.get(selector.place, "")
        start, end = (0, len(text)) if selector.whole else (selector.start, selector.end)
        stands = text[start:end] == selector.quote and fold(selector.quote)
        return self._occurrence(selector, selector.place, start, end) if stands else None

    def _occurrence(self, selector: Selector, place: str, start: int, end: int) -> Occurrence:
        around = map(fold, self._around(place, start, end))
        return Occurrence(
            place,
            start,
            end,
            len(fold(selector.quote)),
            context_share(fold(selector.prefix), fold(selector.suffix), *around),
            checksum(self._texts[place]) == selector.paragraph,
        )

    def selector(self, occurrence: Occurrence, former: Selector) -> Selector:
        """The selector of an occurrence as it stands now."""
        place, start, end = occurrence[:3]
        return select(self.document, place) if former.whole else select(self.document, place, start, end)

    def alike(self, selector: Selector, most: int) -> list[Alike]:
        """The blocks and footnotes likest to the words of a selector, the likest first, at most so many."""
        wanted = shingles(fold(selector.quote if selector.whole else selector.in_paragraph))
        prefix, suffix = fold(selector.prefix), fold(selector.suffix)
        found = []
        for turn, shared, held in self._sharing.most(wanted, 4 * most):
            place = self._places[turn]
            # Of a whole text Dice's coefficient; of words in one how much of them and of their context is there.
            likeness = 2 * shared / (len(wanted) + held) if selector.whole else shared / max(1, len(wanted))
            near = context_share(prefix, suffix, *map(fold, self._around(place, 0, len(self._texts[place]))))
            found.append(Alike(place, (1 - _WEIGHT) * likeness + _WEIGHT * near if selector.whole else likeness))
        return sorted(found, key=lambda each: (each.likeness, each.place == selector.place), reverse=True)[:most]

    def nearest(self, selector: Selector, place: str) -> Selector:
        """What in a block or footnote most likely stands where the words of a selector stood."""
        text = self._texts[place]
        if selector.whole or not text:
            return select(self.document, place)
        start, end = _window(selector, text)
        return select(self.document, place, start, end)

    def _around(self, place: str, start: int, end: int) -> tuple[str, str]:
        """What stands before and after a range, over the borders of paragraphs."""
        at, length = self._flow_starts[place], len(self._texts[place])
        flow = self._flows[place in self.document.by_id]
        first, last = at + start, at + min(end, length)
        return flow[max(0, first - 2 * CONTEXT) : first], flow[last : last + 2 * CONTEXT]

    @cached_property
    def _folded(self) -> dict[str, str]:
        return {place: fold(text) for place, text in self._texts.items()}

    @cached_property
    def _same(self) -> dict[str, list[str]]:
        """The places that have each folded text."""
        found: dict[str, list[str]] = defaultdict(list)
        for place, folded in self._folded.items():
            found[folded].append(place)
        return found

    @cached_property
    def _places(self) -> tuple[str, ...]:
        return tuple(self._folded)

    @cached_property
    def _sharing(self) -> Sharing:
        return Sharing(shingles(folded) for folded in self._folded.values())

    @cached_property
    def _flows(self) -> dict[bool, str]:
        """All blocks in one text (True), and all footnotes (False)."""
        document = self.document
        return {
            True: "".join(block.text for block in document.blocks),
            False: "".join(note.text for note in document.footnotes),
        }

    @cached_property
    def _flow_starts(self) -> dict[str, int]:
        return dict(self._starts())

    def _starts(self) -> Iterator[tuple[str, int]]:
        for held in (self.document.blocks, self.document.footnotes):
            at = 0
            for each in held:
                yield each.id, at
                at += len(each.text)


_HOOK = 6
"""Characters of the context by which the ends of changed words are found."""


def _window(selector: Selector, text: str) -> tuple[int, int]:
    """The range between what stood before and what stood after the words; else the likest range of the same length."""
    before, after = selector.prefix[-_HOOK:], selector.suffix[:_HOOK]
    start = text.find(before) + len(before) if before and before in text else -1
    end = text.find(after, max(start, 0)) if after else -1
    if 0 <= start < end:
        return start, end
    from difflib import SequenceMatcher

    same = SequenceMatcher(None, selector.quote, text, autojunk=False).find_longest_match()
    first = max(0, min(same.b - same.a, len(text) - 1))
    return first, max(first + 1, min(len(text), first + len(selector.quote)))
