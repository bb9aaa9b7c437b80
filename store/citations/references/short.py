"""该决议, 上述决议, 这两项决议: the resolution or decision named before, where only one can be meant."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cache

from store.citations.references.notes import Sources
from store.citations.references.parts import part_after
from store.citations.references.passage import Passage, sentences_before
from store.document import Block, Citation, Confidence

_DECISION = "/DEC/"
_PARAGRAPHS = ("preamble", "operative", "paragraph", "text", "item")


_TRIGGER = re.compile(r"[该这此一项述些]决[议定]")


@cache
def _words() -> re.Pattern[str]:
    return re.compile(
        r"(?:(?P<one>该项?|这一?项?|此项?|同一项?|上一项?|前一项?|上述|前述|上文所述)"
        r"|(?P<many>(?:这|该|上述|前述)(?:些|两项|三项|几项|各项|若干)))(?P<kind>决议|决定)(?!草案|书|性|权|因素|者|了|将|是否|于)"
    )


def find_short_forms(passages: Sequence[Passage], notes: Mapping[str, Sources], cited: Mapping[str, Passage]) -> None:
    """Take up the short forms of all blocks and notes.

    Args:
        passages: The texts, in order.
        notes: What each footnote cites, by id.
        cited: The passages of blocks by id, for the paragraph above an item.
    """
    before: Passage | None = None
    for passage in passages:
        if _TRIGGER.search(passage.spelled):
            here = _citations(passage, notes)
            above = introducing(passage.block, before, cited)
            for found in _words().finditer(passage.spelled):
                _take(passage, found, _antecedents(passage, found, here, _citations(above, notes) if above else []))
        if passage.block is not None and passage.block.type in _PARAGRAPHS:
            before = passage


def _take(passage: Passage, found: re.Match[str], antecedents: tuple[tuple[Citation, ...], bool]) -> None:
    citations, near = antecedents
    symbols = tuple(dict.fromkeys(c.symbol for c in citations if c.symbol))
    unclear = any(c.symbol is None for c in citations)
    if found["kind"] == "决定" and not citations:
        return
    part = part_after(passage.spelled, found.end())
    pinpoint = passage.text[slice(*part)] if part else None
    if len(symbols) == 1 and not unclear and found["many"] is None:
        confidence: Confidence = "sure" if near else "likely"
        words = citations[0].surface
        passage.add(
            "short", found.span(), symbols[0], "antecedent", words=words, pinpoint=pinpoint, confidence=confidence
        )
        return
    passage.add("short", found.span(), None, "antecedent", pinpoint=pinpoint, confidence="open", candidates=symbols)


def _antecedents(
    passage: Passage, found: re.Match[str], here: Sequence[Citation], above: Sequence[Citation]
) -> tuple[tuple[Citation, ...], bool]:
    """What is cited in the nearest sentence before that cites any of the kind, the nearest first, and whether that is
    this sentence or the one before it in the same text; else what the text above cites."""
    kind = found["kind"]
    for distance, (start, end) in enumerate(sentences_before(passage.spelled, found.start())):
        first, last = (bisect_left(here, at, key=lambda citation: citation.at) for at in (start, end))
        if those := tuple(citation for citation in reversed(here[first:last]) if _is(citation, kind)):
            return those, distance < 2
    return tuple(citation for citation in reversed(above) if _is(citation, kind)), False


def introducing(block: Block | None, before: Passage | None, cited: Mapping[str, Passage]) -> Passage | None:
    """The paragraph that introduces an item, else the paragraph before; none for a footnote."""
    if block is None:
        return None
    if block.type == "item" and block.parent and block.parent in cited:
        return cited[block.parent]
    return before if before and before.block and before.block.parent == block.parent else None


def _citations(passage: Passage, notes: Mapping[str, Sources]) -> list[Citation]:
    """The numbers of a text, those of the notes that it calls among them, where it calls them."""
    found = list(passage.citations)
    for marker in passage.markers:
        sources = notes.get(marker.footnote or "")
        if sources:
            numbered = (source.symbol for source in sources.known if source.form in ("number", "symbol", "short"))
            found += (Citation(passage.id, marker.at, marker.note, symbol) for symbol in numbered)
    return sorted(found, key=lambda citation: citation.at)


def _is(citation: Citation, kind: str) -> bool:
    """Whether a citation can be what 决议 or 决定 means; one that was not understood can."""
    if citation.symbol is None:
        return citation.form == "number"
    decision = _DECISION in citation.symbol or "/Dec." in citation.symbol
    resolution = "/RES/" in citation.symbol or "/Res." in citation.symbol
    return decision if kind == "决定" else resolution
