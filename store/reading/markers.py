"""Footnote markers in the text: raised signs first, then digits that lost their height, then signs misread.

A plain digit is taken for a marker only where the notes of the document ask for it: its number must be that of
a note, and it must stand where a marker can stand.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from store.document import Span
from store.reading.calls import Call, with_space
from store.reading.note_signs import SUPERSCRIPTS
from store.reading.phrases import COUNTED
from store.reading.signs import Form, label_of
from store.reading.uncalled import uncalled

_RAISED = re.compile(
    r"<sup>\s*(?P<tag>[^<]{1,24}?)\s*</sup>"
    r"|\$?(?:\^|\\textsuperscript)\{\s*(?P<brace>[^{}]{1,24}?)\s*\}\$?"
    r"|(?<![A-Za-z0-9\[])\^(?P<caret>\d{1,3})"
    r"|(?<![⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻])(?P<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹]+(?:\s?[,，、⸴ʼ]\s?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)*)",
    re.IGNORECASE,
)
# Of these a raised figure makes a power: ten, a unit of length, a letter alone; "A/RES/64/293¹" and "GDP²" are calls.
_BASE = re.compile(r"(?:(?:^|[xX])10|(?:^|[\d/])(?:[kcdmhµμ]?m|ft|s)|^[a-zR])$")
_WORD = re.compile(r"[A-Za-z0-9µμ/.,-]*$")
_LONGEST_WORD = 12
_RAISING = re.compile(r"[<\\^⁰¹²³⁴⁵⁶⁷⁸⁹]")
_STARS = re.compile(r"[*∗＊](?<=[^\s*∗＊][*∗＊])[*∗＊]{0,2}(?![*∗＊])")
_STOPS = "，。；：、》）”"
_SIGNS = re.compile(r"\d{1,3}|\*{1,3}|[a-z†‡]")
# A title closes, and digits touch it: "《公约》1和", "》5中". Units and ordinals speak against a marker.
_AFTER_TITLE = re.compile(
    r"(?:(?<=[》〉])\s?|(?<=[》〉][，、；])(?=\d{1,3}\s?[《“]))"
    rf"(?P<digits>\d{{1,3}})(?![\d.．/条%％]|\s?(?:{COUNTED}|/))"
)
_ROW = re.compile(r"\d(?<=[，,。；;、》）)”]\d)\d{1,11}(?=$|\s|[\u4e00-\u9fff《“])(?!\s?[年月日号条])")


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
    calls += [replace(call, span=with_space(texts[call.text], call.span)) for call in told]
    calls += _in_forms(texts, labels, forms)
    calls += _stars(texts, labels, calls)
    calls += _after_titles(texts, set(numbers), calls)
    calls += _rows_of_flats(texts, set(numbers), {int(call.note) for call in calls if call.note.isdecimal()})
    calls = sorted(calls, key=_place)
    return sorted([*uncalled(texts, numbers, calls), *calls], key=_place)


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


def _in_forms(texts: Sequence[str], labels: Collection[str], forms: Sequence[Form]) -> Iterable[Call]:
    for form in forms:
        for index, text in enumerate(texts):
            for match in form.sign.finditer(text):
                if label_of(match) in labels:
                    yield Call(index, with_space(text, Span(*match.span())), label_of(match), "raised")


def _stars(texts: Sequence[str], labels: Collection[str], raised: Sequence[Call]) -> list[Call]:
    """Stars on a word, where the document has a note of so many."""
    if not any(label.startswith("*") for label in labels):
        return []
    taken = {place for call in raised for place in _places(call)}
    return [
        Call(index, span, "*" * (match.end() - match.start()), "raised")
        for index, text in enumerate(texts)
        for match in _STARS.finditer(text)
        if "*" * (match.end() - match.start()) in labels and (index, match.start()) not in taken
        for span in [with_space(text, Span(*match.span()))]
    ]


def _rows_of_flats(texts: Sequence[str], numbers: set[int], called: set[int]) -> Iterable[Call]:
    """Digits after a stop that are no note's number, but those of two or more notes in a row: "，262728"."""
    free = numbers - called
    for index, text in enumerate(texts if len(free) > 1 else ()):
        for match in _ROW.finditer(text):
            labels = _split_row(match[0], free) if int(match[0]) not in numbers else []
            span = with_space(text, Span(*match.span()))
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
        for call in _raised(index, text, numbers, highest) if _RAISING.search(text) else ():
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
    for match in _RAISED.finditer(text):
        if _is_power(text, match):
            continue
        signs = match[match.lastgroup or 0].translate(SUPERSCRIPTS)
        labels = _labels_in(signs, numbers, highest)
        highest = max([highest, *(int(label) for label in labels if label.isdecimal())])
        if not labels or re.sub(r"[\s,，、;⸴ʼ]", "", signs) != "".join(labels):
            continue
        span = with_space(text, Span(*match.span()))
        yield from (Call(index, span, label, "raised") for label in labels)


def _after_titles(texts: Sequence[str], numbers: set[int], raised: Sequence[Call]) -> list[Call]:
    """Digits that touch a closed title: the surest of the flat ones, so a note may be called twice by them."""
    taken = {(call.text, call.span.start) for call in raised}
    return [
        Call(index, with_space(text, Span(*match.span())), match["digits"], "flat")
        for index, text in enumerate(texts)
        if "》" in text or "〉" in text
        for match in _AFTER_TITLE.finditer(text)
        if int(match["digits"]) in numbers and (index, match.start()) not in taken
    ]


def _is_power(text: str, match: re.Match[str]) -> bool:
    """Whether a raised figure belongs to the number or unit before it: "10³", "km²"."""
    word = _WORD.search(text, max(0, match.start() - _LONGEST_WORD), match.start())
    return word is not None and _BASE.search(word[0]) is not None
