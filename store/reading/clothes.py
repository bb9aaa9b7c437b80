"""What happened to a text on its way, undone before it is read: characters set apart, lines run into one.

Works on the cleaned lines: each keeps its span in the source, so that nothing is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from store.document import Span
from store.reading.folded_head import head_places
from store.reading.labels import rank, read_label
from store.reading.lines import Line
from store.reading.phrases import OPENING, OPENING_AFTER_AND, may_open_a_clause
from store.reading.pieces import source_of

_HAN = re.compile(r"[\u3400-\u9fff]")
_WORDS = re.compile(r"[A-Za-z]{4,}")
_TURNS = 4
"""Lines of a translation between the lines of the text, at least."""
_SINGLE_SPACE = re.compile(r"(?<=\S) (?=\S)")
_FOLDED, _FEW = 160, 3
"""Characters of a line that holds a whole document, at least, and the lines that such a text has, at most."""
_SPEAKS = r"[\u3400-\u9fff《》（）]{0,40}(?:大会|大會|理事会|理事會|委员会|委員會|会议|會議|缔约方|小组|机构)[，,]"
_ORGAN = "(?:大会|大會|安全理事会|安全理事會|经济及社会理事会|人权理事会)"
_CUT = re.compile(
    r"\s*(?P<rule>[_＿]{3,}|[-─━]{5,})\s*"
    r"|(?<=[。；;：:！？，,”」）)\]])\s*(?=(?P<number>\d{1,3})\s?[.．、]\s?(?!\d))"
    r"|(?<=[：:；;。，,])\s*(?=[(（](?P<item>[a-z]{1,2}|[一二三四五六七八九十]{1,3})[)）])"
    r"|(?<=\s)(?=(?P<bare>\d{1,3})[.．]\s?[\u3400-\u9fff])"
    r"|(?<=[。\s])(?=(?P<part>[一二三四五六七八九十]{1,3})[.．、]\s?[\u3400-\u9fff])"
    rf"|(?P<organ>(?<=[\u3400-\u9fff》\s])(?<![国國届屆]))(?={_ORGAN}[，,](?:\s*{OPENING.pattern}|\s))"
    rf"|(?:(?<=\s)|(?<=[\]）)。]))(?={_SPEAKS}\s*{OPENING.pattern})"
    r"|(?<=[，,])(?P<clause>\s*)(?=[\u3400-\u9fff])"
    r"|(?<=[。])\s*(?=\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日\s?第)"
    r"|\s+(?=\d{2}-\d{5,6}(?:\s?[(（][A-Z][)）])?\s*$)"
    r"|(?<=[。.])\s+(?=[\[［(（]\d{1,3}[\]］)）]|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}\s|\d{1,3}/?\s)"
)


def undressed(lines: Sequence[Line]) -> list[Line]:
    """The lines as they were before scanners and clipboards had them."""
    cut = unfolded(lines)
    return closed_up(cut) if set_apart(cut) else cut


def set_apart(lines: Sequence[Line]) -> bool:
    """Whether most characters of a text stand apart, as some scanners leave them."""
    chinese = [line.text for line in lines if len(line.text) > 8 and _HAN.search(line.text)]
    apart = sum(text.count(" ") * 5 >= 2 * len(text) for text in chinese)
    return bool(chinese) and apart * 5 >= 3 * len(chinese)


def closed_up(lines: Sequence[Line]) -> list[Line]:
    """The lines of a text whose characters stand apart, without the spaces between single characters."""
    return [_closed_up(line) for line in lines]


def _closed_up(line: Line) -> Line:
    if line.text.count(" ") * 3 < len(line.text):
        return line
    spans = [Span(*match.span()) for match in _SINGLE_SPACE.finditer(line.text)]
    passage = line.passage.without(spans)
    return replace(line, passage=passage, label=read_label(passage.text))


def unfolded(lines: Sequence[Line]) -> list[Line]:
    """The lines of a text that ran into one or two, cut where a resolution's parts begin."""
    longest = max((len(line.text) for line in lines), default=0)
    if longest < _FOLDED or len(lines) > _FEW:
        return list(lines)
    return [part for line in lines for part in (_cut(line) if len(line.text) == longest else (line,))]


def _cut(line: Line) -> Iterator[Line]:
    places = sorted(set(_places(line.text)))
    start = 0
    for place in [*places, len(line.text)]:
        if line.text[start:place].strip():
            yield _part(line, start, place, last=place == len(line.text))
            start = place


def _part(line: Line, start: int, end: int, *, last: bool) -> Line:
    passage = line.passage.slice(start, end).strip()
    first = line.span.start if start == 0 else source_of(line, start)
    stop = line.span.end if last else source_of(line, end)
    return replace(
        line, span=Span(first, stop), passage=passage, gap=1 if start else line.gap, label=read_label(passage.text)
    )


def _places(text: str) -> Iterator[int]:
    """Where the text is to be cut."""
    first = len(text)
    for place in _places_of_text(text):
        first = min(first, place)
        yield place
    yield from head_places(text, first)


def _places_of_text(text: str) -> Iterator[int]:
    """Where the paragraphs begin."""
    expected, part, operative, spoken, named = 1, 1, False, False, False
    for match in _CUT.finditer(text):
        if match["rule"]:
            yield match.start()
            yield match.end()
        elif number := match["number"] or match["bare"]:
            if int(number) == expected:
                expected += 1
                operative = True
                yield match.end()
        elif match["part"]:
            if rank(match["part"]) == part:
                part += 1
                yield match.end()
        elif match["organ"] is not None:
            if not spoken:
                spoken = named = True
                yield match.end()
        elif match["clause"] is not None:
            head = text[match.end() : match.end() + 24]
            opens = OPENING.match(head) and not OPENING_AFTER_AND.match(head)
            if not operative and opens and (named or match["clause"] or not may_open_a_clause(head)):
                yield match.end()
            named = False
        else:
            yield match.end()


def translated(lines: Sequence[Line]) -> set[int]:
    """The lines in Latin script that stand under Chinese ones in turn, as their translation; none in other texts."""
    chinese = {index for index, line in enumerate(lines) if _HAN.search(line.text)}
    latin = {index for index, line in enumerate(lines) if index not in chinese and _WORDS.search(line.text)}
    under = sum(index - 1 in chinese for index in latin)
    in_turn = len(latin) >= _TURNS and under * 5 >= 3 * len(latin) and len(latin) * 2 >= len(chinese)
    return latin if in_turn else set()
