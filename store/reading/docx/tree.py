"""The XML of a part as a tree with short names, whichever of the two sets of namespaces it was written in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser

_NAMESPACE = re.compile(r"\{(?P<address>[^}]*)\}(?P<name>.*)", re.DOTALL)
_PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r_",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r_",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc_",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m_",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m_",
    "http://schemas.openxmlformats.org/package/2006/relationships": "rels_",
    "http://www.w3.org/XML/1998/namespace": "xml_",
}
_OTHER = "other_"


class Malformed(Exception):
    """The XML can't be read, or holds what no Word file needs."""


class _Builder(TreeBuilder):
    def doctype(self, name: str, pubid: str | None, system: str | None) -> None:
        """Refuse declarations: entities could grow without bound or name other files."""
        raise Malformed


def parse(data: bytes) -> Element:
    """The root of a part; names of Word's own elements and attributes stand without a prefix.

    Raises:
        Malformed: the XML can't be read.
    """
    parser = XMLParser(target=_Builder())
    try:
        parser.feed(data)
        root: Element = parser.close()
    except (ParseError, ValueError, LookupError) as error:
        raise Malformed from error
    names: dict[str, str] = {}
    for element in root.iter():
        if isinstance(element.tag, str):
            element.tag = _short(element.tag, names)
        if element.attrib:
            element.attrib = {_short(name, names): value for name, value in element.attrib.items()}
    return root


def _short(name: str, names: dict[str, str]) -> str:
    if name not in names:
        match = _NAMESPACE.fullmatch(name)
        names[name] = _PREFIXES.get(match["address"], _OTHER) + match["name"] if match else name
    return names[name]


def value_of(parent: Element | None, path: str) -> str | None:
    """The `val` of the element at a path; None when there is none."""
    found = parent.find(path) if parent is not None else None
    return found.get("val") if found is not None else None


def number_of(parent: Element | None, path: str) -> int | None:
    """The same as a number."""
    value = value_of(parent, path)
    return int(value) if value is not None and re.fullmatch(r"-?\d{1,9}", value) else None


def is_on(parent: Element | None, path: str) -> bool | None:
    """Whether a switch is on; None when the element is not there."""
    found = parent.find(path) if parent is not None else None
    return None if found is None else found.get("val", "1") not in ("0", "false", "off", "none")


def opened(parent: Element) -> Iterator[Element]:
    """The children of an element, with what only wraps them taken off, and without prompts to fill in."""
    for child in parent:
        if child.tag == "sdt" and is_on(child, "sdtPr/showingPlcHdr"):
            continue
        if child.tag in ("sdt", "customXml", "smartTag", "ins", "moveTo", "sdtContent", "dir", "bdo"):
            yield from opened(child)
        elif child.tag == "mc_AlternateContent":
            yield from opened(chosen(child))
        else:
            yield child


def chosen(alternatives: Element) -> Element:
    """The one of several renderings that is read: the first that holds text, else the first."""
    for each in alternatives:
        if next(each.iter("t"), None) is not None:
            return each
    return alternatives[0] if len(alternatives) else Element("nothing")
