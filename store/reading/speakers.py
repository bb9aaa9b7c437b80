"""Who speaks in a verbatim or summary record: the name at the head of a line heads what is said.

The colon between them belongs to the heading's stretch of the source and not to its text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from store.document import Span
from store.reading.lines import Line
from store.reading.pieces import source_of

_TITLES = "先生|女士|夫人|小姐|博士|教授|阁下|閣下|大使|将军|上将|爵士|勋爵|亲王|公主|殿下|陛下|秘书长|秘書長"
_ASIDE = r"\s?[（(][^（）()：:]{1,40}[）)]"
_SHORT = 60
"""Cells of a heading in a record, at most."""
_HEADS = re.compile(
    r"(?:通过|通過)(?:临时)?(?:议程|議程)|(?:议程|議程)(?:项目|項目)"
    r"|.{2,20}(?:局势|局勢|问题|問題|情况|维和行动|任务)(?:$|[（(])"
)
_SPEAKER = re.compile(
    rf"(?:(?:代理?|副|临时|共同)?主席|秘书长|秘書長|高级专员|[^，。；：:“”\"（(]{{1,40}}(?:{_TITLES}))(?:{_ASIDE}){{0,3}}\s?[：:]\s*"
)


def part_speakers(lines: Sequence[Line]) -> list[Line]:
    """The lines of a record with each speaker on a line of his own, marked as a heading."""
    return [part for line in lines for part in _parts(_headed(line))]


def _headed(line: Line) -> Line:
    """A record's own headings are short lines without a stop: "通过议程"."""
    short = (
        line.gap and line.cells <= _SHORT and not line.complete and line.label is None and line.text[0] not in "（(["
    )
    return replace(line, marked=line.marked or 1) if short and _HEADS.match(line.text) else line


def _parts(line: Line) -> Iterator[Line]:
    match = _SPEAKER.match(line.text)
    if match is None or line.label is not None or line.told:
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
