"""Footnotes are found among the lines and taken out, wherever a page ended."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from store.document import Span
from store.reading.feet import below_rules, called_after_stop, called_by_digit, called_flat, closes_page, stands_at_foot
from store.reading.lines import Line
from store.reading.note_signs import CALL, label_printed, misread_first, opening_of, opens_as_note, stands_alone_above
from store.reading.passage import Passage
from store.reading.phrases import STRONG_ENDS
from store.reading.profile import Profile
from store.reading.signs import Form

_YEAR = re.compile(r"(?:19|20)\d\d\s?年")
_FLAT_ONE = re.compile(r"[，。；、》）)”]\s?1(?=$|[\u3400-\u9fff《“])(?!\s?[年月日])")
"""A marker 1 that lost its height."""
_SYMBOL_END = re.compile(r"[A-Z]+/[A-Za-z0-9/.()-]+(?:_o)?$")
_STOPS = "。．."
_JOINED = ("和", "及", "以及", "与", "或", "、", "，")
"""What goes on with a list that the end of a line cut."""
_LONG = 48
"""Cells of a note's line that goes on where nothing shows how wide the layout is, at least."""
_REACH = 60
"""Lines within which a note and its marker, or the note of the same number, are looked for."""


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote as found: its label and the lines it stands on."""

    label: str
    label_span: Span
    """Where the label's sign stands in the first line's text."""
    lines: tuple[int, ...]


@dataclass(slots=True)
class _Search:
    lines: Sequence[Line]
    furniture: dict[int, str]
    profile: Profile
    tail: int
    """The line from which on only notes stand, printed with plain digits, to the end of the document."""
    last_start: dict[str, int]
    """By label, the last line that begins with it."""
    last: int = 0
    """The number of the last numbered note."""
    zone: bool = False
    """A rule, or a note, stands directly before."""
    open_body: bool = False
    """The last body line ended in mid-sentence."""


def find_notes(
    lines: Sequence[Line],
    furniture: dict[int, str],
    profile: Profile,
    forms: Sequence[Form] = (),
    told: Sequence[Note] = (),
    listed: Mapping[int, re.Match[str]] = MappingProxyType({}),
) -> list[Note]:
    """All notes, in the order of the source; the lines after them get `boundary`.

    Args:
        lines: all lines of the source.
        furniture: what is furniture among them.
        profile: the layout of the others.
        forms: how the document prints the signs of its notes when they are not raised.
        told: notes of which the file itself says that they are some.
        listed: the openings of those listed at the end under plain numbers.
    """
    known = {note.lines[0]: _without_furniture(note, furniture) for note in told if note.lines[0] not in furniture}
    stars = _star_lines(lines)
    below = below_rules(lines, furniture)
    starts = {
        index: found
        for index, line in enumerate(lines)
        if index not in furniture
        and (found := opening_of(line, forms) or stands_alone_above(lines, index, furniture, below))
    } | dict(listed)
    starts |= misread_first(lines, starts)
    last_start = {label_printed(match): index for index, match in starts.items()}
    search = _Search(lines, furniture, profile, _tail(lines, starts, furniture), last_start)
    notes: list[Note] = []
    index = 0
    while index < len(lines):
        if index in furniture:
            search.zone = furniture[index] == "rule" or (search.zone and index - 1 in furniture)
            index += 1
            continue
        match = starts.get(index)
        note = known.get(index)
        opens = index in listed or (match is not None and index not in stars and _opens_note(search, index, match))
        if note is None and match is not None and opens:
            end = _end(search, index, starts)
            note = Note(label_printed(match), Span(0, match.end()), tuple(range(index, end)))
        if note is not None:
            notes.append(note)
            search.last = int(note.label) if note.label.isdecimal() else search.last
            search.zone = True
            index = note.lines[-1] + 1
            if index < len(lines):
                lines[index].boundary = True
            continue
        search.zone = False
        search.open_body = not lines[index].complete
        index += 1
    return notes


def _without_furniture(note: Note, furniture: dict[int, str]) -> Note:
    """The note as far as no head or foot of a page stands in it."""
    return replace(note, lines=tuple(index for index in note.lines if index not in furniture))


def note_passage(note: Note, lines: Sequence[Line]) -> list[Passage]:
    """The passages of a note's lines, without its label."""
    first = lines[note.lines[0]].passage
    return [first.slice(note.label_span.end).strip(), *(lines[index].passage for index in note.lines[1:])]


