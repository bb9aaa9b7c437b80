"""Footnote markers in the text: raised signs first, then digits that lost their height, then signs misread.

A plain digit is taken for a marker only where the notes of the document ask for it: its number must be that of
a note, and it must stand where a marker can stand.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from store.document import Span
from store.reading.notes import SUPERSCRIPTS

_RAISED = re.compile(
    r"<sup>\s*(?P<tag>[^<]{1,24}?)\s*</sup>"
    r"|\$?\^\{\s*(?P<brace>[^{}]{1,24}?)\s*\}\$?"
    r"|(?<![A-Za-z0-9])\^(?P<caret>\d{1,3})"
    r"|(?<![A-Za-z⁰¹²³⁴⁵⁶⁷⁸⁹])(?P<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹]+(?:\s?[,，、⸴ʼ]\s?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)*)",
    re.IGNORECASE,
)
_RAISING = re.compile(r"[<^⁰¹²³⁴⁵⁶⁷⁸⁹]")
_STOPS = "，。；：、》）”"
_SIGNS = re.compile(r"\d{1,3}|\*{1,3}|[a-z†‡]")
# A title closes, and digits touch it: "《公约》1和", "》5中". Units and ordinals speak against a marker.
_AFTER_TITLE = re.compile(
    r"(?<=[》〉])\s?(?P<digits>\d{1,3})(?![\d.．/年月日个名号条届次%％]|\s?(?:年|月|日|个|名|号|/))"
)
# A clause closes, or a word of the text touches digits that are followed by the end, a stop, a space or Chinese.
_AFTER_STOP = re.compile(
    r"(?<=[，,。；;、：:）)”\"\u4e00-\u9fff])(?P<digits>\d{1,3})(?=$|[，,。；;、：:）)”《“（(]|\s|[\u4e00-\u9fff])"
    r"(?!\s?(?:年|月|日|个|名|号|条|届|次|％|%|时|项|亿|万|岁|至|段|卷|章|周|件|人|国|种|/))"
)
# What scanners make of a raised 1 at the end of a clause.
_MISREAD = re.compile(r"(?<=[，,。；;》])[「｢『'’`ˡ|lI](?=[\u4e00-\u9fff]|$)")


@dataclass(frozen=True, slots=True)
class Call:
    """One sign in one text that calls one note."""

    text: int
    """Which text, by its index in reading order."""
    span: Span
    """The sign with the spaces that only set it off."""
    note: str
    how: str
    """"raised", "flat" (a digit without its height) or "misread"."""


def find_calls(texts: Sequence[str], labels: Iterable[str]) -> list[Call]:
    """All markers of a document.

    Args:
        texts: the texts in reading order, markers still in them.
        labels: the labels of the notes that the document has.
    """
    numbers = sorted({int(label) for label in labels if label.isdecimal()})
    calls = [call for index, text in enumerate(texts) for call in _raised(index, text)]
    calls += _after_titles(texts, set(numbers), calls)
    calls = sorted(calls, key=_place)
    for number in _uncalled(numbers, calls):
        found = _flat(texts, number, calls) or _misread(texts, number, calls)
        if found is not None:
            calls.insert(bisect_left([_place(call) for call in calls], _place(found)), found)
    return calls


def _place(call: Call) -> tuple[int, int]:
    return call.text, call.span.start


def _uncalled(numbers: Sequence[int], calls: Sequence[Call]) -> list[int]:
    called = {call.note for call in calls}
    return [number for number in numbers if str(number) not in called]


def _raised(index: int, text: str) -> Iterable[Call]:
    if not _RAISING.search(text):
        return
    for match in _RAISED.finditer(text):
        signs = match[match.lastgroup or 0].translate(SUPERSCRIPTS)
        labels = _SIGNS.findall(signs)
        if not labels or re.sub(r"[\s,，、;⸴ʼ]", "", signs) != "".join(labels):
            continue
        span = _with_space(text, Span(*match.span()))
        yield from (Call(index, span, label, "raised") for label in labels)


def _with_space(text: str, span: Span) -> Span:
    """The span and the spaces that set the sign off from Chinese on either side."""
    start, end = span
    if start and text[start - 1] == " " and not text[max(0, start - 2)].isascii():
        start -= 1
    if text[end : end + 1] == " " and (
        not text[end + 1 : end + 2].isascii() or end + 1 == len(text) or text[start - 1 : start] in _STOPS
    ):
        end += 1
    return Span(start, end)


def _after_titles(texts: Sequence[str], numbers: set[int], raised: Sequence[Call]) -> list[Call]:
    """Digits that touch a closed title: the surest of the flat ones, so a note may be called twice by them."""
    taken = {(call.text, call.span.start) for call in raised}
    return [
        Call(index, _with_space(text, Span(*match.span())), match["digits"], "flat")
        for index, text in enumerate(texts)
        for match in _AFTER_TITLE.finditer(text)
        if int(match["digits"]) in numbers and (index, match.start()) not in taken
    ]


def _bounds(number: int, calls: Sequence[Call]) -> tuple[tuple[int, int], tuple[int, int]]:
    """The places between which the marker of a number must stand: after all lower first calls, before a higher one."""
    low, high = (-1, -1), (1 << 60, 0)
    seen: set[str] = set()
    for call in calls:
        if not call.note.isdecimal() or call.note in seen:
            continue
        seen.add(call.note)
        if int(call.note) < number:
            low = max(low, (call.text, call.span.end))
        elif int(call.note) > number:
            high = min(high, _place(call))
    return low, high


def _between(
    form: re.Pattern[str], texts: Sequence[str], number: int, calls: Sequence[Call]
) -> Iterable[tuple[int, re.Match[str]]]:
    (first, start), (last, stop) = _bounds(number, calls)
    for index in range(max(first, 0), min(last, len(texts) - 1) + 1):
        for match in form.finditer(texts[index]):
            if (index > first or match.start() >= start) and (index < last or match.end() <= stop):
                yield index, match


def _flat(texts: Sequence[str], number: int, calls: Sequence[Call]) -> Call | None:
    """The likeliest digit for an uncalled note: at the end of its text, else after a stop, else after a word."""
    found = [
        (index, match) for index, match in _between(_AFTER_STOP, texts, number, calls) if match["digits"] == str(number)
    ]
    if not found:
        return None
    index, match = min(found, key=lambda each: _unlikeliness(texts[each[0]], each[1]))
    return Call(index, _with_space(texts[index], Span(*match.span())), str(number), "flat")


def _unlikeliness(text: str, match: re.Match[str]) -> int:
    if match.end() == len(text.rstrip()):
        return 0
    return 1 if text[match.start() - 1] in "，,。；;、”》）)" else 2


def _misread(texts: Sequence[str], number: int, calls: Sequence[Call]) -> Call | None:
    """The first sign in reach that has no partner and stands where a marker would."""
    for index, match in _between(_MISREAD, texts, number, calls):
        if match[0] in "「『" and ("」" in texts[index] or "』" in texts[index]):
            continue
        return Call(index, Span(*match.span()), str(number), "misread")
    return None
