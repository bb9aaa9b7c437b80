"""What styles say of paragraphs and runs, each with what it inherits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from store.reading.docx.tree import is_on, number_of, value_of

_NAMED = re.compile(r"(?:heading|标题|標題|überschrift|titre)\s*(?P<level>[1-9])(?!\d)", re.IGNORECASE)
# The UN's templates: "_ H _Ch_G", "_H_1", "H23", "_ H _2/3_G", "HM".
_UNITED_NATIONS = re.compile(r"H(?P<level>M|CH|1|23|4|56)G?", re.IGNORECASE)
_LEVELS = {"M": 1, "CH": 1, "1": 2, "23": 3, "4": 4, "56": 5}
_CONTENTS = re.compile(r"(?:toc|目录|目錄|contents)\s*\d", re.IGNORECASE)
_BODY_LEVEL = 9
_LIFTED = 5
"""Half points by which a run is raised or lowered so that it is a sign, and no letter set straight."""


class Styles:
    """The styles of one document."""

    def __init__(self, part: Element | None) -> None:
        self._by_id: dict[str, Element] = {}
        self._default: str | None = None
        for style in part.findall("style") if part is not None else ():
            name = style.get("styleId", "")
            self._by_id[name] = style
            if style.get("type", "paragraph") == "paragraph" and style.get("default") in ("1", "true", "on"):
                self._default = name
        self._chains: dict[str, tuple[Element, ...]] = {}

    def of(self, paragraph: Element) -> str | None:
        """The id of a paragraph's style."""
        return value_of(paragraph, "pPr/pStyle") or self._default

    def chain(self, style: str | None) -> tuple[Element, ...]:
        """A style and all it is based on, nearest first."""
        if style is None:
            return ()
        if style not in self._chains:
            self._chains[style] = tuple(self._ancestors(style))
        return self._chains[style]

    def _ancestors(self, style: str | None) -> Iterator[Element]:
        seen = set()
        while style and style not in seen and style in self._by_id:
            seen.add(style)
            yield self._by_id[style]
            style = value_of(self._by_id[style], "basedOn")

    def is_hidden(self, properties: Element | None, style: str | None) -> bool:
        """Whether a run with these properties, in a paragraph of this style, is not shown."""
        direct = is_on(properties, "vanish")
        if direct is not None:
            return direct
        for each in (*self.chain(value_of(properties, "rStyle")), *self.chain(style)):
            found = is_on(each, "rPr/vanish")
            if found is not None:
                return found
        return False

    def height(self, properties: Element | None) -> str:
        """Where a run stands: "superscript", "subscript" or "baseline"."""
        direct = value_of(properties, "vertAlign")
        if direct is not None:
            return direct
        lifted = number_of(properties, "position") or 0
        if abs(lifted) >= _LIFTED:
            return "superscript" if lifted > 0 else "subscript"
        for each in self.chain(value_of(properties, "rStyle")):
            found = value_of(each, "rPr/vertAlign")
            if found is not None:
                return found
        return "baseline"

    def heading(self, paragraph: Element, style: str | None) -> int | None:
        """The level of the heading that a paragraph's style makes it, 1 for the topmost; None for body text."""
        direct = number_of(paragraph, "pPr/outlineLvl")
        if direct is not None:
            return direct + 1 if 0 <= direct < _BODY_LEVEL else None
        for each in self.chain(style):
            level = number_of(each, "pPr/outlineLvl")
            if level is not None:
                return level + 1 if 0 <= level < _BODY_LEVEL else None
            named = next((level for name in _names(each) if (level := _named_level(name))), None)
            if named is not None:
                return named
        return None

    def lists_contents(self, style: str | None) -> bool:
        """Whether paragraphs of a style are lines of a table of contents."""
        return any(_CONTENTS.match(name) for each in self.chain(style)[:1] for name in _names(each))

    def numbering(self, style: str | None) -> tuple[int | None, int | None, str | None]:
        """The list and level that a style gives its paragraphs, and the style that says so."""
        level = None
        for each in self.chain(style):
            own = number_of(each, "pPr/numPr/ilvl")
            level = own if level is None else level
            number = number_of(each, "pPr/numPr/numId")
            if number is not None:
                return number, level, each.get("styleId")
        return None, level, None

    def list_of(self, style: str | None) -> int | None:
        """The list that a list style stands for."""
        return number_of(self._by_id.get(style or ""), "pPr/numPr/numId")


def _names(style: Element) -> tuple[str, str]:
    return value_of(style, "name") or "", style.get("styleId", "")


def _named_level(name: str) -> int | None:
    if match := _NAMED.match(name):
        return int(match["level"])
    match = _UNITED_NATIONS.fullmatch(re.sub(r"[\s_/]", "", name))
    return _LEVELS[match["level"].upper()] if match else None
