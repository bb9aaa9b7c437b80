"""Fields: codes that Word runs, of which only the results are text."""

from __future__ import annotations

import re
from dataclasses import dataclass

_ADDRESS = re.compile(r'^\s*HYPERLINK\s+(?:"(?P<quoted>[^"]*)"|(?P<bare>[^\s\\"]\S*))', re.IGNORECASE)
_LINKING = re.compile(r"(?:https?|ftp|mailto):", re.IGNORECASE)
_OF_THE_PAGE = re.compile(r"^\s*(?:PAGE|NUMPAGES|SECTIONPAGES|SECTION|PRINTDATE|SAVEDATE|FILENAME)\b", re.IGNORECASE)
_CIRCLED = re.compile(r"^\s*EQ\s+\\o\\ac\((?P<circle>[○◯〇])\s*[,;，]\s*(?P<inner>[^)]{1,3})\)", re.IGNORECASE)


@dataclass(slots=True)
class _Field:
    start: int
    """Where its result begins in the text of the paragraph."""
    code: str = ""
    shows: bool = False
    """Its result has begun."""


class Fields:
    """The fields that are open in one story; they may reach over several paragraphs."""

    def __init__(self) -> None:
        self._open: list[_Field] = []

    @property
    def hides(self) -> bool:
        """Whether what comes now is code, or a result that belongs to the page."""
        return any(not each.shows or is_of_the_page(each.code) for each in self._open)

    def begin(self) -> None:
        """A field begins with its code."""
        self._open.append(_Field(0))

    def add_code(self, text: str) -> None:
        """Code of the innermost field."""
        if self._open and not self._open[-1].shows:
            self._open[-1].code += text

    def separate(self, at: int) -> None:
        """The code is over, the result begins at a place of the text."""
        if self._open:
            self._open[-1].shows, self._open[-1].start = True, at

    def end(self) -> tuple[int, str | None, str]:
        """The innermost field ends; answers where its result began, the address it leads to, and what it draws."""
        if not self._open:
            return 0, None, ""
        field = self._open.pop()
        circled = _CIRCLED.match(field.code) if not field.shows else None
        return field.start, address_in(field.code), _circle(circled["inner"].strip()) if circled else ""

    def begin_paragraph(self) -> None:
        """Results that are not at their end go on at the start of a new text; what hides text ends with its own."""
        self._open = [each for each in self._open if each.shows and not is_of_the_page(each.code)]
        for each in self._open:
            each.start = 0


def address_in(code: str) -> str | None:
    """The address that a HYPERLINK field leads to."""
    match = _ADDRESS.match(code)
    return address(match["quoted"] or match["bare"] or "") if match else None


def address(target: str) -> str | None:
    """An address that leads out of the document; None for files and places of the author's own."""
    return target.strip() if _LINKING.match(target.strip()) else None


def is_of_the_page(code: str) -> bool:
    """Whether a field's result is a page number or the like."""
    return _OF_THE_PAGE.match(code) is not None


def _circle(inner: str) -> str:
    number = int(inner) if inner.isdecimal() and inner.isascii() else 0
    return chr(0x245F + number) if 0 < number <= 20 else inner
