"""The graph of citations as a picture by year, for a terminal: a line a document, the years down the margin."""

from __future__ import annotations

from collections.abc import Iterator

from store.library.graph import Arc, Graph, Node
from tui.language import _
from tui.printing import cells, clip
from tui.relation_words import RELATIONS, treatment_name

_HELD, _LACKING, _CENTRE = "●", "○", "◆"
_BAR = "▪"
_LONGEST = 12
"""Cells of the longest bar."""
_MARGIN = 6


def picture(graph: Graph, space: int | None) -> Iterator[str]:
    """The lines: years from the oldest to the newest, within each its documents, those cited most with long bars.

    Args:
        graph: What is to be seen.
        space: Cells of a line; None for as many as it takes.
    """
    most = max((node.citations for node in graph.nodes), default=0)
    ways = dict(_ways(graph))
    last: int | None = 0
    for node in graph.nodes:
        year = "" if node.year == last else str(node.year or "–")
        last = node.year
        sign = _CENTRE if node.key == graph.centre else _HELD if node.held else _LACKING
        bar = _BAR * max(1, round(_LONGEST * node.citations / most)) if node.citations and most else ""
        parts = (node.key, _title(node), f"↩{node.citations}" if node.citations else "", bar, ways.get(node.key, ""))
        line = f"{year:>{_MARGIN - 1}} {sign} " + "  ".join(filter(None, parts))
        yield clip(line, space) if space and cells(line) > space else line
    if graph.nodes:
        yield ""
        legend = _("{held} in the library  {lacking} not in the library  ↩ cited by those shown")
        yield legend.format(held=_HELD, lacking=_LACKING)


def _title(node: Node) -> str:
    """The title, where it is not what the document goes by."""
    return node.title if node.title and node.title not in node.key else ""


def _ways(graph: Graph) -> Iterator[tuple[str, str]]:
    """For each document beside the one in the middle, how the two are joined."""
    said: dict[str, list[str]] = {}
    for arc in graph.arcs:
        if graph.centre not in (arc.source, arc.target):
            continue
        other = arc.target if arc.source == graph.centre else arc.source
        said.setdefault(other, []).append(_joined(arc, graph.centre or ""))
    for key, words in said.items():
        yield key, " · ".join(words)


def _joined(arc: Arc, centre: str) -> str:
    if arc.relation:
        return _(RELATIONS[arc.relation])
    how = _(", ").join(f"{treatment_name(name)} {count}" for name, count in arc.treatments.items())
    words = _("→ cites it: {how}") if arc.target == centre else _("← cited by it: {how}")
    return words.format(how=how)