def _star_lines(lines: Sequence[Line]) -> set[int]:
    """Lines that begin with `* ` are a list and no notes when there are many of them."""
    starred = {index for index, line in enumerate(lines) if line.text.startswith(("* ", "*\t"))}
    return starred if len(starred) > 3 else set()


def _rest(lines: Sequence[Line], index: int, start: re.Match[str]) -> str:
    """What a note says, on its first line or below the number that stands alone."""
    return lines[index].text[start.end() :] or (lines[index + 1].text if index + 1 < len(lines) else "")


def _opens_note(search: _Search, index: int, match: re.Match[str]) -> bool:
    """Whether a line that begins with a note's sign is a note, and not body text that begins with a marker."""
    label = label_printed(match)
    rest = _rest(search.lines, index, match)
    alone = match.end() == len(search.lines[index].text)
    if alone and not search.zone and not stands_at_foot(search.lines, search.furniture, index):
        return False
    if match.lastgroup == "plain":
        return _opens_plain_note(search, index, int(label), rest)
    if match.lastgroup == "label":
        return not (_may_go_on(search, index) and _again(search, label, index))
    if match.lastgroup == "star":
        worded = not search.open_body and len(rest) < 80 and opens_as_note(rest)
        return search.zone or worded or _star_called(search, index, label)
    if search.zone or _called_before(search, index, match):
        return True
    return not (search.profile.wrapped(search.lines[index]) and _again(search, label, index))


def _may_go_on(search: _Search, index: int) -> bool:
    """Whether the line may be the rest of the sentence above it, which began the line with a marker."""
    return not search.zone and search.open_body and search.profile.wrapped(search.lines[index])


def _tail(lines: Sequence[Line], starts: dict[int, re.Match[str]], furniture: Mapping[int, str]) -> int:
    """Where notes with plain digits begin that run from 1 on without a gap to the end of the document.

    At least two of them, most with the words of a note, or one that is called above; a document that has none gets the
    index after its end.
    """
    plain = [index for index, match in starts.items() if match.lastgroup == "plain"]
    numbers = [int(starts[index]["plain"]) for index in plain]
    first = max((turn for turn, number in enumerate(numbers) if number == 1), default=None)
    if first is None or numbers[first:] != list(range(1, len(numbers) - first + 1)):
        return _late_tail(lines, plain, numbers, furniture)
    notes = plain[first:]
    if len(notes) < 2 and not any(_FLAT_ONE.search(line.text) for line in lines[: notes[0]]):
        return len(lines)
    worded = sum(opens_as_note(_rest(lines, index, starts[index])) for index in notes)
    labelled = _labelled(lines, notes[0], furniture)
    return len(lines) if labelled - set(notes) or worded * 2 < len(notes) else notes[0]


def _labelled(lines: Sequence[Line], start: int, furniture: Mapping[int, str]) -> set[int]:
    """The lines of the text from one on that have a label."""
    return {index for index in range(start, len(lines)) if lines[index].label is not None and index not in furniture}


def _late_tail(
    lines: Sequence[Line], plain: Sequence[int], numbers: Sequence[int], furniture: Mapping[int, str]
) -> int:
    """The same of notes that go on counting from those of pages before: two at least, each called by a digit above."""
    turn = len(numbers) - 1
    while turn > 0 and numbers[turn - 1] == numbers[turn] - 1:
        turn -= 1
    own = plain[turn:]
    if len(own) < 2 or _labelled(lines, own[0], furniture) - set(own):
        return len(lines)
    called = all(called_by_digit(lines[: own[0]], number) for number in numbers[turn:])
    return own[0] if called else len(lines)


def _star_called(search: _Search, index: int, label: str) -> bool:
    """Whether a word above bears the same stars: "结论性意见*", "阿尔巴尼亚、∗ 安道尔"."""
    sign = re.compile(rf"(?<=[^\s*∗＊])[*∗＊]{{{len(label)}}}(?![*∗＊])" if "*" in label else rf"(?<=\S){label}")
    return any(sign.search(line.text) for line in search.lines[:index] if not line.bullet)


