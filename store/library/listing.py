"""The library in its order: each file under a key of its own, of several versions of a document the newest first."""

from __future__ import annotations

from collections.abc import Container, Iterable
from pathlib import Path

from store.library.catalogue import Catalogue
from store.library.entry import Entry, Summary, make_entry


def make_entries(found: Iterable[tuple[Summary, Path, bool]], catalogue: Catalogue) -> dict[str, Entry]:
    """The entries by key. Of files with the same bytes the first counts.

    Args:
        found: What is known of each file, the file, and whether it came with the program.
        catalogue: Given symbols, and the keys that belong to files of which some may not be there.
    """
    entries: dict[str, Entry] = {}
    digests: set[str] = set()
    taken = set(catalogue.keys.values())
    for summary, path, bundled in found:
        if summary.digest in digests:
            continue
        digests.add(summary.digest)
        kept = catalogue.keys.get(summary.digest)
        given = catalogue.symbols.get(summary.digest)
        entry = make_entry(
            summary,
            path,
            bundled=bundled,
            given=given,
            taken=taken,
            kept=kept if kept not in entries else None,
        )
        entries[entry.key] = entry
        taken.add(entry.key)
    return _newest_first(entries, catalogue.keys) if catalogue.keys else entries


def versions(entries: Iterable[Entry], symbol: str | None) -> list[Entry]:
    """The documents of one symbol, in their order."""
    return [entry for entry in entries if symbol is not None and entry.symbol == symbol]


def _newest_first(entries: dict[str, Entry], came_later: Container[str]) -> dict[str, Entry]:
    """Where several versions of a document are there, the last that came stands before the others."""
    groups: dict[str, list[Entry]] = {}
    for entry in entries.values():
        groups.setdefault(entry.symbol or entry.key, []).append(entry)
    for group in groups.values():
        group.sort(key=lambda entry: _turn(entry.key) if entry.digest in came_later else 1, reverse=True)
    return {entry.key: entry for group in groups.values() for entry in group}


def _turn(key: str) -> int:
    """When a document came among those of its symbol: 2 for `A/RES/1/1~2`."""
    turn = key.rpartition("~")[2]
    return int(turn) if turn.isdecimal() else 1
