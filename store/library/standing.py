"""How the library stands on disk."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple


class State(NamedTuple):
    """What `jueyi check` tells of it."""

    home: Path
    cache: Path | None
    """The index; None when it can't be written and is kept in memory."""
    size: int
    """Bytes of the index."""
    problem: str | None
    """What is wrong with the record of given symbols, in a sentence for the reader."""
