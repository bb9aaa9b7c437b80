"""Tables of contents: their entries repeat headings with the page they are on, and head nothing themselves."""

from __future__ import annotations

import re
from collections.abc import Sequence

from store.reading.labels import read_label
from store.reading.lines import Line

_TITLE = re.compile(r"目\s*(?:录|錄|次)(?:\s*[（(]\s?[续續]\s?[)）])?|内容|[Cc]ontents")
_COLUMNS = re.compile(
    r"(?:章次|段\s?次|页\s?次|頁\s?次|页码|頁碼|页|段|章\s?次)(?:\s*(?:章次|段\s?次|页\s?次|頁\s?次|页码|页|标题))*"
)
_ENTRY = re.compile(r".*?(?:[.．…·⋯_]{2,}|\s)\s*\d{1,4}(?:\s?[-–—]\s?\d{1,4})?(?:[\s.．…·]+\d{1,4})?")
_ITEM = re.compile(r"(?:议程|議程)(?:项目|項目)\s?\d{1,3}(?:\s?[(（][a-z]+[)）])?\s?[：:].{2,120}[^。；]")
"""What the cover of a record names under that head: the items of the agenda, without pages."""
_AHEAD = 2
"""Lines of one entry that may come before its page number."""
_MOST = 400
"""Lines of a table of contents, at most."""
_WIDEST = 160
"""Cells of an entry, at most."""
_PAGES = re.compile(r"[\s.．…·⋯_]*(?:\d{1,4}(?:\s?[-–—]\s?\d{1,4})?)?(?:[\s.．…·⋯_]+\d{1,4})?$")
"""What leads from the title of an entry to its page."""


def heads_contents(text: str) -> bool:
    """Whether a line is the title of a table of contents."""
    return _TITLE.fullmatch(text) is not None


def part_contents(lines: Sequence[Line]) -> None:
    """Make each entry of a table of contents a line of its own that is no heading."""
    index = 0
    while index < len(lines):
        if _TITLE.fullmatch(lines[index].text):
            index = _part(lines, index + 1)
        else:
            index += 1


def _part(lines: Sequence[Line], start: int) -> int:
    """Mark the entries from a line on; answers the index after the last."""
    if end := _comes_again(lines, start):
        for each in lines[start:end]:
            each.row, each.label = True, None
        return end
    index = start
    while index < len(lines):
        line = lines[index]
        if _COLUMNS.fullmatch(line.text) or _ITEM.fullmatch(line.text):
            own = 1
        else:
            own = next((at for at in range(1, _AHEAD + 2) if _is_entry(lines, index, at)), 0)
        if not own:
            break
        for each in lines[index : index + own]:
            each.row, each.label = True, None
        index += own
    return index


def _is_entry(lines: Sequence[Line], start: int, length: int) -> bool:
    """Whether so many lines are one entry: the last ends with its page, none before ends a sentence."""
    own = lines[start : start + length]
    if len(own) < length or any(line.complete for line in own):
        return False
    return _ENTRY.fullmatch(own[-1].text) is not None


def _comes_again(lines: Sequence[Line], start: int) -> int | None:
    """The line on which the title of the first entry heads its part, with nothing but entries before; else None."""
    first = next((at for at in range(start, len(lines)) if not _COLUMNS.fullmatch(lines[at].text)), len(lines))
    named = next((title for line in lines[first : first + 2] if (title := _title(line))), "")
    if len(named) < 2:
        return None
    for at in range(first, min(first + _MOST, len(lines))):
        if (lines[at].ending in "。；" and lines[at].ending) or lines[at].cells > _WIDEST:
            return None
        if at > first + 1 and named in (title := _title(lines[at]), title + _title(lines[min(at + 1, len(lines) - 1)])):
            return at
    return None


def _title(line: Line) -> str:
    """What an entry or a heading says, without its number and page."""
    label = read_label(line.text)
    return re.sub(r"[\s:：]", "", _PAGES.sub("", line.text[label.end if label else 0 :]))
