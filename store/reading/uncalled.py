"""Where a note is called for which no raised sign was found: at a digit that lost its height, or a sign misread.

Each text is looked through once, whatever the number of notes: of the digits and signs found there, each note takes
the likeliest between the markers of the notes before and after it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
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
    rf"(?!\s?(?:{COUNTED}|{_UNITS}|[％%/]))"
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


class _Candidate(NamedTuple):
    """A digit or sign that may call a note."""

    text: int
    match: re.Match[str]
    unlikeliness: int

    def lies_between(self, low: _Place, high: _Place) -> bool:
        """Whether it stands after the markers of the notes before, and before those of the notes after."""
        return (self.text, self.match.start()) >= low and (self.text, self.match.end()) <= high


def uncalled(texts: Sequence[str], numbers: Iterable[int], calls: Sequence[Call]) -> list[Call]:
    """The markers of notes that none of the known calls calls, as far as there are any.

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
    found: list[Call] = []
    for number in wanted:
        low, high = limits.around(number)
        call = _flat(texts, number, flats.get(number, ()), low, high) or _first(misread, number, low, high)
        if call is not None:
            found.append(call)
            limits.raise_to(call)
    return found


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

    def raise_to(self, call: Call) -> None:
        """Know of another call, of the number asked for last."""
        self._low = max(self._low, (call.text, call.span.end))


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


def _flat(
    texts: Sequence[str], number: int, candidates: Sequence[_Candidate], low: _Place, high: _Place
) -> Call | None:
    """The likeliest digit for a note: at the end of its text, else after a stop, else after a word."""
    reachable = [candidate for candidate in candidates if candidate.lies_between(low, high)]
    if not reachable:
        return None
    index, match, _ = min(reachable, key=lambda candidate: candidate.unlikeliness)
    return Call(index, with_space(texts[index], Span(*match.span())), str(number), "flat")


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
                yield _Candidate(index, match, 0)


def _first(candidates: Sequence[_Candidate], number: int, low: _Place, high: _Place) -> Call | None:
    """The first sign in reach."""
    turn = bisect_left(candidates, low, key=lambda candidate: (candidate.text, candidate.match.start()))
    if turn == len(candidates) or not candidates[turn].lies_between(low, high):
        return None
    return Call(candidates[turn].text, Span(*candidates[turn].match.span()), str(number), "misread")
