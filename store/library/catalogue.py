"""The symbols that the user gave to documents which don't state their own: `library/catalogue.json`."""

from __future__ import annotations

import json
from pathlib import Path

from store.errors import StoreUnavailable, UnknownTarget

NAME = "catalogue.json"
_SCHEMA = 1


def canonical(text: str) -> str:
    """A symbol as typed, in its canonical form; raises UnknownTarget for what is none."""
    from store.symbols import Symbol

    symbol = Symbol.parse(text)
    if symbol is None:
        raise UnknownTarget(f"“{text}”不是联合国文号：请写成 A/RES/64/293 或 A/C.3/76/L.4/Rev.1 的样子。")
    return str(symbol)


def given_symbols(folder: Path) -> dict[str, str]:
    """Canonical symbols by the digest of the file that carries each.

    Raises:
        StoreUnavailable: the record is there but can't be read; nothing may be written over it then.
    """
    path = folder / NAME
    if not path.exists():
        return {}
    from store.files import read_if_there

    data = read_if_there(path) or b""
    try:
        record = json.loads(data)
        if record["schema"] != _SCHEMA:
            raise StoreUnavailable(f"{path} 由较新版本的 jueyi 写成：请更新 jueyi。")
        return {str(digest): str(symbol) for digest, symbol in record["symbols"].items()}
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise StoreUnavailable(f"{path} 已损坏，无法读取：请修正或移走该文件。") from error


def give_symbol(folder: Path, digest: str, symbol: str | None) -> None:
    """Keep the symbol of a file, or drop it when there is none any more.

    Raises:
        StoreUnavailable: the record can't be read or written.
    """
    if given_symbols(folder).get(digest) == symbol:
        return
    from store.files import write_atomically
    from store.locking import locked

    with locked(folder / NAME):
        symbols = given_symbols(folder)
        symbols.pop(digest, None)
        if symbol is not None:
            symbols[digest] = symbol
        record = {"schema": _SCHEMA, "symbols": dict(sorted(symbols.items()))}
        write_atomically(folder / NAME, json.dumps(record, ensure_ascii=False, indent=1).encode() + b"\n")
