"""Whether a table shows data or only sets a page; the rows and cells of either."""

from __future__ import annotations

import re
from collections.abc import Iterator

from store.reading.labels import read_label
from store.reading.web.elements import BLOCKS, Element

_MASTHEAD = re.compile(r"Distr\.|联\s*合\s*国|聯\s*合\s*國|United Nations")
_LONG = 300
"""Characters of a cell that holds running text."""


def rows(table: Element) -> list[list[Element]]:
    """The cells of each row of a table, those of tables in it left out."""
    return [list(_own(row, ("td", "th"))) for row in _own(table, ("tr",))]


def _own(element: Element, tags: tuple[str, ...]) -> Iterator[Element]:
    waiting = [child for child in reversed(element.children) if isinstance(child, Element)]
    while waiting:
        child = waiting.pop()
        if child.tag in tags:
            yield child
        elif child.tag != "table":
            waiting += [each for each in reversed(child.children) if isinstance(each, Element)]


def shows_data(table: Element, cells: list[list[Element]]) -> bool:
    """Whether the table is one to be read by rows: rows of several short cells, and no masthead."""
    several = [row for row in cells if len(row) > 1]
    if len(several) < 2 or table.attributes.get("role") in ("presentation", "none"):
        return False
    if all(len(row) == 2 and is_label(row[0]) for row in several):
        return False
    inside = {each.tag for each in table.within() if each is not table}
    if inside & {"table", "h1", "h2", "h3", "h4", "ul", "ol"}:
        return False
    texts = [cell.text.strip() for row in cells for cell in row]
    if any(len(text) > _LONG for text in texts) or _MASTHEAD.search("".join(texts[:6])):
        return False
    if inside & {"th", "thead", "caption"} or table.attributes.get("border", "0") != "0":
        return True
    filled = sum(bool(text) for text in texts)
    return filled * 5 >= len(texts) * 3 and not any(_paragraphs(cell) > 1 for row in cells for cell in row)


def is_label(cell: Element) -> bool:
    """Whether a cell holds nothing but the number of the paragraph beside it."""
    text = cell.text.strip()
    label = read_label(f"{text} ") if 0 < len(text) < 8 else None
    return label is not None and label.end >= len(text)


def _paragraphs(cell: Element) -> int:
    return sum(each.tag in BLOCKS for each in cell.within() if each is not cell and each.text.strip())
