"""The lines of a source as they came, in words for the screen: which are the paragraph's own, what became of others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from store.document import Document
from store.source_lines import SourceLine
from tui.language import N_, _
from tui.naming import place_name
from tui.typeset import visible
from tui.widgets.source_view import SourceRow

_FURNITURE = {
    "rule": N_("rule"),
    "link": N_("address"),
    "page": N_("page number"),
    "head": N_("running head"),
    "image": N_("picture"),
    "markup": N_("markup"),
    "translation": N_("translation"),
    "navigation": N_("navigation of a web page"),
    "licence": N_("licence of a copy"),
}


def source_rows(lines: Sequence[SourceLine], document: Document, place: str) -> list[SourceRow]:
    """The lines; those of other places with what they became."""
    return [SourceRow(line.number, visible(line.text.strip()), _aside(line, document, place)) for line in lines]


def role_words(line: SourceLine, document: Document) -> str:
    """What a line became."""
    if line.role == "furniture":
        kind = _FURNITURE.get(line.owner)
        return _("furniture: {kind}").format(kind=_(kind)) if kind else _("page furniture")
    if line.role == "front":
        return _("masthead")
    return place_name(document, line.owner)


def _aside(line: SourceLine, document: Document, place: str) -> str:
    own = line.owner == place and line.role in ("block", "footnote")
    return "" if own else f"({role_words(line, document)})"


def removed_lines(lines: Sequence[SourceLine]) -> Iterator[SourceLine]:
    """The lines that are no text of a block: what can be made text again."""
    return (line for line in lines if line.role in ("furniture", "front", "footnote"))
