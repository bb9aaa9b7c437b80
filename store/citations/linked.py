"""Links that a file brings along: where its words leave open which document is cited, the address may say it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from store.citations.kinds import OPEN
from store.document import Citation, Document, Doubt, Link
from store.symbols import Symbol

_OFFICIAL = re.compile(r"(?:^|[/.])(?:undocs|un)\.org/", re.IGNORECASE)


def follow_links(document: Document) -> Document:
    """The document whose open citations have the symbols that its links lead to; a contradiction is a doubt."""
    if not document.links:
        return document
    targets = _targets(document.links)
    citations: list[Citation] = []
    settled: set[tuple[str | None, int]] = set()
    doubts: list[Doubt] = []
    for citation in document.citations:
        target, words = _over(citation, targets.get(citation.block, ()))
        if target and citation.symbol is None and _has_number(target, citation.surface):
            settled.add((citation.block, citation.at))
            citation = citation._replace(symbol=target.text, rule="link", words=words, confidence="sure", candidates=())
        elif target and citation.symbol not in (None, target.text):
            message = f"链接指向“{target.text}”，文中却读作“{citation.symbol}”，请核对。"
            doubts.append(Doubt(citation.block, citation.at, "other-link", message))
        citations.append(citation)
    kept = [doubt for doubt in document.doubts if doubt.kind not in OPEN or (doubt.block, doubt.at) not in settled]
    return replace(document, citations=tuple(citations), doubts=(*kept, *doubts))


def _targets(links: Iterable[Link]) -> dict[str, list[tuple[Link, Symbol]]]:
    found: dict[str, list[tuple[Link, Symbol]]] = {}
    for link in links:
        if _OFFICIAL.search(link.address) and (symbol := Symbol.parse(link.address)):
            found.setdefault(link.block, []).append((link, symbol))
    return found


def _over(citation: Citation, links: Iterable[tuple[Link, Symbol]]) -> tuple[Symbol | None, str]:
    """What the link over a citation leads to, and its address."""
    for link, symbol in links:
        if link.at < citation.end and citation.at < link.at + len(link.words):
            return symbol, link.address
    return None, ""


def _has_number(symbol: Symbol, surface: str) -> bool:
    """Whether a number as printed is a symbol's: "64/293" is that of A/RES/64/293."""
    printed, canonical = ("".join(filter(str.isdigit, text)) for text in (surface, symbol.number or symbol.text))
    return bool(printed) and canonical.startswith(printed)
