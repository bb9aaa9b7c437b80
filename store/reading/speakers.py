"""Who speaks in a verbatim or summary record: the name at the head of a line heads what is said.

The colon between them belongs to the heading's stretch of the source and not to its text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from store.document import Span
from store.reading.joining import one_line
from store.reading.lines import Line
from store.reading.pieces import source_of

_TITLES = (
    "先生|女士|夫人|小姐|博士|教授|阁下|閣下|大使|将军|上将|爵士|勋爵|亲王|公主|殿下|陛下"
    "|秘书长|秘書長|代表|检察官|书记官长"
)
_ASIDE = r"\s?[（(][^（）()：:]{1,40}[）)]"
_NAME = r"[^，。；：:“”\"（(]{1,40}"
_SHORT = 60
"""Cells of a heading in a record, at most."""
_KNOWN = 6
"""Characters of an agenda item that are enough to know it again."""
_HEADS = re.compile(
    r"(?:通过|通過)(?:临时)?(?:议程|議程)|(?:议程|議程)(?:项目|項目)"
    r"|.{2,20}(?:局势|局勢|问题|問題|情况|维和行动|任务)(?:$|[（(])"
)
_OFFICE = rf"(?:(?:代理?|副|临时|共同)?主席|秘书长|秘書長|高级专员|{_NAME}(?:{_TITLES}))"
_SPEAKER = re.compile(
    rf"(?:{_OFFICE}(?:{_ASIDE}){{0,3}}|{_NAME}(?:{_ASIDE}){{0,2}}\s?[（(]以.{{1,8}}发言[）)])\s?[：:]\s*"
)
_BROKEN = re.compile(rf"{_OFFICE}(?:{_ASIDE}){{0,3}}\s?(?:[（(][^（）()：:]{{0,40}})?")
"""A speaker whose brackets or colon stand on the next line."""
_CLOCK = re.compile(
    r"(?:会议于|會議於)?(?:[上下中]午)?\s?\d{1,2}\s?[时時](?:\s?\d{1,2}\s?分)?.{0,30}"
    r"(?:开会|開會|散会|散會|休会|休會|复会|復會|宣布开会|开始|结束)[。.]"
)
_OPENS = re.compile(r"(?:开会|開會|宣布开会|开始)[。.]")
_VOTE = re.compile(r"(?:赞成|反对|弃权|未参加表决|贊成|反對|棄權)(?:者)?\s?[：:]")
_LEADERS = re.compile(r"\S.*?(?:[.．·…]\s?){5,}\s*\S.*")
_BRACKETS = re.compile(r"[（(][^（）()]*[）)]|[\s*]")


def part_speakers(lines: Sequence[Line], masthead: Sequence[Line] = ()) -> list[Line]:
    """The lines of a record with each speaker on a line of his own, marked as a heading.

    Args:
        lines: those of the text.
        masthead: those above it, which name the items of the agenda.
    """
    whole = _whole(lines)
    opened = next((index for index, line in enumerate(whole) if _CLOCK.fullmatch(line.text) and _opens(line)), 0)
    agenda = _bare("".join(line.text for line in (*masthead, *whole[:opened]))) if opened else ""
    parted: list[Line] = []
    skip_to = 0
    for index, line in enumerate(whole):
        if index < skip_to:
            continue
        before = whole[index - 1] if index else None
        fresh = line.gap > 0 or before is None or before.complete or bool(parted and parted[-1].marked)
        skip_to = _item_end(whole, index, agenda) if index > opened and fresh else 0
        if skip_to:
            item = one_line(whole[index:skip_to], spaced=False)
            parted.append(replace(item, marked=line.marked or 1))
        else:
            parted += _parts(_headed(line, fresh=fresh))
    return parted


def _opens(line: Line) -> bool:
    return _OPENS.search(line.text) is not None


def _bare(text: str) -> str:
    """A title without what a record adds in brackets: the number of its item, "(续)"."""
    return _BRACKETS.sub("", text)


def _item_end(lines: Sequence[Line], index: int, agenda: str) -> int:
    """The index after the line or lines that name an item of the agenda again; 0 when none begins here."""
    if _is_item(lines[index], agenda):
        end = index + 1
    elif index + 1 < len(lines) and not lines[index + 1].gap and lines[index].label is None:
        end = index + 2
        if lines[index].complete or not _is_item(one_line(lines[index:end], spaced=False), agenda):
            return 0
    else:
        return 0
    while end < len(lines) and not lines[end].gap and _is_item(one_line(lines[index : end + 1], spaced=False), agenda):
        end += 1
    return end


def _is_item(line: Line, agenda: str) -> bool:
    """Whether a line names again an item of the agenda above, and so heads what is said on it."""
    name = _bare(line.text)
    if line.complete or line.label is not None or line.row or _BROKEN.fullmatch(line.text):
        return False
    return len(name) >= _KNOWN and name in agenda


def _whole(lines: Sequence[Line]) -> list[Line]:
    """The lines with each speaker's name on one, where the layout broke it."""
    whole: list[Line] = []
    for line in lines:
        before = whole[-1] if whole else None
        if before is not None and not line.gap and _BROKEN.fullmatch(before.text) and before.label is None:
            together = one_line((before, line), spaced=False)
            if (match := _SPEAKER.match(together.text)) and match.end() > len(before.text):
                whole[-1] = together
                continue
        whole.append(line)
    return whole


def _headed(line: Line, *, fresh: bool) -> Line:
    """A record's own headings are short lines without a stop: "通过议程"; the clock and a vote stand on their own."""
    if line.label is None and (_CLOCK.fullmatch(line.text) or _VOTE.match(line.text)):
        return replace(line, gap=max(line.gap, 1), begins=True)
    if line.label is None and _LEADERS.fullmatch(line.text):
        return replace(line, row=True)
    short = fresh and line.cells <= _SHORT and not line.complete and line.label is None and line.text[0] not in "（(["
    return replace(line, marked=line.marked or 1) if short and _HEADS.match(line.text) else line


def _parts(line: Line) -> Iterator[Line]:
    match = _SPEAKER.match(line.text)
    if match is None or line.label is not None or line.told or line.row or _VOTE.match(line.text):
        yield line
        return
    name = match[0].rstrip(" ：:")
    if match.end() == len(line.text):
        yield replace(line, passage=line.passage.slice(0, len(name)), marked=2)
        return
    middle = source_of(line, match.end())
    yield replace(line, span=Span(line.span.start, middle), passage=line.passage.slice(0, len(name)), marked=2)
    yield replace(
        line, span=Span(middle, line.span.end), passage=line.passage.slice(match.end()), gap=0, indent=0, label=None
    )
