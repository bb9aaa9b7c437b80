"""The other end of `apart.Worker`: reads the files that are named on its input and hands over what they hold.

Ten times a second it says how far it is, so that whoever waits can also be heard when he does so no longer.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
import threading
from pathlib import Path
from typing import Any, BinaryIO

from store.errors import UnreadableSource
from store.library.prepared import prepare
from store.library.reader import StandardReader
from store.paths import corrections_folder

_BEAT = 0.1
"""Seconds between two words of how far the reading is."""


class _Speaker:
    """Hands over what was read, and meanwhile says how far the reading is."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._lock = threading.Lock()
        self._standing: tuple[str, int, int] | None = None
        self._over = threading.Event()

    def hear(self, stage: str, done: int, whole: int) -> None:
        """Know how far the reading is."""
        self._standing = stage, done, whole

    def say(self, kind: str, held: Any) -> None:
        with self._lock:
            pickle.dump((kind, held), self._out, protocol=pickle.HIGHEST_PROTOCOL)
            self._out.flush()

    def beat(self) -> None:
        """Say again and again how far it is."""
        while not self._over.wait(_BEAT):
            if standing := self._standing:
                try:
                    self.say("progress", standing)
                except OSError:
                    # Nobody waits any more, nor for what is being read.
                    os._exit(0)

    def answer(self, path: Path) -> None:
        """Read one file."""
        try:
            prepared = prepare(StandardReader(corrections_folder()).read(path, self.hear))
        except UnreadableSource as error:
            self._standing = None
            self.say("unreadable", str(error))
        else:
            self._standing = None
            self.say("done", prepared)

    def end(self) -> None:
        self._over.set()


def main() -> None:
    """Read files until nobody names one any more."""
    # Ctrl+C is for whoever began this process, and ends it in his way.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # What a library may print must not come between the answers.
    own = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    speaker = _Speaker(own)
    threading.Thread(target=speaker.beat, daemon=True).start()
    while True:
        try:
            path = Path(pickle.load(sys.stdin.buffer))
            speaker.answer(path)
        except (EOFError, OSError):
            break
    speaker.end()


if __name__ == "__main__":
    main()
