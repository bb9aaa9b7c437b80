"""What the files of the library don't say themselves: `library/catalogue.json`.

The symbols that the user gave to documents which don't state their own, and the keys of documents whose first choice
was taken when they came in. Both by the digest of the file, and kept whatever becomes of other files.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from store.errors import StoreUnavailable

NAME = "catalogue.json"
_SCHEMA = 1
_NOTHING: Mapping[str, str] = MappingProxyType({})


class Catalogue(NamedTuple):
    """What is recorded of files, by their digests."""

    symbols: Mapping[str, str] = _NOTHING
    """Canonical symbols that were given."""
    keys: Mapping[str, str] = _NOTHING
    """Keys that are theirs, and nobody else's, from the day on which they came."""

    def followed(self, changed: Mapping[str, str]) -> Catalogue:
        """The same after files were changed where they lie: their digests, by those that they had."""
        return Catalogue(_moved(self.symbols, changed), _moved(self.keys, changed))


def read_catalogue(folder: Path) -> Catalogue:
    """The record as it is on disk.

    Raises:
        StoreUnavailable: it is there but can't be read; nothing may be written over it then.
    """
    path = folder / NAME
    if not path.exists():
        return Catalogue()
    from store.files import read_if_there

    data = read_if_there(path) or b""
    try:
        record = json.loads(data)
        if record["schema"] != _SCHEMA:
            raise StoreUnavailable(f"{path} 由较新版本的 jueyi 写成：请更新 jueyi。")
        return Catalogue(_texts(record["symbols"]), _texts(record.get("keys", {})))
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise StoreUnavailable(f"{path} 已损坏，无法读取：请修正或移走该文件。") from error


def given_symbols(folder: Path) -> Mapping[str, str]:
    """Canonical symbols by the digest of the file that carries each; raises StoreUnavailable."""
    return read_catalogue(folder).symbols


def follow(folder: Path, changed: Mapping[str, str]) -> None:
    """Keep what is recorded of files that were changed where they lie.

    Args:
        folder: The library's.
        changed: Their digests, by those that they had.

    Raises:
        StoreUnavailable: the record can't be read or written.
    """
    known = read_catalogue(folder)
    if changed and known.followed(changed) != known:
        _change(folder, lambda now: now.followed(changed))


def give_symbol(folder: Path, digest: str, symbol: str | None) -> None:
    """Keep the symbol of a file, or drop it when there is none any more; a key under its old name goes with it.

    Raises:
        StoreUnavailable: the record can't be read or written.
    """
    if given_symbols(folder).get(digest) != symbol:
        _change(folder, lambda known: Catalogue(_with(known.symbols, digest, symbol), _with(known.keys, digest, None)))


def keep_key(folder: Path, digest: str, key: str) -> None:
    """Keep the key of a file, so that it stays its own whatever comes or goes.

    Raises:
        StoreUnavailable: the record can't be read or written.
    """
    if read_catalogue(folder).keys.get(digest) != key:
        _change(folder, lambda known: known._replace(keys=_with(known.keys, digest, key)))


def _change(folder: Path, change: Callable[[Catalogue], Catalogue]) -> None:
    from store.files import write_atomically
    from store.locking import locked

    with locked(folder / NAME):
        known = change(read_catalogue(folder))
        record: dict[str, object] = {"schema": _SCHEMA, "symbols": dict(sorted(known.symbols.items()))}
        if known.keys:
            record["keys"] = dict(sorted(known.keys.items()))
        write_atomically(folder / NAME, json.dumps(record, ensure_ascii=False, indent=1).encode() + b"\n")


def _moved(known: Mapping[str, str], changed: Mapping[str, str]) -> Mapping[str, str]:
    moved = {now: known[before] for before, now in changed.items() if before in known and now not in known}
    gone = {before for before, now in changed.items() if now in moved}
    return {**{digest: value for digest, value in known.items() if digest not in gone}, **moved} if moved else known


def _with(known: Mapping[str, str], digest: str, value: str | None) -> dict[str, str]:
    changed = dict(known)
    changed.pop(digest, None)
    if value is not None:
        changed[digest] = value
    return changed


def _texts(record: Mapping[object, object]) -> dict[str, str]:
    return {str(digest): str(value) for digest, value in record.items()}
