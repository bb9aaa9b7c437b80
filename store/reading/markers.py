"""Footnote markers in the text: raised signs first, then digits that lost their height, then signs misread.

A plain digit is taken for a marker only where the notes of the document ask for it: its number must be that of
a note, and it must stand where a marker can stand.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from store.document import Span
from store.reading.notes import SUPERSCRIPTS
from store.reading.signs import Form, label_of

_RAISED = re.compile(
    r"<sup>\s*(?P<tag>[^<]{1,24}?)\s*</sup>"
    r"|\$?(?:\^|\\textsuperscript)\{\s*(?P<brace>[^{}]{1,24}?)\s*\}\$?"
    r"|(?<![A-Za-z0-9\[])\^(?P<caret>\d{1,3})"
    r"|(?<![A-Za-z⁰¹²³⁴⁵⁶⁷⁸⁹])(?P<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹]+(?:\s?[,，、⸴ʼ]\s?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)*)",
    re.IGNORECASE,
)
_RAISING = re.compile(r"[<\\^⁰¹²³⁴⁵⁶⁷⁸⁹]")
_STARS = re.compile(r"(?<=[^\s*∗＊])[*∗＊]{1,3}(?![*∗＊])")
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
_ROW = re.compile(r"(?<=[，,。；;、》）)”])\d{2,12}(?=$|\s|[\u4e00-\u9fff《“])(?!\s?[年月日号条])")
# A year follows at once: "决议、112023年" is 11 and 2023.
_BEFORE_YEAR = re.compile(r"(?<=[，,。；;、）)”\"》])(?P<digits>\d{1,3})(?=(?:19|20|１９|２０)\d\d\s?年)")
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
    """"told" by the file, "raised", "flat" (a digit without its height) or "misread"."""


def find_calls(
    texts: Sequence[str], labels: Collection[str], forms: Sequence[Form] = (), told: Sequence[Call] = ()
) -> list[Call]:
    """All markers of a document.

    Args:
        texts: the texts in reading order, markers still in them.
        labels: the labels of the notes that the document has.
        forms: how the document prints its signs when they are not raised.
        told: the markers that the file itself names.
    """
    numbers = sorted({int(label) for label in labels if label.isdecimal()})
    calls = list(_all_raised(_without(told, texts), set(numbers)))
    calls += [replace(call, span=_with_space(texts[call.text], call.span)) for call in told]
    calls += _in_forms(texts, labels, forms)
    calls += _stars(texts, labels, calls)
    calls += _after_titles(texts, set(numbers), calls)
    calls += _rows_of_flats(texts, set(numbers), {int(call.note) for call in calls if call.note.isdecimal()})
    calls = sorted(calls, key=_place)
    for number in _uncalled(numbers, calls):
        found = _flat(texts, number, calls) or _misread(texts, number, calls)
        if found is not None:
            calls.insert(bisect_left([_place(call) for call in calls], _place(found)), found)
    return calls


def _places(call: Call) -> Iterable[tuple[int, int]]:
    return ((call.text, at) for at in range(*call.span))


def _without(calls: Iterable[Call], texts: Sequence[str]) -> Sequence[str]:
    """The texts, as long as they are, without the signs that are known already."""
    rest = list(texts)
    for call in calls:
        start, end = call.span
        rest[call.text] = rest[call.text][:start] + "\ufffc" * (end - start) + rest[call.text][end:]
    return rest


def _place(call: Call) -> tuple[int, int]:
    return call.text, call.span.start


def _uncalled(numbers: Sequence[int], calls: Sequence[Call]) -> list[int]:
    called = {call.note for call in calls}
    return [number for number in numbers if str(number) not in called]


def _in_forms(texts: Sequence[str], labels: Collection[str], forms: Sequence[Form]) -> Iterable[Call]:
    for form in forms:
        for index, text in enumerate(texts):
            for match in form.sign.finditer(text):
                if label_of(match) in labels:
                    yield Call(index, _with_space(text, Span(*match.span())), label_of(match), "raised")


def _stars(texts: Sequence[str], labels: Collection[str], raised: Sequence[Call]) -> list[Call]:
    """Stars on a word, where the document has a note of so many."""
    taken = {place for call in raised for place in _places(call)}
    return [
        Call(index, span, "*" * (match.end() - match.start()), "raised")
        for index, text in enumerate(texts)
        for match in _STARS.finditer(text)
        if "*" * (match.end() - match.start()) in labels and (index, match.start()) not in taken
        for span in [_with_space(text, Span(*match.span()))]
    ]


def _rows_of_flats(texts: Sequence[str], numbers: set[int], called: set[int]) -> Iterable[Call]:
    """Digits after a stop that are no note's number, but those of two or more notes in a row: "，262728"."""
    for index, text in enumerate(texts):
        for match in _ROW.finditer(text):
            labels = _split_row(match[0], numbers - called) if int(match[0]) not in numbers else []
            span = _with_space(text, Span(*match.span()))
            yield from (Call(index, span, label, "flat") for label in labels)


def _split_row(digits: str, numbers: set[int]) -> list[str]:
    """The numbers that follow each other by one in a row of digits; none where it can't be told."""
    for length in (1, 2, 3):
        row, rest = [digits[:length]], digits[length:]
        while rest and rest.startswith(following := str(int(row[-1]) + 1)):
            row.append(following)
            rest = rest.removeprefix(following)
        if not rest and len(row) > 1 and all(int(each) in numbers for each in row):
            return row
    return []


def _all_raised(texts: Sequence[str], numbers: set[int]) -> Iterable[Call]:
    """Raised signs; digits that touch are told apart by whose turn it is: after 25, ²⁶²⁷ are two."""
    highest = 0
    for index, text in enumerate(texts):
        for call in _raised(index, text, numbers, highest):
            highest = max(highest, int(call.note)) if call.note.isdecimal() else highest
            yield call


def _labels_in(signs: str, numbers: set[int], highest: int) -> list[str]:
    """The labels in a row of signs."""
    if signs.isdecimal() and int(signs) != highest + 1:
        following, rest = highest + 1, signs
        while following in numbers and rest.startswith(str(following)):
            rest = rest.removeprefix(str(following))
            following += 1
        if not rest and following > highest + 2:
            return [str(number) for number in range(highest + 1, following)]
    return _SIGNS.findall(signs)


def _raised(index: int, text: str, numbers: set[int], highest: int) -> Iterable[Call]:
    if not _RAISING.search(text):
        return
    for match in _RAISED.finditer(text):
        signs = match[match.lastgroup or 0].translate(SUPERSCRIPTS)
        labels = _labels_in(signs, numbers, highest)
        highest = max([highest, *(int(label) for label in labels if label.isdecimal())])
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
        (index, match)
        for form in (_AFTER_STOP, _BEFORE_YEAR)
        for index, match in _between(form, texts, number, calls)
        if match["digits"] == str(number)
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
