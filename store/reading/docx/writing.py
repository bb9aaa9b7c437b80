"""The text of one paragraph as it is put together, with what the file says of stretches of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from store.reading.docx.raised import lowered, raised
from store.reading.marks import Mark, MarkKind

_UNSEEN = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")
_SPACES = re.compile(r"[\r\n\t\f\v\x1c-\x1e\x85\u2028\u2029]")


@dataclass(slots=True)
class Paragraph:
    """One paragraph as it is to be printed: lines, of which all but the first go on."""

    text: str
    marks: tuple[Mark, ...] = ()
    """On stretches of its text."""
    heading: int | None = None
    """Its level, when its style makes it a heading."""
    contents: bool = False
    """It is a line of a table of contents."""
    apart: bool = False
    """An empty paragraph stands before it."""


@dataclass(slots=True)
class Group:
    """Paragraphs on lines without a blank one between them: a masthead's cells, or the rows of a table."""

    lines: list[Paragraph]
    rows: bool = False


@dataclass(slots=True)
class Writing:
    """A paragraph being written."""

    text: str = ""
    marks: list[Mark] = field(default_factory=list)
    _height: str = "baseline"
    _pending: str = ""

    def write(self, text: str, height: str = "baseline") -> None:
        """Put text at the end, at a height; what stands side by side at one height is judged together."""
        if height != self._height:
            self.settle()
            self._height = height
        if height == "baseline":
            self.text += _SPACES.sub(" ", _UNSEEN.sub("", text))
        else:
            self._pending += _SPACES.sub(" ", _UNSEEN.sub("", text))

    def break_line(self) -> None:
        """End the line; the paragraph goes on."""
        self.settle()
        self.text += "\n"

    def tab(self) -> None:
        """Put a tab at the end."""
        self.settle()
        self.text += "\t"

    def mark(self, start: int, kind: MarkKind, value: str) -> None:
        """Say what the text from a place to the end is."""
        self.settle()
        if self.text[start:].strip():
            self.marks.append(Mark(start, len(self.text), kind, value))

    def settle(self) -> int:
        """Put raised and lowered text that waits for its end into the text; answers the text's length."""
        text, height = self._pending, self._height
        self._pending, self._height = "", "baseline"
        if text and height == "superscript":
            printed, calls = raised(text, self.text)
            start = len(self.text) + len(printed) - len(printed.lstrip())
            self.text += printed
            if calls:
                self.marks.append(Mark(start, len(self.text.rstrip()), "call", printed_label(text)))
        elif text:
            self.text += lowered(text)
        return len(self.text)


def printed_label(text: str) -> str:
    """The label that a typed sign shows."""
    return text.strip().rstrip("/")


def joined(parts: list[Paragraph], between: str) -> Paragraph:
    """Several paragraphs on one line."""
    text, marks = "", []
    for turn, part in enumerate(parts):
        text += between if turn else ""
        marks += [each._replace(start=each.start + len(text), end=each.end + len(text)) for each in part.marks]
        text += re.sub(r"[\n\t]", " ", part.text)
    return Paragraph(text, tuple(marks))
