"""Where a note is called for which no raised sign was found: at a digit that lost its height, or a sign misread.

Each text is looked through once, whatever the number of notes: of the digits and signs found there, those are taken
that call the most notes in their order, between the markers that are known.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from store.document import Span
from store.reading.calls import Call, with_space
from store.reading.phrases import COUNTED

_UNITS = "条(?![约件例])|[亿万岁段件]|项(?!目)|章(?!程)|周(?!边)|人(?![权口们员道类工士])|种(?!族)"
"""What else a number inside a text counts."""
# The digit comes first in these expressions, so that all other characters are passed over at once.
# A clause closes, or a word of the text touches digits that are followed by the end, a stop, a space or Chinese.
_AFTER_STOP = re.compile(
    r"(?P<digits>\d(?<=[，,。；;、：:）)”\"\u4e00-\u9fff]\d)\d{0,2})(?=$|[，,。；;、：:）)”《“（(]|\s|[\u4e00-\u9fff])"
    rf"(?!\s?(?:{COUNTED}|{_UNITS}|[％%/]))(?<!\d[、和至]\d)(?<!\d[、和至]\d\d)"
)
_COUNTED = re.compile(
    r"(?:建议|建議|[图圖]|方框|专栏|附件|附录|附錄|(?<![\u3400-\u9fff])表|目标|目標|规则|规则|原则|方案)\s?$"
)
"""What is itself counted: the digit after it is its number."""
# A year follows at once: "决议、112023年" is 11 and 2023.
_BEFORE_YEAR = re.compile(r"(?P<digits>\d(?<=[，,。；;、）)”\"》]\d)\d{0,2})(?=(?:19|20|１９|２０)\d\d\s?年)")
# Set apart by spaces: "第 28/16 号决议 1 及其他"; only names of texts bear a note so.
_APART = re.compile(
    r"\s(?<=(?:决议|决定|公约|报告|宣言|纲领|计划|纲要|准则|协定|声明|原则|条约|规约|意见|建议|评论|文件)\s)"
    rf"(?P<digits>\d{{1,3}})\s(?=[\u4e00-\u9fff])(?!{COUNTED}|{_UNITS})"
)
# What scanners make of a raised 1 at the end of a clause.
_MISREAD = re.compile(r"[「｢『'’`ˡ|lI](?<=[，,。；;》].)(?=[\u4e00-\u9fff]|$)")

_Place = tuple[int, int]
"""A text, by its index in reading order, and a place in it."""
_NOWHERE, _BEYOND = (-1, -1), (1 << 60, 0)
_BEHIND = 12
"""Notes by which a row may stand behind the best and still be followed."""
_OF_SIGN = 6
"""How unlikely a sign that is no digit is beside the digits, of which the worst has 3."""


class _Candidate(NamedTuple):
    """A digit or sign that may call a note."""

    text: int
    match: re.Match[str]
    unlikeliness: int

    def lies_between(self, low: _Place, high: _Place) -> bool:
        """Whether it stands after the markers of the notes before, and before those of the notes after."""
        return (self.text, self.match.start()) >= low and (self.text, self.match.end()) <= high


def uncalled(texts: Sequence[str], numbers: Iterable[int], calls: Sequence[Call]) -> list[Call]:
    """The markers of notes that none of the known calls calls: as many as can stand in their order, the likeliest.

    Args:
        texts: the texts in reading order.
        numbers: those of the notes, rising.
        calls: the known calls, in the order of the texts.
    """
    called = {int(call.note): call for call in reversed(calls) if call.note.isdecimal()}
    wanted = [number for number in numbers if number not in called]
    if not wanted:
        return []
    flats, misread = _flats(texts, set(wanted)), list(_misread(texts))
    limits = _Limits(called)
    rows = [_Row(_NOWHERE, 0, 0, None, None)]
    for number in wanted:
        low, high = limits.around(number)
        longer = [
            _longer(rows, candidate, number, texts)
            for candidate in (*flats.get(number, ()), *misread)
            if candidate.lies_between(low, high)
        ]
        rows = _best([*rows, *longer])
    return _chosen(rows[-1])


class _Row(NamedTuple):
    """Markers in their order: the last of them, and the row before it."""

    end: _Place
    """Where the last one ends."""
    notes: int
    """How many are called."""
    unlikeliness: int
    """Of all together."""
    call: Call | None
    before: _Row | None


def _longer(rows: Sequence[_Row], candidate: _Candidate, number: int, texts: Sequence[str]) -> _Row:
    """The best row that ends before a candidate, and the candidate."""
    start, end = candidate.match.span()
    before = rows[bisect_right(rows, (candidate.text, start), key=lambda row: row.end) - 1]
    sign = candidate.unlikeliness == _OF_SIGN
    span = Span(start, end) if sign else with_space(texts[candidate.text], Span(start, end))
    call = Call(candidate.text, span, str(number), "misread" if sign else "flat")
    return _Row((candidate.text, end), before.notes + 1, before.unlikeliness + candidate.unlikeliness, call, before)


def _best(rows: Sequence[_Row]) -> list[_Row]:
    """The rows in the order of their ends, without those that a shorter reach of the text can do as well."""
    kept: list[_Row] = []
    for row in sorted(rows, key=lambda row: (row.end, -row.notes, row.unlikeliness)):
        if not kept or (row.notes, -row.unlikeliness) > (kept[-1].notes, -kept[-1].unlikeliness):
            kept.append(row)
    return [row for row in kept if row.notes >= kept[-1].notes - _BEHIND]


def _chosen(row: _Row | None) -> list[Call]:
    calls: list[Call] = []
    while row is not None and row.call is not None:
        calls.append(row.call)
        row = row.before
    return calls[::-1]


class _Limits:
    """The places between which the marker of a number must stand; asked for rising numbers."""

    def __init__(self, called: Mapping[int, Call]) -> None:
        """`called`: the first call of each number that is called."""
        self._numbers = sorted(called)
        self._ends = [(called[number].text, called[number].span.end) for number in self._numbers]
        places = [(called[number].text, called[number].span.start) for number in reversed(self._numbers)]
        self._highs = [*reversed(list(accumulate(places, min))), _BEYOND]
        self._low = _NOWHERE
        self._below = 0

    def around(self, number: int) -> tuple[_Place, _Place]:
        """After all first calls of lower numbers, and before those of higher ones."""
        while self._below < len(self._numbers) and self._numbers[self._below] < number:
            self._low = max(self._low, self._ends[self._below])
            self._below += 1
        return self._low, self._highs[self._below]


def _flats(texts: Sequence[str], numbers: Collection[int]) -> Mapping[int, Sequence[_Candidate]]:
    """By number, the digits in all texts that may call its note."""
    found: dict[int, list[_Candidate]] = {}
    for form in (_AFTER_STOP, _BEFORE_YEAR, _APART):
        for index, text in enumerate(texts):
            for match in form.finditer(text):
                if _COUNTED.search(text, 0, match.start()):
                    continue
                number = int(match["digits"])
                if number in numbers and match["digits"] == str(number):
                    found.setdefault(number, []).append(_Candidate(index, match, _unlikeliness(text, match)))
    return found


def _unlikeliness(text: str, match: re.Match[str]) -> int:
    if match.end() == len(text.rstrip()):
        return 0
    if match[0][0].isspace():
        return 3
    return 1 if text[match.start() - 1] in "，,。；;、”》）)" else 2


def _misread(texts: Sequence[str]) -> Iterator[_Candidate]:
    """The signs that have no partner and stand where a marker would."""
    for index, text in enumerate(texts):
        paired = "」" in text or "』" in text
        for match in _MISREAD.finditer(text):
            if not (paired and match[0] in "「『"):
                yield _Candidate(index, match, _OF_SIGN)
