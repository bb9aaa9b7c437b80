"""Where in a text an organ speaks as in a resolution: the whole of one, or the drafts inside a committee's report."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from store.reading.articles import heading_label
from store.reading.drafts import Body
from store.reading.headings import Headings
from store.reading.labels import Label, Style, half_width
from store.reading.masthead_forms import BARE_NUMBER, HEADED, NUMBERED, PROLOGUE
from store.reading.phrases import WEAK_ENDS, deciding_organ, opens_decision, opens_preamble
from store.reading.profile import Profile
from store.reading.speaker import names_speaker, speaker_end

_LETTER = re.compile(r"[A-Z]")
_ACTS = ("决议", "決議", "决定", "決定")
"""How a line ends that names a resolution by its number without a slash."""
_DRAFT = re.compile(r"(?:决议|決議|决定|決定)草案(?:\s?(?:[一二三四五六七八九十]{1,3}|[A-Z]|\d{1,2}|[IVX]{1,4}))?")
_TITLE_LINES = 5
"""Lines between the number of a resolution and the organ that speaks, at most."""
_SPEAKER = 40
"""Characters of a line that names who speaks inside a report, at most."""


@dataclass(frozen=True, slots=True)
class Opening:
    """What stands above the organ that speaks where a text holds several resolutions."""

    label: Label | None
    """Its letter or number: "A", "73/175"."""
    end: int
    """The index of the line that names the organ."""


def opening(body: Body, index: int) -> Opening | None:
    """The title of a resolution that begins at a line; None when none does."""
    line = body[index]
    label = _title_label(body, index)
    if label is None and not _DRAFT.fullmatch(line.text):
        return None
    if label is not None and line.text[label.end :].startswith(("号", "號")):
        return None
    for end in range(index + 1, min(index + 2 + _TITLE_LINES, len(body))):
        if speaker_end(body, end) or deciding_organ(body[end].text):
            return Opening(label, end)
        if body[end].complete or body[end].label is not None or _title_label(body, end):
            return None
    return None


def opens_lettered(body: Body, index: int) -> bool:
    """Whether the first of several resolutions under one number begins at a line, "A"."""
    found = opening(body, index)
    return found is not None and found.label is not None and found.label.style == "letter"


def _title_label(body: Body, index: int) -> Label | None:
    line = body[index]
    if _LETTER.fullmatch(line.text):
        return Label("letter", ord(line.text) - ord("A") + 1, line.text, len(line.text))
    if line.label is not None and line.label.style == "letter" and not line.complete:
        return line.label
    if "/" not in line.text and "／" not in line.text and not line.text.endswith(_ACTS):
        return None
    text = half_width(line.text)
    if named := NUMBERED.match(text):
        digits = re.findall(r"\d+", named["number"])
        return Label("resolution", int(digits[-1]), named["number"], len(line.text)) if digits else None
    if (bare := BARE_NUMBER.match(text)) and not line.row:
        return Label("resolution", int(bare["number"].rpartition("/")[2]), bare["number"], len(line.text))
    headed = HEADED.match(text) if not line.row else None
    if headed is None or not headed["number"] or "/" not in headed["number"]:
        return None
    digits = re.findall(r"\d+", headed["number"])
    return Label("resolution", int(digits[-1]), headed["number"], headed.start("title"))


def speaking(body: Body, headings: Headings, *, resolution: bool) -> list[bool]:
    """For each line whether it stands in a resolution.

    Args:
        body: the lines of the text.
        headings: finds the headings among them.
        resolution: the text as a whole is one, or several.
    """
    if resolution:
        return [True] * len(body)
    speaks = [False] * len(body)
    outer: dict[Style, int] = {}
    index = 0
    while index < len(body):
        if _speaker(body, headings.profile, index):
            end = _end(body, headings, index, outer)
            speaks[index:end] = [True] * (end - index)
            index = end
            continue
        label = body[index].label
        if label is not None:
            outer[label.style] = label.value
        index += 1
    return speaks


def draft_title_end(body: Body, speaks: Sequence[bool], index: int) -> int | None:
    """The index after the title of a draft inside a report, between a sentence and its organ; None when none begins."""
    above = body[index - 1] if index else None
    if above is None or not above.complete or above.ending in WEAK_ENDS:
        return None
    for at in range(index, min(index + _TITLE_LINES, len(body))):
        if speaks[at]:
            return at if at > index else None
        if body[at].complete or body[at].label is not None or body[at].row:
            return None
    return None


def _speaker(body: Body, profile: Profile, index: int) -> bool:
    """Whether a line names the organ of a draft resolution inside another text: no line above goes on with it."""
    line = body[index]
    if names_speaker(body, index):
        return True
    end = speaker_end(body, index) if len(line.text) <= _SPEAKER else None
    if end is None or end >= len(body):
        return False
    before, following = (body[index - 1] if index else None), body[end]
    headed = before is not None and PROLOGUE.fullmatch(before.text) is not None
    apart = before is None or before.complete or line.gap or line.boundary or headed
    if not apart and profile.full(body[index - 1], line):
        return False
    numbered = following.label is not None and following.label.style == "number" and following.label.value == 1
    return numbered or opens_preamble(following.text) or opens_decision(following.text)


def _end(body: Body, headings: Headings, start: int, outer: dict[Style, int]) -> int:
    """Where the text around a draft goes on: at the next title, or at the number that follows its own last.

    Where that is the draft's next as well, a full stop above it closes the draft.
    """
    inner = 0
    for index in range(start + 1, len(body)):
        line = body[index]
        titled = _DRAFT.fullmatch(line.text) or opening(body, index) or heading_label(line)
        if titled or _speaker(body, headings.profile, index):
            return index
        label = line.label
        if label is None or label.style.startswith("item"):
            continue
        turn = label.value == outer.get(label.style, 0) + 1
        closed = turn and inner > 0 and body[index - 1].ending == "。"
        if label.style == "number" and label.value == inner + 1 and not closed:
            inner = label.value
        elif turn and (label.style == "number" or headings.end(index)):
            return index
    return len(body)
