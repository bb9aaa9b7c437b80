"""A text written piece by piece, with marks on what is written. For files that know more than their words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from store.reading.marks import Mark, MarkKind

_SPACE = re.compile(r"[ \t\n\r\f\xa0]+")


@dataclass(slots=True)
class _Open:
    kind: MarkKind
    value: str
    start: int | None = None
    """None before its first word."""


class Written:
    """What was written so far. Breaks and spaces wait for the words after them: none stands at an end."""

    def __init__(self) -> None:
        self.marks: list[Mark] = []
        self._parts: list[str] = []
        self._length = 0
        self._breaks = 0
        self._space = ""
        self._open: dict[int, _Open] = {}
        """The marks that are not ended."""
        self._begun = 0
        self._paragraph: int | None = None
        self._fresh = True
        """A paragraph begins with the next word."""
        self._flat = 0
        self._before = ""
        """What goes before the next word."""

    @property
    def text(self) -> str:
        """All of it."""
        return "".join(self._parts) + ("\n" if self._parts else "")

    def finish(self) -> None:
        """End the last paragraph."""
        if self._paragraph is not None:
            self.marks.append(Mark(self._paragraph, self._length, "paragraph"))
            self._paragraph = None

    def flow(self, text: str) -> None:
        """Running text: white space in it is one space, and between Chinese characters none where a line was broken."""
        at = 0
        for match in _SPACE.finditer(text):
            self.put(text[at : match.start()])
            self._space = self._space + match[0]
            at = match.end()
        self.put(text[at:])

    def put(self, text: str) -> None:
        """Words as they are, without a line break in them."""
        if not text:
            return
        if self._breaks and self._parts:
            self.finish()
            self._add("\n" * self._breaks)
        elif self._space and self._parts and not (_is_layout(self._space) and _wide(self._last) and _wide(text[0])):
            self._add(" ")
        self._breaks, self._space = 0, ""
        if self._fresh and not self._flat:
            self._paragraph = self._length
        self._fresh = False
        for mark in self._open.values():
            mark.start = self._length if mark.start is None else mark.start
        if self._before:
            self._add(self._before)
            self._before = ""
        self._add(text)

    def break_line(self) -> None:
        """The next words begin a line; a second one leaves a line blank."""
        if self._flat:
            self._space = " "
        elif not self._fresh:
            self._breaks, self._space = self._breaks + 1, ""

    def break_paragraph(self) -> None:
        """The next words begin a paragraph, after a blank line."""
        if self._flat:
            self._space = " "
            return
        self._breaks, self._space, self._fresh = max(2, self._breaks), "", True

    def go_on(self) -> None:
        """The next words stand on this line, after a space."""
        self._breaks, self._space, self._fresh = 0, " ", False

    def say_before(self, text: str) -> None:
        """Something goes before the next words, on their line."""
        self._before += text

    def take_back(self) -> str:
        """What waits to go before the next words, which then goes nowhere."""
        before, self._before = self._before, ""
        return before

    def begin(self, kind: MarkKind, value: str = "") -> int:
        """Mark what is written from now on; answers what ends the mark."""
        self._begun += 1
        self._open[self._begun] = _Open(kind, value)
        return self._begun

    def end(self, number: int) -> None:
        """End a mark that was begun; it is none if nothing was written."""
        ended = self._open.pop(number)
        if ended.start is not None:
            self.marks.append(Mark(ended.start, self._length, ended.kind, ended.value))

    @contextmanager
    def marked(self, kind: MarkKind, value: str = "") -> Iterator[None]:
        """Mark what is written meanwhile, if anything is."""
        number = self.begin(kind, value)
        yield
        self.end(number)

    @contextmanager
    def on_one_line(self) -> Iterator[None]:
        """Breaks are spaces meanwhile."""
        self._flat += 1
        yield
        self._flat -= 1

    @property
    def _last(self) -> str:
        return self._parts[-1][-1]

    def _add(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)


def _is_layout(space: str) -> bool:
    return "\n" in space and "\xa0" not in space


def _wide(character: str) -> bool:
    return "\u2e80" <= character <= "\uff60"
