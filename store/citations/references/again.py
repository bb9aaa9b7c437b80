"""同上, 同前 and 前注5 in running text, where sources stand in brackets or notes are set as paragraphs."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from store.citations.references.notes import Source, Sources, has_strange, sources_of, take
from store.citations.references.passage import Passage, sentences_before

_FORMS = ("number", "symbol", "short", "treaty", "name", "labour", "other")
_TRIGGER = re.compile(r"[同前引](?:(?<=同)[上前注脚]|(?<=[前引])脚?注)")
_LONGEST = 200
"""Characters of the longest bracket in which a source stands."""


@cache
def _again() -> re.Pattern[str]:
    return re.compile(
        r"(?P<same>(?:^|(?<=[(;。]))\s*(?:[另又]?[参]?[见看]\s?)?同[上前](?:注|引)?(?=\s*(?:[,.。;)]|第|$)))"
        r"|(?:同(?:上文|前)?|前引?|上引)脚?注\s?(?P<label>\d{1,4})(?!\d)"
    )


def find_again(passages: Sequence[Passage], notes: Mapping[str, Sources], labels: Mapping[str, str]) -> None:
    """Take up these words in all blocks, after everything else that names a source.

    Args:
        passages: The texts, in order.
        notes: What each footnote cites, by id.
        labels: The footnotes' ids by their labels.
    """
    before: Passage | None = None
    for passage in passages:
        if passage.block is None:
            return
        if _TRIGGER.search(passage.spelled):
            for found in _again().finditer(passage.spelled):
                _take(passage, found, before, notes, labels)
        before = passage


def _take(
    passage: Passage,
    found: re.Match[str],
    before: Passage | None,
    notes: Mapping[str, Sources],
    labels: Mapping[str, str],
) -> None:
    if label := found["label"]:
        if label in labels:
            take(passage, found.span(), notes.get(labels[label], Sources()))
        return
    start = passage.spelled.index("同", found.start())
    # Only words that begin a paragraph take up what the paragraph before cites: it is a note set as one.
    meant = _last(passage, start, before if found.start() == 0 else None)
    if meant.known:
        take(passage, (start, found.end()), meant, "same-source")


def _last(passage: Passage, at: int, before: Passage | None) -> Sources:
    """What the bracket or the sentence cites that cites last before a place; else what the paragraph before cites."""
    here = sorted((*passage.citations, *passage.found), key=lambda each: each.at)
    earlier = [each for each in here if each.end <= at and each.form in _FORMS]
    if not earlier:
        return sources_of(before) if before else Sources()
    last = earlier[-1]
    start = _opened(passage.spelled, last.at)
    if start is None:
        start = next(sentences_before(passage.spelled, last.end))[0]
    cited = [each for each in earlier if each.at >= start]
    known = {each.symbol: Source(each.symbol, each.form, each.pinpoint) for each in cited if each.symbol}
    unclear = any(each.symbol is None for each in cited) or has_strange(passage, start, at)
    return Sources(tuple(known.values()), unclear)


def _opened(text: str, at: int) -> int | None:
    """Where the bracket opened in which a place stands."""
    floor = max(0, at - _LONGEST)
    opened = text.rfind("(", floor, at)
    return opened if opened >= 0 and text.count(")", opened, at) < text.count("(", opened, at) else None
