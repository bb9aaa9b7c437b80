"""What a citation says that can't be so, or that another mention of the document says otherwise.

Nothing is changed for it: whether the text or its reading is wrong, only a reader can tell.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import pairwise
from typing import TypeVar

from store.citations.calendar import adopted, earliest, last_day
from store.citations.settled import RULE
from store.document import Citation, Document, Doubt
from store.numbers import fold
from store.symbols import Symbol

Key = TypeVar("Key", bound=Hashable)

_ALIKE = 0.5
"""Share of pairs of characters that two titles of one document have in common at least, however they are translated."""


def contradicted(document: Document, symbols: Iterable[Symbol] = ()) -> Document:
    """The document with a doubt for each contradiction in what its citations say.

    Args:
        document: with all its citations.
        symbols: those that are known already; what else is cited is read from its text.
    """
    read = {symbol.text: symbol for symbol in symbols}
    known = {text: symbol for text in _symbols(document) if (symbol := read.get(text) or Symbol.parse(text))}
    citations = [each for each in document.citations if each.symbol in known]
    doubts = (*_in_time(document, citations, known), *_among_mentions(citations), *_of_organs(citations, known))
    return replace(document, doubts=(*document.doubts, *doubts)) if doubts else document


def _symbols(document: Document) -> Iterable[str]:
    return dict.fromkeys(each.symbol for each in document.citations if each.symbol)


def _in_time(document: Document, citations: Iterable[Citation], known: Mapping[str, Symbol]) -> Iterator[Doubt]:
    """Against the date of the document, and that of a number against its session."""
    written = last_day(document.front)
    for each in citations:
        symbol = known[each.symbol or ""]
        since, period = earliest(symbol), adopted(symbol)
        if each.rule == RULE or symbol.text == document.front.symbol:
            continue
        if written and since and since > written:
            yield _doubt(each, "not-yet", f"“{symbol.text}”最早出自{since}，晚于本文件的日期{written}，请核对。")
        elif written and each.date and each.date > written:
            said = f"“{symbol.text}”所注日期{each.date}晚于本文件的日期{written}，请核对。"
            yield _doubt(each, "future-date", said)
        elif period and each.date and not period.first <= each.date <= period.last:
            said = f"“{symbol.text}”应通过于{period.first}至{period.last}之间，所注日期却是{each.date}，请核对。"
            yield _doubt(each, "date-session", said)


def _among_mentions(citations: Iterable[Citation]) -> Iterator[Doubt]:
    """Dates and titles of one document that differ; what most mentions say, else the first, is held for right."""
    for symbol, mentions in _grouped(citations, lambda each: each.symbol).items():
        dates = Counter(each.date for each in mentions if each.date)
        for each in mentions if len(dates) > 1 else ():
            if each.date and each.rule != RULE and each.date != (usual := dates.most_common(1)[0][0]):
                yield _doubt(each, "other-date", f"“{symbol}”此处注为{each.date}，别处注为{usual}，请核对。")
        titled = [each for each in mentions if each.title]
        for each in titled[1:]:
            if each.rule != RULE and not any(_alike(each, other) for other in titled if other is not each):
                said = f"“{symbol}”此处题为“{each.title}”，别处题为“{titled[0].title}”，请核对。"
                yield _doubt(each, "other-title", said)


def _of_organs(citations: Iterable[Citation], known: Mapping[str, Symbol]) -> Iterator[Doubt]:
    """One number on one date given to two organs."""
    dated = (each for each in citations if each.date and known[each.symbol or ""].number)
    for mentions in _grouped(dated, lambda each: (known[each.symbol or ""].number, each.date)).values():
        first = known[mentions[0].symbol or ""]
        for each in mentions[1:]:
            symbol = known[each.symbol or ""]
            if symbol.organ != first.organ and each.rule != RULE:
                yield _doubt(each, "other-organ", f"“{symbol}”在别处同一日期作“{first}”，请核对。")


def _grouped(citations: Iterable[Citation], key: Callable[[Citation], Key]) -> dict[Key, list[Citation]]:
    found: dict[Key, list[Citation]] = {}
    for each in citations:
        found.setdefault(key(each), []).append(each)
    return found


def _alike(first: Citation, second: Citation) -> bool:
    """Whether two titles can be one: one holds the other, or they have much in common."""
    one, other = (_bare(each.title or "") for each in (first, second))
    if one in other or other in one:
        return True
    pairs, others = (Counter(pairwise(text)) for text in (one, other))
    return 2 * (pairs & others).total() >= _ALIKE * (pairs.total() + others.total())


def _bare(title: str) -> str:
    return "".join(filter(str.isalnum, fold(title)))


def _doubt(citation: Citation, kind: str, message: str) -> Doubt:
    return Doubt(citation.block, citation.at, kind, message)
