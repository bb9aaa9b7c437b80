"""How a footnote begins: the signs in their forms, and the words with which notes open."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from store.reading.lines import Line
from store.reading.phrases import COUNTED
from store.reading.signs import Form, label_of

SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹∗＊", "0123456789**")
_SIGN = (
    r"(?:<sup>\s*(?P<tag>\d{1,3}|\*{1,3}|[a-z†‡])\s*</sup>|\$?(?:\^\{?|\\textsuperscript\{)\s*(?P<caret>\d{1,3}|\*{1,3}|[a-z†‡])\s*\}?\$?"
    r"|(?P<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})|(?P<star>[*∗＊]{1,3}|[†‡])(?=\s*\S))"
)
_RAISED = re.compile(rf"{_SIGN}\s*(?=\S)", re.IGNORECASE)
CALL = re.compile(_SIGN, re.IGNORECASE)
_PLAIN = re.compile(
    rf"(?P<plain>\d{{1,3}})(?:\s+(?=(?:19|20)\d\d\s?年|\d{{1,2}}(?![\d.．])|(?!\d|[.．、]|{COUNTED}))|(?=[第见同《联])(?!{COUNTED}))"
)
_MISREAD = re.compile(r"(?P<mark>[「｢『'’‘`ˡ|lI])\s?(?=\S)")
"""What scanners make of a raised 1."""
_MOST_OF_ONE = 4
"""Lines of one note, at most, where its sign is misread."""
_ALONE = re.compile(r"(?P<plain>\d{1,3})|(?P<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})|(?P<star>[*∗＊]{1,3})")
# Words with which notes open; a plain digit without its height needs one of them, or a rule above.
_NOTE_WORDS = re.compile(
    r"第\s?[\d〇一二三四五六七八九十]|[见見]|同上|同前|另[见見]|[参參](?:看|[见見])|联合国|聯合國|《|[A-Z]{1,8}/|大会|大會|安全理事[会會]|[经經][济濟]及社[会會]|例如|诸如|载于|原为|[也又][见見]|本"
)


def opening_of(line: Line, forms: Sequence[Form]) -> re.Match[str] | None:
    if line.marked or line.bullet or line.told:
        return None
    for form in forms:
        if match := form.opening.match(line.text):
            return match
    return _RAISED.match(line.text) or _PLAIN.match(line.text)


def misread_first(lines: Sequence[Line], starts: dict[int, re.Match[str]]) -> dict[int, re.Match[str]]:
    """The first note, whose sign a scanner took for a mark: it stands right above the second."""
    labels = {label_printed(match): index for index, match in reversed(starts.items())}
    if "1" in labels or "2" not in labels:
        return {}
    for index in range(labels["2"] - 1, max(labels["2"] - _MOST_OF_ONE, 0), -1):
        if (match := _MISREAD.match(lines[index].text)) and opens_as_note(lines[index].text[match.end() :]):
            return {index: match}
    return {}


def stands_alone_above(
    lines: Sequence[Line], index: int, furniture: Mapping[int, str], below: Collection[int]
) -> re.Match[str] | None:
    """The sign of a note that the layout put on a line of its own, above the note."""
    line, following = lines[index], lines[index + 1] if index + 1 < len(lines) else None
    if line.told or following is None or index + 1 in furniture:
        return None
    match = _ALONE.fullmatch(line.text)
    if match is None or (following.gap and not (match["star"] and index in below)):
        return None
    return match if index in below or (opens_as_note(following.text) and not match["star"]) else None


def opens_as_note(text: str) -> bool:
    """Whether a text opens with a word with which notes do."""
    return _NOTE_WORDS.match(text) is not None


def begins_with_marker(line: Line) -> bool:
    """Whether a line begins with a raised sign, as only the rest of a paragraph does when it is no note."""
    match = _RAISED.match(line.text)
    return match is not None and match.lastgroup != "star"


def label_printed(match: re.Match[str]) -> str:
    """The label that a sign prints: "12" for ¹²."""
    assert match.lastgroup is not None
    if match.lastgroup == "label":
        return label_of(match)
    if match.lastgroup == "mark":
        return "1"
    return match[match.lastgroup].translate(SUPERSCRIPTS)
