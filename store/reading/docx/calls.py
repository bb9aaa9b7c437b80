"""The calls of notes in the text: signs that Word counts, and signs that the author typed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from unicodedata import normalize
from xml.etree.ElementTree import Element

from store.reading.docx.notes import NoteSigns
from store.reading.docx.raised import sign_of
from store.reading.docx.settings import NoteKind
from store.reading.docx.writing import Writing

REFERENCES: Mapping[str, NoteKind] = {"footnoteReference": "footnote", "endnoteReference": "endnote"}
_TYPED = re.compile(r"\s*(?P<sign>[*＊†‡§¶#]{1,6}|\d{1,3}/?|[A-Za-z]{1,2}(?![A-Za-z]))")
_STARS = re.compile(r"\*{1,6}")
_UNSAID = "*"


class Calls:
    """Prints the signs of the notes that one story calls; none where notes can't be called."""

    def __init__(self, signs: NoteSigns | None) -> None:
        self._signs = signs
        self._awaited: tuple[NoteKind, str] | None = None
        """A note whose typed sign comes next."""

    def call(self, reference: Element, writing: Writing) -> None:
        """A note is called here; its sign is printed, or typed next."""
        if self._signs is None:
            return
        self.finish(writing)
        kind, note = REFERENCES[reference.tag], reference.get("id", "")
        if reference.get("customMarkFollows", "0") not in ("0", "false", "off"):
            self._awaited = kind, note
        else:
            _print(writing, self._signs.call(kind, note))

    def take(self, writing: Writing, text: str, height: str) -> str:
        """Print what of a text is a typed sign; answers the rest."""
        if self._awaited is not None and text.strip():
            match = _TYPED.match(text)
            self._custom(writing, match["sign"] if match else _UNSAID)
            return text[match.end() :] if match else text
        if height == "superscript" and _STARS.fullmatch(text) and self._goes_on(writing):
            self._lengthen(writing, text)
            return ""
        return text

    def finish(self, writing: Writing) -> None:
        """A paragraph ends, or another note is called: a sign that was not typed by now never will be."""
        if self._awaited is not None:
            self._custom(writing, _UNSAID)

    def turn_page(self) -> None:
        """Another page begins."""
        if self._signs is not None:
            self._signs.page += 1

    def _custom(self, writing: Writing, sign: str) -> None:
        assert self._awaited is not None and self._signs is not None
        label = normalize("NFKC", sign).rstrip("/")
        _print(writing, label)
        self._signs.call_custom(*self._awaited, label)
        self._awaited = None

    def _goes_on(self, writing: Writing) -> bool:
        """Whether a typed sign of stars was just printed, so that more of them belong to it."""
        end = writing.settle()
        if self._signs is None or not self._signs.called or not writing.marks:
            return False
        last, called = writing.marks[-1], self._signs.called[-1]
        return called.custom and _STARS.fullmatch(called.label) is not None and last[1:] == (end, "call", called.label)

    def _lengthen(self, writing: Writing, stars: str) -> None:
        """Print the rest of a typed sign that was cut into several runs."""
        assert self._signs is not None
        mark, called = writing.marks.pop(), self._signs.called.pop()
        label = called.label + stars
        writing.write(stars)
        writing.mark(mark.start, "call", label)
        self._signs.call_custom(called.kind, called.id, label)


def _print(writing: Writing, label: str) -> None:
    start = writing.settle()
    writing.write(sign_of(label))
    writing.mark(start, "call", label)
