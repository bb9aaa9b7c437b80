"""The reader in a terminal: first text, keys, resizing, memory, in documents of three lengths.

Each is measured beside a bare Textual app and beside `less` of the same text, in one run.

Run: python bench/pane.py [--runs N] [--presses N] [--lengths N,N] [--check]
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent.parent))

from corpus import BEGINNING, LARGEST, report
from terminal import JUEYI, Terminal, Took, median, most

from store.library.library import Library

_BARE = """
from textual.app import App
from textual.widgets import Static
class Bare(App):
    def compose(self):
        yield Static("BARE-TEXT")
Bare().run()
"""
_LOG = """
import sys
from textual.app import App
from textual.widgets import Log
class Bare(App):
    def compose(self):
        yield Log(auto_scroll=False)
    def on_mount(self):
        log = self.query_one(Log)
        log.focus()
        log.write(open(sys.argv[1]).read())
Bare().run()
"""
_LESS = ["less", "-R"]

_KEYS = {"j": (b"j", b"\x1b[B", b"j"), "page": (b"\x1b[6~", b"\x1b[6~", b" "), "tab": (b"\t", None, None)}
_KEYS |= {"end": (b"\x1b[F", b"\x1b[F", b"G"), "home": (b"\x1b[H", b"\x1b[H", b"g")}
"""Each key as ours, the bare app and `less` take it; None for who has no such thing."""
_SIZES = ((100, 30), (140, 40), (90, 36), (160, 44), (120, 36))


class Measured(NamedTuple):
    """A time by the clock and by the processor, in milliseconds; a size in megabytes has no second value."""

    value: float
    processor: float | None = None

    def __str__(self) -> str:
        return f"{self.value:.0f}" + (f" ({self.processor:.0f})" if self.processor is not None else "")


class Row(NamedTuple):
    """One line of the table."""

    what: str
    ours: Measured
    bare: Measured | None
    less: Measured | None
    unit: str
    budget: str
    kept: bool | None


class Runs(NamedTuple):
    """How often things are measured."""

    starts: int
    presses: int


def main() -> int:
    """Measure, print the table, and say by the exit code whether the budget is kept, if asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5, help="starts measured")
    parser.add_argument("--presses", type=int, default=20, help="presses of each key, and resizes")
    parser.add_argument("--lengths", default="100,5000,50000", help="paragraphs of the documents")
    parser.add_argument("--check", action="store_true", help="exit with 1 when a budget is missed")
    wanted = parser.parse_args()
    runs = Runs(wanted.runs, wanted.presses)
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"JUEYI_HOME": f"{folder}/home", "PYTHONPYCACHEPREFIX": f"{folder}/compiled"}
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        rows = [*start_rows("largest bundled document", LARGEST, str(LARGEST), 1.4, runs)]
        for length in map(int, wanted.lengths.split(",")):
            rows += rows_of(Path(folder), length, runs)
    print_table(rows)
    return int(wanted.check and any(row.kept is False for row in rows))


def rows_of(folder: Path, length: int, runs: Runs) -> list[Row]:
    """All that is measured in a document of so many paragraphs."""
    path = folder / f"report{length}.txt"
    path.write_text(report(length), encoding="utf-8")
    entry = Library().add(path)
    name, longest = f"{entry.paragraphs} paragraphs", length >= 50_000
    rows = start_rows(name, path, entry.key, 2.0 if longest else None, runs)
    ours, memory = keys_and_sizes([*JUEYI, entry.key], BEGINNING, 0, runs)
    bare, _memory = keys_and_sizes([sys.executable, "-c", _LOG, str(path)], BEGINNING, 1, runs)
    less, _memory = keys_and_sizes([*_LESS, str(path)], BEGINNING, 2, runs)
    limits = {"resize": 50} if longest else {}
    for what in ours:
        limit = limits.get(what, 33) if longest else None
        rows.append(_milliseconds(f"{what}, {name}", ours[what], bare.get(what), less.get(what), limit))
    limit = 150 if longest else None
    kept = memory <= limit if limit else None
    rows.append(Row(f"memory, {name}", Measured(memory), None, None, "MB", f"≤ {limit}" if limit else "", kept))
    return rows


def start_rows(name: str, path: Path, target: str, limit: float | None, runs: Runs) -> list[Row]:
    """The first text of a document beside that of a bare app and of `less`, by turns."""
    ours, bare, less = [], [], []
    for _turn in range(runs.starts + 1):
        ours.append(first_text([*JUEYI, target], BEGINNING))
        bare.append(first_text([sys.executable, "-c", _BARE], "BARE-TEXT"))
        less.append(first_text([*_LESS, str(path)], BEGINNING))
    # The first turn fills the caches.
    wall, processor = (median([a[n] / b[n] for a, b in zip(ours[1:], bare[1:], strict=True)]) for n in (0, 1))
    budget = f"{wall:.2f} ({processor:.2f}) × bare" + (f" ≤ {limit}" if limit else "")
    values = [_measured(those[1:], 50) for those in (ours, bare, less)]
    return [Row(f"first text, {name}", *values, "ms", budget, wall <= limit if limit else None)]


def first_text(command: Sequence[str], needle: str) -> Took:
    """How long a command takes until a text has been painted."""
    with Terminal(command) as terminal:
        return terminal.until(needle)


def keys_and_sizes(
    command: Sequence[str], needle: str, program: int, runs: Runs
) -> tuple[dict[str, list[Took]], float]:
    """How long each repaint takes, by what caused it, and the peak of memory in megabytes."""
    found: dict[str, list[Took]] = {}
    with Terminal(command) as terminal:
        terminal.until(needle)
        terminal.rest(1.5)
        for name, keys in _KEYS.items():
            key = keys[program]
            presses = runs.presses if name not in ("end", "home") else 1
            if key is not None:
                found[name] = [took for _press in range(presses) if (took := terminal.press(key))]
        sizes = [_SIZES[turn % len(_SIZES)] for turn in range(runs.presses)]
        found["resize"] = [took for size in sizes if (took := terminal.resize(*size))]
        return {name: times for name, times in found.items() if times}, terminal.peak_memory()


def _milliseconds(
    what: str, ours: list[Took], bare: list[Took] | None, less: list[Took] | None, limit: float | None
) -> Row:
    values = [_measured(times, 95) if times else None for times in (ours, bare, less)]
    assert values[0]
    kept = values[0].value <= limit if limit else None
    return Row(f"{what} (95 %)", values[0], *values[1:], "ms", f"≤ {limit}" if limit else "", kept)


def _measured(times: list[Took], percent: int) -> Measured:
    return Measured(*(1000 * most([took[n] for took in times], percent) for n in (0, 1)))


def print_table(rows: list[Row]) -> None:
    """A table in Markdown."""
    print("By the clock, and in brackets by the processor.\n")
    print("| what | jueyi | bare Textual app | less | | budget | |")
    print("| --- | --: | --: | --: | --- | --- | --- |")
    for row in rows:
        values = ["–" if value is None else str(value) for value in (row.ours, row.bare, row.less)]
        verdict = {None: "", True: "pass", False: "MISS"}[row.kept]
        print(f"| {row.what} | {' | '.join(values)} | {row.unit} | {row.budget} | {verdict} |")


if __name__ == "__main__":
    sys.exit(main())
