"""How fast sources are read and cited on one core, how that grows with size, and how much memory it takes.

Run: python bench/reading.py
"""

from __future__ import annotations

import re
import sys
import time
import tracemalloc
from collections.abc import Callable
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from store.citations.cite import cite
from store.document import Document
from store.reading.pipeline import read
from store.reading.source import Source, load

_SEEDS = sorted((Path(__file__).parent.parent / "seeds").glob("*.txt"))
_NUMBERS = re.compile(r"\d{1,4}/\d{1,4}|\d{1,4}\s?[(（]\d{4}[)）]|[A-Z]+(?:/[A-Z0-9.]+)+")


def cpu_seconds(work: Callable[[], object]) -> float:
    """The best of three."""
    times = []
    for _ in range(3):
        started = time.process_time()
        work()
        times.append(time.process_time() - started)
    return min(times)


def report(times: int) -> Source:
    """A report as long as several copies of the largest bundled one, its paragraphs numbered on."""
    text = max((load(path) for path in _SEEDS), key=lambda source: len(source.text)).text
    return Source("\n".join([text] * times), "0" * 64, f"{times} copies")


def main() -> None:
    sources = [load(path) for path in _SEEDS]
    size = sum(path.stat().st_size for path in _SEEDS) / 1e6
    documents = [read(source) for source in sources]
    reading = cpu_seconds(lambda: [read(source) for source in sources])
    citing = cpu_seconds(lambda: [cite(document) for document in documents])
    bare = cpu_seconds(lambda: [_NUMBERS.findall(source.text) for source in sources])
    print(
        f"the bundled documents, {size:.2f} MB: reading {size / reading:.2f} MB/s, citations {size / citing:.2f} MB/s,"
    )
    print(f"  both {size / (reading + citing):.2f} MB/s (at least 2)")
    print(f"  a bare expression of the numbers: {size / bare:.1f} MB/s")
    print(f"{'copies':>7} {'MB':>7} {'s':>7} {'s per MB':>9} {'memory / source':>16}")
    for times in (1, 4, 16):
        source = report(times)
        megabytes = len(source.text.encode()) / 1e6
        seconds = cpu_seconds(partial(whole_way, source))
        print(
            f"{times:7} {megabytes:7.2f} {seconds:7.2f} {seconds / megabytes:9.2f} {memory(source) / megabytes:16.1f}"
        )


def whole_way(source: Source) -> Document:
    """From text to a document with citations."""
    return cite(read(source))


def memory(source: Source) -> float:
    """Megabytes at the peak of reading, the source aside."""
    tracemalloc.start()
    kept = whole_way(source)
    peak = tracemalloc.get_traced_memory()[1] / 1e6
    tracemalloc.stop()
    assert kept.blocks
    return peak


if __name__ == "__main__":
    main()
