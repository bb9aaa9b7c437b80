"""The text of a document as it is put together from its paragraphs, and the marks on it."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise

from store.reading.docx.notes import Called
from store.reading.docx.raised import sign_of
from store.reading.docx.writing import Group, Paragraph, joined
from store.reading.marks import Mark
from store.reading.markup import plain
from store.reading.passage import whole
from store.reading.source import Extract

_LIKE_MARKUP = re.compile(r"[\\*_<\[]")
_LIKE_A_SIGN = re.compile(r"\s*(?:#{1,6}\s|>)")
_MOST = 80
"""Characters of a heading, at most."""
_STOPS = tuple("。；;：:，,、！？")
_CALLS = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹*\s]+$")


class Printer:
    """Prints paragraphs one after the other."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._marks: list[Mark] = []

    def add(self, block: Paragraph | Group) -> None:
        """A paragraph or a group of lines, set off by a blank line."""
        self._open()
        if self._pieces and isinstance(block, Paragraph) and block.apart:
            self._print("\n")
        for line in block.lines if isinstance(block, Group) else (block,):
            start = self._length
            heads = line.heading is not None and _is_short(line.text)
            self._line(joined([line], "") if heads or line.contents else line)
            if (isinstance(block, Group) and block.rows) or line.contents:
                self._marks.append(Mark(start, self._length, "row"))
            else:
                self._marks.append(Mark(start, self._length, "paragraph"))
                if heads:
                    self._marks.append(Mark(start, self._length, "heading", str(line.heading)))
            self._print("\n")

    def add_note(self, called: Called, paragraphs: list[Paragraph]) -> None:
        """A footnote, its sign first, each of its paragraphs on a line."""
        self._open()
        start = self._length
        sign = sign_of(called.label)
        self._print(("\\" if sign[0] in "*#+-" else "") + sign)
        for turn, paragraph in enumerate(paragraphs):
            self._print("\n" if turn else " ")
            self._line(paragraph)
        self._marks.append(Mark(start, self._length, "note", called.label))
        self._print("\n")

    def add_edge(self, kind: str, line: Paragraph) -> None:
        """A line of a header or footer."""
        self._open()
        start = self._length
        self._print(line.text)
        self._marks.append(Mark(start, self._length, "furniture", kind))
        self._print("\n")

    def extract(self) -> Extract:
        """All that was printed."""
        return Extract("".join(self._pieces), tuple(sorted(self._marks)))

    def _open(self) -> None:
        if self._pieces:
            self._print("\n")

    def _line(self, paragraph: Paragraph) -> None:
        """Print a paragraph so that nothing in it is taken for markup."""
        text = paragraph.text.replace("\t", " ")
        places = _escaped(text)
        for mark in paragraph.marks:
            start = self._length + mark.start + bisect_right(places, mark.start)
            end = self._length + mark.end + bisect_right(places, mark.end - 1)
            self._marks.append(mark._replace(start=start, end=end))
        for at, place in pairwise((0, *places)):
            self._print(text[at:place] + "\\")
        self._print(text[places[-1] if places else 0 :])

    def _print(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)


def _escaped(text: str) -> list[int]:
    """The places before which a sign stands that would be taken for markup."""
    places = []
    if match := _LIKE_A_SIGN.match(text):
        places.append(match.end() - len(match[0].lstrip()))
    start = 0
    for line in text.splitlines(keepends=True):
        if _LIKE_MARKUP.search(line) and plain(whole(line, 0, len(line))).text != line:
            places += [start + match.start() for match in _LIKE_MARKUP.finditer(line)]
        start += len(line)
    return sorted(set(places))


def _is_short(text: str) -> bool:
    core = _CALLS.sub("", text)
    return len(core) <= _MOST and not core.endswith(_STOPS)
