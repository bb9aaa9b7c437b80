"""The journal of steps, so that they can be taken back also after a restart: `undo.jsonl`, a line a step.

Lines are added, under a lock, and never changed, so that two windows lose nothing of each other's and a line that was
cut short by a kill spoils no other. What is no line of the journal is passed over.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Literal, NamedTuple

from store.annotations.steps import Step
from store.files import read_if_there, unavailable, write_atomically
from store.locking import locked
from store.paths import undo_file

KEPT = 200
"""Steps that can be taken back."""
_LARGE = 1_000_000
"""Bytes from which on the file is made short again."""

Turn = Literal["undone", "redone", "passed"]
"""What became of a step later; one that can't be taken back any more is passed over from then on."""


class Known(NamedTuple):
    """The steps that the journal knows, the last one last."""

    done: tuple[Step, ...]
    undone: tuple[Step, ...]
    """Those that can be made again, the next one last."""


class Journal:
    """The steps of all windows on disk. Every method that writes may raise StoreUnavailable."""

    def __init__(self, path: Path | None = None) -> None:
        """Use this file, else the user's; nothing is created before a step is kept."""
        self._path = path or undo_file()

    def keep(self, step: Step) -> None:
        """Keep a step that was made."""
        self._add({"step": step.to_record()})

    def turn(self, step: Step, what: Turn, window: str) -> None:
        """Keep what became of a step, and in which window."""
        self._add({what: step.id, "window": window})

    def read(self) -> Known:
        """The last steps, as far as they are understood."""
        data = read_if_there(self._path)
        return _known(_lines(data or b""))

    def _add(self, line: Mapping[str, Any]) -> None:
        with locked(self._path):
            try:
                with self._path.open("ab+") as file:
                    cut_short = file.tell() and not _ends_line(file.fileno(), file.tell())
                    file.write((b"\n" if cut_short else b"") + _encoded(line))
                    file.flush()
                    os.fsync(file.fileno())
                    size = file.tell()
            except OSError as error:
                raise unavailable("无法写入", self._path, error) from error
            if size > _LARGE:
                self._shorten()

    def _shorten(self) -> None:
        """Keep what can still be taken back or made again, unless that is nearly all."""
        data = read_if_there(self._path) or b""
        known = _known(_lines(data))
        steps = sorted((*known.done, *known.undone), key=lambda each: each.id)
        lines: list[Mapping[str, Any]] = [{"step": each.to_record()} for each in steps]
        lines += [{"undone": each.id, "window": each.window} for each in known.undone]
        short = b"".join(map(_encoded, lines))
        if len(short) < len(data) // 2:
            write_atomically(self._path, short)


def _ends_line(descriptor: int, size: int) -> bool:
    """Whether the file ends with a whole line, so that what is added begins one of its own."""
    os.lseek(descriptor, size - 1, os.SEEK_SET)
    return os.read(descriptor, 1) == b"\n"


def _encoded(line: Mapping[str, Any]) -> bytes:
    return f"{json.dumps(line, ensure_ascii=False, separators=(',', ':'))}\n".encode("utf-8", "backslashreplace")


def _lines(data: bytes) -> Iterator[Mapping[str, Any]]:
    for line in data.split(b"\n"):
        try:
            read = json.loads(line) if line else None
        except (ValueError, RecursionError):
            continue
        if isinstance(read, dict):
            yield read


def _known(lines: Iterable[Mapping[str, Any]]) -> Known:
    done: dict[str, Step] = {}
    undone: dict[str, tuple[Step, str]] = {}
    for line in lines:
        step, window = _step(line), str(line.get("window", ""))
        if step:
            done[step.id] = step
            # What a window had taken back before it went on otherwise can't be made again.
            undone = {name: (each, where) for name, (each, where) in undone.items() if where != step.window}
        elif gone := done.pop(str(line.get("undone", "")), None):
            undone[gone.id] = gone, window
        elif "redone" in line and (come := undone.pop(str(line["redone"]), None)):
            done[come[0].id] = come[0]
        else:
            done.pop(str(line.get("passed", "")), None)
            undone.pop(str(line.get("passed", "")), None)
    return Known(tuple(done.values())[-KEPT:], tuple(each for each, _ in undone.values())[-KEPT:])


def _step(line: Mapping[str, Any]) -> Step | None:
    try:
        return Step.from_record(line["step"]) if "step" in line else None
    except (KeyError, TypeError, ValueError):
        return None
