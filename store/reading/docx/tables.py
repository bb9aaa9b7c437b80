"""Tables: rows of data, and those that only put paragraphs in their places, as mastheads do."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from store.reading.docx.tree import opened
from store.reading.docx.writing import Group, Paragraph, joined
from store.reading.masthead_forms import OWN_SYMBOL

_BETWEEN = " | "
_IN_MASTHEADS = re.compile(
    r"Distr\.|(?:联合国|聯合國|United Nations)\s*$|(?:Original|原文)\s*[:：]|(?:普遍|有限|限制|一般)分发|Chinese$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\d{1,3}\s?[.．、]\s?\D")


@dataclass(slots=True)
class Table:
    """Rows of cells, each with its own blocks."""

    rows: list[list[list[Paragraph | Table]]]

    def paragraphs(self) -> Iterator[Paragraph]:
        """All paragraphs in reading order, those of tables inside included."""
        for row in self.rows:
            for cell in row:
                for block in cell:
                    if isinstance(block, Table):
                        yield from block.paragraphs()
                    else:
                        yield block


def read_table(element: Element, blocks: Callable[[Element], Iterator[Paragraph | Table]]) -> Table:
    """A table's rows as accepted, each merged cell in its first place.

    Args:
        element: the table.
        blocks: reads what stands in a cell.
    """
    rows = []
    for row in opened(element):
        if row.tag != "tr" or row.find("trPr/del") is not None:
            continue
        cells = [cell for cell in opened(row) if cell.tag == "tc" and cell.find("tcPr/cellDel") is None]
        rows.append(
            [[] if _goes_on(cell, "vMerge") else list(blocks(cell)) for cell in cells if not _goes_on(cell, "hMerge")]
        )
    return Table(rows)


def _goes_on(cell: Element, merge: str) -> bool:
    """Whether a cell is the rest of a merged one."""
    found = cell.find(f"tcPr/{merge}")
    return found is not None and found.get("val", "continue") == "continue"


def laid_out(table: Table, *, above_text: bool) -> Iterator[Paragraph | Group]:
    """A table as lines.

    Args:
        table: the table.
        above_text: the text has not begun, so that a masthead may stand here.
    """
    if above_text and is_masthead([part.text for part in table.paragraphs()]):
        yield Group(list(table.paragraphs()))
    elif _only_lays_out(table):
        for row in table.rows:
            for cell in row:
                for block in cell:
                    yield from laid_out(block, above_text=above_text) if isinstance(block, Table) else (block,)
    else:
        rows = [_row(row) for row in table.rows]
        yield Group([row for row in rows if row.text.strip(" |")], rows=True)


def is_masthead(texts: list[str]) -> bool:
    """Whether paragraphs are those of a masthead."""
    parts = [part.strip() for text in texts for part in re.split(r"[\t\n]", text)]
    symbols = sum(OWN_SYMBOL.match(part) is not None for part in parts)
    return any(_IN_MASTHEADS.match(part) for part in parts) or (symbols == 1 and len(parts) <= 4)


def _only_lays_out(table: Table) -> bool:
    """Whether no row has two cells with text side by side, or cells hold numbered paragraphs in columns."""
    if all(sum(bool(cell) for cell in row) <= 1 for row in table.rows):
        return True
    return any(_holds_paragraphs(cell) for row in table.rows for cell in row)


def _holds_paragraphs(cell: list[Paragraph | Table]) -> bool:
    return sum(isinstance(block, Paragraph) and _NUMBERED.match(block.text) is not None for block in cell) >= 2


def _row(row: list[list[Paragraph | Table]]) -> Paragraph:
    return joined([_cell(cell) for cell in row], _BETWEEN)


def _cell(cell: list[Paragraph | Table]) -> Paragraph:
    parts = [part for block in cell for part in (block.paragraphs() if isinstance(block, Table) else (block,))]
    return joined(parts, " ")
