"""Who cites whom, as a graph: all of the library, or what stands around one document. And its form for Graphviz."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from store.library.entry import Entry
from store.library.families.drafts import term_of
from store.library.families.family import family_of, family_of_symbol
from store.library.families.kin import Kin
from store.library.families.queries import Edge, dates_of, edges, names_of
from store.library.families.terms import term_of_symbol
from store.library.library import Library
from store.library.treatments import UNGOVERNED
from store.symbols import Symbol


class Node(NamedTuple):
    """A document."""

    key: str
    """Of the library, or its symbol."""
    title: str | None
    year: int | None
    held: bool
    citations: int
    """How often the documents shown cite it."""


class Arc(NamedTuple):
    """One cites another, or belongs to it."""

    source: str
    target: str
    citations: int
    """0 where it only belongs to it."""
    treatments: Mapping[str, int]
    relation: str | None = None
    """How it belongs to it, where it is an inference: "draft", "report", "series", …"""


@dataclass(frozen=True, slots=True)
class Graph:
    """Documents and what joins them."""

    nodes: tuple[Node, ...]
    """By year, then by key; those of no known year last."""
    arcs: tuple[Arc, ...]
    centre: str | None = None
    """The document asked for."""


def graph_of(library: Library, limit: int | None = None) -> Graph:
    """The whole library: its documents, and the documents that they cite most.

    Args:
        library: Whose documents.
        limit: How many that are cited but not held, the most cited first; None for all.
    """
    made = _Making(library)
    made.cite(library.ask(edges))
    return made.graph(limit=limit)


def graph_around(library: Library, entry: Entry | None, symbol: str | None) -> Graph:
    """One document with who cites it, whom it cites, and its family.

    Args:
        library: Where to look.
        entry: The document, where the library holds it.
        symbol: Its symbol, if it has one.
    """
    made = _Making(library)
    centre = entry.key if entry else symbol or ""
    if symbol:
        made.cite(library.ask(lambda index: edges(index, symbol=symbol)))
    if entry:
        made.cite(library.ask(lambda index: edges(index, digest=entry.digest)))
    made.relate(centre, family_of(library, entry).kin if entry else family_of_symbol(library, centre).kin)
    made.name(centre)
    return made.graph(centre=centre)


def public(graph: Graph) -> dict[str, Any]:
    """The graph as `graph --json` prints it."""
    return {
        "centre": graph.centre,
        "nodes": [node._asdict() for node in graph.nodes],
        "edges": [arc._asdict() | {"treatments": dict(arc.treatments)} for arc in graph.arcs],
    }


def dot(graph: Graph) -> str:
    """The graph in the language of Graphviz, years from left to right; what is only inferred is dashed."""
    lines = ["digraph jueyi {", "  rankdir=LR;", '  node [shape=box, fontname="sans-serif"];']
    for node in graph.nodes:
        label = "\n".join(filter(None, (node.key, node.title if node.title != node.key else None)))
        style = "filled" if node.held else "solid"
        weight = ", penwidth=2" if node.key == graph.centre else ""
        lines.append(f'  {_quoted(node.key)} [label={_quoted(label)}, style={style}, fillcolor="#eeeeee"{weight}];')
    for year in dict.fromkeys(node.year for node in graph.nodes if node.year is not None):
        same = " ".join(_quoted(node.key) for node in graph.nodes if node.year == year)
        lines.append(f"  {{ rank=same; {same} }}")
    for arc in graph.arcs:
        said = arc.relation or " ".join(f"{name} {count}" for name, count in arc.treatments.items())
        style = ", style=dashed" if arc.relation else ""
        lines.append(f"  {_quoted(arc.source)} -> {_quoted(arc.target)} [label={_quoted(said)}{style}];")
    return "\n".join((*lines, "}")) + "\n"


class _Making:
    """A graph in the making: keys stand for what the library holds, symbols for the rest."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._entries = {entry.key: entry for entry in library.known()}
        self._by_digest = {entry.digest: entry.key for entry in self._entries.values()}
        self._by_symbol = {entry.symbol: entry.key for entry in reversed(self._entries.values()) if entry.symbol}
        self._arcs: dict[tuple[str, str], Counter[str]] = {}
        self._kin: dict[tuple[str, str], Kin] = {}
        self._named: set[str] = set()
        self._dates: Mapping[str, str] = {}

    def cite(self, found: Iterable[Edge]) -> None:
        """Take in who cites whom."""
        for edge in found:
            source = self._by_digest.get(edge.digest)
            if source is not None and (edge.symbol in self._by_symbol or Symbol.parse(edge.symbol)):
                target = self._by_symbol.get(edge.symbol, edge.symbol)
                counts = self._arcs.setdefault((source, target), Counter())
                counts[edge.treatment or UNGOVERNED] += edge.citations

    def relate(self, centre: str, kin: Iterable[Kin]) -> None:
        """Take in what belongs to the document in the middle."""
        for each in kin:
            if other := each.key or each.symbol:
                self._kin[centre, other] = each

    def name(self, key: str) -> None:
        """See to it that a document is shown, whoever cites it."""
        self._named.add(key)

    def graph(self, *, limit: int | None = None, centre: str | None = None) -> Graph:
        """What was taken in."""
        cited: Counter[str] = Counter()
        for (_, target), counts in self._arcs.items():
            cited[target] += counts.total()
        lacking = [key for key, _ in cited.most_common() if key not in self._entries]
        dropped = set(lacking[limit:]) if limit is not None else set()
        pairs = [pair for pair in (*self._arcs, *self._kin) if not dropped & set(pair)]
        self._dates = self._library.ask(lambda index: dates_of(index, centre))
        shown = dict.fromkeys((*self._named, *(key for pair in pairs for key in pair)))
        if centre is None:
            shown |= dict.fromkeys(self._entries)
        nodes = sorted((self._node(key, cited[key], deep=centre is not None) for key in shown), key=_time)
        arcs = [Arc(*pair, counts.total(), dict(counts.most_common())) for pair, counts in self._arcs.items()]
        arcs += [Arc(*pair, 0, {}, kin.relation) for pair, kin in self._kin.items()]
        return Graph(tuple(nodes), tuple(arc for arc in arcs if not dropped & {arc.source, arc.target}), centre)

    def _node(self, key: str, citations: int, *, deep: bool) -> Node:
        if entry := self._entries.get(key):
            return Node(key, entry.title, term_of(entry).year, True, citations)
        kin = next((each for (_, other), each in self._kin.items() if other == key), None)
        names = self._library.ask(lambda index: names_of(index, key)) if deep and not kin else []
        title = kin.title if kin else next((name for name, _ in Counter(names).most_common(1)), None)
        return Node(key, title, kin.year if kin else term_of_symbol(key, self._dates.get(key)).year, False, citations)


def _time(node: Node) -> tuple[int, str]:
    return node.year or 9999, node.key


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
