"""Parts of a resolution under a numeral that stands alone on its line: 一, 壹, II."""

from __future__ import annotations

import re

from store.reading.drafts import Body, Draft
from store.reading.labels import Label, rank, roman
from store.reading.phrases import is_adoption
from store.reading.speaker import speaker_end

_NUMERAL = re.compile(r"[一二三四五六七八九十]{1,3}|[壹贰貳叁參肆伍陆陸柒捌]|[IVX]{1,5}")
_FORMAL = {
    sign: value
    for value, signs in enumerate(("壹", "贰貳", "叁參", "肆", "伍", "陆陸", "柒", "捌"), 1)
    for sign in signs
}
_SHORT = 60
"""Cells of the title below a numeral, at most."""


def section_numeral(body: Body, index: int, turn: int) -> Label | None:
    """The numeral that a line is, if it is that of the part whose turn it is."""
    text = body[index].text
    if body[index].row or not _NUMERAL.fullmatch(text):
        return None
    value = _FORMAL.get(text) or (roman(text.lower()) if text.isascii() else rank(text))
    return Label("chinese", turn, text, len(text)) if value == turn else None


def may_part(before: Draft | None) -> bool:
    """Whether a part may begin after a draft: what ended as sentences do, a heading, or when it was adopted."""
    return before is None or before.form == "heading" or before.last.complete or is_adoption(before.text)


def titled(body: Body, index: int) -> bool:
    """Whether the line is the title of the numeral above it: short, without a stop, and text comes below."""
    if index + 1 >= len(body):
        return False
    line = body[index]
    if line.complete or line.label or line.row or line.marked or line.cells > _SHORT or is_adoption(line.text):
        return False
    return speaker_end(body, index) is None


def title_end(body: Body, index: int, last: int) -> int:
    """The index after the lines of a title that stand together from a line on."""
    end = index + 1
    while end < last and not body[end].gap and not is_adoption(body[end].text):
        end += 1
    return end
