"""What holds for a whole document: styles, lists, notes, sections, and where its links lead."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from xml.etree.ElementTree import Element

from store.reading.docx.numbering import Numbering
from store.reading.docx.package import Package
from store.reading.docx.styles import Styles
from store.reading.docx.tree import is_on, number_of, opened, value_of

NoteKind = Literal["footnote", "endnote"]


@dataclass(frozen=True, slots=True)
class NoteRule:
    """How the notes of a section are counted."""

    form: str
    start: int
    restart: str
    """"continuous", "eachSect" or "eachPage"."""


class Setting:
    """A document's parts beside its text."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.styles = Styles(package.part("styles"))
        self.numbering = Numbering(package.part("numbering"), self.styles)
        self._settings = package.part("settings")
        self.two_sided = bool(is_on(self._settings, "evenAndOddHeaders"))
        """Whether left pages have headers of their own."""
        root = package.document.find("body")
        self.body = root if root is not None else Element("body")
        self.sections = [*_sections(self.body)] or [Element("sectPr")]

    def note_rule(self, kind: NoteKind, section: int) -> NoteRule:
        """How notes are counted in a section: as it says itself, else as the document does."""
        own = self.sections[min(section, len(self.sections) - 1)].find(f"{kind}Pr")
        whole = self._settings.find(f"{kind}Pr") if self._settings is not None else None
        form = value_of(own, "numFmt") or value_of(whole, "numFmt")
        start = number_of(own, "numStart")
        start = number_of(whole, "numStart") if start is None else start
        return NoteRule(
            form or ("decimal" if kind == "footnote" else "lowerRoman"),
            1 if start is None else start,
            value_of(own, "numRestart") or value_of(whole, "numRestart") or "continuous",
        )

    def notes(self, kind: NoteKind) -> dict[str, Element]:
        """The notes of a kind, by their ids."""
        part = self.package.part(f"{kind}s")
        return {each.get("id", ""): each for each in part} if part is not None else {}


def _sections(body: Element) -> list[Element]:
    """The properties of each section, in order."""
    found = []
    for child in opened(body):
        own = child if child.tag == "sectPr" else child.find("pPr/sectPr") if child.tag == "p" else None
        if own is not None:
            found.append(own)
    return found
