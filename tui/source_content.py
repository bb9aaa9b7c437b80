"""The lines of a source as they came, for the screen: the paragraph's own, and dim between them what became else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.content import Content

from store.document import Document
from store.source_lines import SourceLine
from tui.language import N_, _
from tui.naming import place_name
from tui.typeset import visible

_FURNITURE = {
    "rule": N_("rule"),
    "link": N_("address"),
    "page": N_("page number"),
    "head": N_("running head"),
    "image": N_("picture"),
    "markup": N_("markup"),
    "translation": N_("translation"),
}
_MUTED = "$text-muted"


def source_content(lines: Sequence[SourceLine], document: Document, place: str) -> Content:
    """The lines with their numbers; those of other places dim, each with what it became."""
    digits = len(str(lines[-1].number)) if lines else 1
    return Content("\n").join([_line(line, document, place, digits) for line in lines])


def role_words(line: SourceLine, document: Document) -> str:
    """What a line became."""
    if line.role == "furniture":
        kind = _FURNITURE.get(line.owner)
        return _("furniture: {kind}").format(kind=_(kind)) if kind else _("page furniture")
    if line.role == "front":
        return _("masthead")
    return place_name(document, line.owner)


def _line(line: SourceLine, document: Document, place: str, digits: int) -> Content:
    number = (f"{line.number:>{digits}} ", _MUTED)
    text = visible(line.text.strip())
    if line.owner == place and line.role in ("block", "footnote"):
        return Content.assemble(number, ("│ ", "$accent"), text)
    return Content.assemble(
        number, ("┊ ", _MUTED), (f"{text}  ", "$text-muted"), (f"({role_words(line, document)})", "$text-muted italic")
    )


def removed_lines(lines: Sequence[SourceLine]) -> Iterator[SourceLine]:
    """The lines that are no text of a block: what can be made text again."""
    return (line for line in lines if line.role in ("furniture", "front", "footnote"))
