"""How fast citations are found and resolved on one core, beside a bare expression of their forms, and how that grows.

The text is that of the bundled documents over and over, already read; what is measured is citations alone. Exit code 1
with --check when a budget is missed.

Run: python bench/citations.py [--check]
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from functools import partial
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from reading import seconds, text_of

from store.citations.cite import cite
from store.citations.find import find_surfaces
from store.citations.places import read_places
from store.citations.resolve import resolve
from store.collection import without_collection
from store.document import Document
from store.numbers import NUMBER
from store.reading.pipeline import read
from store.reading.source import Source
from store.symbols import symbol_pattern

_SIZES = (100_000, 1_000_000, 10_000_000)
_SHARE, _GROWTH = 5.0, 1.5
"""Times as long as the bare expression; time for a megabyte of the longer text beside that of the one before."""


def document_of(size: int) -> Document:
    """A document of so many bytes."""
    with without_collection():
        return read(Source(text_of(size), "0" * 64, "mixed"))


def texts_of(document: Document) -> list[str]:
    """All its texts."""
    return [owner.text for owner in (*document.blocks, *document.footnotes)]


def megabytes(texts: list[str]) -> float:
    """Their size in UTF-8."""
    return sum(len(text.encode()) for text in texts) / 1e6


def report_stages() -> bool:
    """A megabyte, by the stages one after the other, and by the bare expression."""
    document = document_of(_SIZES[1])
    texts = texts_of(document)
    size, whole = megabytes(texts), "\n".join(texts)
    bare = re.compile(f"{symbol_pattern().pattern}|{NUMBER}")
    stages: dict[str, Callable[[], object]] = {
        "bare expression": lambda: bare.findall(whole),
        "find": lambda: [find_surfaces(text) for text in texts],
        "find, surroundings": lambda: read_places(document),
        "find, resolve": lambda: resolve(read_places(document)),
        "all of it": lambda: cite(document),
    }
    took = {name: seconds(stage, 5) for name, stage in stages.items()}
    for name, each in took.items():
        print(f"{name:20} {size / each:7.2f} MB/s {each / took['bare expression']:6.2f} ×")
    return took["find, resolve"] <= _SHARE * took["bare expression"]


def report_growth() -> bool:
    """Ever longer texts."""
    print(f"{'MB':>7} {'s':>7} {'s per MB':>9} {'citations':>10}")
    each = []
    for size in _SIZES:
        document = document_of(size)
        with without_collection():
            took, count = seconds(partial(cite, document), 2 if size > 1e6 else 3), len(cite(document).citations)
        held = megabytes(texts_of(document))
        print(f"{held:7.2f} {took:7.2f} {took / held:9.3f} {count:10}")
        each.append(took / held)
    return all(after <= _GROWTH * before for before, after in pairwise(each))


def main() -> int:
    sound = report_stages()
    sound = report_growth() and sound
    return 0 if sound or "--check" not in sys.argv else 1


if __name__ == "__main__":
    sys.exit(main())
