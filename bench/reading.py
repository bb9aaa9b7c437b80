"""How fast files are read on one core, stage by stage, how that grows with size, how much memory it takes, and what a
second core brings where many are added. Exit code 1 with --check when a budget is missed.

Run: python bench/reading.py [--check]
"""

from __future__ import annotations

import gc
import os
import re
import sys
import tempfile
import time
import tracemalloc
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial, wraps
from itertools import pairwise
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))

from store.citations import cite as citing
from store.collection import without_collection
from store.document import Document
from store.library import crew
from store.library.adding import Adding
from store.library.library import Library
from store.library.prepared import prepare
from store.reading import pipeline
from store.reading.source import Source, load

_SEEDS = sorted((Path(__file__).parent.parent / "seeds").glob("*.txt"))
_NUMBERS = re.compile(r"\d{1,4}/\d{1,4}|\d{1,4}\s?[(（]\d{4}[)）]|[A-Z]+(?:/[A-Z0-9.]+)+")
_STAGES = (
    (pipeline, ("split_lines", "undressed", "find_furniture", "translated", "profile_of", "forms_used", "find_notes")),
    (pipeline, ("inlined", "_masthead", "_speaks_as_resolution", "part_contents", "part_tables", "build_drafts")),
    (pipeline, ("shape", "make_blocks", "front_matter", "find_doubts", "_pieces")),
    (citing, ("read_places", "resolve", "_details", "follow_links", "refer", "treat", "contradicted")),
)
_SIZES = (10_000, 100_000, 1_000_000, 10_000_000)
_FILES = 200
_SPEED, _MEMORY, _GROWTH = 2.0, 20.0, 1.5
"""Megabytes a second with citations; times the source; time for a megabyte of the longest beside that of 100 kB."""


def seconds(work: Callable[[], object], times: int = 3) -> float:
    """Of the processor; the best of some."""
    found = []
    for _ in range(times):
        gc.collect()
        started = time.process_time()
        work()
        found.append(time.process_time() - started)
    return min(found)


def whole_way(source: Source) -> Document:
    """From text to a document with citations."""
    with without_collection():
        return citing.cite(pipeline.read(source))


def text_of(size: int) -> str:
    """The bundled documents over and over, the paragraphs of each copy numbered on, cut at so many bytes."""
    texts, copies = [load(path).text for path in _SEEDS], []
    while sum(len(copy.encode()) for copy in copies) < size:
        copies += [_numbered_on(text, len(copies) // len(texts)) for text in texts]
    return "\n".join(copies).encode()[:size].decode(errors="ignore")


def _numbered_on(text: str, copy: int) -> str:
    return re.sub(r"(?m)^(\d{1,3})\. ", lambda match: f"{int(match[1]) + 150 * copy}. ", text)


def memory(source: Source) -> float:
    """Megabytes at the peak of reading, the source aside."""
    tracemalloc.start()
    kept = whole_way(source)
    peak = tracemalloc.get_traced_memory()[1] / 1e6
    tracemalloc.stop()
    assert kept.blocks
    return peak


@contextmanager
def measured() -> Iterator[dict[str, float]]:
    """What each stage takes meanwhile."""
    spent: dict[str, float] = defaultdict(float)
    kept = [(module, name, getattr(module, name)) for module, names in _STAGES for name in names]
    for module, name, stage in kept:
        setattr(module, name, _measuring(stage, name, spent))
    try:
        yield spent
    finally:
        for module, name, stage in kept:
            setattr(module, name, stage)


def _measuring(stage: Callable[..., Any], name: str, spent: dict[str, float]) -> Callable[..., Any]:
    @wraps(stage)
    def timed(*arguments: Any, **named: Any) -> Any:
        started = time.process_time()
        try:
            made = stage(*arguments, **named)
            # What comes one by one is made here, and not where it is asked for.
            return iter(list(made)) if isinstance(made, Iterator) else made
        finally:
            spent[name] += time.process_time() - started

    return timed


def report_stages() -> None:
    """Each stage of a megabyte of mixed documents."""
    source = Source(text_of(1_000_000), "0" * 64, "mixed")
    with measured() as spent:
        whole_way(source)
    all_of_it = sum(spent.values())
    print("a megabyte of all bundled documents, by stage:")
    for name, took in sorted(spent.items(), key=lambda each: -each[1]):
        print(f"  {name.lstrip('_'):16} {1 / max(took, 1e-6):8.1f} MB/s {took / all_of_it:5.0%}")
    print(f"  {'for the index':16} {1 / seconds(partial(prepare, whole_way(source)), 1):8.1f} MB/s")


def report_speed() -> bool:
    """All bundled documents, one after the other."""
    sources = [load(path) for path in _SEEDS]
    size = sum(path.stat().st_size for path in _SEEDS) / 1e6
    both = size / seconds(lambda: [whole_way(source) for source in sources])
    bare = size / seconds(lambda: [_NUMBERS.findall(source.text) for source in sources])
    print(f"the bundled documents, {size:.2f} MB: {both:.2f} MB/s with citations (at least {_SPEED:.0f}),")
    print(f"  a bare expression of the numbers {bare:.1f} MB/s")
    return both >= _SPEED


def report_growth() -> bool:
    """Ever longer texts, and the memory that they take."""
    print(f"{'MB':>7} {'s':>7} {'s per MB':>9} {'beside 0.1 MB':>14} {'memory / source':>16}")
    rows = []
    for size in _SIZES:
        source = Source(text_of(size), "0" * 64, "mixed")
        megabytes = len(source.text.encode()) / 1e6
        took = seconds(partial(whole_way, source), 1 if size > 1e6 else 3)
        rows.append((megabytes, took / megabytes, memory(source) / megabytes))
    for megabytes, each, peak in rows:
        print(f"{megabytes:7.2f} {each * megabytes:7.2f} {each:9.2f} {each / rows[1][1]:14.2f} {peak:16.1f}")
    sound = all(peak < _MEMORY for _, _, peak in rows[1:])
    return sound and all(after[1] < _GROWTH * before[1] for before, after in pairwise(rows[1:]))


def report_adding() -> None:
    """Files a second that come into a library, by one process and by two."""
    with tempfile.TemporaryDirectory() as folder:
        files = list(_written(Path(folder, "texts")))
        size = sum(file.stat().st_size for file in files) / 1e6
        rates = {count: _FILES / _adding(files, Path(folder, f"home{count}"), count) for count in (1, 2)}
    print(f"{_FILES} files of {size:.1f} MB added: {rates[1]:.0f} a second with one process that reads,")
    print(f"  {rates[2]:.0f} with two ({rates[2] / rates[1]:.2f} ×; {os.cpu_count()} processors)")


def _written(folder: Path) -> Iterator[Path]:
    folder.mkdir()
    for number in range(_FILES):
        path = folder / f"{number:03}.txt"
        path.write_text(f"{load(_SEEDS[number % len(_SEEDS)]).text}\n第{number}份。\n", encoding="utf-8")
        yield path


def _adding(files: list[Path], home: Path, processes: int) -> float:
    library = Library(home)
    library.entries()
    crew._processors = lambda: processes
    started = time.perf_counter()
    adding = Adding(library)
    adding.run(files)
    assert len(adding.outcomes()) == len(files)
    return time.perf_counter() - started


def main() -> int:
    sound = report_speed()
    report_stages()
    sound = report_growth() and sound
    report_adding()
    return 0 if sound or "--check" not in sys.argv else 1


if __name__ == "__main__":
    sys.exit(main())
