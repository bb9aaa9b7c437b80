"""Which raised characters call a note, and which are powers, units and ordinals."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from store.reading.marks import Mark
from store.reading.pdf.typeset import Piece, Spot

_SIGN = re.compile(r"\d+|\*+|[†‡]|[a-z](?![a-z])")
_UNIT = re.compile(r"(?:^|[^A-Za-z])(?:[kcdm]?m|ft|s)$")


class Calls:
    """Tells the calls of a document in order of reading."""

    def __init__(self, labels: Collection[str]) -> None:
        self._all = set(labels)
        self._last = 0

    def marks_of(self, line: Piece, at: int, beside: Collection[str]) -> Iterator[Mark]:
        """The calls on a line.

        Args:
            line: the line.
            at: where in the text it begins.
            beside: the labels of the notes on its page.
        """
        for spot in line.spots:
            if spot.kind == "raised":
                yield from (
                    Mark(at + start, at + end, "call", label) for start, end, label in self._in(spot, line, beside)
                )

    def _in(self, spot: Spot, line: Piece, beside: Collection[str]) -> Iterator[tuple[int, int, str]]:
        found = list(self._signs(spot, beside))
        if not found or not self._may_call(line.text[: spot.start], found[0][2], beside):
            return
        if _SIGN.sub("", spot.value).strip(" ,，、⸴˒"):
            return
        end = spot.start
        for _, stop, label in found:
            yield end, stop, label
            end = stop
            self._last = int(label) if label.isdecimal() else self._last

    def _signs(self, spot: Spot, beside: Collection[str]) -> Iterator[tuple[int, int, str]]:
        """The labels in a raised stretch, where the text holds it as it stands."""
        for match in _SIGN.finditer(spot.value):
            start, end = spot.start + match.start(), spot.start + match.end()
            if match[0] in beside or match[0] in self._all or not match[0].isdecimal():
                if match[0] in self._all:
                    yield start, end, match[0]
                continue
            for part in _row(match[0], beside or self._all):
                yield start, start + len(part), part
                start += len(part)

    def _may_call(self, before: str, label: str, beside: Collection[str]) -> bool:
        if _UNIT.search(before):
            return False
        if before[-1:].isdecimal():
            return label in beside and label.isdecimal() and int(label) == self._last + 1
        return True


def _row(digits: str, labels: Collection[str]) -> list[str]:
    """The numbers that follow each other by one in a row of digits; none where it can't be told."""
    for length in (1, 2, 3):
        row, rest = [digits[:length]], digits[length:]
        while rest and rest.startswith(following := str(int(row[-1]) + 1)):
            row.append(following)
            rest = rest.removeprefix(following)
        if not rest and len(row) > 1 and all(part in labels for part in row):
            return row
    return []
