"""What was open last, and the way there: `session.json`, written whole, so that a killed app leaves the one before.

Nothing here is dear: what is not understood is passed over, and of two windows the later one wins.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

from store.errors import StoreUnavailable
from store.files import read_if_there, write_atomically
from store.paths import session_file

LONGEST_WAY = 100
"""Steps back, and steps forward, that are kept."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one stands in a document, or at a card."""

    kind: Literal["document", "card"]
    key: str
    """The document's key in the library, or the symbol of a card."""
    place: str | None = None
    """Id of the block at the cursor."""
    view: tuple[str, int, int] | None = None
    """How it is scrolled: a block, an offset in its text, and the row of the window in which that line stands."""
    folded: tuple[str, ...] | None = None
    """Ids of the blocks whose children are folded away; None where that is not known."""


@dataclass(frozen=True, slots=True)
class Session:
    """All that is open, and the way back and forward."""

    open: tuple[Standing, ...]
    """From left to right; never empty."""
    active: int = 0
    """Index of the one in which one reads."""
    behind: tuple[Standing, ...] = ()
    """The way back, the nearest last."""
    ahead: tuple[Standing, ...] = ()
    """The way forward, the nearest last."""

    @property
    def standing(self) -> Standing:
        """Where one reads."""
        return self.open[self.active]


class SessionFile:
    """The session on disk. Reading never fails; writing raises StoreUnavailable when the disk refuses."""

    def __init__(self, path: Path | None = None) -> None:
        """Use this file, else the user's; nothing is created before a session is saved."""
        self._path = path or session_file()

    def load(self) -> Session | None:
        """The session; None when there is none or it can't be read."""
        try:
            content = json.loads(read_if_there(self._path) or b"")
        except (StoreUnavailable, ValueError, RecursionError):
            return None
        return _session(content) if isinstance(content, dict) else None

    def save(self, session: Session) -> None:
        """Keep this session in the stead of the one before."""
        record = asdict(session)
        for way in ("behind", "ahead"):
            record[way] = record[way][-LONGEST_WAY:]
        text = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
        write_atomically(self._path, f"{text}\n".encode("utf-8", "backslashreplace"))


def _session(record: dict[str, Any]) -> Session | None:
    standing = _standings(record.get("open"))
    if not standing:
        return None
    active = record.get("active")
    index = active if isinstance(active, int) and 0 <= active < len(standing) else 0
    return Session(standing, index, _standings(record.get("behind")), _standings(record.get("ahead")))


def _standings(records: object) -> tuple[Standing, ...]:
    return tuple(filter(None, map(_standing, records))) if isinstance(records, list) else ()


def _standing(record: object) -> Standing | None:
    if not isinstance(record, dict) or record.get("kind") not in ("document", "card"):
        return None
    if not isinstance(record.get("key"), str):
        return None
    return Standing(
        record["kind"],
        record["key"],
        _checked(record.get("place"), _is_text),
        _tuple(record.get("view"), _is_view),
        _tuple(record.get("folded"), _is_texts),
    )


def _checked(value: Any, is_right: Callable[[Any], bool]) -> Any:
    return value if is_right(value) else None


def _tuple(value: Any, is_right: Callable[[list[Any]], bool]) -> Any:
    return tuple(value) if isinstance(value, list) and is_right(value) else None


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_texts(values: list[Any]) -> bool:
    return all(map(_is_text, values))


def _is_view(values: list[Any]) -> bool:
    return len(values) == 3 and _is_text(values[0]) and all(type(number) is int for number in values[1:])
