"""Notes that ran into the sentence which calls them: "……水的人权，1 第70/1号决议。并重申……".

Scanners and clipboards that lose the height of a figure lose the foot of the page too. A number is taken for the sign
of such a note where it continues the numbers before it, no other line bears it, and the words are those of a reference.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from itertools import takewhile
from typing import NamedTuple

from store.document import Span
from store.reading.lines import Line
from store.reading.note_signs import SUPERSCRIPTS
from store.reading.phrases import COUNTED
from store.reading.pieces import source_of

_SIGN = r"(?P<sign><sup>\s*(?P<tag>\d{1,3})\s*</sup>|(?P<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})|(?P<flat>\d{1,3}))"
_REFERENCE = (
    r"第\s?\d{1,4}(?:/\d{1,4}|\s?[(（][\dIVXLA-Z-]+[)）])\s?[号號](?:决议|決議|决定|決定)?(?:[，、和及]\s?(?:第|附件|同上|[其另])[^。；]{0,60})?"
    r"|(?:另|又|也)?[见見][^。；]{2,100}|同上(?:[，,][^。；]{1,60})?|同前[^。；]{0,60}|[参參](?:看|[见見])[^。；]{2,100}"
    r"|[A-Z]{1,8}(?:/[A-Za-z0-9().-]+){1,6}(?:[，、和及\s][^。；]{0,80})?"
    r"|[联聯]合[国國][，,]\s?《[^》]{2,20}》[^。；]{2,80}"
    r"|《[^》。]{2,60}》[，,]\s?(?:第|补编|補編|附件|[A-Z]{1,8}/)[^。；]{1,100}"
    r"|(?:大会|大會|安全理事[会會]|[经經][济濟]及社[会會]理事[会會]|人[权權]理事[会會])?第\s?\d{1,4}/\d{1,4}\s?[号號](?:决议|決議|决定|決定)(?:[，、]\s?(?:第|附件)[^。；]{0,40})?"
)
_CALL = rf"(?<=[，,。；;、：:》）)”])\s?{_SIGN}(?:\s+|(?=[第见見同参參另]))"
_NOTE = re.compile(rf"{_CALL}(?P<words>{_REFERENCE})。")
_BROKEN = re.compile(_CALL)
_LONGEST = 160
"""Characters of such a note, at most."""
_SUSPECT = re.compile(r"[，,。；;、：:》）)”]\s?(?:\d|[⁰¹²³⁴⁵⁶⁷⁸⁹]|<sup)")
_MEASURES = "[条條项項种種类類位人所家份期天周倍成米吨噸美分岁歲点點步座台部场場轮輪起批件元公亿億万萬%％]"
_FIGURE = re.compile(rf"(?<=[，。；》）”])(?P<flat>\d{{1,3}})\s(?=[\u3400-\u9fff《“])(?!\s?(?:{COUNTED}|{_MEASURES}))")
_OWN = re.compile(rf"[\[［〔(（^]{{0,2}}{_SIGN}[\]］〕)）]?[/:：]?(?![\d.．、])\s*(?=\S)")
BELOW = 2
"""Lines below on which a note that a line broke may end."""


class RunInNote(NamedTuple):
    """Where in a line a note ran in."""

    label: str
    sign: Span
    """Of its number in the line's text."""
    rows: int
    """Lines below on which it ends."""
    end: int
    """Where it ends in that one, its stop included."""
    words: str


class Guess(NamedTuple):
    """A number in the text that was taken for the sign of a note, or that may be one."""

    at: int
    """Its place in the source."""
    label: str
    words: str = ""
    """Of the note; empty where it is only a number."""


def may_hold_a_note(line: Line) -> bool:
    """Whether a line has a figure where the sign of such a note would stand."""
    return not (line.row or line.told) and _SUSPECT.search(line.text) is not None


class RunIn:
    """Finds such notes in lines that come one after the other."""

    def __init__(self, lines: Iterable[Line], labels: Collection[str]) -> None:
        """`labels`: of the notes that the file itself knows."""
        own = {_label(match) for line in lines if line.label is None and (match := _OWN.match(line.text))}
        self._own = own | set(labels)
        self._due = 0
        self._pass_on()
        self.unsure: list[Guess] = []
        """Numbers that may be signs of notes, of which the words do not tell where they end."""

    def find(self, line: Line, below: Sequence[Line]) -> RunInNote | None:
        """The first note in a line that may hold one, whose number is due; `below` are the lines after it."""
        texts = [line.text]
        if _BROKEN.search(line.text, max(line.text.rfind("。"), len(line.text) - _LONGEST, 0)):
            texts += (each.text for each in takewhile(_goes_on, below[:BELOW]))
        for match in _NOTE.finditer("".join(texts)):
            if _label(match) == str(self._due) and match.end("sign") <= len(line.text):
                self._pass_on()
                return _note(match, texts)
        for figure in _FIGURE.finditer(line.text):
            if figure["flat"] == str(self._due):
                self.unsure.append(Guess(source_of(line, figure.start()), figure["flat"]))
                self._pass_on()
        return None

    def _pass_on(self) -> None:
        """Wait for the next number that no line of its own bears."""
        self._due += 1
        while str(self._due) in self._own:
            self._due += 1


def _goes_on(line: Line) -> bool:
    return not (line.gap or line.boundary or line.label or line.row)


def _note(match: re.Match[str], texts: Sequence[str]) -> RunInNote:
    end, rows = match.end(), 0
    while end > len(texts[rows]):
        end -= len(texts[rows])
        rows += 1
    return RunInNote(_label(match), Span(*match.span("sign")), rows, end, match["words"])


def _label(match: re.Match[str]) -> str:
    return (match["tag"] or match["raised"] or match["flat"]).translate(SUPERSCRIPTS)
