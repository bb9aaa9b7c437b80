"""What is done to annotations that must not hurt them, and how many records are lost: none may be.

    python bench/faults.py          all faults, some minutes
    python bench/faults.py 50 100   50 kills, 100 writes a process

Prints a row for each fault: how often it was tried, saves that were acknowledged, saves lost. A save is lost when the
record has an earlier state, or none. Exit code 1 when one is lost.
"""

from __future__ import annotations

import errno
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent.parent))

from store.annotations import storage
from store.annotations.names import file_name
from store.annotations.shelf import Shelf
from store.errors import StoreUnavailable

KEY = "A/C.3/80/L.4"
SAVER = """
import os, sys, time
from itertools import count, islice
from pathlib import Path
from store.annotations.shelf import Shelf

shelf, writer, many = Shelf(Path(sys.argv[1])), sys.argv[2], int(sys.argv[3]) or None
for number in islice(count(), many):
    shelf.set_note("A/C.3/80/L.4", f"{writer}.{number % 40}", "敦促" * 50, f"批注 {number}")
    os.write(1, f"{writer} {number}\\n".encode())
    time.sleep(0.002)  # the lock is not fair: who never pauses may keep others out
"""


class Outcome(NamedTuple):
    """One row."""

    fault: str
    tried: int
    acknowledged: int
    lost: int


def savers(folder: Path, names: list[str], many: int) -> list[subprocess.Popen[bytes]]:
    """Processes that save note after note and name each that was acknowledged."""
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}
    command = [sys.executable, "-c", SAVER, str(folder)]
    return [
        subprocess.Popen([*command, name, str(many)], stdout=subprocess.PIPE, env=environment, bufsize=0)
        for name in names
    ]


def lost_of(folder: Path, lines: list[str]) -> int:
    """How many acknowledged saves are not there: each writer goes round forty places, so the last forty must be."""
    there = {each.place: int(each.note.split()[1]) for each in Shelf(folder).of(KEY)}
    last: dict[str, int] = {}
    for line in lines:
        writer, number = line.split()
        last[f"{writer}.{int(number) % 40}"] = int(number)
    return sum(there.get(place, -1) < number for place, number in last.items())


def kills(folder: Path, times: int, chance: random.Random) -> Outcome:
    """Each process is killed at a moment that nobody chose, while another writes the same file."""
    acknowledged = lost = 0
    for turn in range(0, times, 2):
        here = folder / str(turn)
        running = savers(here, ["a", "b"], 0)
        lines = []
        for process in running:
            assert process.stdout
            lines += process.stdout.readline().decode().splitlines()
        time.sleep(chance.uniform(0.0, 0.08))
        for process in running:
            process.send_signal(signal.SIGKILL)
            # What was cut off in the pipe was not acknowledged.
            lines += process.communicate()[0].decode().split("\n")[:-1]
        acknowledged += len(lines)
        lost += lost_of(here, lines)
    return Outcome("kill -9 while saving", times, acknowledged, lost)


def together(folder: Path, processes: int, writes: int) -> Outcome:
    """Processes that write one file at the same time."""
    running = savers(folder, [f"p{number}" for number in range(processes)], writes)
    lines = [line for each in running for line in each.communicate()[0].decode().splitlines()]
    return Outcome(f"{processes} processes at once", processes * writes, len(lines), lost_of(folder, lines))


def full_disk(folder: Path, times: int, chance: random.Random) -> Outcome:
    """The disk is full at a step of a save; what was there before must be there, and the next save must work."""
    shelf, acknowledged = Shelf(folder), set[str]()
    real = {name: getattr(os, name) for name in ("fsync", "replace")}

    def refuse(*_arguments: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    for turn in range(times):
        step = chance.choice(list(real))
        setattr(os, step, refuse)
        try:
            shelf.set_note(KEY, f"full.{turn}", "敦促", "写不下")
            acknowledged.add(f"full.{turn}")
        except StoreUnavailable:
            pass  # said to the user, who keeps the text on the screen
        finally:
            setattr(os, step, real[step])
        shelf.set_note(KEY, f"kept.{turn}", "敦促", "写下了")
        acknowledged.add(f"kept.{turn}")
    lost = acknowledged - {each.place for each in shelf.of(KEY)}
    return Outcome("the disk is full while saving", times, len(acknowledged), len(lost))


def spoilt(folder: Path, times: int, chance: random.Random) -> Outcome:
    """The file is cut off, zeroed or overwritten at a random place; known are the state of yesterday and what is whole.

    Counted as acknowledged are the notes of yesterday's state: those of today may be lost where the file is.
    """
    lost = total = 0
    for turn in range(times):
        here = folder / f"spoilt-{turn}"
        shelf = Shelf(here)
        for number in range(12):
            shelf.set_note(KEY, f"n{number}", "敦促", f"批注{number}")
        (kept,) = storage.Backups(here).of(file_name(KEY))
        before = (here / file_name(KEY)).read_bytes()
        kept.path.unlink()
        storage.Backups(here).keep(file_name(KEY), before)
        at = chance.randrange(len(before))
        damage = chance.choice(
            [before[:at], before[:at] + b"\0" * (len(before) - at), before[:at] + b"\n<<<<<<< HEAD\n" + before[at:]]
        )
        (here / file_name(KEY)).write_bytes(damage)
        total += 12
        lost += 12 - len({each.place for each in Shelf(here).of(KEY)} & {f"n{number}" for number in range(12)})
    return Outcome("the file is damaged at a random byte", times, total, lost)


def clocks(folder: Path, times: int, chance: random.Random) -> Outcome:
    """The clock jumps back and forth by years between saves."""
    shelf = Shelf(folder, now=lambda: f"{chance.randint(1990, 2090)}-01-01T00:00:00Z")
    for turn in range(times):
        shelf.set_note(KEY, f"clock.{turn}", "敦促", "批注")
    lost = {f"clock.{turn}" for turn in range(times)} - {each.place for each in shelf.of(KEY)}
    return Outcome("the clock is set back and forth", times, times, len(lost))


def outcomes(killed: int, writes: int) -> Iterator[Outcome]:
    chance = random.Random(20261130)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        yield kills(folder / "kills", killed, chance)
        yield together(folder / "two", 2, writes)
        yield together(folder / "five", 5, writes)
        yield full_disk(folder / "full", 200, chance)
        yield spoilt(folder / "spoilt", 100, chance)
        yield clocks(folder / "clocks", 200, chance)


def main() -> int:
    given = [int(each) for each in sys.argv[1:]]
    killed, writes = (*given, *(500, 1000)[len(given) :])
    lost = 0
    print(f"{'fault':38}{'tried':>8}{'acknowledged':>14}{'lost':>6}")
    for outcome in outcomes(killed, writes):
        lost += outcome.lost
        print(f"{outcome.fault:38}{outcome.tried:>8}{outcome.acknowledged:>14}{outcome.lost:>6}", flush=True)
    return int(lost > 0)


if __name__ == "__main__":
    sys.exit(main())
