"""Which numbers at the start of a line are those of paragraphs, which of headings, and which are only text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from store.reading.decimals import Decimals
from store.reading.drafts import Body
from store.reading.headings import Headings
from store.reading.labels import Label, Style
from store.reading.lines import Line
from store.reading.phrases import STRONG_ENDS, is_annex
from store.reading.profile import Profile
from store.reading.slips import misread_label

_SHORT = 48
"""Cells of a title under a number in parts, at most."""
_SKIPPED = 15
"""Missing paragraphs over which a sequence is still recognised."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """The verdict on one label."""

    form: Literal["numbered", "heading"]
    end: int
    """Of a heading: the index after its last line."""
    out_of_sequence: bool = False


def number_lines(body: Body, headings: Headings, profile: Profile, speaks: Sequence[bool]) -> dict[int, Numbered]:
    """The verdict on each labelled line that begins a heading or numbered paragraph, by its index.

    Paragraph numbers run through a document; the numbers of headings ("1. 立法" before paragraph 7) do not. A label
    is a heading's when the line has a heading's form and the paragraph of that number still comes. The numbers of a
    draft resolution inside a report, or of an article, are its own: after it the report's go on. `speaks` tells for
    each line whether it stands in a resolution.
    """
    found: dict[int, Numbered] = {}
    upcoming = _upcoming_paragraphs(body, headings)
    expected = 1
    skip_to = 0
    outside = 1
    bracketed: dict[Style, int] = {}
    decimals = Decimals()
    resumed = 0
    for index, line in enumerate(body):
        label, resolution = line.label, speaks[index]
        if resolution and is_annex(line.text):
            expected = 1
        if index and speaks[index - 1] != resolution:
            outside, expected = (expected, 1) if resolution else (1, outside)
        if index >= skip_to and (misread := _misread(body, index, expected, upcoming)):
            line.label = label = misread
        if label is None or index < skip_to:
            continue
        if label.style.startswith("item"):
            end = None if resolution else headings.item_end(index)
            if end is not None and label.value == bracketed.get(label.style, 0) + 1:
                bracketed[label.style] = label.value
                found[index] = Numbered("heading", end)
                skip_to = end
            continue
        if label.style == "decimal":
            if decimals.take(label.printed):
                end = headings.end(index) if decimals.heads(_heads(body, index)) else None
                expected = max(expected, int(label.printed.partition(".")[0]) + 1) if end is None else expected
                found[index] = Numbered("numbered" if end is None else "heading", end or index + 1)
                skip_to = end or index + 1
            continue
        end = headings.end(index)
        if end is not None:
            bracketed.clear()
        if label.style != "number":
            if end is not None and (label.style == "letter" or not resolution):
                found[index] = Numbered("heading", end)
                skip_to = end
            elif label.style == "chinese" and _fresh(body, index, profile):
                found[index] = Numbered("numbered" if end is None else "heading", end or index + 1)
            continue
        if end is not None and _is_heading(body, label, end, expected, upcoming, resolution):
            found[index] = Numbered("heading", end)
            skip_to = end
        elif label.value == expected and (
            index == 0 or label.value > 1 or upcoming[index + 1] == expected + 1 or _fresh(body, index, profile)
        ):
            found[index] = Numbered("numbered", index + 1)
            expected += 1
        elif label.value == resumed and _fresh(body, index, profile):
            found[index] = Numbered("numbered", index + 1)
            expected, resumed = label.value + 1, 0
        elif _fresh(body, index, profile) and _may_follow(line, label, expected, upcoming[index + 1]):
            found[index] = Numbered("numbered", index + 1, out_of_sequence=label.value != 1)
            resumed = expected if label.value == 1 and expected > 1 else resumed
            expected = label.value + 1
    return found


def _may_follow(line: Line, label: Label, expected: int, following: int | None) -> bool:
    """Whether a number out of its turn is a paragraph's all the same: near it, or in an extract that goes on so."""
    if label.value == 1 or -_SKIPPED < label.value - expected < _SKIPPED:
        return True
    goes_on = following is None or following == 1 or following > label.value
    return label.value > expected and (following == label.value + 1 or (goes_on and line.complete))


def _misread(body: Body, index: int, expected: int, upcoming: Sequence[int | None]) -> Label | None:
    """The number whose turn it is, where it was misread: after a stop, or before a second the first."""
    line = body[index]
    if line.row or (line.label is not None and line.label.style == "number"):
        return None
    label = misread_label(line.text)
    if label is None or label.value != expected or index == 0:
        return None
    before = body[index - 1]
    if expected == 1:
        return label if before.complete and upcoming[index + 1] == 2 else None
    return label if before.ending and before.ending in STRONG_ENDS else None


def _heads(body: Body, index: int) -> bool:
    """Whether a line with a number in parts, "2.1 背景", is the title of what follows: short, and text comes below."""
    line, following = body[index], body[index + 1] if index + 1 < len(body) else None
    if following is None or line.cells > _SHORT or "，" in line.text:
        return False
    return following.label is None or following.label.style != "decimal"


def _is_heading(
    body: Body, label: Label, end: int, expected: int, upcoming: Sequence[int | None], resolution: bool
) -> bool:
    if label.value != expected:
        return not (resolution and label.value > 1)
    if resolution or ("，" in body[end - 1].text and (expected > 1 or body[end - 1].cells > _SHORT)):
        return False
    following = upcoming[end]
    if following is None:
        line = body[end] if end < len(body) else None
        return line is not None and line.label is None and not line.boundary
    return following == label.value


def _upcoming_paragraphs(body: Body, headings: Headings) -> list[int | None]:
    """For each line, and for the end, the number of the next line that has a number and no heading's form."""
    upcoming: list[int | None] = [None] * (len(body) + 1)
    for index in range(len(body) - 1, -1, -1):
        label = body[index].label
        numbers = label is not None and label.style == "number" and headings.end(index) is None
        upcoming[index] = label.value if numbers and label is not None else upcoming[index + 1]
    return upcoming


def _fresh(body: Body, index: int, profile: Profile) -> bool:
    """Whether the line before ended what it was saying, so that a label here begins something."""
    if index == 0:
        return True
    before, line = body[index - 1], body[index]
    return before.complete or profile.begins(line) or not profile.wrapped(line) or not profile.full(before, line)
