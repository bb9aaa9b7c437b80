"""One line of the library: what it shows of a document without reading it."""

from __future__ import annotations

from collections.abc import Container
from pathlib import Path
from typing import Any, NamedTuple

from store.document import Document
from store.files import shown_name


class Summary(NamedTuple):
    """What the index keeps of a document beside its text."""

    digest: str
    problem: str | None
    """Why the file can't be read, in a sentence for the reader; the other fields are empty then."""
    symbol: str | None = None
    title: str | None = None
    kind: str = "document"
    revised: bool = False
    session: str | None = None
    date: str | None = None
    body: str | None = None
    paragraphs: int = 0
    """All blocks: paragraphs, items, headings."""
    committee: str | None = None
    title_key: str | None = None
    """What equal titles have in common."""


class Entry(NamedTuple):
    """One document of the library."""

    key: str
    """What it goes by: its symbol; without one its title and date; without a title its file's name."""
    symbol: str | None
    title: str | None
    kind: str
    revised: bool
    session: str | None
    date: str | None
    body: str | None
    paragraphs: int
    path: Path
    digest: str
    bundled: bool
    """It came with the program and can't be removed."""
    problem: str | None
    """Why it can't be read, in a sentence for the reader."""
    own_key: str
    """What it would go by without a symbol that the user gave it."""
    committee: str | None = None
    """The committee or commission in which it lies, as written."""

    @property
    def is_version(self) -> bool:
        """Whether it is another version of a document: then only its key tells them apart."""
        return self.symbol is not None and self.key.startswith(f"{self.symbol}~")


def summarize(document: Document) -> Summary:
    """What the library shows of a document."""
    from store.library.families.titles import title_key

    front = document.front
    return Summary(
        digest=document.digest,
        problem=None,
        symbol=front.symbol,
        title=front.title,
        kind=front.kind,
        revised=front.revised,
        session=front.session,
        date=front.date,
        body=front.body,
        paragraphs=len(document.blocks),
        committee=front.committee,
        title_key=title_key(front.title) if front.title else None,
    )


def make_entry(
    summary: Summary, path: Path, *, bundled: bool, given: str | None, taken: Container[str], kept: str | None = None
) -> Entry:
    """The line of a document under a key that is not taken.

    Args:
        summary: What is known of it.
        path: Its file.
        bundled: Whether it came with the program.
        given: The symbol that the user gave it.
        taken: Keys that others have.
        kept: The key under which it came in, when that is recorded.
    """
    own = own_key(summary, path)
    return Entry(
        key=kept or free_key(given or own, taken),
        symbol=given or summary.symbol,
        title=summary.title,
        kind=summary.kind,
        revised=summary.revised,
        session=summary.session,
        date=summary.date,
        body=summary.body,
        paragraphs=summary.paragraphs,
        path=path,
        digest=summary.digest,
        bundled=bundled,
        problem=summary.problem,
        own_key=own,
        committee=summary.committee,
    )


def public(entry: Entry) -> dict[str, Any]:
    """The entry as `list --json` prints it."""
    return {
        "key": entry.key,
        "symbol": entry.symbol,
        "title": entry.title,
        "kind": entry.kind,
        "revised": entry.revised,
        "session": entry.session,
        "date": entry.date,
        "body": entry.body,
        "paragraphs": entry.paragraphs,
        "path": str(entry.path),
        "bundled": entry.bundled,
        "problem": entry.problem,
    }


def own_key(summary: Summary, path: Path) -> str:
    """What a document goes by of its own."""
    if summary.symbol:
        return summary.symbol
    if summary.title:
        return f"{summary.title} ({summary.date})" if summary.date else summary.title
    return shown_name(path.name)


def free_key(key: str, taken: Container[str]) -> str:
    """The key, or the first of key~2, key~3, … that nobody has."""
    free, turn = key, 1
    while free in taken:
        turn += 1
        free = f"{key}~{turn}"
    return free
