"""New files read in a process of their own, so that nobody who works with the library is kept waiting.

Python runs one thread at a time: beside a thread that reads hundreds of files, or a long one, no key would be answered
in time.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import store
from store.errors import UnreadableSource
from store.progress import Progress, silent

if TYPE_CHECKING:
    from store.library.prepared import Prepared

MANY = 300_000
"""Bytes of new files that are worth a process of their own: it begins to read when others have read as much."""


def start(home: Path) -> subprocess.Popen[bytes] | None:
    """Begin to read all new files of the library in a folder into its index; None when that is impossible here."""
    nowhere = subprocess.DEVNULL
    command = [sys.executable, "-m", __name__]
    try:
        return subprocess.Popen(command, env=_environment(home), stdin=nowhere, stdout=nowhere, stderr=nowhere)
    except OSError:
        return None


class Worker:
    """A process that reads one file after the other for this one. It writes nothing: what it has read it hands over.

    It ends with whoever began it, in whatever way that ends, since it reads from it what to do.
    """

    def __init__(self, home: Path) -> None:
        """Nothing is begun before the first file; after a stop, another process is begun for the next one.

        In the folder `home` stand the corrections with which files are read.
        """
        self._home = home
        self._process: subprocess.Popen[bytes] | None = None

    def read(self, path: Path, progress: Progress = silent) -> Prepared:
        """What the index keeps of the document in a file.

        Whatever `progress` raises, and whatever interrupts the waiting, ends the process.

        Raises:
            UnreadableSource: the file is missing, can't be opened, or is not text.
            Cancelled: `progress` said so.
        """
        try:
            return self._answer(path, progress)
        except UnreadableSource:
            raise
        except (EOFError, OSError, ValueError, pickle.UnpicklingError):
            self.stop()
            raise UnreadableSource(f"读取“{path}”的进程意外终止：请再试一次，或改用较小的文件。") from None
        except BaseException:
            self.stop()
            raise

    def stop(self) -> None:
        """End it at once, also in the midst of a file."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        for stream in (process.stdin, process.stdout):
            if stream:
                # What it was still to be told it will not hear.
                with suppress(OSError):
                    stream.close()
        process.wait()

    def _answer(self, path: Path, progress: Progress) -> Prepared:
        process = self._process = self._process or _begin(self._home)
        ask, answers = process.stdin, process.stdout
        if ask is None or answers is None:
            raise EOFError
        pickle.dump(os.fspath(path), ask)
        ask.flush()
        while True:
            kind, held = _next(answers)
            if kind == "done":
                prepared: Prepared = held
                return prepared
            if kind == "unreadable":
                raise UnreadableSource(held)
            progress(*held)


def read_apart(path: Path, home: Path, progress: Progress = silent) -> Prepared:
    """Read one file in a process begun for it.

    Raises:
        UnreadableSource: the file is missing, can't be opened, or is not text.
        Cancelled: `progress` said so.
    """
    worker = Worker(home)
    try:
        return worker.read(path, progress)
    finally:
        worker.stop()


def _begin(home: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "store.library.worker"]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, env=_environment(home), stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL)


def _next(answers: Any) -> tuple[str, Any]:
    kind, held = pickle.load(answers)
    return kind, held


def _environment(home: Path) -> dict[str, str]:
    places = [str(Path(store.__file__).parent.parent), os.environ.get("PYTHONPATH")]
    return os.environ | {"JUEYI_HOME": str(home), "PYTHONPATH": os.pathsep.join(filter(None, places))}


def main() -> None:
    """Read them."""
    from store.library.library import Library

    Library().entries()


if __name__ == "__main__":
    main()
