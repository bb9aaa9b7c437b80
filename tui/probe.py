"""Asks the terminal how wide it draws “ and its like, while the app is being loaded.

The mark is written at the beginning of the line, the terminal asked where its cursor stands now, and the mark erased
again, all in one go. Nothing else is asked: Textual takes this answer for what it is even when it comes too late,
while a late answer to another question would be read as keys.
"""

from __future__ import annotations

import os
import re
import select
import sys
from time import monotonic
from types import TracebackType
from typing import Any, Literal

_MARK = "“"
_QUESTION = f"\r{_MARK}\x1b[6n\r\x1b[K".encode()
_ANSWER = re.compile(rb"\x1b\[\d{1,5};([23])R")
_PATIENCE = 0.1
"""Seconds after the question for which an answer is waited for: less than it takes to load the app."""
_LONGEST = 4096
"""Bytes that are read while waiting; what comes after them is left to the app."""
_REPORTS = re.compile(r"\x1b(?:[PX\]^_].*?(?:\x1b\\|\x07|$)|\[(?![ABCDHF])[0-?]*[ -/]*[@-~]?)", re.DOTALL)
"""What a terminal says of itself, which is no key."""


class Probe:
    """A question to the terminal: asked on entering, answered or given up on leaving.

    Where there is no terminal or it can't be asked, nothing is written and `width` stays None, as it does in a terminal
    that does not answer. It is given back as it was in any case.
    """

    def __init__(self, source: int = 0, target: int = 1, patience: float = _PATIENCE) -> None:
        """Listen to one file descriptor and write to another: stdin and stdout."""
        self.width: Literal[1, 2] | None = None
        """Cells of an ambiguous character, once answered."""
        self.typed = ""
        """Keys that were pressed before the answer came."""
        self._source = source
        self._target = target
        self._patience = patience
        self._before: list[Any] | None = None
        self._deadline = 0.0

    def __enter__(self) -> Probe:
        """Ask."""
        if sys.platform != "win32" and os.isatty(self._source) and os.isatty(self._target):
            self._ask()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Read the answer as far as it has come, and give the terminal back."""
        if self._before is None:
            return
        import termios

        try:
            self._listen()
        finally:
            termios.tcsetattr(self._source, termios.TCSANOW, self._before)

    def _ask(self) -> None:
        """Write the question; an answer must neither be echoed nor wait for the end of a line."""
        import termios

        try:
            before = termios.tcgetattr(self._source)
            silent = termios.tcgetattr(self._source)
            silent[0] &= ~termios.ICRNL
            silent[3] &= ~(termios.ICANON | termios.ECHO)
            termios.tcsetattr(self._source, termios.TCSANOW, silent)
            self._before = before
            os.write(self._target, _QUESTION)
        except (termios.error, OSError):
            return
        self._deadline = monotonic() + self._patience

    def _listen(self) -> None:
        """Read up to the end of the answer and not beyond: what follows is for the app."""
        heard = bytearray()
        answer = None
        while answer is None and len(heard) < _LONGEST and self._can_read():
            try:
                byte = os.read(self._source, 1)
            except OSError:
                break
            if not byte:
                break
            heard += byte
            answer = _ANSWER.search(heard) if byte == b"R" else None
        if answer is not None:
            self.width = 1 if answer[1] == b"2" else 2
            heard[answer.start() : answer.end()] = b""
        self.typed = _REPORTS.sub("", heard.decode("utf-8", "ignore")).replace("\n", "\r")

    def _can_read(self) -> bool:
        """Whether there is something to read, now or before the deadline."""
        room = max(0.0, self._deadline - monotonic())
        return bool(select.select([self._source], [], [], room)[0])
