"""The numbers that Word counts itself: definitions of lists, and how far each has come."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from store.reading.docx.formats import formatted
from store.reading.docx.styles import Styles
from store.reading.docx.symbols import bullet
from store.reading.docx.tree import is_on, number_of, value_of

_DEEPEST = 8
_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class _List:
    """One list as paragraphs name it: its levels, its overrides, and whose counters it shares."""

    definition: str
    """The id of the abstract list; lists of one definition go on counting for each other."""
    levels: dict[int, Element]
    starts: dict[int, int]
    """The numbers at which this list begins anew, by level."""


@dataclass(slots=True)
class _Count:
    """How far the lists of one definition have come."""

    numbers: dict[int, int] = field(default_factory=dict)
    """The last number of each level that is open."""


class Numbering:
    """Labels for the paragraphs of a document, asked for in its order."""

    def __init__(self, part: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstract = {each.get("abstractNumId", ""): each for each in _all(part, "abstractNum")}
        self._lists = {each.get("numId", ""): each for each in _all(part, "num")}
        self._read: dict[int, _List | None] = {}
        self._counts: dict[str, _Count] = {}
        self._begun: set[tuple[int, int]] = set()

    def label(self, paragraph: Element, style: str | None) -> str:
        """What Word prints before a paragraph, with the space that sets it off; "" before most."""
        number, level = self._place(paragraph, style)
        found = self._list(number) if number else None
        if found is None or number is None or level not in found.levels:
            return ""
        count = self._counts.setdefault(found.definition, _Count())
        self._go_on(found, number, level, count)
        return self._print(found, level, count)

    def _place(self, paragraph: Element, style: str | None) -> tuple[int | None, int]:
        """The list and level that a paragraph stands in."""
        number = number_of(paragraph, "pPr/numPr/numId")
        level = number_of(paragraph, "pPr/numPr/ilvl")
        if number is None or level is None:
            of_style, inherited, owner = self._styles.numbering(style)
            level = inherited if level is None else level
            if number is None and level is None and of_style:
                level = self._level_of_style(of_style, style, owner)
            number = of_style if number is None else number
        return number, min(max(level or 0, 0), _DEEPEST)

    def _level_of_style(self, number: int, style: str | None, owner: str | None) -> int:
        """The level of a list that is tied to a style."""
        found = self._list(number)
        for wanted in (style, owner):
            for level, element in found.levels.items() if found else ():
                if wanted is not None and value_of(element, "pStyle") == wanted:
                    return level
        return 0

    def _list(self, number: int) -> _List | None:
        if number not in self._read:
            self._read[number] = self._read_list(number)
        return self._read[number]

    def _read_list(self, number: int) -> _List | None:
        element = self._lists.get(str(number))
        definition = self._definition(value_of(element, "abstractNumId"))
        if element is None or definition is None:
            return None
        levels = {_rank(each): each for each in definition.findall("lvl")}
        starts: dict[int, int] = {}
        for override in element.findall("lvlOverride"):
            level = _rank(override)
            replaced = override.find("lvl")
            if replaced is not None:
                levels[level] = replaced
            start = number_of(override, "startOverride")
            if start is not None:
                starts[level] = start
        return _List(definition.get("abstractNumId", ""), levels, starts)

    def _definition(self, wanted: str | None) -> Element | None:
        """The abstract list; where it only names a list style, the one that the style stands for."""
        seen = set()
        while wanted in self._abstract and wanted not in seen:
            seen.add(wanted)
            found = self._abstract[wanted]
            link = value_of(found, "numStyleLink")
            if link is None:
                return found
            target = self._lists.get(str(self._styles.list_of(link)))
            wanted = value_of(target, "abstractNumId") or next(
                (key for key, each in self._abstract.items() if value_of(each, "styleLink") == link), None
            )
        return None

    def _go_on(self, found: _List, number: int, level: int, count: _Count) -> None:
        for above in range(level):
            if above not in count.numbers and above in found.levels:
                count.numbers[above] = self._start(found, above)
        begins = (number, level) not in self._begun
        self._begun.add((number, level))
        if level not in count.numbers or (begins and level in found.starts):
            count.numbers[level] = self._start(found, level)
        else:
            count.numbers[level] += 1
        for below in [each for each in count.numbers if each > level]:
            if self._begins_anew(found.levels.get(below), level):
                del count.numbers[below]

    def _start(self, found: _List, level: int) -> int:
        start = number_of(found.levels[level], "start")
        return found.starts.get(level, 0 if start is None else start)

    def _begins_anew(self, below: Element | None, level: int) -> bool:
        """Whether a deeper level counts from its start again after a paragraph of this level."""
        restart = number_of(below, "lvlRestart")
        return restart is None or level < restart

    def _print(self, found: _List, level: int, count: _Count) -> str:
        element = found.levels[level]
        legal = is_on(element, "isLgl")
        text = value_of(element, "lvlText") or ""

        def number(match: re.Match[str]) -> str:
            place = int(match[1]) - 1
            if place not in count.numbers:
                return ""
            form = "decimal" if legal and place != level else _format(found.levels.get(place))
            return formatted(count.numbers[place], form)

        printed = bullet(text) if _format(element) == "bullet" else _PLACE.sub(number, text)
        return printed + ("" if value_of(element, "suff") == "nothing" else " ") if printed.strip() else ""


def _rank(element: Element) -> int:
    """Which level an element speaks of."""
    printed = element.get("ilvl", "0")
    return int(printed) if printed.isdecimal() else 0


def _format(level: Element | None) -> str:
    """The format of a level; a format of the author's own counts in digits."""
    direct = value_of(level, "numFmt")
    if direct is None and level is not None:
        direct = value_of(level, "mc_AlternateContent/mc_Fallback/numFmt") or value_of(
            level, "mc_AlternateContent/mc_Choice/numFmt"
        )
    return direct or "decimal"


def _all(part: Element | None, name: str) -> list[Element]:
    return part.findall(name) if part is not None else []
