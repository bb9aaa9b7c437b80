"""How long one annotation takes to save: our shelf beside TinyDB's own storage, in one run.

The shelf holds a large library, a file a document. TinyDB's own storage holds all of its records in one file.
All numbers depend on the disk; the ratios compare the two on the same one.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path
from statistics import median, quantiles

from tinydb import TinyDB, where

from store.annotations.identity import new_identity
from store.annotations.names import file_name
from store.annotations.records import Annotation
from store.annotations.shelf import Shelf
from store.annotations.tables import TABLE, encode

QUOTE = "敦促会员国充分而有效地执行《联合国打击贩运人口的全球行动计划》的相关规定，包括其中所载各项活动；" * 3
TIME = "2025-11-03T08:00:00Z"
TARGET = 0.020
"""Seconds that one save into the largest library may take."""


def annotation(document: str, number: int) -> Annotation:
    """One like those that readers write."""
    tags = ("商定措辞", f"议题{number % 40}")
    return Annotation(new_identity(), document, f"op{number}", QUOTE, tags, f"批注 {number}", TIME, TIME)


def document_key(number: int) -> str:
    """Symbols of as many documents as wanted."""
    return f"A/RES/{number // 300 + 1}/{number % 300 + 1}"


def fill_shelf(folder: Path, documents: int, each: int) -> Shelf:
    """A shelf whose files are written directly, since saving so many one by one would take minutes."""
    folder.mkdir()
    for number in range(documents):
        key = document_key(number)
        records = [annotation(key, place) for place in range(each)]
        (folder / file_name(key)).write_bytes(encode({TABLE: {one.id: one.to_record() for one in records}}))
    return Shelf(folder)


def fill_plain(path: Path, records: int) -> TinyDB:
    """TinyDB as it comes: one file, rewritten in place."""
    database = TinyDB(path, encoding="utf-8", ensure_ascii=False)
    database.insert_multiple(annotation("A/RES/1/1", number).to_record() for number in range(records))
    return database


def timed(work: Callable[[], object]) -> float:
    """Seconds that it takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def save_times(save: Callable[[int], object], rounds: int) -> list[float]:
    """Seconds of each save, the first left out, since it also loads the code."""
    turns = count()
    return [timed(lambda: save(next(turns))) for _ in range(rounds + 1)][1:]


def shelf_save(shelf: Shelf, documents: int, each: int) -> Callable[[int], object]:
    """A save that goes to another document each time."""

    def save(turn: int) -> object:
        key = document_key(turn * 37 % documents)
        return shelf.set_note(key, f"op{turn % each}", QUOTE, f"新批注 {turn}")

    return save


def plain_save(database: TinyDB) -> Callable[[int], object]:
    """The same change through TinyDB's own storage."""
    return lambda turn: database.update({"note": f"新批注 {turn}"}, where("place") == f"op{turn}")


def row(name: str, times: list[float], base: float) -> str:
    """One line of the table: milliseconds, and how many times the base."""
    worst = quantiles(times, n=20)[-1] if len(times) > 1 else times[0]
    return f"{name:<52} {median(times) * 1e3:9.1f} {worst * 1e3:9.1f} {median(times) / base:9.2f}"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=2000)
    parser.add_argument("--each", type=int, default=50, help="annotations in a document")
    parser.add_argument("--rounds", type=int, default=40, help="saves measured")
    parser.add_argument("--plain", type=int, nargs="*", default=[1000, 10000], help="records in TinyDB's file")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        measure(Path(folder), wanted)


def measure(folder: Path, wanted: argparse.Namespace) -> None:
    """Fill the libraries, time the saves, print the table."""
    shelf = fill_shelf(folder / "shelf", wanted.documents, wanted.each)
    ours = save_times(shelf_save(shelf, wanted.documents, wanted.each), wanted.rounds)
    base = median(ours)
    print(f"{'':<52} {'median ms':>9} {'95 % ms':>9} {'ratio':>9}")
    print(row(f"one save, {wanted.documents * wanted.each} annotations in {wanted.documents} files", ours, base))
    for records in wanted.plain:
        database = fill_plain(folder / f"plain{records}.json", records)
        times = save_times(plain_save(database), max(3, wanted.rounds // 4))
        print(row(f"one save, TinyDB's own storage, {records} in one file", times, base))
    counting(shelf, base)
    verdict = "kept" if quantiles(ours, n=20)[-1] <= TARGET else "missed"
    print(f"target of {TARGET * 1e3:.0f} ms for one save, 95 %: {verdict}")


def counting(shelf: Shelf, base: float) -> None:
    """What the library's list and the offer of tags ask for, the first time and after one save."""
    print(row("counts of all documents, first time", [timed(shelf.counts)], base))
    shelf.set_note(document_key(0), "op0", QUOTE, "又一条")
    print(row("tags of all documents, after one save", [timed(shelf.tags)], base))


if __name__ == "__main__":
    main()
