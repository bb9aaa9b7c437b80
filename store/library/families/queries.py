"""What families ask of the index. Each question is answered by an index of the tables, whatever the library's size."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import NamedTuple

from store.library.index import Index

_MOST = 12
"""Titles of one document that are followed; the commonest come first."""
_BEGINNING = 30
"""Citations at the beginning of a report among which is the one that asked for it."""


class Called(NamedTuple):
    """What a citing text calls a resolution."""

    digest: str
    """Of the citing document."""
    symbol: str
    subject: str
    """As printed."""
    key: str
    date: str | None
    titled: bool
    """The text gives it as a title: 题为."""


class Early(NamedTuple):
    """A citation near the beginning of a document."""

    symbol: str
    sentence: str
    date: str | None
    treatment: str | None


_CALLED = "SELECT digest, symbol, subject, subject_key, date, title IS NOT NULL FROM mentions"


def called(index: Index, symbol: str) -> list[Called]:
    """Under which subjects a symbol is cited."""
    return _rows(index, f"{_CALLED} WHERE symbol = ? AND subject_key IS NOT NULL", symbol)


def called_so(index: Index, keys: Iterable[str]) -> list[Called]:
    """What is cited under these subjects."""
    wanted = list(keys)[:_MOST]
    marks = ", ".join("?" * len(wanted))
    return _rows(index, f"{_CALLED} WHERE subject_key IN ({marks}) AND symbol IS NOT NULL", *wanted)


def titled_so(index: Index, keys: Iterable[str]) -> set[str]:
    """The digests of documents of these titles."""
    wanted = list(keys)[:_MOST]
    rows = index.select(f"SELECT digest FROM documents WHERE title_key IN ({', '.join('?' * len(wanted))})", *wanted)
    return {digest for (digest,) in rows}


def called_by(index: Index, digest: str) -> list[Called]:
    """What a document cites under a subject."""
    return _rows(index, f"{_CALLED} WHERE digest = ? AND subject_key IS NOT NULL AND symbol IS NOT NULL", digest)


def called_under(index: Index, prefix: str) -> list[Called]:
    """The symbols that begin so, under each subject by which they are cited."""
    return _rows(
        index,
        f"{_CALLED} WHERE symbol >= ? AND symbol < ? AND subject_key IS NOT NULL GROUP BY symbol, subject_key",
        prefix,
        prefix[:-1] + chr(ord(prefix[-1]) + 1),
    )


def beginning(index: Index, digest: str) -> list[Early]:
    """The first citations of a document."""
    query = (
        "SELECT symbol, sentence, date, treatment FROM mentions WHERE digest = ? AND turn < ? AND symbol IS NOT NULL"
    )
    return [Early(*row) for row in index.select(query, digest, _BEGINNING)]


def _rows(index: Index, query: str, *values: str | int) -> list[Called]:
    return [Called(*row) for row in index.select(query, *values)]


def names_of(index: Index, symbol: str) -> list[str]:
    """What citing texts call a symbol, as often as they do."""
    query = "SELECT names, subject FROM mentions WHERE symbol = ? AND (names != '[]' OR subject IS NOT NULL)"
    return [
        name
        for names, subject in index.select(query, symbol)
        for name in dict.fromkeys((*json.loads(names), *([subject] if subject else [])))
    ]


def dates_of(index: Index, symbol: str | None = None) -> dict[str, str]:
    """The ISO dates of adoption that citing texts give, by symbol: of all, or of one."""
    condition = "symbol = ?" if symbol else "symbol IS NOT NULL"
    query = f"SELECT symbol, max(date) FROM mentions WHERE {condition} AND date IS NOT NULL GROUP BY symbol"
    return dict(index.select(query, *filter(None, (symbol,))))


class Edge(NamedTuple):
    """How often a document cites a symbol by one treatment."""

    digest: str
    symbol: str
    treatment: str | None
    citations: int


def edges(index: Index, symbol: str | None = None, digest: str | None = None) -> list[Edge]:
    """Who cites whom: all, or only those who cite a symbol, or whom a document cites."""
    condition = "symbol = ?" if symbol else "digest = ? AND symbol IS NOT NULL" if digest else "symbol IS NOT NULL"
    query = f"SELECT digest, symbol, treatment, count(*) FROM mentions WHERE {condition} GROUP BY 1, 2, 3"
    return [Edge(*row) for row in index.select(query, *filter(None, (symbol or digest,)))]
