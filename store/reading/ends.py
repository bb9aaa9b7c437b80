"""Where a text ends and where it goes on: short lines, targets, clauses of a treaty, calls on lines of their own."""

from __future__ import annotations

import re

from store.reading.drafts import Body, Draft
from store.reading.lines import Line
from store.reading.phrases import (
    CALLED,
    CLOSING,
    GOES_THROUGH,
    RAISED_END,
    WEAK_ENDS,
    agrees_on_what_follows,
    dates_a_meeting,
    is_chapeau,
    opens_preamble,
)
from store.reading.profile import SHORT, Profile, is_cut, is_running

NARROW = 36
"""The same where blank lines part paragraphs: only a very short line ends without one."""
JOINING = '、和与及或的在由对向第（(《“"/-'
"""Ends at which nothing ends."""

_QUOTES = tuple('“「"')
"""Marks with which each paragraph of a statement on the record opens; only its last one closes them."""
_AS_FOLLOWS = re.compile(r"如下[:：]$")
_FIRST = 3
"""Lines that tell whether a text is running."""
_MOST_CALLS = 5
"""Pieces of one printed line that raised figures broke, at most."""
_MOST_DIGITS = 3
"""Digits of a note's number, at most."""


def stands_alone(last: Line, line: Line, profile: Profile) -> bool:
    """Whether a line that ends without a stop ends nevertheless: it is short where no layout broke it, or a field's
    name stands below it."""
    if line.gap and not (line.boundary or profile.wrapped(line)) and line.ending in "：:" and line.cells <= NARROW:
        return True
    return (
        not line.boundary
        and not profile.wrapped(line)
        and last.cells <= (NARROW if profile.parted and not line.gap else SHORT)
        and last.ending not in JOINING
        and line.text[:1] not in CLOSING + "号號"
        and not GOES_THROUGH.match(line.text)
        and not (line.gap == 0 and dates_a_meeting(last.text, line.text))
    )


def ends_as_target(draft: Draft, line: Line, profile: Profile) -> bool:
    """Whether a target, "1.1", ends though no stop closes it, as none does those of the sustainable goals."""
    if not draft.is_target or draft.last.ending in JOINING or line.boundary or profile.wrapped(line):
        return False
    return line.gap > 0


def parted_by_page(draft: Draft, line: Line) -> bool:
    """Whether a line goes on with the sentence above though the file makes a paragraph of it, as saved pages do.

    The paragraph above is running text and ends in the midst of it; below is the rest of the sentence, or a page ended.
    """
    last = draft.last
    if draft.form in ("heading", "chapeau") or line.label is not None or opens_preamble(line.text):
        return False
    open_title = last.text.count("《") > last.text.count("》")
    running = open_title or draft.label is not None or is_running(*draft.lines[:_FIRST])
    if not running or (last.complete and last.ending not in WEAK_ENDS):
        return False
    return line.boundary or is_cut(last, line)


def begins_a_clause(draft: Draft, line: Line) -> bool:
    """Whether a line of an unwrapped treaty begins a clause of its preamble, below its parties or another clause."""
    if draft.form != "plain" or is_chapeau(draft.head):
        return draft.form == "plain"
    return opens_preamble(line.text) or agrees_on_what_follows(line.text)


def goes_on_after_stop(draft: Draft, line: Line, profile: Profile, *, resolution: bool) -> bool:
    """Whether a paragraph goes on below the end of one of its sentences."""
    last = draft.last
    if line.text[:1] in _QUOTES and (line.text[:1] == draft.lines[0].text[:1] or _AS_FOLLOWS.search(last.text)):
        return False
    called = last is not draft.lines[-1] or CALLED.search(last.text) is not None
    if draft.form == "numbered" and not resolution and not (line.gap or line.boundary) and called:
        return True
    if line.boundary and profile.trailing_ends and draft.form != "heading":
        return not last.trailing and profile.full(last, line)
    if line.boundary:
        return draft.form == "numbered" and not resolution and profile.full(last, line)
    if not profile.wrapped(line):
        heads = line.ending in "：:" and line.cells <= NARROW
        return profile.parted and not line.gap and last.cells > NARROW and not heads
    if profile.trailing_ends:
        return not last.trailing
    return profile.full(last, line, _ahead(draft, profile))


def _ahead(draft: Draft, profile: Profile) -> int:
    """The width of what stood before a draft's last line on the page, where each raised figure broke the line."""
    width, lines = 0, draft.lines[-_MOST_CALLS:]
    for line, following in zip(reversed(lines[:-1]), reversed(lines), strict=False):
        if not RAISED_END.search(line.text) or profile.full(line, following):
            break
        width += line.cells
    return width


def is_loose_call(body: Body, index: int) -> bool:
    """Whether a line is a number alone between the lines of a text: the call of a note that lost its place."""
    line, following = body[index], body[index + 1] if index + 1 < len(body) else None
    loose = line.text.isdecimal() and len(line.text) <= _MOST_DIGITS and not (line.gap or line.boundary or line.row)
    return loose and following is not None and not following.gap
