"""Texts that come without a file, piped or pasted: they become one for as long as somebody looks at them."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

STDIN = "-"
"""The target that means what is piped in."""
_NAMING = ("target", "targets", "files")
"""The arguments that name documents."""


@contextmanager
def as_file(data: bytes, name: str) -> Iterator[Path]:
    """A file of this name that holds the data, gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="jueyi-") as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        yield path


@contextmanager
def with_stdin(values: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The arguments of a verb, with a file in place of each `-`; a file that is kept gets a name of its own."""
    with as_file(b"" if sys.stdin is None else sys.stdin.buffer.read(), "stdin") as path:
        if STDIN in values.get("files", ()):
            path = _named_by_its_text(path)
        yield {name: _replaced(value, str(path)) if name in _NAMING else value for name, value in values.items()}


def _replaced(value: Any, path: str) -> Any:
    if isinstance(value, tuple):
        return tuple(path if each == STDIN else each for each in value)
    return path if value == STDIN else value


def _named_by_its_text(path: Path) -> Path:
    from store.library.kept_name import kept_name
    from store.library.reader import StandardReader

    return path.rename(path.with_name(kept_name(StandardReader().read(path), path.read_bytes())))
