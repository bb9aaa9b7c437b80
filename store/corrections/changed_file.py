"""Corrections of a file whose text has changed since: they go along to what it holds now.

`corrections/paths.json` remembers which text a file held when it was corrected last. It is a help and no work: without
it no correction is lost, only the way from a changed file to those of its former text.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import NamedTuple

from store.corrections.files import Corrections
from store.corrections.record import Correction, placed_anew
from store.files import read_if_there, write_atomically
from store.locking import locked

_NAME = "paths.json"
_SAMPLES = 20
_SAMPLE = 16
"""Characters of each stretch by which a text is known again."""


class _Former(NamedTuple):
    """The text that a file held."""

    digest: str
    samples: tuple[str, ...]

    def goes_on_in(self, text: str) -> bool:
        """Whether this is the same document, changed a little: most of the stretches stand in it still."""
        bare = "".join(text.split())
        return sum(sample in bare for sample in self.samples) * 2 > len(self.samples)


def remember_file(folder: Path, path: Path, digest: str, text: str) -> None:
    """Remember that a file holds this text, in which something is corrected.

    Raises:
        StoreUnavailable: the folder of corrections can't be read or written.
    """
    record, name, now = folder / _NAME, _name_of(path), _Former(digest, _samples(text))
    if _files(record).get(name) == now:
        return
    with locked(record):
        files = {**_files(record), name: now}
        content = {"schema": 1, "files": {each: former._asdict() for each, former in files.items()}}
        text = json.dumps(content, ensure_ascii=False, indent=1)
        write_atomically(record, f"{text}\n".encode("utf-8", "backslashreplace"))


def corrections_of_file(folder: Path, path: Path, digest: str, text: str) -> tuple[Correction, ...]:
    """The corrections of a text. One that never had any takes over those of the text that its file held before.

    They are copied and placed anew; those of the former text stay, for the day when it comes back. One that finds no
    place any more is kept and listed as such. A file that holds another document by now takes nothing over.

    Raises:
        StoreUnavailable: corrections can't be read or written.
    """
    corrections = Corrections(folder)
    if corrections.knows(digest):
        return corrections.of(digest)
    former = _files(folder / _NAME).get(_name_of(path))
    if former is None or not former.goes_on_in(text):
        return ()
    taken_over = tuple(placed_anew(each, text) for each in corrections.of(former.digest))
    for each in taken_over:
        corrections.put(digest, each)
    remember_file(folder, path, digest, text)
    return taken_over


def _samples(text: str) -> tuple[str, ...]:
    """Stretches from all over a text, without spaces."""
    bare = "".join(text.split())
    starts = (len(bare) * turn // _SAMPLES for turn in range(_SAMPLES))
    return tuple(bare[start : start + _SAMPLE] for start in starts)


def _files(record: Path) -> dict[str, _Former]:
    """What files held, by their names; nothing where the record is missing or broken."""
    try:
        files = json.loads(read_if_there(record) or b"{}")["files"]
        return {name: _Former(former["digest"], tuple(former["samples"])) for name, former in files.items()}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}


def _name_of(path: Path) -> str:
    return os.fsencode(os.path.abspath(path)).decode("utf-8", "backslashreplace")
