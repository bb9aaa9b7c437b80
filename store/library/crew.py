"""Many files read at once by several processes, and handed over in their order."""

from __future__ import annotations

import hashlib
import os
import threading
from collections.abc import Callable, Container, Iterator, Sequence
from pathlib import Path
from queue import Empty, Queue
from typing import NamedTuple

from store.errors import UnreadableSource
from store.files import read_regular
from store.library.apart import MANY, Worker
from store.library.library import Library
from store.library.prepared import Prepared, prepare
from store.library.reader import Reader, StandardReader
from store.progress import Cancelled, Progress

_AHEAD = 4
"""Files a process that may be read before it is the turn of the first of them."""
_BEAT = 0.1
"""Seconds between two looks whether somebody waits still."""
_ATTEMPTS = 3
"""How often a file is read that somebody else is writing."""


class Delivered(NamedTuple):
    """A file that was looked at."""

    path: Path
    digest: str = ""
    data: bytes = b""
    prepared: Prepared | None = None
    """What was read; None when its text is known already."""
    reason: str | None = None
    """Why it can't be read."""


def deliveries(
    paths: Sequence[Path], known: Container[str], library: Library, progress: Progress
) -> Iterator[Delivered]:
    """Each file in its turn, read unless its digest is known.

    Few files are read here, many by as many processes as there are processors; where somebody works meanwhile, one
    file also is read by another process.
    """
    apart = library.reads_apart or (isinstance(library.reader, StandardReader) and _much(paths))
    count = min(_processors(), len(paths)) if apart else 0
    if count:
        found = _Crew(paths, known, [Worker(library.home) for _ in range(count)]).deliver(progress)
    else:
        found = _here(paths, known, library.reader, progress)
    for done, each in enumerate(found, 1):
        yield each
        progress("files", done, len(paths))


def _here(paths: Sequence[Path], known: Container[str], reader: Reader, progress: Progress) -> Iterator[Delivered]:
    for path in paths:
        yield _delivered(path, known, lambda path: prepare(reader.read(path, progress)))


def _much(paths: Sequence[Path]) -> bool:
    """Whether the files are worth processes of their own."""
    total = 0
    for path in paths:
        try:
            total += path.stat().st_size
        except OSError:
            continue
        if total >= MANY:
            return True
    return False


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class _Crew:
    """Threads that each let a process read; who takes what they bring ends them."""

    def __init__(self, paths: Sequence[Path], known: Container[str], workers: Sequence[Worker]) -> None:
        self._paths = paths
        self._known = known
        self._workers = workers
        self._turns = iter(range(len(paths)))
        self._next = threading.Lock()
        self._room = threading.Semaphore(len(workers) * _AHEAD)
        self._stopped = threading.Event()
        self._brought: Queue[tuple[int, Delivered | Exception]] = Queue()
        self._standing: tuple[str, int, int] = ("file", 0, 1)
        """How far the reading of a file is; of interest where there is but one."""

    def deliver(self, progress: Progress) -> Iterator[Delivered]:
        """What they bring, in the order of the files."""
        for worker in self._workers:
            threading.Thread(target=self._work, args=(worker,), daemon=True).start()
        try:
            waiting: dict[int, Delivered] = {}
            for turn in range(len(self._paths)):
                while turn not in waiting:
                    waiting.update(self._come(turn, progress))
                yield waiting.pop(turn)
                self._room.release()
        finally:
            self._stopped.set()
            for worker in self._workers:
                worker.stop()

    def _come(self, done: int, progress: Progress) -> list[tuple[int, Delivered]]:
        """What comes next, if something comes soon."""
        try:
            turn, found = self._brought.get(timeout=_BEAT)
        except Empty:
            progress(*(self._standing if len(self._paths) == 1 else ("files", done, len(self._paths))))
            return []
        if isinstance(found, Exception):
            raise found
        return [(turn, found)]

    def _work(self, worker: Worker) -> None:
        while True:
            self._room.acquire()
            with self._next:
                turn = next(self._turns, None)
            if turn is None or self._stopped.is_set():
                return
            try:
                found: Delivered | Exception = _delivered(
                    self._paths[turn], self._known, lambda path: worker.read(path, self._hear)
                )
            except Cancelled:
                return
            except Exception as error:
                # Nobody sees what a thread raises: whoever waits for it would wait for ever.
                found = error
            self._brought.put((turn, found))

    def _hear(self, stage: str, done: int, whole: int) -> None:
        if self._stopped.is_set():
            raise Cancelled
        self._standing = stage, done, whole


def _delivered(path: Path, known: Container[str], read: Callable[[Path], Prepared]) -> Delivered:
    """A file, read unless its digest is known."""
    for _attempt in range(_ATTEMPTS):
        try:
            data = read_regular(path)
        except OSError:
            data = b""  # the reader says what is wrong with it
        digest = hashlib.sha256(data).hexdigest()
        if data and digest in known:
            return Delivered(path, digest)
        try:
            prepared = read(path)
        except UnreadableSource as error:
            return Delivered(path, digest, reason=str(error))
        if prepared.summary.digest == digest:
            return Delivered(path, digest, data, prepared)
    return Delivered(path, reason=f"“{path}”在读取时不断变化：请等它写完，然后再试。")