def _called_before(search: _Search, index: int, start: re.Match[str]) -> bool:
    """Whether a raised sign inside one of the lines above calls the note."""
    return _called_raised(search, index, label_printed(start), start[0].strip())


def _called_raised(search: _Search, index: int, label: str, sign: str = "") -> bool:
    """Whether a raised sign inside one of the lines above, in that form if one is given, calls a note."""
    return any(
        label_printed(match) == label
        for line in search.lines[max(0, index - _REACH) : index]
        if sign in line.text
        for match in CALL.finditer(line.text, 1)
        if match.lastgroup != "star"
    )


def _opens_plain_note(search: _Search, index: int, number: int, rest: str) -> bool:
    if rest[:1].isdecimal() and not _YEAR.match(rest):
        due = number == search.last + 1 and (search.zone or index >= search.tail)
        called = called_flat(search.lines, index, number) or _called_raised(search, index, str(number))
        return due and called
    if index >= search.tail:
        return number == search.last + 1 or index == search.tail
    if number > search.last and _between_paragraphs(search, index) and called_after_stop(search.lines, index, number):
        return True
    if search.zone:
        return (
            number == search.last + 1
            or (opens_as_note(rest) and (number == 1 or number > search.last))
            or (search.last < number <= search.last + 3)
        )
    worded = opens_as_note(rest)
    if search.last == 0 and not worded and number != 1:
        return False
    if (
        (number == search.last + 1 or search.last == 0)
        and stands_at_foot(search.lines, search.furniture, index)
        and called_flat(search.lines, index, number)
    ):
        return True
    if number != search.last + 1:
        return False
    if _called_raised(search, index, str(number)):
        return worded or not search.open_body
    return worded and (search.last > 0 or (search.lines[index].complete and called_flat(search.lines, index, number)))


def _between_paragraphs(search: _Search, index: int) -> bool:
    """Whether a line is a paragraph of its own where nothing but its number tells it from others, as on web pages."""
    line = search.lines[index]
    return not (search.open_body or search.profile.wrapped(line)) and (line.complete or line.text[-1:].isascii())


def _again(search: _Search, label: str, index: int) -> bool:
    """Whether the same label opens a later line: then that one is the note."""
    return search.last_start[label] > index


def _end(search: _Search, index: int, starts: dict[int, re.Match[str]]) -> int:
    """The index after the note's last line."""
    lines = search.lines
    end = index + (2 if starts[index].end() == len(lines[index].text) else 1)
    while end < len(lines) and end not in search.furniture and _goes_on(search, end, starts):
        end += 1
    return end


def _goes_on(search: _Search, end: int, starts: dict[int, re.Match[str]]) -> bool:
    """Whether the line at `end` continues the note on the line before it."""
    last, line = search.lines[end - 1], search.lines[end]
    if end in starts or line.told:
        return False
    if line.label is not None and line.label.style != "item-number" and not _is_open(last.text):
        return False
    if not (line.gap or line.boundary or last.complete) and line.text.startswith(_JOINED):
        return True
    if search.profile.width == 0 and not line.gap and not line.boundary and last.cells >= _LONG:
        return last.ending not in STRONG_ENDS and _SYMBOL_END.search(last.text) is None
    if not line.gap and not line.boundary and closes_page(search.lines, search.furniture, end):
        rest_of_text = search.open_body and last.ending in _STOPS and not search.furniture.keys() & range(end, end + 6)
        return not rest_of_text
    if line.boundary or not search.profile.wrapped(line) or not search.profile.full(last, line):
        return False
    if search.profile.trailing_ends and last.trailing:
        return False
    if last.ending not in _STOPS:
        return _is_open(last.text) or _SYMBOL_END.search(last.text) is None
    return _note_follows(search, end, starts)


def _is_open(text: str) -> bool:
    """Whether a bracket is not closed or a list goes on at the end of a line."""
    return text[-1:] in "、(（" or text.count("(") + text.count("（") > text.count(")") + text.count("）")


def _note_follows(search: _Search, end: int, starts: dict[int, re.Match[str]]) -> bool:
    """Whether the zone is still open: another note, or the foot of the page, comes within a few lines."""
    for at in range(end, min(end + 12, len(search.lines))):
        if at in starts or search.furniture.get(at) in ("link", "page"):
            return True
        if search.lines[at].label is not None or at in search.furniture:
            return False
    return False
