"""Text that remembers where in the source each of its characters stood."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from store.document import Run


@dataclass(frozen=True, slots=True)
class Passage:
    """Some text and the runs of the source that it was taken from, in order.

    A character that no run covers was put in between two runs (a space where two Latin words were
    joined); all others stand in the source unchanged.
    """

    text: str
    runs: tuple[Run, ...]

    def slice(self, start: int, end: int | None = None) -> Passage:
        """The part between two positions."""
        stop = len(self.text) if end is None else end
        if start == 0 and stop == len(self.text):
            return self
        return self.keep(((start, stop),))

    def keep(self, spans: Iterable[tuple[int, int]]) -> Passage:
        """What stands in the given spans of the text, which are in order and apart, closed up."""
        texts: list[str] = []
        runs: list[Run] = []
        length = 0
        turn, own = 0, self.runs
        for start, end in spans:
            while turn < len(own) and own[turn].at + own[turn].length <= start:
                turn += 1
            while turn < len(own) and own[turn].at < end:
                at, source, size = own[turn]
                low, high = max(start, at), min(end, at + size)
                if low < high:
                    runs.append(Run(length + low - start, source + low - at, high - low))
                if at + size > end:
                    break
                turn += 1
            texts.append(self.text[start:end])
            length += end - start
        return Passage("".join(texts), tuple(runs))

    def without(self, spans: Sequence[tuple[int, int]]) -> Passage:
        """The rest when the spans, in order and apart, are taken out."""
        if not spans:
            return self
        kept: list[tuple[int, int]] = []
        at = 0
        for start, end in spans:
            if at < start:
                kept.append((at, start))
            at = end
        if at < len(self.text):
            kept.append((at, len(self.text)))
        return self.keep(kept)

    def strip(self) -> Passage:
        """Without the white space at both ends."""
        stripped = self.text.strip()
        if len(stripped) == len(self.text):
            return self
        start = len(self.text) - len(self.text.lstrip())
        return self.slice(start, start + len(stripped))


EMPTY = Passage("", ())


def whole(source: str, start: int, end: int) -> Passage:
    """The stretch `source[start:end]` as it stands."""
    return Passage(source[start:end], (Run(0, start, end - start),) if start < end else ())


def joined(passages: Sequence[Passage], separators: Sequence[str]) -> Passage:
    """Passages one after the other; `separators[i]` goes between the i-th and the next."""
    if len(passages) == 1:
        return passages[0]
    texts: list[str] = []
    runs: list[Run] = []
    length = 0
    for index, passage in enumerate(passages):
        if index:
            texts.append(separators[index - 1])
            length += len(separators[index - 1])
        for at, source, size in passage.runs:
            runs.append(Run(length + at, source, size))
        texts.append(passage.text)
        length += len(passage.text)
    return Passage("".join(texts), tuple(runs))
