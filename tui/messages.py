"""Requests that several screens send to the app, which alone knows where each of them leads, and its answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

from store.document import Document

if TYPE_CHECKING:
    from store.library.find import Found


class OpenDocument(Message):
    """Show a document of the library."""

    def __init__(self, key: str, place: str | None = None, words: str = "", *, beside: bool = False) -> None:
        super().__init__()
        self.key = key
        self.place = place
        """Id of a block or footnote; None for where the reader last stood."""
        self.words = words
        """What was searched for, to be lit in the text."""
        self.beside = beside
        """Whether it is shown in a second pane, beside what is read."""


class OpenTarget(Message):
    """Show what a symbol, a number, a place or a title means, whether it is held, only cited, or unknown."""

    def __init__(self, target: str, reading: tuple[str, Document] | None = None, *, beside: bool = False) -> None:
        super().__init__()
        self.target = target
        self.reading = reading
        """The document that is read, with its key, when the target may be a place in it."""
        self.beside = beside
        """Whether a document is shown in a second pane, beside what is read."""


class ResumeReading(Message):
    """Open what was open last."""


class LeaveScreen(Message):
    """Close the screen that asks: a card for what lies under it, the reader for the library."""


class AnnotateDocument(Message):
    """Offer what can be put on the document that is read as a whole."""


class OpenCard(Message):
    """Show what the library says of a symbol, whether it holds the document or not."""

    def __init__(self, symbol: str) -> None:
        super().__init__()
        self.symbol = symbol


class TargetFound(Message):
    """The store knows what a target means."""

    def __init__(self, found: Found, *, beside: bool = False) -> None:
        super().__init__()
        self.found = found
        self.beside = beside
