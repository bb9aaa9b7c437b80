"""The call of a footnote: which sign in which text calls which note."""

from __future__ import annotations

from dataclasses import dataclass

from store.document import Span

_STOPS = "，。；：、》）”"


@dataclass(frozen=True, slots=True)
class Call:
    """One sign in one text that calls one note."""

    text: int
    """Which text, by its index in reading order."""
    span: Span
    """The sign with the spaces that only set it off."""
    note: str
    how: str
    """"told" by the file, "raised", "flat" (a digit without its height) or "misread"."""


def with_space(text: str, span: Span) -> Span:
    """The span and the spaces that set the sign off from Chinese on either side."""
    start, end = span
    if start and text[start - 1] == " " and not text[max(0, start - 2)].isascii():
        start -= 1
    if text[end : end + 1] == " " and (
        not text[end + 1 : end + 2].isascii() or end + 1 == len(text) or text[start - 1 : start] in _STOPS
    ):
        end += 1
    return Span(start, end)
