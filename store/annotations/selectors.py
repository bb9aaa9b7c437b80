"""How an annotation says which words it is about, so that they are found again in a text that has changed.

The forms are those of the W3C Web Annotation model: the id of a block, the position in its text, and the words
themselves with what stands before and after them. Finding them again is anchoring.py's.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from store.document import Document

CONTEXT = 32
"""Characters kept before and after the words."""

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
    """What stands before and after them in the same text."""
    whole: bool = True
    """All of the text is meant, however long it becomes."""

    def to_record(self) -> dict[str, Any]:
        """The form on disk."""
        return {name: getattr(self, name) for name in self.__slots__}

    @classmethod
    def from_record(cls, record: Mapping[str, Any]) -> Selector:
        """The selector that a record holds; raises ValueError for one of another form."""
        kinds = {"start": int, "end": int, "whole": bool}
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
    return Selector(
        place,
        start,
        last,
        text[start:last],
        text[max(0, start - CONTEXT) : start],
        text[last : last + CONTEXT],
        whole=start == 0 and last == len(text),
    )


def quoted(selectors: Iterable[Selector]) -> str:
    """The words of all selectors, a line each."""
    return "\n".join(each.quote for each in selectors)
