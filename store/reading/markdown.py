"""What Markdown says of a text beyond the signs that are taken out of its lines: links, rows of tables, code."""

from __future__ import annotations

import re
from collections.abc import Iterator

from store.reading.marks import Mark

_LINK = re.compile(
    r"(?<!!)\[(?P<words>[^\[\]\n]+)\]\(<?(?P<address>(?:https?://|www\.)(?:[^()\s<>]|\([^()\s]*\))+)>?\)"
)
_UNDERLINED = re.compile(r"^(?P<words>[^\s=|>#][^\n]{0,200})\n={3,}[ \t]*$", re.MULTILINE)
_TABLE = re.compile(r"(?:^[ \t]*\|[^\n]*\|[ \t]*(?:\n|\Z)){3,}", re.MULTILINE)
_ROW = re.compile(r"[^\n]*\|[^\n]*")
_RULING = re.compile(r"\s*\|?(?:\s*:?-{3,}:?\s*\|)+")
_MASTHEAD = re.compile(r"Distr\.|联合国|聯合國|United Nations")
_FENCE = re.compile(r"^[ \t]*(?:```|~~~)[^\n`~]*$", re.MULTILINE)


def marks_of(text: str) -> tuple[Mark, ...]:
    """The marks of a text as far as it is in Markdown; none in most."""
    return tuple(sorted((*_links(text), *_headings(text), *_rows(text), *_fences(text))))


def _links(text: str) -> Iterator[Mark]:
    if "](" in text:
        for match in _LINK.finditer(text):
            yield Mark(*match.span("words"), "link", match["address"])


def _headings(text: str) -> Iterator[Mark]:
    """Lines that are underlined with equals signs; hyphens below a line are a rule as often."""
    if "\n===" in text:
        for match in _UNDERLINED.finditer(text):
            yield Mark(*match.span("words"), "heading", "1")


def _rows(text: str) -> Iterator[Mark]:
    """The rows of tables that are ruled below their heads, a document's masthead set as a table left out."""
    if "|--" not in text and "| --" not in text and "|:-" not in text:
        return
    for table in _TABLE.finditer(text):
        rows = list(_ROW.finditer(text, *table.span()))
        if len(rows) > 1 and _RULING.fullmatch(rows[1][0].strip()) and not _MASTHEAD.search(table[0]):
            yield from (Mark(*row.span(), "row") for row in rows if not _RULING.fullmatch(row[0].strip()))


def _fences(text: str) -> Iterator[Mark]:
    if "```" in text or "~~~" in text:
        for match in _FENCE.finditer(text):
            yield Mark(*match.span(), "furniture", "rule")
