"""How an annotation says which words it is about, so that they are found again in a text that has changed.

The forms are those of the W3C Web Annotation model: the id of a block, the position in its text, and the words
themselves with what stands before and after them. Finding them again is anchoring.py's.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal
from zlib import crc32

from store.document import Block, Document, Footnote
from store.library.folding import fold

CONTEXT = 32
"""Characters kept before and after the words, over the borders of paragraphs."""

Scope = Literal["place", "range", "places", "document", "card"]
"""What an annotation is about: a whole block or footnote; words in one; several blocks, or words that run over them;
a document as a whole; the card of a document that the library does not hold."""


@dataclass(frozen=True, slots=True)
class Selector:
    """Words of one block or footnote."""

    place: str
    """Id of the block or footnote."""
    start: int
    end: int
    """Half-open, in characters of its text."""
    quote: str
    """The words: `text[start:end]`."""
    prefix: str = ""
    suffix: str = ""
    """What stands before and after them, in the paragraphs around as well."""
    whole: bool = True
    """All of the text is meant, however long it becomes."""
    rest: int = 0
    """How many characters follow in the same text, at most `CONTEXT`."""
    paragraph: str = ""
    """Checksum of the whole text in which the words stand, folded; empty where that is not known."""

    @property
    def in_paragraph(self) -> str:
        """The words with what of their context stands in the same text."""
        return self.prefix[max(0, len(self.prefix) - self.start) :] + self.quote + self.suffix[: self.rest]

    def to_record(self) -> dict[str, Any]:
        """The form on disk."""
        return {name: getattr(self, name) for name in self.__slots__}

    @classmethod
    def from_record(cls, record: Mapping[str, Any]) -> Selector:
        """The selector that a record holds; raises ValueError for one of another form."""
        kinds = {"start": int, "end": int, "rest": int, "whole": bool}
        record = {"paragraph": "", "rest": 0, **record}
        for name in cls.__slots__:
            if type(record.get(name)) is not kinds.get(name, str):
                raise ValueError(f"selectors.{name}")
        return cls(**{name: record[name] for name in cls.__slots__})


def select(document: Document, place: str, start: int = 0, end: int | None = None) -> Selector:
    """The selector of a range of a block or footnote, or of all of it.

    Raises:
        KeyError: the document has no such place.
        ValueError: the range is empty or does not lie in its text.
    """
    text = document.text_of(place)
    last = len(text) if end is None else end
    if not 0 <= start < last <= len(text) and not (end is None and start == 0):
        raise ValueError(f"{start}–{last} is no range of {place}")
    before, after = around(document, place)
    return Selector(
        place,
        start,
        last,
        text[start:last],
        (before + text[:start])[-CONTEXT:],
        (text[last:] + after)[:CONTEXT],
        whole=start == 0 and last == len(text),
        rest=min(len(text) - last, CONTEXT),
        paragraph=checksum(text),
    )


def checksum(text: str) -> str:
    """By which a text is known again whatever its spaces, widths and script."""
    return f"{crc32(fold(text).encode()):08x}"


def around(document: Document, place: str) -> tuple[str, str]:
    """What stands before and after a block in the text, or a footnote among the notes: `CONTEXT` characters or less."""
    block = document.by_id.get(place)
    held: Sequence[Block | Footnote] = document.blocks if block else document.footnotes
    turn = document.order[place] if block else held.index(document.notes_by_id[place])
    return _flow(held[max(0, turn - CONTEXT) : turn][::-1], -1), _flow(held[turn + 1 : turn + 1 + CONTEXT], 1)


def _flow(neighbours: Sequence[Block | Footnote], towards: int) -> str:
    """The nearest characters of what stands on one side, the nearest neighbour first in the sequence."""
    found = ""
    for neighbour in neighbours:
        if len(found) >= CONTEXT:
            break
        found = found + neighbour.text if towards > 0 else neighbour.text + found
    return found[:CONTEXT] if towards > 0 else found[-CONTEXT:]


def quoted(selectors: Iterable[Selector]) -> str:
    """The words of all selectors, a line each."""
    return "\n".join(each.quote for each in selectors)
