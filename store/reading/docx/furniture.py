"""Headers and footers: the masthead that some templates keep in them, and what stands at the edges of each page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from xml.etree.ElementTree import Element

from store.reading.docx.settings import Setting
from store.reading.docx.story import Story
from store.reading.docx.tables import Table, is_masthead
from store.reading.docx.tree import is_on
from store.reading.docx.writing import Group, Paragraph
from store.reading.masthead_forms import OWN_SYMBOL

_DISTRIBUTION = re.compile(r"Distr\.|(?:普遍|有限|限制|一般)分发|(?:Original|原文)\s*[:：]", re.IGNORECASE)


def masthead(setting: Setting) -> list[Group]:
    """The masthead in the header of the first page, as a group of lines; none in most documents."""
    section = setting.sections[0]
    kind = "first" if is_on(section, "titlePg") else "default"
    lines = _split(_paragraphs(setting, section, "headerReference", kind))
    texts = [line.text for line in lines]
    if not is_masthead(texts) or not any(_DISTRIBUTION.match(text) for text in texts):
        return []
    return [Group(lines)]


def edges(setting: Setting, besides: Sequence[Group]) -> Iterator[tuple[str, Paragraph]]:
    """What kind of furniture the lines of headers and footers are, and the lines, each once.

    Args:
        setting: the document.
        besides: what was printed as masthead already.
    """
    seen = {line.text for group in besides for line in group.lines}
    found: list[tuple[str, Paragraph]] = []
    for section in setting.sections:
        for reference, kind in (("headerReference", "top"), ("footerReference", "foot")):
            every = chain.from_iterable(
                _paragraphs(setting, section, reference, which) for which in _shown(setting, section)
            )
            for line in _split(every) if kind == "top" else _whole(every):
                if line.text not in seen and re.search(r"\w", line.text):
                    seen.add(line.text)
                    found.append(("head" if _is_symbol(line.text) else kind, line))
    yield from sorted(found, key=lambda each: each[0] != "head")


def _shown(setting: Setting, section: Element) -> list[str]:
    """The kinds of headers that Word prints in a section; others may be left from an older document."""
    first = ["first"] if is_on(section, "titlePg") else []
    return [*first, "default", *(["even"] if setting.two_sided else [])]


def _is_symbol(text: str) -> bool:
    return text[0].isascii() and "/" in text and OWN_SYMBOL.match(text) is not None


def _paragraphs(setting: Setting, section: Element, reference: str, which: str) -> Iterator[Paragraph]:
    for each in section.findall(reference):
        root = setting.package.header(each.get("r_id", "")) if each.get("type", "default") == which else None
        for block in Story(setting).blocks(root) if root is not None else ():
            yield from block.paragraphs() if isinstance(block, Table) else (block,)


def _split(paragraphs: Iterator[Paragraph]) -> list[Paragraph]:
    """Each part between tabs as a line of its own; marks on them are not kept."""
    parts = (part for each in paragraphs for part in re.split(r"[\t\n]|\s{3,}", each.text))
    return [Paragraph(part.strip()) for part in parts if part.strip()]


def _whole(paragraphs: Iterator[Paragraph]) -> list[Paragraph]:
    """Each line as it stands, without its tabs and without the strokes that set off the number of the page."""
    parts = (re.sub(r"\t+", " ", part).strip(" /-–—") for each in paragraphs for part in each.text.split("\n"))
    return [Paragraph(part) for part in parts if part]
