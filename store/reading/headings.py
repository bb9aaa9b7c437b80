"""Which lines are headings: short, without a stop, before a new beginning."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property

from store.reading.drafts import Body
from store.reading.lines import Line
from store.reading.phrases import CALLED, RAISED_END, STRONG_ENDS, is_adoption, is_part, opens_preamble
from store.reading.profile import Profile

_MOST_LINES = 5
_SENTENCE = 12
"""Lines of one sentence, at most."""
_MOST_CELLS = 240
_MOST_COMMAS = 2
_SHORT = 44
"""Cells of a heading that only its place shows, at most."""
_NAME = 24
"""Cells of a heading between paragraphs that no blank line parts from them, at most."""
_WORDS = re.compile(r"[\u3400-\u9fff《》“”、·和与()（）\s]*[\u3400-\u9fff》”)）](?<![的和与及或在、是有了等])")
"""A name, and nothing that a sentence is made of."""
_NO_HEADING = '[［(（“"*【'
_STOPPED = re.compile(r"[。；](?![”’」』）)》]|[\d*]*$)")
"""A sentence that ends before its line does: no heading holds that."""
_SIGNED = re.compile(r".*[（(](?:签名|签字|簽名|簽字)[）)]")
_TITLE = 96
"""Cells of a title below the heading of an annex, at most."""
_LONG = 110
"""Cells beyond which an unnumbered line that is not wrapped is a paragraph and no heading."""


@dataclass(frozen=True)
class Headings:
    """Finds headings among body lines."""

    body: Body
    profile: Profile
    _ends: dict[int, int | None] = field(default_factory=dict)

    def end(self, start: int) -> int | None:
        """The index after the heading that starts at a line, wrapped lines included; None when it is no heading."""
        if start not in self._ends:
            self._ends[start] = self._find_end(start)
        return self._ends[start]

    def _find_end(self, start: int) -> int | None:
        cells = commas = 0
        for index in range(start, min(start + _MOST_LINES, len(self.body))):
            line = self.body[index]
            cells += line.cells
            commas += line.text.count("，")
            if commas > _MOST_COMMAS and not self.body[start].marked:
                return None
            if cells > _MOST_CELLS or (index > start and (line.label or line.marked)):
                return None
            if line.complete or _STOPPED.search(line.text):
                return start + 1 if index > start and self.body[start].marked else None
            if self.profile.width == 0 and line.cells > _LONG and "，" in line.text and not self.body[start].marked:
                return None
            if self._breaks_at_call(index):
                return None
            if not self._wraps_on(index):
                heads = self.body[start].marked or self._is_lettered(start) or self._begins_anew(index + 1)
                return index + 1 if heads else None
        return None

    def unnumbered_end(self, start: int) -> int | None:
        """The same for a line without a number, of which more is asked: signs of a heading, or a heading's company."""
        line = self.body[start]
        end = self.end(start)
        if end is None or _SIGNED.fullmatch(line.text) or (line.text.isascii() and not line.marked):
            return None
        if line.marked or is_part(line.text):
            return end
        cells = sum(each.cells for each in self.body[start:end])
        if cells > max(_LONG, 2 * self.profile.width) or end == len(self.body) or self._named_above(start):
            return None
        return (
            end
            if self._before_a_number(end) or self._above_another(start, end) or self.stands_apart(start, end)
            else None
        )

    def _named_above(self, start: int) -> bool:
        """Whether a line only says what the short one above asks for, as in a table of fields: "事由："."""
        above = self.body[start - 1] if start else None
        return above is not None and above.ending in "：:" and above.ending != "" and above.cells <= _NAME

    def _before_a_number(self, index: int) -> bool:
        """Whether a numbered paragraph or heading begins at a line."""
        label = self.body[index].label if index < len(self.body) else None
        return label is not None and not label.style.startswith("item")

    def before_a_paragraph(self, index: int) -> bool:
        """Whether a numbered paragraph that is no heading begins at a line."""
        label = self.body[index].label if index < len(self.body) else None
        return label is not None and label.style == "number" and self.end(index) is None

    def heads_decisions(self, index: int) -> bool:
        """Whether a short line heads the first operative paragraph, below the last comma of a preamble."""
        line = self.body[index]
        if line.complete or line.label or line.row or line.cells > _SHORT or line.text[0] in _NO_HEADING:
            return False
        return self.before_a_paragraph(index + 1) and not opens_preamble(line.text)

    def titles(self, index: int) -> bool:
        """Whether a line below the heading of an annex is the title of it or of one of its parts."""
        line = self.body[index]
        if line.complete or line.cells > _TITLE or is_adoption(line.text) or line.text[0] in "[［(（":
            return False
        return not self._breaks_off(index)

    def _breaks_off(self, index: int) -> bool:
        """Whether a line is no title but the head of a sentence, whose rest the next line holds."""
        line, following = self.body[index], self.body[index + 1] if index + 1 < len(self.body) else None
        if _STOPPED.search(line.text):
            return True
        if following is None or line.cells <= _SHORT or "，" not in line.text:
            return False
        if self.profile.wrapped(following) or following.boundary:
            return self._sentence_ends(index + 1)
        return not (following.gap or following.label) and following.complete and following.cells <= line.cells + 4

    def _sentence_ends(self, start: int) -> bool:
        """Whether the lines from one on run to the stop of a sentence, without a label or a gap before it."""
        for at in range(start, min(start + _SENTENCE, len(self.body))):
            line = self.body[at]
            if line.label is not None or not (self.profile.wrapped(line) or line.boundary):
                return False
            if line.ending in STRONG_ENDS:
                return True
        return False

    def stands_apart(self, start: int, end: int) -> bool:
        """Whether a short line stands between blank lines, after a sentence and before a longer one or a heading."""
        line, following = self.body[start], self.body[min(end, len(self.body) - 1)]
        before = self.body[start - 1] if start else None
        if line.row or line.text[0] in _NO_HEADING:
            return False
        if self._falls_short(start, end):
            return True
        if self.profile.wrapped(following) or (line.cells > _SHORT and not self._names(start, end)):
            return False
        after = before is None or before.ending in STRONG_ENDS or before.marked > 0 or self._headed(start - 1)
        return line.gap > 0 and following.gap > 0 and after and (self._is_long(following) or self._heads(end))

    def _names(self, start: int, end: int) -> bool:
        """Whether lines longer than most headings are a name and no sentence: they hold no comma, and no page ends."""
        own, following = self.body[start:end], self.body[min(end, len(self.body) - 1)]
        if start == 0 or following.cells < own[0].cells:
            return False
        return sum(line.cells for line in own) <= _LONG + self.profile.width and not any(
            "，" in line.text or "," in line.text or line.boundary for line in own
        )

    def _headed(self, index: int) -> bool:
        """Whether a line is a heading under a numeral or letter."""
        label = self.body[index].label
        return label is not None and label.style in ("chinese", "letter") and self.end(index) == index + 1

    def _is_long(self, line: Line) -> bool:
        """Whether a line is a sentence, or a full line of one, and no name or signature."""
        return line.cells > _SHORT and (line.complete or self.profile.full(line))

    def _falls_short(self, start: int, end: int) -> bool:
        """Whether lines between two paragraphs are none of theirs: they end without a stop long before the edge.

        What stands below is such a line too, above a paragraph, or a paragraph.
        """
        own, before = self.body[start:end], self.body[start - 1] if start else None
        if before is None or before.row or not (before.ending == "。" or self._headed(start - 1)):
            return False
        widest = max(_NAME, self.profile.width * 8 // 10)
        if own[-1].cells > widest or any(line.boundary or not _WORDS.fullmatch(line.text) for line in own):
            return False
        if CALLED.search(before.text) or is_adoption(own[0].text):
            return False
        following = self.body[end] if end < len(self.body) else None
        if following is not None and following.cells <= _NAME and _WORDS.fullmatch(following.text):
            following = self.body[end + 1] if end + 1 < len(self.body) else None
        if following is None or following.boundary or following.label or following.row:
            return False
        return following.cells > _SHORT and (own[0].cells <= _NAME or self.profile.full(following))

    def _above_another(self, start: int, end: int) -> bool:
        """Whether a short line after a sentence stands right above a heading."""
        line, before = self.body[start], self.body[start - 1] if start else None
        if line.cells > _SHORT or line.row or line.text[0] in _NO_HEADING or before is None:
            return False
        return before.ending in "。．" and before.ending != "" and self._heads(end)

    def _heads(self, index: int) -> bool:
        """Whether the line below a heading is one itself: a number comes below it."""
        line = self.body[index] if index < len(self.body) else None
        if line is None or line.label is not None or line.complete:
            return False
        return self._before_a_number(index + 1) or is_part(line.text)

    def item_end(self, index: int) -> int | None:
        """The index after a heading whose number is in brackets, "（一）不歧视"; None when it may be an item.

        What introduces items ends in a colon; a heading comes after a sentence, or right below another heading.
        """
        line = self.body[index]
        if line.label is None or not line.label.style.startswith("item") or line.complete or index == 0:
            return None
        before = self.body[index - 1]
        below = before.label is not None and before.label.style in ("chinese", "letter") and not before.complete
        if not (below or before.ending in "。." or line.label.value > 1):
            return None
        end = self.end(index)
        following = self.body[end] if end is not None and end < len(self.body) else None
        return end if following and following.label and following.label.style == "number" else None

    def _wraps_on(self, index: int) -> bool:
        """Whether a heading's line runs to the right edge, so that the heading goes on below."""
        if index + 1 >= len(self.body):
            return False
        line, following = self.body[index], self.body[index + 1]
        if following.label is not None or following.marked:
            return False
        if not self.profile.wrapped(following):
            return self._runs_over(index)
        if self.profile.trailing_ends:
            return not line.trailing
        return self.profile.full(line, following)

    def _breaks_at_call(self, index: int) -> bool:
        """Whether a raised figure broke the line of a paragraph, which goes on below."""
        line, following = self.body[index], self.body[index + 1] if index + 1 < len(self.body) else None
        if following is None or following.gap or following.boundary or following.label or following.marked:
            return False
        numbered = line.label is not None and line.label.style == "number"
        goes_on = numbered or following.complete or self.profile.full(following)
        return goes_on and RAISED_END.search(line.text) is not None

    def _runs_over(self, index: int) -> bool:
        """Whether the widest line of a text that is not wrapped otherwise, a heading, has its rest on the next."""
        line, following = self.body[index], self.body[index + 1]
        if line.label is None or following.gap or self.profile.width or line.cells < max(self._widest, _SHORT):
            return False
        return following.cells * 2 < line.cells and not following.complete and self._before_a_number(index + 2)

    @cached_property
    def _widest(self) -> int:
        return max((line.cells for line in self.body if not line.row), default=0)

    def _is_lettered(self, index: int) -> bool:
        """Whether a short line has the letter or numeral of a heading, below which items may stand at once."""
        label = self.body[index].label
        return label is not None and label.style in ("letter", "chinese") and self.body[index].cells <= _SHORT

    def _begins_anew(self, index: int) -> bool:
        """Whether what follows can't be the rest of a sentence or the items of an introduction."""
        if index >= len(self.body):
            return True
        following = self.body[index]
        if following.label is None or not following.label.style.startswith("item"):
            return True
        return following.label.value == 1 and self.item_end(index) is not None
